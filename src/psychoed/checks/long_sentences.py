"""A sentence has at most 20 words."""

from __future__ import annotations

from collections.abc import Iterator

from ..prose import spoken_sentences
from ..reading import LONGEST_SENTENCE, WORD
from ..words import in_short
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        for passage in file.passages:
            for line, sentence in spoken_sentences(passage.block):
                words = len(WORD.findall(sentence))
                if words > LONGEST_SENTENCE:
                    yield Found(file.path, line, f"this sentence has {words} words: '{in_short(sentence)}'")


RULE = Rule(
    code="W001",
    name="long-sentence",
    why="Someone in distress loses a long sentence before its end.",
    remedy=f"make two sentences of it, each with at most {LONGEST_SENTENCE} words and its own citation",
    find=find,
)
