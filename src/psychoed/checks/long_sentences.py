"""A sentence has at most 20 words."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import LONGEST_SENTENCE
from ..words import in_short
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        for passage in file.passages:
            for line, text, words in passage.block.spoken:
                if len(words) > LONGEST_SENTENCE:
                    yield Found(file.path, line, f"this sentence has {len(words)} words: '{in_short(text)}'")


RULE = Rule(
    code="W001",
    name="long-sentence",
    why="Someone in distress loses a long sentence before its end.",
    remedy=f"make two sentences of it, each with at most {LONGEST_SENTENCE} words and its own citation",
    find=find,
)
