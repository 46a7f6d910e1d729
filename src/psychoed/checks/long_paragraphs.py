"""A paragraph has at most three sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..prose import Block, Place
from ..words import in_short
from .rule import Found, Rule, Run

MOST = 3
SHORTEN = "take out what is not needed"
JUDGED = {Place.SUMMARY, Place.KEY_POINT, Place.PARAGRAPH, Place.ITEM}


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        for passage in file.passages:
            block = passage.block
            number = len(block.sentences) - _has_a_title(block) if block.place in JUDGED else 0
            if number > MOST:
                message = f"this {block.place} has {number} sentences: '{in_short(block.spoken[0].text)}'"
                remedy = None if block.place is Place.PARAGRAPH else SHORTEN
                yield Found(file.path, block.line, message, remedy)


def _has_a_title(block: Block) -> bool:
    """Whether a block begins with its subject in bold, like "**Side effects.**", which is no sentence."""
    return bool(re.match(r"\*\*[^*\n]+[.?!]\*\*\s", block.text))


RULE = Rule(
    code="W002",
    name="long-paragraph",
    why="A wall of text is skipped, above all on a phone.",
    remedy=f"begin a new one after at most {MOST} sentences, make a list of it, or {SHORTEN}",
    find=find,
)
