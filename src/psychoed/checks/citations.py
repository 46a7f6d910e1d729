"""Citations name sources that exist, wherever they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markup import Piece, citation_ids, scan
from ..site import Page, Site
from ..walk import program_services
from ..words import did_you_mean
from .rule import Found, Rule, Run
from .sourced_data import data_citations

CITATION = re.compile(r"\[@[\w.-]+(?:\s*;\s*@[\w.-]+)*\]")


def find(run: Run) -> Iterator[Found]:
    site = run.site
    for page in run.pages:
        for line, text in _citations(page):
            names = citation_ids(text)
            if not CITATION.fullmatch(text):
                message = f"'{text}' is not a citation"
                yield Found(page.path, line, message, "write [@source-id], or [@one-id; @another-id]")
            yield from (_unknown(page.path, line, name, site) for name in names if name not in site.sources)
    for path, line, name in [*data_citations(site), *_program_citations(site)]:
        if name not in site.sources:
            yield _unknown(path, line, name, site)


def _citations(page: Page) -> Iterator[tuple[int, str]]:
    texts = [(page.body_line, page.body), (page.line("summary"), page.meta.summary)]
    texts += [(page.line("key_points", n), point) for n, point in enumerate(page.meta.key_points)]
    for first_line, text in texts:
        for token in scan(text, first_line):
            if token.piece is Piece.CITATION:
                yield token.line, token.text


def _program_citations(site: Site) -> Iterator[tuple[str, int, str]]:
    """The program's texts cite like prose does."""
    if site.program:
        for (path, line), service in program_services(site):
            for name in citation_ids(f"{service.text} {service.evidence or ''}"):
                yield path, line, name


def cited_ids(site: Site) -> set[str]:
    """Every source id that a page or a data file cites."""
    in_pages = {name for page in site.pages for _, text in _citations(page) for name in citation_ids(text)}
    return in_pages | {name for _, _, name in [*data_citations(site), *_program_citations(site)]}


def _unknown(path: str, line: int, name: str, site: Site) -> Found:
    remedy = did_you_mean(name, site.sources, "add it to content/data/sources.yml")
    return Found(path, line, f"there is no source '{name}'", remedy)


RULE = Rule(
    code="S001",
    name="unknown-source",
    why="A reader can follow every claim to where it comes from.",
    remedy="correct the id",
    find=find,
    needs=frozenset({"sources", "evidence", "levels_of_care", "glossary"}),
)
