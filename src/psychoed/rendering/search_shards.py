"""The search index of a large site, in many small files of which a search needs a few.

- ``w0.json``, ``w1.json``, … hold what is found by a word: the names it stands in and the pages that have it.
  They are in the order of the words' stems; the head says with which stem each begins.
- ``s0.json``, … hold words as they are written, to correct typing mistakes: by their beginning, by their end,
  and those of four letters by their first one. A word with a mistake still has its beginning or its end.
- ``p0.json``, … hold what is shown of pages.

``docs/assets/search-shards.js`` reads them. All of it is made of the index of a small site.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from .search_words import stem, words_of

Index = dict[str, Any]
TITLE, NAME, FIND, FEELING = range(4)  # a feeling's second page is FEELING + 1, and so on
# About how long a file of words may be, and how many words of a page count as one in its names.
FILE, IN_TEXT = 7_000, 0.3
# How many names and pages a common word leads to. A name is always found by its rarest word.
COMMON_NAMES, RARE_NAMES, PAGES = 30, 200, 120
SPELLING, PAGES_A_FILE = 700, 2
STEP = 1.1  # from one level of commonness to the next


class Name(NamedTuple):
    """Something that pages are called, by its stems in their order."""

    kind: int
    text: str
    pages: tuple[int, ...]
    stems: tuple[str, ...]


Ranked = tuple[tuple[float, int, str], Name]  # the best first


@dataclass
class Words:
    """Everything the index knows, by stem."""

    index: Index
    fillers: set[str] = field(default_factory=set)
    names: list[Name] = field(default_factory=list)
    written: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @cached_property
    def spread(self) -> dict[str, float]:
        """On how many pages a stem is, as the engine counts them."""
        return {
            each: len(self.named.get(each, ()))
            + IN_TEXT * len(self.texts.get(each, {}).keys() - self.named.get(each, set()))
            for each in self.written
        }

    def weight(self, each: str) -> float:
        rare = math.log(1 + len(self.index["pages"]) / max(self.spread[each], 1))
        return rare / 5 if each in self.fillers else rare

    def level(self, each: str) -> str:
        """How common a stem is, as one character."""
        return chr(35 + min(91, round(math.log(max(self.spread[each], 1)) / math.log(STEP))))


def shards(index: Index, folder: str) -> tuple[Index, dict[str, Any]]:
    """The head and the other files of an index. ``folder`` is where the others will be."""
    words = _read(index)
    files: dict[str, Any] = {}
    first, by_word = [], list(_word_files(words))
    for number, (begins, content) in enumerate(by_word):
        first.append(begins)
        files[f"w{number}"] = content
    spelling = _spelling(word for each in words.written.values() for word in each if len(word) > 3)
    for number, found in enumerate(spelling.values()):
        files[f"s{number}"] = " ".join(found)
    pages = index["pages"]
    for number in range(0, len(pages), PAGES_A_FILE):
        files[f"p{number // PAGES_A_FILE}"] = [_shown(page) for page in pages[number : number + PAGES_A_FILE]]
    head = {
        "folder": folder,
        "count": len(pages),
        "pagesAFile": PAGES_A_FILE,
        "step": STEP,
        "words": " ".join(first),
        "spelling": " ".join(spelling),
        "common": "".join(words.level(each) for each in sorted(words.fillers)),
        **{key: index[key] for key in ("abbreviations", "alike", "fillers")},
    }
    return head, files


def _shown(page: dict[str, Any]) -> list[Any]:
    return [page["address"], page["title"], page["text"], page["sections"]]


def _read(index: Index) -> Words:
    words = Words(index, {stem(word) for text in index["fillers"] for word in words_of(text)})
    same: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, page in enumerate(index["pages"]):
        for kind, texts in ((TITLE, [page["title"]]), (NAME, page["names"]), (FIND, page["find"])):
            for text in texts:
                same[kind, text].append(number)
        texts = [page["words"], *(part for _, heading, own in page["sections"] for part in (own, heading))]
        for place, word in enumerate(word for text in texts for word in words_of(text)):
            _write(words, word)
            words.texts[stem(word)].setdefault(number, place)
    for text, pages in index["feelings"]:
        for at, number in enumerate(pages):
            same[FEELING + at, text].append(number)
    for (kind, text), pages in same.items():
        stems = tuple(dict.fromkeys(_write(words, word) for word in words_of(text)))
        words.names.append(Name(kind, text, tuple(dict.fromkeys(pages)), stems))
        for each in stems:
            words.named[each].update(pages)
    for word in (
        word for group in (*index["alike"], index["fillers"]) for text in group for word in words_of(text)
    ):
        _write(words, word)
    return words


def _write(words: Words, word: str) -> str:
    words.written[stem(word)].add(word)
    return stem(word)


def _word_files(words: Words) -> Iterator[tuple[str, dict[str, Any]]]:
    """The files of words with the stem that each begins with: stems go into one until it is long enough."""
    listed = _listed(words)
    joined = _joined(words)
    stems = sorted(words.written)
    position = 0
    while position < len(stems):
        start, size, names = position, 0, dict[Name, None]()
        while position < len(stems) and (size < FILE or position == start):
            each = stems[position]
            new = [name for name in listed.get(each, ()) if name not in names]
            names.update(dict.fromkeys(new))
            size += sum(len(name.text) + 10 + 5 * len(name.pages) for name in new)
            size += 12 + 5 * min(PAGES, len(words.texts.get(each, ())))
            position += 1
        yield stems[start], _file(words, stems[start:position], list(names), joined)


def _file(words: Words, stems: list[str], names: list[Name], joined: dict[str, list[str]]) -> dict[str, Any]:
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        for each in name.stems:
            found[each].update(name.pages)
    return {
        "names": [
            [name.kind, name.text, "".join(words.level(each) for each in name.stems), _steps(name.pages)]
            for name in names
        ],
        "stems": [
            [
                each,
                words.level(each),
                _steps(_telling(words.texts.get(each, {}), words.named.get(each, set()))),
                _steps(sorted(words.named.get(each, set()) - found[each])[:PAGES]),
            ]
            for each in stems
        ],
        "words": " ".join(
            [
                *(word for each in stems for word in sorted(words.written[each])),
                *(w for each in stems for w in joined.get(each, ())),
            ]
        ),
    }


def _telling(places: dict[int, int], named: set[int]) -> list[int]:
    """The pages whose text a word is telling for. Those with the word in a name count by that."""
    pages = [page for page in places if page not in named]
    return sorted(sorted(pages, key=lambda page: (places[page], page))[:PAGES])


def _steps(pages: Iterable[int]) -> list[int]:
    """Each number as its distance from the one before: small numbers take less room."""
    steps, before = [], 0
    for page in pages:
        steps.append(page - before)
        before = page
    return steps


def _listed(words: Words) -> dict[str, list[Name]]:
    """The names in the file of each stem: those whose rarest word it is, or of which it says the most."""
    rarest: dict[str, list[Ranked]] = defaultdict(list)
    others: dict[str, list[Ranked]] = defaultdict(list)
    for name in words.names:
        content = [each for each in name.stems if each not in words.fillers] or list(name.stems)
        if not content:
            continue
        size = sum(words.weight(each) for each in name.stems)
        rare = min(content, key=lambda each: (words.spread[each], each))
        for each in content:
            rank = (-words.weight(each) / size, name.kind, name.text)
            (rarest if each == rare else others)[each].append((rank, name))
    return {
        each: [name for _, name in sorted(rarest[each])[:RARE_NAMES] + sorted(others[each])[:COMMON_NAMES]]
        for each in rarest.keys() | others.keys()
    }


def _joined(words: Words) -> dict[str, list[str]]:
    """Words that are two of ours in one, like "outpatient", under the stem of the first."""
    known = {word for each in words.written.values() for word in each}
    result: dict[str, list[str]] = defaultdict(list)
    for word in sorted(known):
        for at in range(2, len(word) - 1) if len(word) > 4 else ():
            if word[:at] in known and word[at:] in known:
                result[stem(word[:at])].append(word)
    return result


def _spelling(words: Iterable[str]) -> dict[str, list[str]]:
    """Lists of words for typing mistakes: "+pan" is a beginning, "-gni" an end, "4p" four letters."""
    all_words = sorted(set(words))
    beginnings = _buckets(all_words, "", lambda word: word)
    result = {f"+{key}": found for key, found in beginnings.items()}
    ends = _buckets(sorted(all_words, key=lambda word: word[::-1]), "", lambda word: word[::-1])
    result |= {f"-{key}": found for key, found in ends.items()}
    for word in all_words:
        if len(word) == 4:
            result.setdefault(f"4{word[0]}", []).append(word)
    return result


def _buckets(words: list[str], key: str, turned: Callable[[str], str]) -> dict[str, list[str]]:
    """Lists that are short enough. What has too few words for its own list stays under the shorter key."""
    if len(words) <= SPELLING:
        return {key: words} if words else {}
    letters = Counter(turned(word)[len(key) : len(key) + 1] for word in words)
    own = {letter for letter, count in letters.items() if letter and count > SPELLING / 4}
    rest = [word for word in words if turned(word)[len(key) : len(key) + 1] not in own]
    result = {key: rest} if rest else {}
    for letter in sorted(own):
        part = [word for word in words if turned(word)[len(key) : len(key) + 1] == letter]
        result |= _buckets(part, key + letter, turned)
    return result
