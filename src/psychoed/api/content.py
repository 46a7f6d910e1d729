"""The records of each file, made from the site. Nothing here knows the day of the build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..markup import Piece, citation_ids, plain, scan, slugify
from ..models import Evidence, Glossary, HelpLine, HelpLines, Level, LevelsOfCare
from ..rendering.addresses import discreet_url, in_full
from ..rendering.body import sections
from ..site import Kind, Page, Site
from ..walk import findings
from . import shapes

FOLDER = f"api/v{shapes.VERSION}"
DOCUMENTATION = "/about/data/"
LICENSE = shapes.License(name="CC BY 4.0", url="https://creativecommons.org/licenses/by/4.0/")
NOTES = {
    "index": "The files keep their shape while their address says v1. The documentation has the promise.",
    "pages": "This is information and no medical advice. Say beside it whether a clinician has reviewed it: "
    "'review' tells.",
    "levels": "Every cell rests on the sources beside it. No cell can tell what is safe for one person.",
    "evidence": "The words are this site's own judgment. 'Insufficient' means not tested well enough. It "
    "does not mean that it does not work. Never show the word without its note.",
    "help-lines": "Numbers change. Look at the operator's own page before you show a line, and again before "
    "'check_again_by'. Show the day of the check beside the number.",
    "sources": "'says' is what was seen in a source, in this site's words. It is not a quotation.",
    "glossary": "Definitions for readers, not for coding or billing.",
}
CONTENT = "content"


@dataclass(frozen=True)
class Publisher:
    """The site beside what is known only once its pages are rendered: the sources that each one lists."""

    site: Site
    cited: Mapping[str, Iterable[str]]

    def url(self, address: str) -> str:
        """An address in full, as far as the settings name the site's own."""
        return in_full(self.site.settings, address)

    def head(
        self, name: str, note: str, page: str, files: Iterable[str], days: Iterable[date]
    ) -> dict[str, Any]:
        """What every file begins with."""
        site = self.site.settings
        return {
            "format": f"psychoed-{name}",
            "version": shapes.VERSION,
            "schema_url": self.url(f"/{FOLDER}/schemas/{name}.json"),
            "url": self.url(page),
            "license": LICENSE,
            "attribution": f"{site.site_name}, {self.url('/')}, {LICENSE.name}",
            "note": NOTES[note],
            "generated_from": shapes.Origin(files=tuple(files), newest_day=max(days, default=None)),
        }


# --- pages ---


def conditions(publisher: Publisher) -> shapes.Conditions:
    """The conditions."""
    pages = _by_slug(publisher, Kind.CONDITION)
    records = (
        shapes.Condition(**_page(publisher, page), name=page.meta.name, parent=page.meta.parent)
        for page in pages
    )
    head = publisher.head("conditions", "pages", "/conditions/", [f"{CONTENT}/conditions/"], _days(pages))
    return shapes.Conditions(**head, conditions=tuple(records))


def therapies(publisher: Publisher) -> shapes.Therapies:
    """The therapies."""
    pages = _by_slug(publisher, Kind.THERAPY)
    records = (
        shapes.Therapy(**_page(publisher, page), name=page.meta.name, abbreviation=page.meta.abbreviation)
        for page in pages
    )
    head = publisher.head("therapies", "pages", "/therapies/", [f"{CONTENT}/therapies/"], _days(pages))
    return shapes.Therapies(**head, therapies=tuple(records))


def _by_slug(publisher: Publisher, kind: Kind) -> list[Page]:
    return sorted(publisher.site.of_kind(kind), key=lambda page: page.slug)


def _days(pages: Iterable[Page]) -> list[date]:
    return [day for page in pages for day in (page.meta.review.written, page.meta.review.reviewed) if day]


def _page(publisher: Publisher, page: Page) -> dict[str, Any]:
    return {
        "id": page.slug,
        "title": page.meta.title,
        "url": publisher.url(page.address),
        "code": publisher.site.permalinks.code_for(page.address),
        "discreet_url": discreet_url(publisher.site, page.address),
        "summary": _statement(page.meta.summary),
        "key_points": tuple(map(_statement, page.meta.key_points)),
        "also_called": page.meta.also_called,
        "sections": tuple(_sections(publisher, page)),
        "sources": tuple(publisher.cited[page.address]),
        "review": _review(page),
    }


def _sections(publisher: Publisher, page: Page) -> Iterable[shapes.Section]:
    for title, anchor in sections(publisher.site, page):
        yield shapes.Section(
            id=anchor,
            title=title,
            url=f"{publisher.url(page.address)}#{anchor}",
            discreet_url=discreet_url(publisher.site, page.address, anchor),
        )


def _statement(text: str) -> shapes.Statement:
    cited = [
        name for token in scan(text) if token.piece is Piece.CITATION for name in citation_ids(token.text)
    ]
    return shapes.Statement(text=plain(text), sources=tuple(dict.fromkeys(cited)))


