"""A judgment that something may help names what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Strength
from ..walk import findings
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for (path, line), cell in findings(run.site):
        if cell.finding.strength is not Strength.INSUFFICIENT and not cell.finding.sources:
            message = f"'{cell.finding.strength}' for '{cell.name}' in '{cell.condition}' has no source"
            yield Found(path, line, message)


RULE = Rule(
    code="S005",
    name="evidence-without-source",
    why="A reader can see what every judgment rests on.",
    remedy="add 'sources: [source-id]', or say 'insufficient' while nobody has found a study",
    find=find,
    needs=frozenset({"evidence"}),
)
