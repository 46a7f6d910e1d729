"""The ready-made reading lists name pages and sections that exist.

What is told where it happened is not told again here: a page or a section that was lost (X005), and a fixed
question that its page does not answer (C001).
"""

from __future__ import annotations

from collections.abc import Iterator

from ..anchors import fixed_anchors, sections_of
from ..recording import lost_sections
from ..site import Page, Site
from ..words import did_you_mean
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    sets, file = run.site.handout_sets, run.site.files["handout_sets"]
    assert sets
    for number, each in enumerate(sets.sets):
        for position, place in enumerate(each.pages):
            problem = _problem(run.site, place)
            if problem:
                yield Found(file.path, file.line("sets", number, "pages", position), *problem)


def _problem(site: Site, place: str) -> tuple[str, str] | None:
    """What is wrong with a page or a section of a set, and what to do."""
    address, mark, anchor = place.partition("#")
    page = site.by_address().get(address)
    if page:
        return _without_section(site, page, anchor) if anchor else None
    if address in site.unreadable:
        return None
    moved = site.moved().get(address)
    if moved:
        return f"the page {address} has moved", f"write {moved.address}{mark}{anchor}"
    if site.recorded.knows(address):
        return None
    remedy = did_you_mean(address, site.by_address(), f"correct the address, or take '{place}' out")
    return f"there is no page '{address}'", remedy


def _without_section(site: Site, page: Page, anchor: str) -> tuple[str, str] | None:
    there = [section.anchor for section in sections_of(site, page)]
    if anchor in there:
        return None
    for gone in page.meta.moved_anchors:
        if gone.old == anchor:
            return f"the section #{anchor} has moved", f"write {page.address}#{gone.new}"
    if _is_told(site, page, anchor):
        return None
    otherwise = f"use one of: {', '.join(there)}" if there else "name the page alone"
    return f"the page {page.address} has no section '{anchor}'", did_you_mean(anchor, there, otherwise)


def _is_told(site: Site, page: Page, anchor: str) -> bool:
    """Whether the page itself is told to bring a section back."""
    asked = (fixed for _, fixed in fixed_anchors(site, page))
    lost = lost_sections(site, page, site.permalinks.entry_for(page.address))
    return anchor in asked or anchor in lost


RULE = Rule(
    code="X007",
    name="handout-sets",
    why="A reading list must not lead to a page or a section that is not there.",
    remedy="correct the address",
    find=find,
    needs=frozenset({"handout_sets", "questions"}),
)
