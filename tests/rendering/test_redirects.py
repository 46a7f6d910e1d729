"""Old addresses become pages that lead on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import support
from psychoed.loading import load_site
from psychoed.quality.report import Checked
from psychoed.rendering import render


@pytest.fixture
def files(project: Path) -> dict[str, str]:
    """The rendered files of a small project in which two pages moved."""
    old = "\nmoved_from:\n  - /conditions/low-mood/\n  - /blues/\nreview:"
    support.edit(project, "content/conditions/sadness.md", "\nreview:", old)
    support.edit(
        project,
        "content/therapies/talking.md",
        "title: Talking",
        'title: "Talk & more"\nmoved_from: [/a/b/c/]',
    )
    site, problems = load_site(project)
    assert problems == []
    return render(site, project / "overrides", Checked(support.TODAY)).files


# Pages that are no redirects.
OTHERS = ("embed/", "p/", "list/", "for-clinicians/handouts/")


def test_every_old_address_has_a_page(files: dict[str, str]) -> None:
    found = sorted(name for name in files if name.endswith(".html") and not name.startswith(OTHERS))
    assert found == ["a/b/c/index.html", "blues/index.html", "conditions/low-mood/index.html"]


@pytest.mark.parametrize(
    ("name", "target", "script"),
    [
        ("conditions/low-mood/index.html", "../sadness/", "../../assets/redirect.js"),
        ("blues/index.html", "../conditions/sadness/", "../assets/redirect.js"),
        ("a/b/c/index.html", "../../../therapies/talking/", "../../../assets/redirect.js"),
    ],
)
def test_it_leads_on_by_relative_addresses(
    files: dict[str, str], name: str, target: str, script: str
) -> None:
    text = files[name]
    assert f'<link rel="canonical" href="{target}">' in text
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in text
    assert f'<a href="{target}">' in text
    assert f'<script src="{script}"></script>' in text


def test_it_is_kept_out_of_search_engines(files: dict[str, str]) -> None:
    assert '<meta name="robots" content="noindex">' in files["blues/index.html"]


def test_it_runs_no_inline_script_and_loads_nothing_else(files: dict[str, str]) -> None:
    text = files["blues/index.html"]
    assert re.findall(r"<script\b[^>]*>([^<]*)</script>", text) == [""]
    assert not re.search(r"https?:|\son\w+=|<style|style=", text)


def test_a_title_is_escaped(files: dict[str, str]) -> None:
    assert "Talk &amp; more</a>" in files["a/b/c/index.html"]


def test_the_script_is_an_asset_of_the_site() -> None:
    assert (support.ROOT / "docs" / "assets" / "redirect.js").is_file()
