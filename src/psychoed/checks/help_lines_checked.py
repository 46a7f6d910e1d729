"""Somebody has looked at every help line within the last 180 days."""

from __future__ import annotations

from collections.abc import Iterator

from ..walk import help_lines
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for (path, number), line in help_lines(run.site):
        if run.today > line.check_again_by:
            days = (run.today - line.checked).days
            yield Found(path, number, f"nobody has checked '{line.name}' for {days} days")


RULE = Rule(
    code="H001",
    name="help-line-not-checked",
    why="A number that no longer works costs a person in danger their one try.",
    remedy="look at the operator's own page, correct what changed, and write today's day under 'checked'",
    find=find,
    needs=frozenset({"help_lines"}),
)