def _review(page: Page) -> shapes.PageReview:
    review = page.meta.review
    return shapes.PageReview(
        author=review.author,
        written=review.written,
        reviewed=review.reviewer is not None,
        reviewer=review.reviewer,
        credentials=review.credentials,
        reviewed_on=review.reviewed,
        next_review=review.next_review,
    )


# --- levels of care and evidence ---


def levels(publisher: Publisher, data: LevelsOfCare) -> shapes.Levels:
    """The levels of care, each with its column of the comparison."""
    pages = {page.slug: page for page in publisher.site.of_kind(Kind.LEVEL)}
    records = (
        _level(publisher, data, number, level, pages.get(level.id))
        for number, level in enumerate(data.levels, 1)
    )
    files = [f"{CONTENT}/data/levels-of-care.yml", f"{CONTENT}/levels-of-care/"]
    head = publisher.head(
        "levels", "levels", "/levels-of-care/", files, [data.checked, *_days(pages.values())]
    )
    return shapes.Levels(**head, checked=data.checked, levels=tuple(records))


def _level(
    publisher: Publisher, data: LevelsOfCare, number: int, level: Level, page: Page | None
) -> shapes.LevelOfCare:
    cells = (
        shapes.ComparisonCell(dimension=row.id, label=row.label, text=cell.text, sources=cell.sources)
        for row in data.dimensions
        for cell in [row.cells[level.id]]
    )
    return shapes.LevelOfCare(
        id=level.id,
        position=number,
        name=level.name,
        short_name=level.short_name,
        summary=level.summary,
        hours_a_week=shapes.WeeklyHours(**dict(level.hours)),
        comparison=tuple(cells),
        page=shapes.PageFacts(**_page(publisher, page)) if page else None,
    )


def evidence(publisher: Publisher, data: Evidence) -> shapes.Evidence:
    """Every claim, that a therapy helps and that a setting helps."""
    kinds = {"therapies": "therapy", "settings": "level-of-care"}
    records = (
        shapes.EvidenceCell(
            id=f"{cell.condition}.{kinds[cell.part]}.{cell.name}",
            condition=cell.condition,
            kind=kinds[cell.part],
            subject=cell.name,
            strength=cell.finding.strength,
            note=plain(cell.finding.note),
            sources=cell.finding.sources,
            checked=data.checked,
            url=publisher.url(f"/conditions/{cell.condition}/"),
        )
        for _, cell in findings(publisher.site)
    )
    head = publisher.head(
        "evidence", "evidence", "/compare/evidence/", [f"{CONTENT}/data/evidence.yml"], [data.checked]
    )
    return shapes.Evidence(
        **head, words=data.words, evidence=tuple(sorted(records, key=lambda each: each.id))
    )


# --- help lines, sources, words ---


def help_lines(publisher: Publisher, data: HelpLines) -> shapes.HelpLines:
    """The help lines of every region, with what is known of each check."""
    regions = (
        shapes.Region(id=region.id, name=region.name, lines=tuple(map(_line, region.lines)))
        for region in data.regions
    )
    days = (line.checked for region in data.regions for line in region.lines)
    files = [f"{CONTENT}/data/help-lines.yml"]
    return shapes.HelpLines(
        **publisher.head("help-lines", "help-lines", "/get-help-now/", files, days),
        default_region=data.default_region,
        regions=tuple(regions),
        retired=tuple(shapes.Retired(**dict(each)) for each in data.retired),
    )


def _line(line: HelpLine) -> shapes.HelpLineFacts:
    facts = dict(line)
    website, text = facts.pop("url"), facts.pop("text")
    return shapes.HelpLineFacts(
        **facts,
        website=website,
        text=shapes.TextNumber(**dict(text)) if text else None,
        check_again_by=line.check_again_by,
    )


def sources(publisher: Publisher) -> shapes.Sources:
    """Every source."""
    known = sorted(publisher.site.sources.items())
    records = (
        shapes.SourceFacts(
            id=name,
            link=source.link,
            **{key: value for key, value in source if key in shapes.SourceFacts.model_fields},
        )
        for name, source in known
    )
    days = (source.checked for _, source in known)
    files = [f"{CONTENT}/data/sources.yml"]
    return shapes.Sources(
        **publisher.head("sources", "sources", "/about/", files, days), sources=tuple(records)
    )


def glossary(publisher: Publisher, data: Glossary) -> shapes.GlossaryTerms:
    """Every word that is explained."""
    records = (
        shapes.GlossaryTerm(
            id=slugify(term.term),
            term=term.term,
            forms=term.forms,
            definition=plain(term.definition),
            sources=term.sources,
            url=publisher.url(f"/glossary/#{slugify(term.term)}"),
        )
        for term in data.terms
    )
    head = publisher.head("glossary", "glossary", "/glossary/", [f"{CONTENT}/data/glossary.yml"], [])
    return shapes.GlossaryTerms(**head, terms=tuple(sorted(records, key=lambda each: each.id)))
