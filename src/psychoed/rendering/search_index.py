"""The search index, a small JSON file that a browser loads when a person reaches for search.

Words are left as they are written: how a search is understood (plurals, spelling, typing mistakes) has one
home, ``docs/assets/search-engine.js``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ..markup import plain
from ..prose import Place
from ..reading_lists import BUILDER
from ..site import Page, Site
from .body import sections
from .danger import danger_data
from .previews.descriptions import shorten
from .search_shards import shards

FOLDER = "search"
# Up to how many bytes, compressed, the index is one file. A larger one comes in parts: search_shards.py.
ONE_FILE = 90_000
WORD = re.compile(r"[a-z]{3,}")
# How many of its own words a section and a page are known by, and how far a summary is shown.
SECTION_WORDS, PAGE_WORDS, SUMMARY = 5, 20, 150
# Sections that are the same on many pages and answer no search.
LEFT_OUT = {"sources"}
HELP = "/get-help-now/"


def search_files(site: Site, one_file: int = ONE_FILE) -> dict[str, str]:
    """The index and the phrases of danger, by their place in the docs folder.

    An index of more than ``one_file`` bytes, compressed, is cut into many files.
    """
    if site.vocabulary is None:
        return {}
    files = index_files(index_file(site), one_file)
    if site.danger:
        crisis = f"self.psychoedCrisis = {_json(danger_data(site))}\n"
        files[_named("crisis", "js", crisis)] = crisis
    return files


def index_files(index: dict[str, Any], one_file: int = ONE_FILE) -> dict[str, str]:
    """The index as one file, or as a head with the folder that it names."""
    text = _json(packed(index))
    if len(gzip.compress(text.encode(), 6, mtime=0)) <= one_file:
        return {_named("index", "json", text): text}
    folder = f"{FOLDER}/{_sum(text)}"
    head, files = shards(index, folder)
    head_text = _json(head)
    return {
        _named("index", "json", head_text): head_text,
        **{f"{folder}/{name}.json": _json(content) for name, content in files.items()},
    }


def packed(index: dict[str, Any]) -> dict[str, Any]:
    """The same index, shorter when compressed: a list for each field of all pages, and one text for each list
    of words. Words of a page that stand in its sections stand only there. ``search-engine.js`` unpacks it."""
    pages = [_packed_page(page) for page in index["pages"]]
    return {**index, "pages": {name: [page[name] for page in pages] for name in pages[0]}}


def _packed_page(page: dict[str, Any]) -> dict[str, Any]:
    columns = list(zip(*page["sections"], strict=True)) or [(), (), ()]
    twins = set(" ".join(columns[2]).split())
    return {
        **page,
        "names": _one_text(page["names"]),
        "find": _one_text(page["find"]),
        "words": " ".join(word for word in page["words"].split() if word not in twins),
        "sections": [_one_text(column) for column in columns],
    }


def _one_text(texts: Iterable[str]) -> str:
    return "|".join(text.replace("|", "/") for text in texts)


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _named(name: str, ending: str, text: str) -> str:
    """A name that changes with the content, so that a browser may keep the file as long as it likes."""
    return f"{FOLDER}/{name}-{_sum(text)}.{ending}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def index_file(site: Site) -> dict[str, Any]:
    """Everything the engine needs to find pages."""
    words = site.vocabulary
    assert words is not None
    pages = sorted(site.pages, key=lambda page: page.address)
    number = {page.address: position for position, page in enumerate(pages)}
    return {
        "pages": [*_pages(site, pages, number), *_reading_lists(site, number)],
        "abbreviations": {
            each.short: [number[a] for a in each.pages if a in number] for each in words.abbreviations
        },
        "feelings": [[each.say, [number[a] for a in each.pages if a in number]] for each in words.feelings],
        "alike": words.alike,
        "fillers": words.fillers,
    }


def _pages(site: Site, pages: list[Page], number: dict[str, int]) -> list[dict[str, Any]]:
    assert site.vocabulary is not None
    counted = {page.address: _section_words(page) for page in pages}
    spread = Counter(word for each in counted.values() for word in set().union(*each.values()))
    result = []
    for page in pages:
        words = site.words_of(page)
        parent = getattr(page.meta, "parent", None)
        result.append(
            {
                "address": page.address,
                "title": page.meta.title,
                "text": shorten(plain(page.meta.summary), SUMMARY),
                "kind": page.kind.value,
                "parent": number.get(f"/conditions/{parent}/", -1) if parent else -1,
                "names": [*page.meta.also_called, *words.say],
                "find": [*words.find, *_numbers(site, page)],
                "words": _best(
                    sum(counted[page.address].values(), Counter()), spread, len(pages), PAGE_WORDS
                ),
                "sections": [
                    [
                        anchor,
                        heading,
                        _best(
                            counted[page.address].get(heading, Counter()), spread, len(pages), SECTION_WORDS
                        ),
                    ]
                    for heading, anchor in sections(site, page)
                    if anchor not in LEFT_OUT
                ],
            }
        )
    return result


def _reading_lists(site: Site, number: dict[str, int]) -> Iterator[dict[str, Any]]:
    """The sheets of ready-made lists. A clinician who names one should not have to find the builder first."""
    for each in site.handout_sets.sets if site.handout_sets and BUILDER in number else ():
        yield {
            "address": f"{BUILDER}{each.id}/",
            "title": f"Reading list: {each.title}",
            "text": each.for_whom,
            "kind": "plain",
            "parent": number[BUILDER],
            "names": [],
            "find": [f"handout {each.title}", f"give patient {each.title}", f"print for client {each.title}"],
            "words": "",
            "sections": [],
        }


def _numbers(site: Site, page: Page) -> list[str]:
    """The numbers of help lines lead to the page that shows them all. They stand in one data file."""
    regions = site.help_lines.regions if site.help_lines and page.address == HELP else ()
    lines = [line for region in regions for line in region.lines]
    return sorted({number for line in lines for number in (line.call, line.name) if number})


def _section_words(page: Page) -> dict[str, Counter[str]]:
    """How often each word stands in each section. The summary and key points are the section without name."""
    counts: dict[str, Counter[str]] = {}
    for block in page.blocks:
        if block.place is not Place.TITLE:
            counts.setdefault(block.section, Counter()).update(WORD.findall(block.words.lower()))
    return counts


def _best(counts: Counter[str], spread: Counter[str], pages: int, most: int) -> str:
    """The words that tell a text from all others, most telling first."""
    weights = {
        word: (1 + math.log(count)) * math.log(1 + pages / spread[word])
        for word, count in counts.items()
        if spread[word] < pages / 2
    }
    return " ".join(sorted(weights, key=lambda word: (-weights[word], word))[:most])
