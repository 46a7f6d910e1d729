"""Pages can be told apart by their description."""

from __future__ import annotations

from collections.abc import Iterator

from ..rendering.previews.descriptions import description
from ..site import Page
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    first: dict[str, Page] = {}
    for page in run.site.pages:
        other = first.setdefault(description(page).casefold(), page)
        if other is not page:
            message = f"the summary begins with the same words as that of {other.path}"
            yield Found(page.path, page.line("summary"), message)


RULE = Rule(
    code="X004",
    name="same-description",
    why="In a search and beside a shared link, the summary's first sentences tell a page from others.",
    remedy="begin it with what only this page tells",
    find=find,
)
