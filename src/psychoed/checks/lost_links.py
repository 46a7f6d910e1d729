"""What was published once keeps arriving: no address and no section is lost without a way to the new one."""

from __future__ import annotations

from collections.abc import Iterator

from ..anchors import sections_of
from ..recording import lost_sections
from ..site import Page
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    yield from _pages(run)
    record = run.site.permalinks
    for address, page in run.site.by_address().items():
        yield from _ways(run, page)
        if record.knows(address):
            lost = lost_sections(run.site, page, record.entry_for(address))
            yield from (_lost_section(page, anchor) for anchor in lost)


def _pages(run: Run) -> Iterator[Found]:
    """Addresses where a page was, and where neither a page nor a way to one is now."""
    site = run.site
    arriving = site.addresses() | set(site.moved())
    file = site.files["permalinks"]
    for code, entry in site.recorded.entries.items():
        for old in (entry.address, *entry.before):
            if old not in arriving:
                remedy = (
                    f"put the page back, or write 'moved_from: [{old}]' into the front matter of the page "
                    "that has its text now"
                )
                yield Found(
                    file.path, file.line(code), f"the page {old} is gone, and links lead to it", remedy
                )


def _lost_section(page: Page, anchor: str) -> Found:
    remedy = (
        f"if its heading has other words now, write {{#{anchor}}} after them; if its text stands in another "
        f"section now, add to the front matter: moved_anchors: [{{old: {anchor}, new: that-section}}]"
    )
    return Found(page.path, 1, f"the section #{anchor} is gone, and links lead to it", remedy)


def _ways(run: Run, page: Page) -> Iterator[Found]:
    """Where the page's gone sections lead: to a heading that is there, from an anchor that is free."""
    there = {section.anchor for section in sections_of(run.site, page)}
    for number, gone in enumerate(page.meta.moved_anchors):
        if gone.new not in there:
            message, remedy = f"there is no section #{gone.new} on this page", "name the anchor of a heading"
            yield Found(page.path, page.line("moved_anchors", number, "new"), message, remedy)
        if gone.old in there:
            message, remedy = f"the section #{gone.old} is on this page", "take it out of 'moved_anchors'"
            yield Found(page.path, page.line("moved_anchors", number, "old"), message, remedy)


RULE = Rule(
    code="X005",
    name="lost-links",
    why="People keep links, and print them. What was published once has to arrive.",
    remedy="put it back, or say where it is now",
    find=find,
    needs=frozenset({"questions", "permalinks"}),
)
