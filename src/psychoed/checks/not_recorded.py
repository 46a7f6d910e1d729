"""Every page and section is recorded in permalinks.yml, so that links to it can be kept for good."""

from __future__ import annotations

from collections.abc import Iterator

from ..anchors import sections_of
from ..permalinks import FILE, line_of
from ..site import Page
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    before, after = run.site.recorded, run.site.permalinks
    for page in run.pages:
        if not after.knows(page.address):
            continue
        code = after.code_for(page.address)
        entry = after.entries[code]
        if before.entries.get(code) == entry:
            continue
        line = line_of(code, entry)
        if code not in before.entries:
            yield Found(page.path, 1, "this page has no short code yet", f"add this line to {FILE}: {line}")
        else:
            message = "this page changed its address or has a new section"
            remedy = f"in {FILE}, write this in place of the line that begins with '{code}': {line}"
            yield Found(page.path, _first_new(run, page, code), message, remedy)


def _first_new(run: Run, page: Page, code: str) -> int:
    """The line of the first heading that is not recorded, or that of the page's old address."""
    known = run.site.recorded.entries[code].sections
    new = (section.line for section in sections_of(run.site, page) if section.anchor not in known)
    return next(new, page.line("moved_from"))


RULE = Rule(
    code="X006",
    name="not-recorded",
    why="A link can be kept for good only when it is known what it led to.",
    remedy="run python3 scripts/generate.py, or add the line that the message gives",
    find=find,
    needs=frozenset({"questions", "permalinks"}),
)
