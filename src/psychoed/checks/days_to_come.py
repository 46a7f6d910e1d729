"""Nobody has written, reviewed or checked anything on a day that has not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..yamlines import Document
from .rule import Found, Rule, Run

# Days that say when something was done, wherever they stand.
DONE = {"written", "reviewed", "checked"}


def find(run: Run) -> Iterator[Found]:
    pages = [(page.path, page.front_matter) for page in run.pages]
    for path, document in [*pages, *((file.path, file.document) for file in run.site.files.values())]:
        for where, day in _days(document):
            if day > run.today:
                yield Found(
                    path, document.line(where), f"'{where[-1]}' is a day that has not come yet ({day})"
                )


def _days(document: Document) -> Iterator[tuple[tuple[str | int, ...], date]]:
    for where, value in document.values():
        if where and where[-1] in DONE:
            yield where, value if isinstance(value, date) else date.fromisoformat(value)


RULE = Rule(
    code="R003",
    name="day-to-come",
    why="Readers judge by these days; they have to be true.",
    remedy="write the day on which it was done",
    find=find,
)
