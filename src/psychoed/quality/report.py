"""The figures of the report. They are made from the same functions and problems as the checks.

``schemas/quality-report.json`` describes the file made of these records, and is made from them. A change that
breaks a reader of the file (a field gone or with another meaning) gets the next ``VERSION``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median, median_low
from typing import Literal

from pydantic import Field

from ..models import Model, PageException, Source
from ..problems import Problem, Severity
from ..reading import FEWEST_WORDS, neutral_names, reading_of
from ..site import Page, Site
from .instruments import INSTRUMENTS, How, Instrument

VERSION: Literal[1] = 1
YEAR = 365
NOTE = (
    "These are machine checks and facts that authors gave. They are not a review and not a score of any "
    "instrument: people score PEMAT, DISCERN and the CDC Clear Communication Index."
)


@dataclass(frozen=True)
class Checked:
    """What the checks found in a site, and on which day: rendering has no clock and runs no checks."""

    today: date
    problems: tuple[Problem, ...] = ()


class ReadingFigures(Model):
    """How hard the page's own text is to read. Tables made from data are not part of it."""

    grade: float | None = Field(
        description="Flesch-Kincaid grade, names of conditions, therapies and levels of care and the terms "
        "of the glossary taken as ordinary words. null for a text of fewer than 100 words."
    )
    raw_grade: float | None = Field(description="The same with those names as they stand.")
    words: int = Field(description="Words of the page's own text.")
    long_share: float = Field(description="Share of sentences over 20 words, from 0 to 1.")


class ReviewFigures(Model):
    """Who wrote the page and who has read it, as its author stated it."""

    author: str = Field(description="Who wrote the page.")
    written: date = Field(description="The day the text was last changed in substance.")
    reviewer: str | None = Field(description="null: no clinician has reviewed this page yet.")
    credentials: str | None = Field(description="The reviewer's license or degree.")
    reviewed: date | None = Field(description="The day the reviewer finished reading.")
    next_review: date = Field(description="The day by which the page has to be read again.")
    overdue: bool = Field(description="Whether the day of the next review was over on the day of the report.")


class SourceFigures(Model):
    """The sources in the page's list."""

    number: int = Field(description="How many there are.")
    oldest: int | None = Field(description="The year of the oldest.")
    median: int | None = Field(description="Of an even number of years the lower one in the middle.")
    newest: int | None = Field(description="The year of the newest.")
    checked_within_a_year: int = Field(
        description="How many of them somebody looked at in the 365 days before the report."
    )


class ExceptionFigures(Model):
    """Where the page may break a rule, and why."""

    rule: str = Field(description="The rule's code or name.")
    words: str | None = Field(description="Words on the line it is about. null: the whole page.")
    reason: str = Field(description="Why the rule does not fit there.")


class ItemFigures(Model):
    """How many items of one instrument can be judged by whom on this page. This is not a score."""

    instrument: str = Field(description="The id of the instrument.")
    items: int = Field(description="How many items it has.")
    machine: int = Field(description="Items of which a program checks a part here.")
    flagged: tuple[int, ...] = Field(
        description="The numbers of those with an open warning, or an exception to a rule."
    )
    declared: int = Field(description="Items for which the page has a place that its author has to fill.")
    person: int = Field(description="Items that only a person can judge.")


class PageFigures(Model):
    """Everything measured of one page."""

    title: str = Field(description="The heading of the page.")
    address: str = Field(description="Where readers find it on the site.")
    kind: Literal["condition", "therapy", "level", "guide", "plain"] = Field(
        description="What it is about. Plain pages are all others: home, lists, tools, about."
    )
    reading: ReadingFigures = Field(description="How hard it is to read.")
    review: ReviewFigures = Field(description="Who wrote it and who has read it.")
    sources: SourceFigures = Field(description="The sources in its list.")
    warnings: dict[str, int] = Field(description="Open warnings, by the rule's code. Hints do not count.")
    exceptions: tuple[ExceptionFigures, ...] = Field(description="Where it may break a rule, and why.")
    instruments: tuple[ItemFigures, ...] = Field(description="By whom each instrument's items can be judged.")


class Overview(Model):
    """The whole site in a few figures."""

    pages: int = Field(description="How many pages somebody wrote.")
    median_grade: float | None = Field(description="The grade in the middle, of pages that have one.")
    highest_grade: float | None = Field(description="The grade of the page that is hardest to read.")
    reviewed: int = Field(description="Pages that a clinician has reviewed.")
    overdue: int = Field(description="Pages whose next review is overdue.")
    warnings: int = Field(description="Open warnings in pages and data files together.")
    sources: int = Field(description="Different sources that pages cite.")
    median_year: int | None = Field(description="The year in the middle, of all these sources.")


class ItemEntry(Model):
    """One item of an instrument in our words, and what the site does about it."""

    number: int = Field(description="Its number in the instrument.")
    asks: str = Field(description="What it asks, in our words.")
    how: How = Field(
        description="Who can judge it: a program in part, the author by filling a place, a person."
    )
    on: str = Field(description="The pages on which it is checked or declared.")
    here: str = Field(description="What the site does about it.")
    rules: tuple[str, ...] = Field(description="The codes of the rules that look at it.")


class InstrumentEntry(Model):
    """An instrument and its items."""

    id: str = Field(description="A short name that stays.")
    name: str = Field(description="Its name, as its publisher has it.")
    items: tuple[ItemEntry, ...] = Field(description="All of its items.")


