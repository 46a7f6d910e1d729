"""Headings step down one level at a time, and each has words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..markup import Heading, headings
from ..site import Page
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        found = headings(page.body, page.body_line)
        yield from _jumps(page, found)
        yield from _without_words(page, found)
        yield from _twice(page, found)


def _jumps(page: Page, found: list[Heading]) -> Iterator[Found]:
    title = Heading(1, page.meta.title, 1)
    for above, heading in pairwise([title, *found]):
        if heading.level > above.level + 1:
            marks = "#" * (above.level + 1)
            message = f"the heading '{heading.text}' skips a level under '{above.text}'"
            yield Found(page.path, heading.line, message, f"begin it with {marks} and a space")


def _without_words(page: Page, found: list[Heading]) -> Iterator[Found]:
    for heading in found:
        if not heading.text.strip():
            yield Found(page.path, heading.line, "a heading without words", "write the words, or take it out")


def _twice(page: Page, found: list[Heading]) -> Iterator[Found]:
    """Second-level headings have a rule of their own where they are fixed questions."""
    first: dict[str, int] = {}
    for heading in found:
        line = first.setdefault(heading.text.casefold(), heading.line)
        if line != heading.line and heading.level > 2:
            message = f"the heading '{heading.text}' stands on line {line} already"
            yield Found(page.path, heading.line, message, "say in it what is different here")


RULE = Rule(
    code="C005",
    name="heading-levels",
    why="A screen reader reads the headings as a table of contents, level by level.",
    remedy="use ## for a section and ### for a part of it",
    find=find,
)
