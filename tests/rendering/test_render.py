"""What a page becomes before any engine sees it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from PIL import Image

import support
from psychoed.handouts.paper import Paper, Size
from psychoed.handouts.sheets import Press
from psychoed.loading import load_site
from psychoed.problems import ContentError
from psychoed.project import render_project
from psychoed.quality.report import Checked
from psychoed.rendering import Rendered, render
from psychoed.rendering.context import template_environment
from psychoed.rendering.filters import day, dial
from psychoed.rendering.previews.descriptions import shorten


@pytest.fixture
def rendered(project: Path) -> Rendered:
    return render_project(project, support.TODAY)[0]


def body(rendered: Rendered, uri: str) -> str:
    return rendered.pages[uri].markdown


def test_the_same_content_gives_the_same_pages(project: Path) -> None:
    assert render_project(project, support.TODAY)[0] == render_project(project, support.TODAY)[0]


def test_front_matter_is_rewritten_for_the_engine(rendered: Rendered) -> None:
    head = rendered.pages["conditions/sadness.md"].text.split("---\n")[1]
    values = yaml.safe_load(head)
    assert json.loads(values.pop("structured"))["@context"] == "https://schema.org"
    assert values == {
        "title": "Sadness",
        "description": "Sadness is a feeling, and it passes for most people.",
        "kind": "condition",
        "address": "conditions/sadness/",
        "section": "conditions/",
        "exit_page": False,
        "preview": "conditions",
    }


def test_nothing_of_the_written_front_matter_leaks(rendered: Rendered) -> None:
    assert "key_points" not in rendered.pages["conditions/sadness.md"].text
    assert "next_review" not in rendered.pages["conditions/sadness.md"].text


def test_the_summary_comes_first(rendered: Rendered) -> None:
    text = body(rendered, "conditions/sadness.md")
    assert text.index("pe-summary") < text.index("Key points") < text.index("## What is it?")


def test_questions_get_their_fixed_anchor(rendered: Rendered) -> None:
    assert "## What is it? {#what}" in body(rendered, "conditions/sadness.md")


def test_citations_number_as_they_are_read(rendered: Rendered) -> None:
    text = body(rendered, "conditions/sadness.md")
    assert text.index('href="#source-1"') < text.index('href="#source-2"')
    assert text.index('id="source-1"') < text.index('id="source-2"')
    assert "A first review</a>. Journal of Reviews, 2020" in text
    assert "people<sup" in text


def test_one_source_is_listed_once(rendered: Rendered) -> None:
    text = body(rendered, "conditions/sadness.md")
    assert text.count('href="#source-1"') == 4
    assert text.count("A first review</a>.") == 1


def test_links_lead_to_files_that_engines_check(rendered: Rendered) -> None:
    assert "[talking](../therapies/talking.md#what)" in body(rendered, "conditions/sadness.md")


def test_a_link_may_be_wrapped(rendered: Rendered) -> None:
    assert "[wrapped\nwords](../therapies/talking.md)" in body(rendered, "conditions/sadness.md")


def test_the_edit_link_leads_to_the_file_that_the_editor_edits(rendered: Rendered) -> None:
    address = "https://github.com/someone/small/edit/main/content/conditions/sadness.md"
    assert f'href="{address}"' in body(rendered, "conditions/sadness.md")


def test_an_unreviewed_page_says_so(project: Path, rendered: Rendered) -> None:
    assert "No clinician has reviewed this page yet." in body(rendered, "conditions/sadness.md")
    facts = "reviewer: Dr. Somebody, credentials: PhD, reviewed: 2026-02-03, next_review"
    support.edit(project, "content/conditions/sadness.md", "next_review", facts)
    text = body(render_project(project, support.TODAY)[0], "conditions/sadness.md")
    assert "Dr. Somebody, PhD, February 3, 2026" in text
    assert "No clinician" not in text


@pytest.mark.parametrize(
    ("key", "unknown"),
    [
        ("funding", "The publisher of this site has not yet said who pays for it."),
        ("hosting", "The publisher of this site has not yet said who hosts it, and what the host keeps."),
    ],
)
def test_what_the_publisher_knows_is_told_or_said_to_be_unknown(
    project: Path, key: str, unknown: str
) -> None:
    page, data = project / "docs/get-help-now.md", project / "content/data/program.yml"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{{{{ {key}() }}}}\n", encoding="utf-8")
    assert unknown in body(render_project(project, support.TODAY)[0], "get-help-now.md")
    told = f"{key}: A clinic & a county grant."
    data.write_text(f"{data.read_text(encoding='utf-8')}{told}\n", encoding="utf-8")
    text = body(render_project(project, support.TODAY)[0], "get-help-now.md")
    assert "A clinic &amp; a county grant." in text
    assert unknown not in text


def test_a_picture_keeps_its_room_and_goes_along_onto_paper(project: Path) -> None:
    Image.new("RGB", (30, 20)).save(project / "docs" / "assets" / "two.png")
    page = project / "content" / "conditions" / "sadness.md"
    page.write_text(f"{page.read_text('utf-8')}\n![Two people talking.](/assets/two.png)\n", "utf-8")
    site = load_site(project)[0]
    screen = body(render_project(project, support.TODAY)[0], "conditions/sadness.md")
    assert 'src="../../assets/two.png" alt="Two people talking." width="30" height="20"' in screen
    templates = template_environment(project / "overrides")
    (sad,) = [page for page in site.pages if page.slug == "sadness"]
    assert 'src="data:image/png;base64,' in Press(site, templates, []).sheet(sad, Paper(Size.LETTER)).html


def test_data_is_escaped(project: Path) -> None:
    """The checks refuse all of this; were one of them missed, it would still be shown and never run."""
    support.edit(
        project, "content/data/evidence.yml", "Nobody has tested it.", "<script>alert()</script> & co"
    )
    support.edit(project, "content/conditions/sadness.md", "the blues", "'<img src=x>'")
    support.edit(project, "content/conditions/sadness.md", "It is common.", "'<b onclick=x>It'")
    support.edit(project, "content/data/sources.yml", "Journal of Reviews", "'<i>Journal</i>'")
    pages = render(load_site(project)[0], project / "overrides", Checked(support.TODAY)).pages.values()
    text = "".join(page.markdown for page in pages)
    assert not any(tag in text for tag in ("<script", "<img src=x", "<b ", "<i>"))


def test_a_title_of_a_source_does_nothing_in_the_text(project: Path) -> None:
    support.edit(
        project, "content/data/sources.yml", "publisher: Journal of Reviews", "publisher: 'A `b` [c](d)'"
    )
    text = body(render_project(project, support.TODAY)[0], "conditions/sadness.md")
    assert 'aria-label="Source 1: A &#96;b&#96; &#91;c&#93;(d), 2020"' in text


def test_the_theme_gets_text_that_fits_an_attribute(project: Path) -> None:
    summary = "summary: 'The \"usual\" way & more'"
    support.edit(project, "content/therapies/talking.md", "summary: You talk, and somebody listens.", summary)
    page = render_project(project, support.TODAY)[0].pages["therapies/talking.md"]
    assert page.meta["description"] == "The &quot;usual&quot; way &amp; more"


def test_comparison_has_a_caption_and_headers_both_ways(rendered: Rendered) -> None:
    text = body(rendered, "conditions/index.md")
    assert "<caption>" in text
    assert '<th scope="col"><a href="../levels-of-care/day/">Day care</a></th>' in text
    assert '<th scope="row">Safety</th>' in text


def test_a_dimension_and_a_level_are_added_in_yaml_alone(project: Path) -> None:
    data = project / "content" / "data" / "levels-of-care.yml"
    loaded = yaml.safe_load(data.read_text(encoding="utf-8"))
    hours = {"least": 1, "text": "An hour", "sources": ["first-2020"]}
    loaded["levels"].append(
        {"id": "night", "name": "Night care", "short_name": "N", "summary": "S", "hours": hours}
    )
    loaded["dimensions"][0]["cells"]["night"] = {"text": "Owls are there."}
    cells = {name: {"text": f"Cost of {name}."} for name in ("day", "stay", "night")}
    loaded["dimensions"].append({"id": "cost", "label": "Cost", "cells": cells})
    data.write_text(yaml.safe_dump(loaded), encoding="utf-8")
    support.edit(project, "docs/conditions/index.md", '{{ comparison("day", "stay") }}', "{{ comparison() }}")
    result = render_project(project, support.TODAY)[0]
    text = body(result, "conditions/index.md")
    assert text.count("Cost of night.") == text.count("Owls are there.") == 2, (
        "once in the table, once in the card"
    )
    assert "Night care" in text.split("<figure")[1]
    assert "Owls are there." in result.files["compare/levels-of-care.csv"]


def test_table_and_cards_say_the_same(rendered: Rendered) -> None:
    table, cards = body(rendered, "conditions/index.md").split("pe-comparison__cards")
    for text in (
        "You are alone at night, &#34;on your own&#34;.",
        "Staff are there all 24 hours, 7 days a week.",
    ):
        assert text in table
        assert text in cards


def test_downloads_hold_every_cell(rendered: Rendered) -> None:
    rows = list(csv.reader(io.StringIO(rendered.files["compare/levels-of-care.csv"])))
    assert rows[0] == ["Dimension", "Level of care", "What it is like", "Sources"]
    assert rows[1] == ["Safety", "Day care", 'You are alone at night, "on your own".', ""]
    assert rows[2][3] == "Second guideline (2021) https://guidelines.example.org/second"
    data = json.loads(rendered.files["compare/levels-of-care.json"])
    assert [cell["level"] for cell in data["cells"]] == ["day", "stay"]
    assert data["levels"][0]["hours_a_week"] == {"least": 9, "most": 19, "text": "9 to 19 hours"}


def test_a_formula_in_a_cell_stays_text_in_a_spreadsheet(project: Path) -> None:
    support.edit(project, "content/data/levels-of-care.yml", "You are alone", "=HYPERLINK()")
    row = next(
        iter(render_project(project, support.TODAY)[0].files["compare/levels-of-care.csv"].splitlines()[1:])
    )
    assert ",'=HYPERLINK()" in row.replace('"', "")


def test_the_figure_has_a_text_for_every_bar(rendered: Rendered) -> None:
    figure = body(rendered, "conditions/index.md").split("<figure")[1].split("</figure>")[0]
    assert figure.count("<svg") == figure.count("<dt>") == 2
    assert 'width="5.36%"' in figure, "9 of 168 hours are sure"
    assert 'x="5.36%" width="5.95%"' in figure, "10 more can be"
    assert "9 to 19 hours<sup" in figure


def test_a_to_z_has_every_name(rendered: Rendered) -> None:
    text = body(rendered, "conditions/index.md")
    assert '<h2 id="letter-t">T</h2>' in text
    assert "The blues</a>" in text


def test_help_numbers_can_be_dialed(rendered: Rendered) -> None:
    text = body(rendered, "get-help-now.md")
    assert 'href="tel:0800123456"' in text
    assert 'href="sms:50808?body=HI"' in text
    assert "Number not yet checked with the operator." in text


def test_errors_stop_the_rendering(project: Path) -> None:
    support.edit(project, "content/conditions/sadness.md", "[@first-2020]", "[@nobody]")
    with pytest.raises(ContentError) as caught:
        render_project(project, support.TODAY)
    assert [problem.code for problem in caught.value.problems] == ["S001"]


def test_a_page_costs_the_same_menu_however_many_there_are(rendered: Rendered) -> None:
    assert rendered.nav == [
        {"Home": "index.md"},
        {"Get help now": "get-help-now.md"},
        {"Conditions": "conditions/index.md"},
    ]


def test_small_ways_of_writing() -> None:
    from datetime import date  # noqa: PLC0415

    assert day(date(2026, 3, 5)) == "March 5, 2026"
    assert dial("+44 (0) 116-123") == "+440116123"
    assert shorten("one two three", 9) == "one two…"
    assert shorten("one two", 9) == "one two"


def test_the_evidence_is_a_file_too(rendered: Rendered) -> None:
    data = json.loads(rendered.files["compare/evidence.json"])
    first = data["findings"][0]
    assert (first["condition"], first["kind"], first["of"]) == ("sadness", "therapy", "talking")
    assert first["sources"][0]["link"] == "https://doi.org/10.1000/first"
    lines = rendered.files["compare/evidence.csv"].splitlines()
    assert lines[1].startswith("sadness,therapy,talking,strong,Talking helps 1 in 5 people.,")
    assert len(lines) == 1 + len(data["findings"])


def test_all_the_evidence_on_a_page(project: Path) -> None:
    support.edit(project, "docs/get-help-now.md", "{{ help_lines() }}", '{{ evidence_matrix("therapies") }}')
    text = body(render_project(project, support.TODAY)[0], "get-help-now.md")
    assert 'id="therapies-sadness-talking"' in text
    assert "Talking helps 1 in 5 people." in text


FIGURES = (
    ("panic_cycle", ("<li><strong>One</strong> <span>It begins.</span></li>", "It can be broken.")),
    ("exposure_curves", ('points="0,0 600,220"', "<dd>It falls.</dd>", "Yours may be another.")),
    ("steps_figure", ("Go up.", "Day care", "Go down.")),
    ("evidence_figure", ("1 of 1", "A condition and a therapy: 1 pair")),
    ("week_figure", ("A sample week, made up", "<li>Group</li>")),
)


@pytest.mark.parametrize(("name", "said"), FIGURES)
def test_a_figure_says_in_words_what_it_draws(project: Path, name: str, said: tuple[str, ...]) -> None:
    support.edit(project, "docs/get-help-now.md", "{{ help_lines() }}", f"{{{{ {name}() }}}}")
    text = body(render_project(project, support.TODAY)[0], "get-help-now.md")
    assert [part for part in said if part not in text] == []
    text = text.partition('class="pe-start"')[2]
    assert text.count("<svg") == text.count('aria-hidden="true"')
