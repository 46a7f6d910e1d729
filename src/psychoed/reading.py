"""How hard a page is to read: its Flesch-Kincaid grade, with and without the names it can't do without.

The grade is 0.39 * words per sentence + 11.8 * syllables per word - 15.59. "Generalized anxiety disorder"
alone lifts it, and no shorter word says the same. So the grade that counts is neutral to such names: each
one is read as a single word of two syllables. It is not left out, because the sentence would then look
shorter than what a person reads; a plain page's average word has about one and a half syllables, so a name
read as two weighs like an ordinary word, slightly on the strict side.

A heading, a list item and a cell of a table end like a sentence, with or without a stop: a page of lists
would otherwise count as one endless sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from .markup import plain
from .prose import Block, sentences
from .site import Kind, Page, Site

LONGEST_SENTENCE = 20
SYLLABLES_OF_A_NAME = 2
FEW_WORDS = 8

# A number with its commas and points is one word, and so is a word with its hyphens.
WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['\u2019-][^\W_]+)*")
IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)")

Words = tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """Names and terms, each as its words, that count as one word of two syllables."""

    words: frozenset[Words] = frozenset()

    @cached_property
    def by_first_word(self) -> Mapping[str, tuple[Words, ...]]:
        """The names by the word they begin with, the longest first."""
        found: dict[str, list[Words]] = {}
        for name in sorted(self.words, key=len, reverse=True):
            found.setdefault(name[0], []).append(name)
        return {first: tuple(names) for first, names in found.items()}

    def longest_at(self, words: Words, start: int) -> int:
        """How many words the longest name has that begins at a place in a sentence; 0 if none does."""
        for name in self.by_first_word.get(words[start], ()):
            if words[start : start + len(name)] == name:
                return len(name)
        return 0


@dataclass(frozen=True)
class Reading:
    """How hard a page is to read. ``grade`` takes names as ordinary words, ``raw_grade`` as they stand.

    ``long_share`` is the share of sentences over 20 words, from 0 to 1.
    """

    grade: float
    raw_grade: float
    words: int
    long_share: float


class Hard(NamedTuple):
    """A sentence with its line and its own grade."""

    line: int
    text: str
    grade: float


# --- what a page is measured with ---


def neutral_names(site: Site) -> Names:
    """The names of conditions, therapies and levels of care, and the terms of the glossary."""
    return Names(frozenset(name for text in _names(site) if (name := comparable(text))))


def _names(site: Site) -> Iterator[str]:
    for page in site.pages:
        if page.kind in (Kind.CONDITION, Kind.THERAPY, Kind.LEVEL):
            meta = page.meta
            own = (getattr(meta, "name", None), getattr(meta, "abbreviation", None))
            for text in filter(None, (meta.title, *own, *meta.also_called)):
                yield from with_and_without_brackets(text)
    for level in site.levels_of_care.levels if site.levels_of_care else ():
        yield level.short_name
        yield from with_and_without_brackets(level.name)
    for term in site.glossary.terms if site.glossary else ():
        yield from term.written


def with_and_without_brackets(text: str) -> Iterator[str]:
    """'Major depressive disorder (MDD)' is two names."""
    yield IN_BRACKETS.sub("", text)
    yield from IN_BRACKETS.findall(text)


def comparable(text: str) -> Words:
    """The words of a text as names are compared: plurals and possessives like the word itself, and
    capitals only where a word is all capitals, so that WHO is not 'who'."""
    return tuple(map(_comparable, WORD.findall(text)))


@lru_cache(maxsize=2**16)
def _comparable(word: str) -> str:
    word = re.sub("'s?$", "", _straight(word))
    if len(word) > 2 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word if len(word) > 1 and word.isupper() else word.lower()


# --- measuring ---


def reading_of(page: Page, names: Names) -> Reading:
    """How hard a page is to read."""
    return _reading(page.blocks, names)


def hardest_sentences(page: Page, names: Names, number: int = 3) -> list[Hard]:
    """The sentences with which to begin when a page is to become easier, the hardest first."""
    found = [
        Hard(line, text, _grade([measure]))
        for line, text in _sentences(page.blocks)
        if (measure := _measured(text, names)).words >= FEW_WORDS
    ]
    return sorted(found, key=lambda hard: -hard.grade)[:number]


@lru_cache(maxsize=2**12)
def _reading(blocks: tuple[Block, ...], names: Names) -> Reading:
    """The reading of a page's blocks. Cached, because two rules, a report and a preview ask for it."""
    texts = [text for _, text in _sentences(blocks)]
    raw = [measure for text in texts if (measure := _measured(text, NO_NAMES)).words]
    long = sum(measure.words > LONGEST_SENTENCE for measure in raw)
    return Reading(
        grade=_grade([_measured(text, names) for text in texts]),
        raw_grade=_grade(raw),
        words=sum(measure.words for measure in raw),
        long_share=long / len(raw) if raw else 0.0,
    )


def _sentences(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    for block in blocks:
        for line, sentence in sentences(block):
            yield line, plain(sentence)


class _Measure(NamedTuple):
    words: int
    syllables: int


NO_NAMES = Names()


def _measured(text: str, names: Names) -> _Measure:
    """The words and syllables of a sentence, its names counted as one word each."""
    words = WORD.findall(text)
    compared = tuple(map(_comparable, words))
    count = syllables = position = 0
    while position < len(words):
        length = names.longest_at(compared, position)
        syllables += SYLLABLES_OF_A_NAME if length else _syllables(words[position])
        count += 1
        position += length or 1
    return _Measure(count, syllables)


def _grade(measures: Iterable[_Measure]) -> float:
    """The Flesch-Kincaid grade; 0 for a text without words."""
    measures = [measure for measure in measures if measure.words]
    if not measures:
        return 0.0
    words = sum(measure.words for measure in measures)
    syllables = sum(measure.syllables for measure in measures)
    return 0.39 * words / len(measures) + 11.8 * syllables / words - 15.59


@lru_cache(maxsize=2**16)
def _syllables(word: str) -> int:
    """The syllables of a word, from textstat's dictionary of pronunciations. The parts of a word with
    hyphens are looked up one by one: the dictionary has 'long' and 'term', not 'long-term'."""
    import textstat  # noqa: PLC0415 (its dictionary takes half a second, and most commands need none)

    return sum(textstat.syllable_count(part) for part in _straight(word).split("-")) or 1


def _straight(word: str) -> str:
    """A word with typewriter apostrophes, as dictionaries have it."""
    return word.replace("\u2019", "'")
