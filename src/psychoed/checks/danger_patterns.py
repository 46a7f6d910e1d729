"""The patterns of danger can be read: every list they call is there, every bracket has two halves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import Danger
from ..rendering.danger import NUMBERS
from ..words import did_you_mean
from .rule import Found, Rule, Run

LIST_NAME = re.compile(r"\{([^{}]*)\}")
HALVES = {"(": ")", "[": "]", "{": "}"}
GAP = "..."
Where = tuple[str | int, ...]


def find(run: Run) -> Iterator[Found]:
    danger, file = run.site.danger, run.site.files["danger"]
    assert danger
    for text, where in _written(danger):
        line = file.line(*where)
        wrong = _unmatched(text)
        if wrong:
            yield Found(file.path, line, f"'{text}' has {wrong}", "give each bracket its other half")
        if text.endswith(GAP) and where[0] != "words":
            message = f"'{text}' ends in a gap, so it fits only when another word follows"
            yield Found(file.path, line, message, f"take '{GAP}' away: a pattern may stand anywhere")
        for name in LIST_NAME.findall(text):
            if name not in danger.words and name != NUMBERS:
                otherwise = f"add the list '{name}' under 'words', or call one that stands there"
                remedy = did_you_mean(name, danger.words, otherwise)
                yield Found(file.path, line, f"there is no list of words '{name}'", remedy)
    for name in danger.words:
        if _calls_itself(danger, name):
            message = f"the list '{name}' calls itself, so it has no end"
            remedy = f"take '{{{name}}}' out of it, or out of the lists that it calls"
            yield Found(file.path, file.line("words", name), message, remedy)


def _written(danger: Danger) -> Iterator[tuple[str, Where]]:
    """Everything that may call a list, and where it stands."""
    for name, words in danger.words.items():
        yield from ((text, ("words", name, at)) for at, text in enumerate(words))
    for number, group in enumerate(danger.harmless):
        yield from ((text, ("harmless", number, "when", at)) for at, text in enumerate(group.when))
    for place, kind in enumerate(danger.kinds):
        for number, group in enumerate(kind.about):
            where = ("kinds", place, "about", number, "when")
            yield from ((text, (*where, at)) for at, text in enumerate(group.when))


def _unmatched(pattern: str) -> str:
    """What is wrong with the brackets of a pattern, in words; nothing if they are right."""
    left: list[str] = []
    for sign in pattern:
        if sign in HALVES:
            left.append(sign)
        elif sign in HALVES.values() and (not left or HALVES[left.pop()] != sign):
            return f"a '{sign}' that closes nothing"
    return f"no '{HALVES[left[-1]]}' for its '{left[-1]}'" if left else ""


def _calls_itself(danger: Danger, name: str) -> bool:
    """Whether a list calls itself, directly or by others."""
    reached: set[str] = set()
    ahead = [name]
    while ahead:
        called = {
            each for text in danger.words[ahead.pop()] for each in LIST_NAME.findall(text)
        } & danger.words.keys()
        ahead += called - reached
        reached |= called
    return name in reached


RULE = Rule(
    code="V004",
    name="danger-pattern",
    why="A pattern that can't be read recognizes no danger.",
    remedy="write it as the beginning of content/data/danger.yml says",
    find=find,
    needs=frozenset({"danger"}),
)
