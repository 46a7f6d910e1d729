"""A page gets another address together with everything that names it, or nothing changes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import support
from psychoed.checks import check_site
from psychoed.editing.rename import main
from psychoed.loading import load_site
from psychoed.permalinks import FILE
from psychoed.problems import Problem
from psychoed.recording import record_text

TODAY = date(2026, 10, 1)
SADNESS = "content/conditions/sadness.md"
TALKING = "content/therapies/talking.md"


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def rename(project: Path, path: str, slug: str) -> int:
    return main([path, slug], project, TODAY)


def problems(project: Path) -> list[Problem]:
    site, found = load_site(project)
    return [*found, *check_site(site, TODAY)]


def read(project: Path, name: str) -> str:
    return (project / name).read_bytes().decode("utf-8")


@pytest.fixture
def linked(project: Path) -> Path:
    """A small project with a link of every kind to one page."""
    support.edit(
        project,
        "docs/guides/first-steps.md",
        "\nreview:",
        "\nrelated:\n  - /conditions/sadness/ # first\nreview:",
    )
    support.edit(project, "docs/index.md", "address: /get-help-now/", "address: /conditions/sadness/")
    support.edit(project, "content/data/program.yml", "/therapies/talking/", "/conditions/sadness/")
    support.edit(project, "content/therapies/talking.md", "You talk.", "See [sad](/conditions/sadness/).")
    (project / "content/conditions/grief.md").write_text(
        read(project, SADNESS)
        .replace("title: Sadness", "title: Grief\nparent: sadness # wider")
        .replace("summary: Sadness is", "summary: Grief is")
        .replace("name: sadness", "name: grief"),
        encoding="utf-8",
    )
    record = project / FILE
    record.write_text(record_text(load_site(project)[0], ""), encoding="utf-8")
    assert problems(project) == []
    return project


def test_everything_that_names_the_page_changes(linked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(linked)
    assert rename(linked, SADNESS, "low-mood") == 0
    assert problems(linked) == []
    after = everything(linked)
    assert set(before) - set(after) == {SADNESS}
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {
        "content/conditions/low-mood.md",
        "content/conditions/grief.md",
        TALKING,
        "content/data/evidence.yml",
        "content/data/handout-sets.yml",
        "content/data/program.yml",
        "content/data/vocabulary.yml",
        "docs/guides/first-steps.md",
        "docs/index.md",
        "content/data/permalinks.yml",
    }
    told = capsys.readouterr().out
    assert "Moved content/conditions/sadness.md to content/conditions/low-mood.md\n" in told
    assert all(f"Changed {name}\n" in told for name in changed - {"content/conditions/low-mood.md"})
    assert "9 other files changed." in told


def test_all_other_bytes_stay(linked: Path) -> None:
    before = everything(linked)
    rename(linked, SADNESS, "low-mood")
    after = everything(linked)
    for name in (set(before) & set(after)) - {FILE}:
        assert after[name].replace(b"low-mood", b"sadness") == before[name], name
    page = after["content/conditions/low-mood.md"]
    assert page.replace(b"moved_from:\n  - /conditions/sadness/\n", b"") == before[SADNESS]


def test_line_ends_and_a_mark_of_the_file_stay(project: Path) -> None:
    for name in (SADNESS, "content/data/evidence.yml"):
        path = project / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert rename(project, SADNESS, "low-mood") == 0
    page = (project / "content/conditions/low-mood.md").read_bytes()
    assert b"moved_from:\r\n  - /conditions/sadness/\r\n" in page
    assert page.startswith(b"\xef\xbb\xbf---\r\n")
    assert page.count(b"\n") == page.count(b"\r\n")
    assert b"\r\n  low-mood:\r\n" in (project / "content/data/evidence.yml").read_bytes()


def test_a_therapy_is_a_column_of_the_evidence(project: Path) -> None:
    assert rename(project, TALKING, "counseling") == 0
    assert problems(project) == []
    text = read(project, "content/data/evidence.yml")
    assert "\n    counseling:\n" in text
    assert "note: Talking helps" in text
    assert "(/therapies/counseling/#what)" in read(project, SADNESS)


def test_an_address_that_only_begins_like_it_stays(project: Path) -> None:
    (project / "content/conditions/sadness-in-winter.md").write_text(
        read(project, SADNESS).replace("\ntitle: Sadness", "\ntitle: Winter"), encoding="utf-8"
    )
    support.edit(
        project,
        "docs/guides/first-steps.md",
        "Here.",
        "See [sad](/conditions/sadness-in-winter/), [another site](https://x.example/conditions/sadness/).",
    )
    assert rename(project, SADNESS, "low-mood") == 0
    text = read(project, "docs/guides/first-steps.md")
    assert "(/conditions/sadness-in-winter/)" in text
    assert "(https://x.example/conditions/sadness/)" in text


def moved_from(project: Path, slug: str) -> tuple[str, ...]:
    page = next(page for page in load_site(project)[0].pages if page.slug == slug)
    return tuple(page.meta.moved_from)


@pytest.mark.parametrize(
    "written",
    [
        "moved_from:\n  - /conditions/blues/\n",
        "moved_from:\n- /conditions/blues/\n",
        "moved_from: [/conditions/blues/]\n",
        "moved_from: [ '/conditions/blues/' ]\n",
    ],
)
def test_older_addresses_are_kept(project: Path, written: str) -> None:
    support.edit(project, SADNESS, "\nreview:", f"\n{written}review:")
    assert rename(project, SADNESS, "low-mood") == 0
    assert set(moved_from(project, "low-mood")) == {"/conditions/blues/", "/conditions/sadness/"}


def test_an_empty_list_of_older_addresses_is_filled(project: Path) -> None:
    support.edit(project, SADNESS, "\nreview:", "\nmoved_from: []\nreview:")
    assert rename(project, SADNESS, "low-mood") == 0
    assert moved_from(project, "low-mood") == ("/conditions/sadness/",)


def test_a_page_may_move_on_and_back(project: Path) -> None:
    assert rename(project, SADNESS, "low-mood") == 0
    assert rename(project, "content/conditions/low-mood.md", "blues") == 0
    assert rename(project, "content/conditions/blues.md", "sadness.md") == 0
    assert set(moved_from(project, "sadness")) == {"/conditions/low-mood/", "/conditions/blues/"}
    assert problems(project) == []


@pytest.mark.parametrize(
    ("path", "slug", "reason"),
    [
        ("content/conditions/gladness.md", "joy", "there is no page 'content/conditions/gladness.md'"),
        (SADNESS, "Low Mood", "'Low Mood' can't be an address"),
        (SADNESS, "sadness", "there is a page /conditions/sadness/ already"),
        (TALKING, "old-talk", "/therapies/old-talk/ is an old address of content/therapies/art.md"),
        ("content/levels-of-care/day.md", "daily", "'day' is the id of a level of care"),
        ("docs/conditions/index.md", "all", "its folder leads to /conditions/"),
        ("docs/get-help-now.md", "help", "help_card.html leads to /get-help-now/"),
        ("docs/about.md", "us", "the menu leads to /about/"),
    ],
)
def test_what_can_not_move_is_refused_with_a_reason(
    project: Path, capsys: pytest.CaptureFixture[str], path: str, slug: str, reason: str
) -> None:
    art = read(project, TALKING).replace(
        "\ntitle: Talking", "\nmoved_from: [/therapies/old-talk/]\ntitle: Art"
    )
    (project / "content/therapies/art.md").write_text(art, encoding="utf-8")
    about = read(project, "docs/index.md").replace("title: Home", "title: About")
    (project / "docs/about.md").write_text(about, encoding="utf-8")
    before = everything(project)
    assert rename(project, path, slug) == 1
    told = capsys.readouterr().err
    assert told.startswith("Nothing was changed: ")
    assert reason in told
    assert everything(project) == before


def test_a_site_that_does_not_load_is_mended_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    support.edit(project, TALKING, "title: Talking", "titel: Talking")
    before = everything(project)
    assert rename(project, SADNESS, "low-mood") == 1
    assert "mend this first:\ncontent/therapies/talking.md:2: L00" in capsys.readouterr().err
    assert everything(project) == before


def test_data_on_one_line_is_refused_with_its_place(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = read(project, "content/data/evidence.yml").partition("therapies:")[0]
    row = "{sadness: {talking: {strength: limited, note: 'sadness: some'}}}"
    (project / "content/data/evidence.yml").write_text(
        f"{text}therapies: {row}\nsettings: {{}}\n", encoding="utf-8"
    )
    before = everything(project)
    assert rename(project, SADNESS, "low-mood") == 1
    assert "content/data/evidence.yml:8: this can't be changed by itself" in capsys.readouterr().err
    assert everything(project) == before


def test_a_row_that_would_be_there_twice_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    support.edit(project, "content/data/evidence.yml", "settings:\n", "settings:\n  low-mood: {}\n")
    before = everything(project)
    assert rename(project, SADNESS, "low-mood") == 1
    assert "there is a 'low-mood' beside 'sadness'" in capsys.readouterr().err
    assert everything(project) == before


def test_links_that_led_nowhere_before_do_not_stop_it(project: Path) -> None:
    support.edit(project, "docs/guides/first-steps.md", "Here.", "See [sad](/nowhere/).")
    assert rename(project, SADNESS, "low-mood") == 0


@pytest.mark.parametrize("path", ["content/conditions/depression.md", "docs/guides/after-iop.md"])
def test_a_real_page_can_move(tmp_path: Path, path: str) -> None:
    for part in ("content", "docs", "overrides"):
        shutil.copytree(support.ROOT / part, tmp_path / part)
    shutil.copyfile(support.ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    before = {(problem.code, problem.path) for problem in problems(tmp_path)}
    assert rename(tmp_path, path, "another-name") == 0
    moved = {
        (code, f"{Path(path).parent}/another-name.md" if name == path else name) for code, name in before
    }
    assert {(problem.code, problem.path) for problem in problems(tmp_path)} == moved


def test_the_script_tells_a_missing_page() -> None:
    command = [sys.executable, "scripts/rename.py", "content/conditions/gladness.md", "joy"]
    done = subprocess.run(command, cwd=support.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Nothing was changed: there is no page 'content/conditions/gladness.md'")
