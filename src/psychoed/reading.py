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
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from .prose import Block, Sentence, words_of
from .site import Kind, Page, Site
from .syllables import syllables

LONGEST_SENTENCE = 20
SYLLABLES_OF_A_NAME = 2
FEW_WORDS = 8
FEWEST_WORDS = 100  # The grade of a shorter text hangs on a word or two.
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
        """How many words the longest name has that begins at a place in a sentence; 0 if none does.

        ``words`` are those of the sentence, as ``comparable`` gives them.
        """
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


# --- what a page is measured with ---


def neutral_names(site: Site) -> Names:
    """The names of conditions, therapies and levels of care, and the terms of the glossary."""
    return Names(frozenset(name for text in _names(site) if (name := name_of(text))))


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


def comparable(words: Iterable[str]) -> Words:
    """Words as names are compared: plurals and possessives like the word itself, and capitals only where a
    word is all capitals, so that WHO is not 'who'."""
    return tuple(map(_comparable, words))


def name_of(text: str) -> Words:
    """A name as names are compared."""
    return comparable(words_of(text))


@lru_cache(maxsize=2**16)
def _comparable(word: str) -> str:
    word = re.sub("'s?$", "", word.replace("\u2019", "'"))
    if len(word) > 4 and word.endswith("ies"):
        word = f"{word[:-3]}y"
    elif len(word) > 2 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word if len(word) > 1 and word.isupper() else word.lower()


# --- measuring ---


def reading_of(page: Page, names: Names) -> Reading:
    """How hard a page is to read."""
    return _reading(page.blocks, names)


def hardest_sentences(page: Page, names: Names, number: int = 3) -> list[Sentence]:
    """The sentences with which to begin when a page is to become easier, the hardest first."""
    long_enough = [sentence for sentence in _sentences(page.blocks) if len(sentence.words) >= FEW_WORDS]
    return sorted(long_enough, key=lambda each: -_grade([_neutral(each.words, names)]))[:number]


def _sentences(blocks: Iterable[Block]) -> Iterator[Sentence]:
    everything = chain.from_iterable(map(attrgetter("spoken"), blocks))
    return (sentence for sentence in everything if sentence.words)


@lru_cache(maxsize=2**12)
def _reading(blocks: tuple[Block, ...], names: Names) -> Reading:
    """The reading of a page's blocks. Kept, because two rules, a report and a preview ask for it."""
    sentences = [sentence.words for sentence in _sentences(blocks)]
    long = sum(len(words) > LONGEST_SENTENCE for words in sentences)
    return Reading(
        grade=_grade([_neutral(words, names) for words in sentences]),
        raw_grade=_grade([_raw(words) for words in sentences]),
        words=sum(map(len, sentences)),
        long_share=long / len(sentences) if sentences else 0.0,
    )


class _Measure(NamedTuple):
    words: int
    syllables: int


def _raw(words: Words) -> _Measure:
    """The words and syllables of a sentence."""
    return _Measure(len(words), sum(map(syllables, words)))


def _neutral(words: Words, names: Names) -> _Measure:
    """The words and syllables of a sentence, each name counted as one word of two syllables."""
    compared = comparable(words)
    count, total = _raw(words)
    position = 0
    while position < len(words):
        length = names.longest_at(compared, position)
        if length:
            count -= length - 1
            total += SYLLABLES_OF_A_NAME - sum(map(syllables, words[position : position + length]))
        position += length or 1
    return _Measure(count, total)


def _grade(measures: list[_Measure]) -> float:
    """The Flesch-Kincaid grade; 0 for a text without words."""
    words = sum(measure.words for measure in measures)
    if not words:
        return 0.0
    return 0.39 * words / len(measures) + 11.8 * sum(each.syllables for each in measures) / words - 15.59
