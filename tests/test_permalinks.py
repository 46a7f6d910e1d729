"""What is recorded of pages stays, whatever becomes of them, and a link arrives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import support
from psychoed.editing.generate import generate
from psychoed.editing.new_page import main as new_page
from psychoed.editing.rename import main as rename
from psychoed.loading import load_site
from psychoed.markup import headings
from psychoed.models import Permalink
from psychoed.permalinks import CODE, FILE, Permalinks, derived_code, line_of, random_code
from psychoed.project import render_project

SADNESS, STEPS = "content/conditions/sadness.md", "docs/guides/first-steps.md"


def record(project: Path) -> dict[str, dict[str, object]]:
    text: dict[str, dict[str, object]] = yaml.safe_load((project / FILE).read_text(encoding="utf-8"))
    return text


def paste(project: Path, message: str) -> None:
    """Do what the message says with the line that it gives."""
    line = re.search(r"[^ ]+: \{address.*$", message)
    assert line
    path = project / FILE
    kept = [old for old in path.read_text(encoding="utf-8").split("\n") if old[:7] != line[0][:7]]
    path.write_text("\n".join([*kept, line[0], ""]), encoding="utf-8")


def test_codes_tell_nothing_and_are_never_given_twice() -> None:
    taken: dict[str, None] = {}
    for number in range(2000):
        choose = random_code if number % 2 else derived_code
        code = choose("/conditions/sadness/", taken)
        assert code not in taken
        assert re.fullmatch(r"[bcdfghjkmnprtvwx][2347bcdfghjkmnprtvwx]{5}", code)
        assert not re.search(r"[a-z]{3}", code)
        taken[code] = None


def test_a_derived_code_is_the_same_until_another_one_is_taken() -> None:
    code = derived_code("/a/", ["b2c3d4"])
    assert code == derived_code("/a/", ["b2c3d4"])
    assert code != derived_code("/a/", ["b2c3d4", code])


def test_every_page_of_the_site_is_recorded_with_a_code_that_tells_nothing() -> None:
    site, _ = load_site(support.ROOT)
    assert site.recorded == site.permalinks
    assert {page.address for page in site.pages} <= {e.address for e in site.recorded.entries.values()}
    assert all(CODE.fullmatch(code) for code in site.recorded.entries)


def test_the_line_that_a_message_gives_can_be_pasted(project: Path) -> None:
    steps = (project / STEPS).read_text(encoding="utf-8")
    (project / STEPS).write_text(steps + "\n## Yes {#yes}\n\nIt is.\n\n## 2 things\n\nOr three.\n")
    last = steps.replace("summary: Where", "related: [/guides/first-steps/]\nsummary: Then, where")
    (project / "docs/guides/last-steps.md").write_text(last.replace("First", "Last"), encoding="utf-8")
    told = [text for text in support.messages(project) if " X006 " in text]
    assert [text.split(":")[:2] for text in told] == [[STEPS, "17"], ["docs/guides/last-steps.md", "1"]]
    for text in told:
        paste(project, text)
    assert not [text for text in support.messages(project) if FILE in text]


def test_generating_leaves_a_pasted_line_where_it_is(project: Path) -> None:
    (project / "CONTRIBUTING.md").write_text(
        "<!-- fields -->\n<!-- /fields -->\n<!-- rules -->\n<!-- /rules -->\n"
    )
    lines = (project / FILE).read_text(encoding="utf-8").split("\n")
    turned = "\n".join([*lines[4:-1], lines[3], ""])
    (project / FILE).write_text(turned, encoding="utf-8")
    assert generate(project) == 0
    assert (project / FILE).read_text(encoding="utf-8") == turned


def test_a_new_page_gets_its_code_at_once(project: Path) -> None:
    points = ["--key-point", "One.", "--key-point", "Two.", "--key-point", "Three."]
    flags = ["--summary", "A short answer.", "--group", "choose", *points]
    assert new_page(["guide", "Next steps", *flags], project, support.TODAY) == 0
    site, _ = load_site(project)
    assert CODE.fullmatch(site.recorded.code_for("/guides/next-steps/"))


def test_a_page_keeps_its_code_and_numbers_on_all_its_ways(project: Path) -> None:
    before = record(project)["h7r22g"]
    for place, name in ((SADNESS, "low-mood"), ("content/conditions/low-mood.md", "sadness")):
        assert rename([place, name], project, support.TODAY) == 0
        entry = record(project)["h7r22g"]
        assert (entry["address"], entry["sections"]) == (f"/conditions/{name}/", before["sections"])
        assert support.messages(project) == []
    permalinks = load_site(project)[0].permalinks
    assert permalinks.code_for("/conditions/low-mood/") == "h7r22g"
    assert permalinks.section_number("/conditions/low-mood/", "helps") == 3
    assert permalinks.path_for("/conditions/sadness/", "helps") == "/p/h7r22g/#3"


def test_a_reworded_heading_keeps_its_anchor(project: Path) -> None:
    support.edit(project, SADNESS, "### A closer look", "### Nearer still {#a-closer-look}")
    assert support.messages(project) == []
    page = render_project(project, support.TODAY)[0].pages["conditions/sadness.md"]
    assert "### Nearer still {#a-closer-look}" in page.markdown


def test_a_section_that_is_gone_arrives_at_another_one(project: Path) -> None:
    support.edit(project, SADNESS, "### A closer look\n\n", "")
    support.edit(
        project, SADNESS, "\nreview:", "\nmoved_anchors: [{old: a-closer-look, new: helps}]\nreview:"
    )
    support.edit(
        project, "content/therapies/talking.md", "You talk.", "[See](/conditions/sadness/#a-closer-look)."
    )
    assert support.messages(project) == []
    page = render_project(project, support.TODAY)[0].pages["conditions/sadness.md"]
    assert '## What helps? <span id="a-closer-look"></span> {#helps}' in page.markdown


def test_a_lost_section_gets_no_new_number_before_it_is_mended(project: Path) -> None:
    support.edit(project, SADNESS, "### A closer look", "### Nearer still")
    site, _ = load_site(project)
    assert site.permalinks == site.recorded


@pytest.mark.parametrize(
    ("anchor", "line"),
    [
        ("no", 'b2c3d4: {address: /a/, sections: {"no": 1}}'),
        ("2-things", 'b2c3d4: {address: /a/, sections: {"2-things": 1}}'),
        ("plan", "b2c3d4: {address: /a/, sections: {plan: 1}}"),
    ],
)
def test_an_entry_is_a_line_of_yaml(anchor: str, line: str) -> None:
    entry = Permalink(address="/a/", sections={anchor: 1})
    assert line_of("b2c3d4", entry) == line
    assert Permalink(**yaml.safe_load(line)["b2c3d4"]) == entry


def test_where_a_page_is_goes_before_where_another_one_was() -> None:
    here, there = Permalink(address="/a/"), Permalink(address="/b/", before=("/a/", "/c/"))
    permalinks = Permalinks({"b2c3d4": here, "c2c3d4": there})
    assert [permalinks.code_for(address) for address in ("/a/", "/b/", "/c/")] == [
        "b2c3d4",
        "c2c3d4",
        "c2c3d4",
    ]
    assert not permalinks.knows("/d/")


def test_a_heading_may_name_its_anchor() -> None:
    found = headings("## Words {#other}\n\n### More { #less }\n\n## None {.class}\n")
    assert [(each.text, each.anchor) for each in found] == [
        ("Words", "other"),
        ("More", "less"),
        ("None {.class}", ""),
    ]
