"""The figures of the quality report, counted by hand on the small site."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

import support
from psychoed.catalog import by_code
from psychoed.loading import load_site
from psychoed.project import render_project
from psychoed.quality.instruments import INSTRUMENTS, How, Instrument, Item
from psychoed.rendering import Rendered
from psychoed.site import Site

ITEMS = [pytest.param(item, id=f"{each.id}-{item.number}") for each in INSTRUMENTS for item in each.items]
DUE = date(2027, 1, 2)  # The day by which the small site's pages are to be read again.
SCHEMA = json.loads((support.ROOT / "schemas" / "quality-report.json").read_text(encoding="utf-8"))


@cache
def real_site_as_loaded() -> Site:
    """The real content, read once for all items."""
    return load_site(support.ROOT)[0]


def rendered(project: Path, today: date = support.TODAY) -> Rendered:
    return render_project(project, today)[0]


def report(project: Path, today: date = support.TODAY) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(rendered(project, today).files["about/quality.json"])
    return found


def page(report: dict[str, Any], address: str) -> dict[str, Any]:
    return next(each for each in report["pages"] if each["address"] == address)


def items(page: dict[str, Any], instrument: str) -> dict[str, Any]:
    return next(each for each in page["instruments"] if each["instrument"] == instrument)


def write_about_talking(project: Path, *paragraphs: str) -> None:
    body = "\n\n".join(paragraphs)
    support.edit(project, "content/therapies/talking.md", "\nYou talk.\n", f"\n{body}\n")


# --- reading ---


def test_words_are_those_of_the_page_and_a_short_one_has_no_grade(project: Path) -> None:
    """1 of the title, 10 of the summary, 13 of key points, 8 of headings, 20 of text; no table of data."""
    assert page(report(project), "/conditions/sadness/")["reading"] == {
        "grade": None,
        "raw_grade": None,
        "words": 52,
        "long_share": 0,
    }


def test_grades_are_counted_with_and_without_names(project: Path) -> None:
    """58 sentences. As they stand 137 words of 149 syllables; with the name as one word 136 of 141."""
    support.edit(
        project, "content/therapies/talking.md", "name: talking", "name: interpersonal psychotherapy"
    )
    long = "You talk and we talk and you talk and we talk and you talk and we talk and you talk now."
    write_about_talking(project, "You talk. " * 50, long, "You like interpersonal psychotherapy.")
    found = page(report(project), "/therapies/talking/")
    assert found["reading"] == {"grade": -2.4, "raw_grade": -1.8, "words": 137, "long_share": 0.017}
    assert found["warnings"] == {"W001": 1, "W002": 1}


# --- review ---


def test_a_page_without_a_reviewer_has_none(project: Path) -> None:
    found = report(project)
    assert found["overview"]["reviewed"] == 0
    assert page(found, "/therapies/talking/")["review"] == {
        "author": "The team",
        "written": "2026-01-02",
        "reviewer": None,
        "credentials": None,
        "reviewed": None,
        "next_review": "2027-01-02",
        "overdue": False,
    }


def test_a_reviewed_page_counts_as_one(project: Path) -> None:
    facts = "reviewer: Dr. Somebody, reviewed: 2026-02-03, next_review"
    support.edit(project, "content/therapies/talking.md", "next_review", facts)
    found = report(project)
    assert found["overview"]["reviewed"] == 1
    assert page(found, "/therapies/talking/")["review"]["reviewer"] == "Dr. Somebody"


@pytest.mark.parametrize(("today", "overdue"), [(DUE, 0), (date(2027, 1, 3), 7)])
def test_overdue_is_told_by_the_day_of_the_build(project: Path, today: date, overdue: int) -> None:
    found = report(project, today)
    assert found["measured"] == today.isoformat()
    assert found["overview"]["overdue"] == overdue
    assert sum(each["warnings"].get("R002", 0) for each in found["pages"]) == overdue


# --- sources ---


@pytest.mark.parametrize(("today", "within_a_year"), [(DUE, 2), (date(2027, 1, 3), 0)])
def test_sources_are_those_of_the_list_on_the_page(project: Path, today: date, within_a_year: int) -> None:
    assert page(report(project, today), "/conditions/sadness/")["sources"] == {
        "number": 2,
        "oldest": 2020,
        "median": 2020,
        "newest": 2021,
        "checked_within_a_year": within_a_year,
    }


def test_a_page_without_sources_has_no_years(project: Path) -> None:
    none = {"number": 0, "oldest": None, "median": None, "newest": None, "checked_within_a_year": 0}
    assert page(report(project), "/therapies/talking/")["sources"] == none


def test_a_source_of_two_pages_counts_once(project: Path) -> None:
    write_about_talking(project, "One person in 5 talks [@first-2020].")
    overview = report(project)["overview"]
    assert (overview["sources"], overview["median_year"]) == (2, 2020)


# --- warnings and exceptions ---


def test_warnings_in_data_are_told_apart(project: Path) -> None:
    """183 days after they were checked, both help lines wait for a check, and all 7 pages for a review."""
    found = report(project, date(2027, 2, 1))
    assert found["warnings_in_data"] == {"H001": 2}
    assert [each["warnings"] for each in found["pages"]] == [{"R002": 1}] * 7
    assert found["overview"]["warnings"] == 2 + 7


def test_an_exception_is_told_with_its_reason_and_is_not_passed(project: Path) -> None:
    write_about_talking(project, "You talk. You talk. You talk. You talk.")
    assert items(page(report(project), "/therapies/talking/"), "pemat-p")["flagged"] == [8]
    reason = "This is how a poem goes."
    excepted = f"exceptions: [{{rule: long-paragraph, reason: {reason}}}]\nreview"
    support.edit(project, "content/therapies/talking.md", "review", excepted)
    found = page(report(project), "/therapies/talking/")
    assert found["warnings"] == {}
    assert found["exceptions"] == [{"rule": "long-paragraph", "words": None, "reason": reason}]
    assert items(found, "pemat-p")["flagged"] == [8]


# --- instruments ---


def test_what_a_program_checks_depends_on_the_page(project: Path) -> None:
    """Only a page that cites has sources to check; only a topic has key points and fixed questions."""
    found = report(project)
    sadness, home = page(found, "/conditions/sadness/"), page(found, "/")
    assert items(sadness, "discern") == {
        "instrument": "discern",
        "items": 16,
        "machine": 2,
        "flagged": [],
        "declared": 1,
        "person": 13,
    }
    assert items(home, "discern")["machine"] == 0
    assert [items(each, "pemat-p")["machine"] for each in (sadness, home)] == [4, 3]
    assert [items(each, "cdc-index")["machine"] for each in (sadness, home)] == [4, 2]


def test_a_fixed_question_that_a_site_drops_is_no_place_for_an_answer(project: Path) -> None:
    def declared() -> int:
        number: int = items(page(report(project), "/therapies/talking/"), "discern")["declared"]
        return number

    before = declared()
    support.edit(project, "content/data/questions.yml", "therapy:\n  questions:\n    - id: what\n",
                 "therapy:\n  questions:\n    - id: what-it-is\n")  # fmt: skip
    support.edit(
        project, "content/conditions/sadness.md", "(/therapies/talking/#what)", "(/therapies/talking/)"
    )
    kept = "\nmoved_anchors: [{old: what, new: what-it-is}]\nreview:"
    support.edit(project, "content/therapies/talking.md", "\nreview:", kept)
    assert declared() == before + 1


@pytest.mark.parametrize(
    ("instrument", "numbers"),
    list(zip(INSTRUMENTS, ([*range(1, 13), *range(15, 27)], range(1, 17), range(1, 21)), strict=True)),
    ids=lambda value: getattr(value, "id", None),
)
def test_every_item_of_an_instrument_is_there(instrument: Instrument, numbers: list[int]) -> None:
    assert [item.number for item in instrument.items] == list(numbers)


@pytest.mark.parametrize("item", ITEMS)
def test_what_is_said_to_be_checked_names_what_checks_it(item: Item) -> None:
    assert set(item.rules) <= set(by_code())
    assert bool(item.here) == (item.how is not How.PERSON)
    assert item.rules or item.how is not How.MACHINE


@pytest.mark.parametrize("item", ITEMS)
def test_every_fixed_question_that_is_named_is_asked(item: Item) -> None:
    asked = real_site_as_loaded().questions
    assert asked
    known = {f"{kind}/{question.id}" for kind, each in asked for question in each.questions}
    assert set(item.answers) <= known


# --- the file and the page ---


def test_the_file_has_the_shape_that_the_schema_tells(project: Path) -> None:
    validator = Draft7Validator(SCHEMA, format_checker=FormatChecker())
    found = report(project)
    assert list(validator.iter_errors(found)) == []
    assert found["version"] == 1
    assert list(validator.iter_errors({**found, "score": 95}))
    assert list(validator.iter_errors({key: value for key, value in found.items() if key != "measured"}))


def test_the_page_tells_the_day_and_every_page_by_title(project: Path) -> None:
    support.edit(project, "docs/index.md", "{{ home_choices() }}", "{{ quality_report() }}")
    text = rendered(project).pages["index.md"].markdown
    assert "November 23, 2026</time>, the day this site was built" in text
    assert "No clinician has reviewed any page yet." in text
    titles = re.findall(r'<th scope="row"[^>]*><a [^>]*>([^<]+)</a>', text)
    assert titles == [each["title"] for each in report(project)["pages"]]
    assert titles == sorted(titles, key=str.casefold)
    assert "Home" in titles, "the page that shows the report is in it"


def test_the_page_of_the_report_counts_its_own_sources(project: Path) -> None:
    support.edit(
        project, "docs/index.md", "{{ home_choices() }}", "See [@first-2020].\n\n{{ quality_report() }}"
    )
    assert page(report(project), "/")["sources"]["number"] == 1


def test_nothing_is_called_a_score_of_an_instrument(project: Path) -> None:
    support.edit(
        project, "docs/index.md", "{{ home_choices() }}", "{{ quality_report() }}\n\n{{ instruments() }}"
    )
    result = rendered(project)
    text = f"{result.pages['index.md'].markdown} {result.files['about/quality.json']}"
    assert not re.search(r"(?:PEMAT(?:-P)?|DISCERN|Index)\W+(?:score|rating|passed)", text, re.IGNORECASE)
    assert text.count("need a person") >= 7 * 3
