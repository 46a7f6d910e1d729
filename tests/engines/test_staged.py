"""The staged folder, and Zensical building the real site from it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import support
from psychoed.__main__ import main
from psychoed.engines.staged import stage


def addresses(site: Path) -> set[str]:
    """The addresses of all HTML pages of a built site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_a_staged_folder_holds_everything(engine_project: Path, tmp_path: Path) -> None:
    config = stage(engine_project, tmp_path / "staged", support.TODAY)
    docs = config.parent / "docs"
    assert (
        (docs / "conditions" / "sadness.md").read_text(encoding="utf-8").startswith("---\ntitle: Sadness\n")
    )
    assert (docs / "assets" / "psychoed.css").exists()
    assert (docs / "compare" / "levels-of-care.csv").read_bytes().startswith(b"Dimension,")
    assert yaml.safe_load(config.read_text(encoding="utf-8"))["nav"][0] == {"Home": "index.md"}


def test_a_folder_with_something_in_it_is_refused(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kept.txt").write_text("kept", encoding="utf-8")
    monkeypatch.chdir(project)
    assert main(["stage", str(tmp_path)]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert (tmp_path / "kept.txt").exists()


def test_zensical_builds_the_same_addresses(real_site: Path, tmp_path: Path) -> None:
    config = stage(support.ROOT, tmp_path / "staged", support.newest_day())
    command = [sys.executable, "-m", "zensical", "build", "-f", str(config)]
    done = subprocess.run(command, cwd=config.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    built = config.parent / "site"
    assert addresses(built) == addresses(real_site)
    page = (built / "conditions" / "depression" / "index.html").read_text(encoding="utf-8")
    assert "pe-key-points" in page
    assert 'class="pe-logo"' in page, "the theme's own templates are used"
