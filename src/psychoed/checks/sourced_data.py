"""What the data files cite, and numbers in them that cite nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markup import citation_ids
from ..models import LevelsOfCare
from ..site import DataFile, Site
from ..walk import findings, glossary_terms, tool_texts
from .rule import Found, Rule, Run

Texts = Iterator[tuple[str, int, str, tuple[str, ...]]]


def data_texts(site: Site) -> Texts:
    """Every text for readers in the data files: path, line, text and the sources it stands on."""
    for (path, line), cell in findings(site) if site.evidence else ():
        yield path, line, cell.finding.note, cell.finding.sources
    for (path, line), term in glossary_terms(site) if site.glossary else ():
        yield path, line, term.definition, term.sources
    if site.levels_of_care:
        yield from _comparison(site.files["levels_of_care"], site.levels_of_care)
    yield from _figures(site)
    for (path, line), text in tool_texts(site):
        yield path, line, text, tuple(citation_ids(text))


def _comparison(data: DataFile, compared: LevelsOfCare) -> Texts:
    for number, level in enumerate(compared.levels):
        yield data.path, data.line("levels", number, "hours"), level.hours.text, level.hours.sources
    for number, dimension in enumerate(compared.dimensions):
        for name, cell in dimension.cells.items():
            yield data.path, data.line("dimensions", number, "cells", name), cell.text, cell.sources


def _figures(site: Site) -> Texts:
    if site.figures:
        data = site.files["figures"]
        for name, figure in (("panic_cycle", site.figures.panic_cycle), ("exposure", site.figures.exposure)):
            yield data.path, data.line(name, "around"), figure.around, figure.sources


def data_citations(site: Site) -> Iterator[tuple[str, int, str]]:
    """Every source id in the data files: path, line and id."""
    for path, line, _, sources in data_texts(site):
        yield from ((path, line, name) for name in sources)


def find(run: Run) -> Iterator[Found]:
    site = run.site
    for path, line, text, sources in data_texts(site):
        if re.search(r"\d", text.replace("24 hours", "").replace("24-hour", "")) and not sources:
            yield Found(path, line, f"a number without a source: '{text}'")


RULE = Rule(
    code="S002",
    name="number-in-data-without-source",
    why="Every number on the site has a source that says it.",
    remedy="add the id of the source that says it under 'sources', or take the number out",
    find=find,
    needs=frozenset({"evidence", "levels_of_care", "glossary"}),
)
