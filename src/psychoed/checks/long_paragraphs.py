"""A paragraph has at most three sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ..prose import Place, spoken_sentences
from ..words import in_short
from .rule import Found, Rule, Run

MOST = 3
JUDGED = {Place.SUMMARY, Place.KEY_POINT, Place.PARAGRAPH, Place.ITEM}


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        for passage in file.passages:
            sentences = spoken_sentences(passage.block) if passage.block.place in JUDGED else ()
            if len(sentences) > MOST:
                message = f"this {passage.block.place} has {len(sentences)} sentences: '{in_short(sentences[0][1])}'"
                yield Found(file.path, passage.block.line, message)


RULE = Rule(
    code="W002",
    name="long-paragraph",
    why="A wall of text is skipped, above all on a phone.",
    remedy=f"put an empty line after at most {MOST} sentences, make a list of it, or take out what is not needed",
    find=find,
)
