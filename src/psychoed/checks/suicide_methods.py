"""SM03: nobody reads here how a person could die.

The list is short on purpose, and neither messages nor documentation print its words. Advice to make a home
safer may name what to put away: it prevents deaths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..passages import Passage
from .language import SELF_HARM, SUICIDE, Hit, beginning
from .rule import Found, Rule, Run
from .self_harm_detail import TOOLS

MEANS = re.compile(
    r"\b(?:hang(?:ed|s)? (?:your|him|her|them|my)sel\w+|hanging(?! (?:on|out|up|in|around|over))|hanged|noose"
    r"|shot (?:him|her|them)sel\w+|shoot(?:s|ing)? (?:your|him|her|them)sel\w+|guns?|gunshots?|firearms?"
    r"|jump(?:s|ed|ing)? (?:off|from|in front|into)|(?:off|from|on) (?:a|the) (?:\w+ )?bridges?|rooftops?"
    r"|train tracks?|in front of (?:a|the) train|drown(?:s|ed|ing)?(?! in)|suffocat\w+|asphyxia\w*"
    r"|carbon monoxide|exhaust fumes|pesticides?|poison(?:ed|ing|s)? (?:your|him|her|them|my)sel\w+"
    r"|(?:by|with|from|of) (?:an? )?(?:intentional |deliberate )?overdose|overdos(?:e|es|ed|ing) on"
    r"|\d+ (?:pills|tablets|mg|milligrams)|(?:handful|bottle|number) of (?:pills|tablets)"
    r"|lethal(?:ly)?(?: doses?| means| methods?)|slit\w*)\b",
    re.IGNORECASE,
)
# Making a home safer, which guidelines ask for.
SAFETY = re.compile(
    r"\b(?:lock(?:s|ed|ing)?|stor(?:e|es|ed|ing)|out of reach|put(?:ting)? (?:some )?distance|safer|safety"
    r"|remov(?:e|es|ed|ing)|keep(?:s|ing)? (?:\w+ ){0,4}(?:safe|away)|hand(?:s|ed|ing)? over"
    r"|limit(?:s|ed|ing)? access)\b",
    re.IGNORECASE,
)


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        for passage in {*file.about(SUICIDE), *file.about(SELF_HARM)}:
            yield from _first(passage)


def _first(passage: Passage) -> Iterator[Found]:
    """The first way or means in a passage; one is enough to have it rewritten."""
    hits = [
        Hit(passage, *match.span()) for table in _tables(passage) for match in table.finditer(passage.text)
    ]
    wrong = [hit for hit in hits if not SAFETY.search(hit.sentence)]
    for hit in sorted(wrong, key=lambda hit: hit.start)[:1]:
        yield Found(passage.path, hit.line, f"{beginning(hit)} names a way or means to die or to be hurt")


def _tables(passage: Passage) -> tuple[re.Pattern[str], ...]:
    """What to look for; where a passage speaks of self-harm, the rule about that tells of the tools."""
    return (MEANS,) if passage.names(SELF_HARM) else (MEANS, TOOLS)


RULE = Rule(
    code="SM03",
    name="suicide-method",
    why="A way that is named or described is copied.",
    remedy="say only that a person died by suicide or hurt themselves: no how, with what, how much or where",
    find=find,
)
