"""Sentences that may be passive: "the plan is made" hides who makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..prose import Place
from .rule import Found, Rule, Run

IRREGULAR = """
begun bitten bought broken brought built caught chosen cut done drawn driven eaten felt forgotten fought
found frozen given grown heard held hidden hurt kept known laid led left lent lost made meant met paid put
read said seen sent set shaken shared shot shown shut sold spent spoken spread stolen struck sworn taken
taught thought thrown told torn understood won worn written
"""
# These say what someone is like or feels, or are no participles at all.
ADJECTIVES = """
advanced afraid ashamed bed bored complicated concerned confused crowded depressed detailed disabled
divorced embarrassed excited experienced frightened hundred indeed interested isolated licensed limited
married mixed need overwhelmed pleased prepared qualified red relaxed retired scared skilled stressed
supposed surprised tired trained unrelated unused worried
"""
BETWEEN = r"(?:(?:not|also|often|usually|never|always|only|still|then|now|just|being|been|\w+ly)\s+){0,3}"
PASSIVE = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't|gets?|got)\s+{BETWEEN}"
    rf"(?P<word>(?!(?:{'|'.join(ADJECTIVES.split())})\b)(?:\w+ed|{'|'.join(IRREGULAR.split())}))\b",
    re.IGNORECASE,
)
WHERE = {Place.SUMMARY, Place.KEY_POINT, Place.PARAGRAPH, Place.ITEM}


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        for block in page.blocks:
            for line, text, _ in block.spoken if block.place in WHERE else ():
                match = passive(text)
                if match:
                    yield Found(page.path, line, f"'{match}' may be passive")


def passive(sentence: str) -> str | None:
    """The first words of a sentence that look like a passive."""
    match = PASSIVE.search(sentence)
    return match[0] if match else None


RULE = Rule(
    code="W004",
    name="passive-voice",
    why="Who does something is often what a reader wants to know.",
    remedy="say who does it, if that is known and matters: 'you and the team make the plan'",
    find=find,
)
