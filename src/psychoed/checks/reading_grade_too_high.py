"""No page reads above grade 9."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from .reading_grade import HIGHEST_OF_ALL, REMEDY, hard_pages
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    return hard_pages(run, HIGHEST_OF_ALL, inf)


RULE = Rule(
    code="W006",
    name="reading-grade-too-high",
    why="Above this grade a page is lost on many of those who need it.",
    remedy=REMEDY,
    find=find,
)
