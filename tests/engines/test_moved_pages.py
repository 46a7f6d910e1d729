"""Both engines publish the pages of old addresses as they are, and list them nowhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import support
from psychoed.engines.mkdocs import build
from psychoed.engines.staged import stage

OLD, NEW = "conditions/low-mood", "conditions/sadness"


@pytest.fixture
def moved(engine_project: Path) -> Path:
    """A small project in which one page has moved."""
    old = f"\nmoved_from: [/{OLD}/]\nreview:"
    support.edit(engine_project, "content/conditions/sadness.md", "\nreview:", old)
    return engine_project


def check(site: Path) -> None:
    """The old address leads on, and neither the sitemap nor the search knows it."""
    text = (site / OLD / "index.html").read_text(encoding="utf-8")
    assert '<a href="../sadness/">Sadness</a>' in text
    assert text.startswith("<!doctype html>")
    assert "md-header" not in text, "the theme is not put around it"
    assert (site / "assets" / "redirect.js").is_file()
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{NEW}/" in sitemap
    assert OLD not in sitemap
    index = next(path for path in (site / "search.json", *site.glob("search/index-*.json")) if path.exists())
    assert OLD not in json.dumps(json.loads(index.read_text(encoding="utf-8")))


def test_mkdocs(moved: Path) -> None:
    check(build(moved))


def test_zensical(moved: Path, tmp_path: Path) -> None:
    config = stage(moved, tmp_path / "staged", support.TODAY)
    command = [sys.executable, "-m", "zensical", "build", "-f", str(config)]
    done = subprocess.run(command, cwd=config.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    check(config.parent / "site")


def test_plain_mkdocs_too(moved: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=moved, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    check(moved / "site")
