"""MkDocs builds what was rendered, and a mistake never reaches what is published."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import support
from psychoed.engines.mkdocs import Adapter, BuildError, build


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command that people of this ecosystem type."""
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_build_writes_pages_and_downloads(engine_project: Path) -> None:
    site = build(engine_project)
    assert "Sadness" in (site / "conditions" / "sadness" / "index.html").read_text(encoding="utf-8")
    assert (site / "compare" / "levels-of-care.csv").read_text(encoding="utf-8").startswith("Dimension")
    assert (site / "compare" / "levels-of-care.json").exists()
    assert (site / "404.html").exists()


def test_plain_mkdocs_build_works_too(engine_project: Path) -> None:
    done = mkdocs(engine_project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert (engine_project / "site" / "therapies" / "talking" / "index.html").exists()


def test_pages_link_by_relative_addresses(engine_project: Path) -> None:
    text = (build(engine_project) / "conditions" / "sadness" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../therapies/talking/#what"' in text


def test_front_matter_is_not_published(engine_project: Path) -> None:
    text = (build(engine_project) / "conditions" / "sadness" / "index.html").read_text(encoding="utf-8")
    assert "next_review" not in text
    assert "key_points" not in text


@pytest.mark.parametrize(
    "case", ["L001-not-utf-8", "L003-duplicate-key", "L005-unclosed-front-matter", "C004-links"]
)
@pytest.mark.parametrize("way", ["build.py", "mkdocs"])
def test_a_mistake_leaves_the_last_good_site(engine_project: Path, case: str, way: str) -> None:
    from test_bad_input import broken  # noqa: PLC0415

    page = build(engine_project) / "conditions" / "sadness" / "index.html"
    before = page.read_bytes()
    expected = broken(engine_project, case)
    if way == "mkdocs":
        done = mkdocs(engine_project, "build")
        assert done.returncode == 1
        told = done.stdout + done.stderr
    else:
        with pytest.raises(BuildError) as caught:
            build(engine_project)
        told = str(caught.value)
    assert all(line in told for line in expected)
    assert "Traceback" not in told
    assert page.read_bytes() == before
    assert not list(engine_project.glob(".site-*")), "nothing half done is left behind"


def test_a_template_that_fails_leaves_the_last_good_site(engine_project: Path) -> None:
    page = build(engine_project) / "index.html"
    before = page.read_bytes()
    (engine_project / "overrides" / "404.html").write_text("{{ nothing.here.at.all }}", encoding="utf-8")
    with pytest.raises(Exception, match="nothing"):
        build(engine_project)
    assert page.read_bytes() == before
    assert not list(engine_project.glob(".site-*"))


def test_a_build_leaves_no_stale_page(engine_project: Path) -> None:
    site = build(engine_project)
    (site / "old.html").write_text("old", encoding="utf-8")
    build(engine_project)
    assert not (site / "old.html").exists()


def test_mkdocs_knows_the_file_that_the_editor_edits(engine_project: Path) -> None:
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.structure.files import Files  # noqa: PLC0415

    config = load_config(str(engine_project / "mkdocs.yml"))
    config.plugins._current_plugin = "psychoed"  # MkDocs sets this around each event
    adapter = Adapter()
    adapter.on_config(config)
    files = adapter.on_files(Files([]), config=config)
    found = files.get_file_from_path("conditions/sadness.md")
    assert found is not None
    assert found.edit_uri == "content/conditions/sadness.md"


def test_a_preview_goes_on_with_the_last_good_pages(engine_project: Path) -> None:
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import Abort  # noqa: PLC0415

    adapter = Adapter()
    adapter.on_startup(command="serve", dirty=False)
    adapter.on_config(load_config(str(engine_project / "mkdocs.yml")))
    good = adapter.rendered
    assert good
    support.edit(engine_project, "content/conditions/sadness.md", "title: Sadness", "titel: Sadness")
    config = adapter.on_config(load_config(str(engine_project / "mkdocs.yml")))
    assert adapter.rendered is good
    assert "did you mean 'title'?" in config.extra["unfinished"][0]
    assert "'unsafe-inline'" in config.extra["psychoed"]["policy"], "its script loads a page again"
    assert "unsafe" not in good.extra["psychoed"]["policy"]
    with pytest.raises(Abort):
        Adapter().on_config(load_config(str(engine_project / "mkdocs.yml")))


def test_the_site_folder_may_be_missing(engine_project: Path) -> None:
    shutil.rmtree(build(engine_project))
    assert (build(engine_project) / "index.html").exists()


def test_the_preview_reloads_whatever_is_edited(engine_project: Path) -> None:
    edits = [
        ("content/conditions/sadness.md", "A feeling that", "One feeling that", "conditions/sadness/"),
        ("docs/guides/first-steps.md", "Here.", "Right here.", "guides/first-steps/"),
        ("content/data/evidence.yml", "Nobody has tested it.", "No trial was found.", "levels-of-care/day/"),
        (
            "overrides/partials/footer.html",
            "This site gives information.",
            "This is information.",
            "about-nothing/",
        ),
    ]
    support.edit(
        engine_project, "content/levels-of-care/day.md", "Care by day.", "Care by day.\n\n{{ evidence() }}"
    )
    with support.preview(engine_project) as fetch:
        for name, old, new, address in edits:
            support.edit(engine_project, name, old, new)
            assert support.wait_for(lambda address=address, new=new: new in fetch(address)), name
