"""Both engines, at an address inside a folder, show the same of a page."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

import support
from psychoed.engines.mkdocs import build
from psychoed.engines.staged import stage

SAID = re.compile(
    r'<meta (?:property="og:|name="twitter:)[^>]*>'
    r'|<script type="application/ld.*|<link rel="(?:canonical|alternate)[^>]*>'
)
BASE = "https://example.org/clinic/mind/"


@pytest.fixture
def in_a_folder(engine_project: Path) -> Path:
    """A small project whose site lies in a folder, with a title that needs care."""
    support.edit(engine_project, "mkdocs.yml", "https://psychoed.example.org/", BASE.rstrip("/"))
    support.edit(engine_project, "content/conditions/sadness.md", "title: Sadness", "title: 'Sad & \"low\"'")
    button = "sample: true\nexit_page: {everywhere: true, address: 'https://weather.example/'}"
    support.edit(engine_project, "content/data/program.yml", "sample: true", button)
    return engine_project


def heads(site: Path) -> dict[str, list[str]]:
    """What two pages say of themselves, spaces left out."""
    found = {}
    for name in ("conditions/sadness/index.html", "404.html"):
        head = (site / name).read_text(encoding="utf-8").partition("</head>")[0]
        said = SAID.findall(head)
        found[name] = [line.strip() for line in said]
    return found


def test_both_engines_say_the_same(in_a_folder: Path, tmp_path: Path) -> None:
    built = build(in_a_folder)
    mkdocs = heads(built)
    page = "\n".join(mkdocs["conditions/sadness/index.html"])
    assert f'<link rel="canonical" href="{BASE}conditions/sadness/">' in page
    assert f'<meta property="og:url" content="{BASE}conditions/sadness/">' in page
    assert f'<meta property="og:image" content="{BASE}assets/previews/conditions.png">' in page
    assert '<meta property="og:title" content="Sad &amp; &quot;low&quot;">' in page
    assert f'"item":"{BASE}conditions/"' in page
    assert mkdocs["404.html"] == []
    config = stage(in_a_folder, tmp_path / "staged", support.TODAY)
    command = [sys.executable, "-m", "zensical", "build", "-f", str(config)]
    done = subprocess.run(command, cwd=config.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    other = config.parent / "site"
    assert heads(other) == mkdocs
    for name in ("conditions/sadness/index.html", "404.html"):
        for folder in (built, other):
            text = html.unescape((folder / name).read_text(encoding="utf-8"))
            assert text.index("Content-Security-Policy") < text.index("<link")
            assert re.findall(r"<script>", text) == []
            assert text.count('href="https://weather.example/"') == 2, "the skip link and the button"
    for name in ("sitemap.xml", "robots.txt", "llms.txt", "changes.xml", "assets/previews/guides.png"):
        assert (other / name).read_bytes().strip() == (built / name).read_bytes().strip(), name
    assert f"<loc>{BASE}conditions/sadness/</loc><lastmod>2026-01-02</lastmod>" in (
        built / "sitemap.xml"
    ).read_text(encoding="utf-8")


def test_without_an_address_no_address_is_made_up(engine_project: Path) -> None:
    support.edit(engine_project, "mkdocs.yml", "site_url: https://psychoed.example.org/", "site_url: ''")
    site = build(engine_project)
    said = "\n".join(heads(site)["conditions/sadness/index.html"])
    assert "og:title" in said
    assert "og:image" not in said
    assert "canonical" not in said
    assert not (site / "changes.xml").exists()
    assert "<url>" not in (site / "sitemap.xml").read_text(encoding="utf-8")
