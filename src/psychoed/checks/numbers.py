"""A sentence with a number in it cites the source that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby

from ..prose import Place
from ..site import Page
from ..words import in_short
from .rule import Found, Rule, Run

# Digits that claim nothing: round-the-clock care and names.
HARMLESS = re.compile(r"\b24[- ]hours?\b|\b24/7\b|\bCOVID-19\b|\bCC BY 4\.0\b", re.IGNORECASE)


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        for line, sentence in _statements(page):
            if re.search(r"\d", HARMLESS.sub("", _without_links(sentence))) and "[@" not in sentence:
                yield Found(page.path, line, f"a number without a source: '{in_short(sentence)}'")


def _statements(page: Page) -> Iterator[tuple[int, str]]:
    """The sentences of a page, and the rows of its tables: a row cites its sources in any of its cells."""
    prose = (block for block in page.blocks if block.place not in (Place.TITLE, Place.HEADING))
    for is_row, blocks in groupby(prose, key=lambda block: block.place is Place.CELL and block.line):
        if is_row:
            yield is_row, " | ".join(block.text for block in blocks)
        else:
            yield from chain.from_iterable(block.sentences for block in blocks)


def _without_links(sentence: str) -> str:
    return re.sub(r"\]\([^)]*\)", "]", re.sub(r"\[@[^\]]*\]", "", sentence))


RULE = Rule(
    code="S003",
    name="number-without-source",
    why="Every number on the site has a source that says it.",
    remedy="cite it in the same sentence like [@source-id], or write the sentence without the number",
    find=find,
)
