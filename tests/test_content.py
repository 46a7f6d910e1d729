"""Every real page is a case of its own, named by its file."""

from __future__ import annotations

from functools import cache

import pytest

import support
from psychoed.markup import plain
from psychoed.problems import Problem, Severity
from psychoed.project import load_and_check
from psychoed.site import Kind, Page, Site


@cache
def real() -> tuple[Site, list[Problem]]:
    """The site on its newest day, and what is said of it then."""
    return load_and_check(support.ROOT, support.newest_day())


def told() -> list[Problem]:
    """The errors and the warnings; a hint is a matter of taste."""
    return [problem for problem in real()[1] if problem.severity is not Severity.HINT]


PAGES = pytest.mark.parametrize("page", real()[0].pages, ids=lambda page: page.path)
CONTENT = pytest.mark.parametrize("page", list(real()[0].content_pages()), ids=lambda page: page.path)


@PAGES
def test_a_page_has_no_problem(page: Page) -> None:
    assert [str(problem) for problem in told() if problem.path == page.path] == []


def test_the_data_has_no_problem() -> None:
    assert [str(problem) for problem in told() if problem.path.startswith("content/data/")] == []


@CONTENT
def test_a_page_says_enough_of_its_own(page: Page) -> None:
    assert len(plain(page.body).split()) >= 700


def test_no_two_pages_share_a_paragraph() -> None:
    seen: dict[str, str] = {}
    for page in real()[0].content_pages():
        for paragraph in page.body.split("\n\n"):
            words = plain(paragraph)
            if len(words.split()) >= 12 and not words.startswith(("{{", "#")):
                assert seen.setdefault(words, page.path) == page.path, words


def test_no_page_claims_a_review() -> None:
    """Until a named clinician has read a page, it says that none has."""
    assert [page.path for page in real()[0].pages if page.meta.review.reviewer] == []


def test_what_the_first_edition_has_to_hold() -> None:
    site = real()[0]
    conditions = {page.slug for page in site.of_kind(Kind.CONDITION)}
    assert conditions >= {
        "depression",
        "anxiety-disorders",
        "bipolar-disorder",
        "ptsd",
        "substance-use-disorders",
        "eating-disorders",
        "ocd",
        "borderline-personality-disorder",
    }
    assert len(site.of_kind(Kind.THERAPY)) >= 12
    assert site.levels_of_care is not None
    assert [level.id for level in site.levels_of_care.levels] == [
        "outpatient",
        "intensive-outpatient",
        "partial-hospitalization",
        "residential",
        "inpatient",
    ]
    assert len(site.levels_of_care.dimensions) >= 9


def test_every_pair_of_condition_and_level_of_iop_is_judged() -> None:
    site = real()[0]
    assert site.evidence is not None
    judged = {
        condition for condition, cells in site.evidence.settings.items() if "intensive-outpatient" in cells
    }
    assert judged == {page.slug for page in site.of_kind(Kind.CONDITION)}
