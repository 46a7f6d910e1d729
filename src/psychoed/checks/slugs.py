"""Data files speak of pages that exist."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..site import Kind, Site
from ..walk import glossary_terms, program_services
from ..words import did_you_mean
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    site = run.site
    conditions = site.slugs(Kind.CONDITION)
    yield from _evidence(site, conditions, site.slugs(Kind.THERAPY))
    yield from _levels(site)
    yield from _parents(site, conditions)
    yield from _addresses(site)


def _evidence(site: Site, conditions: set[str], therapies: set[str]) -> Iterator[Found]:
    assert site.evidence and site.levels_of_care
    data = site.files["evidence"]
    levels = {level.id for level in site.levels_of_care.levels}
    for part, columns, noun in (("therapies", therapies, "therapy"), ("settings", levels, "level of care")):
        for condition, cells in getattr(site.evidence, part).items():
            if condition not in conditions:
                yield _missing(data.path, data.line(part, condition), "condition", condition, conditions)
            for name in cells:
                if name not in columns:
                    yield _missing(data.path, data.line(part, condition, name), noun, name, columns)


def _levels(site: Site) -> Iterator[Found]:
    assert site.levels_of_care
    levels = {level.id for level in site.levels_of_care.levels}
    for page in site.of_kind(Kind.LEVEL):
        if page.slug not in levels:
            remedy = "name the file after an id in content/data/levels-of-care.yml"
            yield Found(page.path, 1, f"'{page.slug}' is not a level of care", remedy)


def _parents(site: Site, conditions: set[str]) -> Iterator[Found]:
    for page in site.of_kind(Kind.CONDITION):
        if page.meta.parent and page.meta.parent not in conditions - {page.slug}:
            others = conditions - {page.slug}
            yield _missing(page.path, page.line("parent"), "condition", page.meta.parent, others)


def _addresses(site: Site) -> Iterator[Found]:
    """The pages that the program and the glossary lead to."""
    pages = site.addresses()
    moved = site.moved()
    services = ((place, service.address) for place, service in program_services(site))
    terms = ((place, term.address) for place, term in glossary_terms(site))
    for (path, line), address in chain(services, terms):
        if address in moved:
            remedy = f"write {moved[address].address}"
            yield Found(path, line, f"the page {address} has moved", remedy)
        elif address and address not in pages:
            yield _missing(path, line, "page", address, pages)


def _missing(path: str, line: int, noun: str, name: str, known: set[str]) -> Found:
    remedy = did_you_mean(name, known, f"write its page, or take '{name}' out")
    return Found(path, line, f"there is no {noun} '{name}'", remedy)


RULE = Rule(
    code="X001",
    name="unknown-page",
    why="Data and pages stay in step.",
    remedy="correct the name",
    find=find,
    needs=frozenset({"evidence", "levels_of_care", "program", "glossary"}),
)
