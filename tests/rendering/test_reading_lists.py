"""Reading lists as links, and the pages around them: what is in the files, without a browser."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import zxingcpp

import support
from psychoed.loading import load_site
from psychoed.models import LONGEST_NOTE, LONGEST_TITLE, MOST_ON_A_LIST
from psychoed.reading_lists import BUILDER, LIST, entries_of, set_fragment
from psychoed.rendering.addresses import in_full
from psychoed.rendering.context import template_environment
from psychoed.rendering.discreet import discreet_files
from psychoed.rendering.list_pages import list_files
from psychoed.site import Kind, Site
from qr_drawing import drawn

FORMAT = (support.ROOT / "docs/assets/list-format.js").read_text("utf-8")


@cache
def real() -> tuple[Site, dict[str, str]]:
    site, _ = load_site(support.ROOT)
    return site, list_files(site, template_environment(support.ROOT / "overrides"))


def index_of(site: Site) -> dict[str, dict[str, dict[str, object]]]:
    files = discreet_files(site, template_environment(support.ROOT / "overrides"), {})
    pages: dict[str, dict[str, dict[str, object]]] = json.loads(files["p/index.json"])["pages"]
    return pages


def test_both_homes_of_the_limits_say_the_same() -> None:
    limits = f"items: {MOST_ON_A_LIST}, title: {LONGEST_TITLE}, note: {LONGEST_NOTE}"
    assert f"LIMITS = {{ {limits} }}" in FORMAT


def test_the_pages_of_a_list_say_nothing_of_what_is_on_it() -> None:
    site, files = real()
    names = [page.meta.title for page in site.pages if page.kind in (Kind.CONDITION, Kind.THERAPY)]
    for name in ("list/index.html", "list/sheet/index.html"):
        head = files[name].partition("</head>")[0]
        assert 'name="robots" content="noindex' in head
        assert not [title for title in names if title.lower() in files[name].lower()]


def test_a_ready_made_list_has_a_sheet_that_needs_no_script() -> None:
    site, files = real()
    assert site.handout_sets
    for each in site.handout_sets.sets:
        folder = f"{BUILDER}{each.id}".strip("/")
        text = files[f"{folder}/index.html"]
        shown = re.findall(r"<strong>([^<]+)</strong>.*?<span class=\"pe-quiet\">([^<]+)</span></li>", text)
        expected = [(entry.title, entry.door) for entry in entries_of(site, each.pages)]
        assert [title for title, _ in shown] == [title for title, _ in expected]
        assert all(
            way.endswith(door.rstrip("/")) for (_, way), (_, door) in zip(shown, expected, strict=True)
        )
        assert "Help lines" in text
        read = zxingcpp.read_barcodes(drawn(files[f"{folder}/qr.svg"]))
        assert [code.text for code in read] == [in_full(site.settings, f"{LIST}#{set_fragment(site, each)}")]


def test_a_section_that_moved_is_found_by_its_old_number(project: Path) -> None:
    site, _ = load_site(project)
    code = site.permalinks.code_for("/conditions/sadness/")
    old = site.permalinks.section_number("/conditions/sadness/", "helps")
    new = site.permalinks.section_number("/conditions/sadness/", "what")
    support.edit(
        project,
        "content/conditions/sadness.md",
        "\nreview:",
        "\nmoved_anchors: [{old: a-closer-look, new: what}]\nreview:",
    )
    site, _ = load_site(project)
    gone = site.permalinks.section_number("/conditions/sadness/", "a-closer-look")
    sections = index_of(site)[code]["sections"]
    assert sections[str(gone)] == {**sections[str(new)], "offer": False}  # type: ignore[dict-item]
    assert "offer" not in sections[str(old)]  # type: ignore[operator]


def test_nothing_new_is_made_of_what_has_moved(project: Path) -> None:
    site, _ = load_site(project)
    old = site.permalinks.code_for("/therapies/talking/")
    (project / "content/therapies/talking.md").unlink()
    support.edit(
        project, "content/conditions/sadness.md", "\nreview:", "\nmoved_from: [/therapies/talking/]\nreview:"
    )
    pages = index_of(load_site(project)[0])
    assert pages[old]["address"] == "/conditions/sadness/"
    assert pages[old]["offer"] is False
    home = site.permalinks.code_for("/")
    assert pages[home]["offer"] is False
