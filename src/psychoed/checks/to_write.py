"""Answers that a new page still waits for."""

from __future__ import annotations

from collections.abc import Iterator

from .rule import Found, Rule, Run

MARK = "To write:"


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        for number, line in enumerate(page.body.split("\n"), page.body_line):
            if line.lstrip().startswith(MARK):
                remedy = f"write it in place of the line '{line.strip()}'"
                yield Found(page.path, number, "this answer is not written yet", remedy)


RULE = Rule(
    code="C010",
    name="to-write",
    why="A reader in need never meets a page that is only half there.",
    remedy=f"write the answer in place of the line that begins with '{MARK}'",
    find=find,
)