class Report(Model):
    """The quality report of a site, as a file and as a page."""

    format: Literal["psychoed-quality"] = Field(default="psychoed-quality", description="What file this is.")
    version: Literal[1] = Field(default=VERSION, description="The version of its shape.")
    measured: date = Field(description="The day on which the site was built and measured.")
    note: str = Field(default=NOTE, description="How to read it.")
    overview: Overview = Field(description="The figures of the whole site.")
    pages: tuple[PageFigures, ...] = Field(description="Every page that somebody wrote, by title.")
    warnings_in_data: dict[str, int] = Field(description="Open warnings in data files, by the rule's code.")
    instruments: tuple[InstrumentEntry, ...] = Field(description="The instruments, item by item.")


def report_of(site: Site, checked: Checked, cited: Mapping[str, Iterable[str]]) -> Report:
    """The report. ``cited`` names, for every page's address, the sources in its list as it is shown."""
    names = neutral_names(site)
    warnings = _warnings(checked.problems)
    lists = {page.address: [site.sources[name] for name in cited[page.address]] for page in site.pages}

    def figures(page: Page) -> PageFigures:
        reading, review = reading_of(page, names), page.meta.review
        told = warnings.get(page.path, {})
        long_enough = reading.words >= FEWEST_WORDS
        sources = lists[page.address]
        return PageFigures(
            title=page.meta.title,
            address=page.address,
            kind=page.kind.value,
            reading=ReadingFigures(
                grade=round(reading.grade, 1) if long_enough else None,
                raw_grade=round(reading.raw_grade, 1) if long_enough else None,
                words=reading.words,
                long_share=round(reading.long_share, 3),
            ),
            review=ReviewFigures(**dict(review), overdue=review.is_overdue(checked.today)),
            sources=_sources(sources, checked.today),
            warnings=told,
            exceptions=tuple(ExceptionFigures(**dict(each)) for each in page.meta.exceptions),
            instruments=_instruments(site, page, bool(sources), {*told, *_excepted(page.meta.exceptions)}),
        )

    pages = tuple(sorted(map(figures, site.pages), key=lambda each: (each.title.casefold(), each.address)))
    in_pages = {page.path for page in site.pages}
    in_data = sum((Counter(told) for path, told in warnings.items() if path not in in_pages), Counter[str]())
    different = {name: site.sources[name] for names_ in cited.values() for name in names_}
    return Report(
        measured=checked.today,
        overview=_overview(pages, in_data.total(), list(different.values())),
        pages=pages,
        warnings_in_data=dict(sorted(in_data.items())),
        instruments=tuple(_entry(site, instrument) for instrument in INSTRUMENTS),
    )


def _warnings(problems: Iterable[Problem]) -> dict[str, dict[str, int]]:
    """How many warnings of each rule there are in each file; the same one told twice counts once."""
    told = sorted({problem for problem in problems if problem.severity is Severity.WARNING})
    found: dict[str, Counter[str]] = {}
    for problem in told:
        found.setdefault(problem.path, Counter())[problem.code] += 1
    return {path: dict(sorted(codes.items())) for path, codes in found.items()}


def _sources(sources: list[Source], today: date) -> SourceFigures:
    years = [source.year for source in sources]
    return SourceFigures(
        number=len(sources),
        oldest=min(years, default=None),
        median=median_low(years) if years else None,
        newest=max(years, default=None),
        checked_within_a_year=sum((today - source.checked).days <= YEAR for source in sources),
    )


def _excepted(exceptions: Iterable[PageException]) -> set[str]:
    """The codes of the rules that a page may break; an exception names a rule by its code or its name."""
    from ..catalog import find  # noqa: PLC0415 (a check loads this module, and needs no catalog)

    return {entry.code for each in exceptions if (entry := find(each.rule))}


def _instruments(site: Site, page: Page, cites: bool, codes: set[str]) -> tuple[ItemFigures, ...]:
    """What can be said of the page by each instrument; ``codes`` are the rules that it does not keep."""

    def counted(instrument: Instrument) -> ItemFigures:
        hows = [(item, item.how_on(site, page, cites)) for item in instrument.items]
        count = Counter(how for _, how in hows)
        flagged = (item.number for item, how in hows if how is How.MACHINE and codes & set(item.rules))
        return ItemFigures(
            instrument=instrument.id,
            items=len(hows),
            machine=count[How.MACHINE],
            flagged=tuple(flagged),
            declared=count[How.DECLARED],
            person=count[How.PERSON],
        )

    return tuple(map(counted, INSTRUMENTS))


def _overview(pages: tuple[PageFigures, ...], in_data: int, sources: list[Source]) -> Overview:
    grades = [page.reading.grade for page in pages if page.reading.grade is not None]
    return Overview(
        pages=len(pages),
        median_grade=round(median(grades), 1) if grades else None,
        highest_grade=max(grades, default=None),
        reviewed=sum(page.review.reviewer is not None for page in pages),
        overdue=sum(page.review.overdue for page in pages),
        warnings=sum(sum(page.warnings.values()) for page in pages) + in_data,
        sources=len(sources),
        median_year=median_low(source.year for source in sources) if sources else None,
    )


def _entry(site: Site, instrument: Instrument) -> InstrumentEntry:
    items = (
        ItemEntry(
            number=item.number,
            asks=item.asks,
            how=item.how,
            on=item.where(site),
            here=item.here,
            rules=item.rules,
        )
        for item in instrument.items
    )
    return InstrumentEntry(id=instrument.id, name=instrument.name, items=tuple(items))
