"""A list has at most seven items."""

from __future__ import annotations

from collections.abc import Iterator

from ..prose import lists
from .rule import Found, Rule, Run

MOST = 7


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        for item_list in lists(page.body, page.body_line):
            if item_list.items > MOST:
                yield Found(page.path, item_list.line, f"this list has {item_list.items} items")


RULE = Rule(
    code="C006",
    name="long-list",
    why="More than seven items are hard to keep in mind, most of all on a bad day.",
    remedy=f"keep the {MOST} that matter most, or make two lists with a line of text before each",
    find=find,
)
