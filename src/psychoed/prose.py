"""The prose of a page as readers meet it: blocks, and the sentences in them, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from sys import intern
from typing import NamedTuple

from .markup import HEADING_LINE, plain


class Place(StrEnum):
    """Where a block stands."""

    TITLE = "title"
    SUMMARY = "summary"
    KEY_POINT = "key point"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


class Sentence(NamedTuple):
    """A sentence as it is read, the line on which it begins, and its words."""

    line: int
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A piece of prose. ``text`` is Markdown, ``line`` counts in the file, ``section`` is the heading of
    the second level above it."""

    place: Place
    line: int
    text: str
    section: str = ""

    @property
    def words(self) -> str:
        """The text as it is read: no citations, no addresses, no emphasis."""
        return plain(self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, str], ...]:
        """The sentences with the line on which each begins, as Markdown on one line."""
        return tuple(_sentences(self))

    @cached_property
    def spoken(self) -> tuple[Sentence, ...]:
        """The sentences as they are read."""
        texts = ((line, plain(text)) for line, text in self.sentences)
        return tuple(Sentence(line, text, tuple(map(intern, words_of(text)))) for line, text in texts)


# A number with its commas and points is one word, and so is a word with its hyphens.
WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['\u2019-][^\W_]+)*")
# A sentence ends at a stop that follows a word or a citation and stands before a space and a new sentence.
SENTENCE_END = re.compile(r"(?<=[.?!])(?:[\"')\]*”]*)\s+(?=[\"'(\[*“]*[A-Z0-9])")
SHORTENED = re.compile(r"(?:\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|St|U\.S|No|etc))\.$")
ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
ROW = re.compile(r"[ \t]*\|")
RULER = re.compile(r"[ \t]*\|?[ \t:|-]+\|?[ \t]*$")
COMPONENT_LINE = re.compile(r"[ \t]*\{\{.*\}\}[ \t]*$")


def body_blocks(body: str, first_line: int) -> Iterator[Block]:
    """The blocks of a page's Markdown."""
    section, pending = "", _Pending()
    for number, line in enumerate(body.split("\n"), first_line):
        heading = HEADING_LINE.fullmatch(line)
        if heading or not line.strip() or ITEM.match(line) or ROW.match(line) or COMPONENT_LINE.match(line):
            yield from pending.take(section)
        if heading:
            section = heading["words"] if len(heading["marks"]) <= 2 else section
            yield Block(Place.HEADING, number, heading["words"], section)
        elif ROW.match(line):
            yield from _cells(line, number, section)
        elif line.strip() and not COMPONENT_LINE.match(line):
            pending.add(line, number)
    yield from pending.take(section)


class _Pending:
    """The lines of a paragraph or a list item that is not finished yet."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.first = 0

    def add(self, line: str, number: int) -> None:
        self.first = self.first if self.lines else number
        self.lines.append(line)

    def take(self, section: str) -> Iterator[Block]:
        if self.lines:
            place = Place.ITEM if ITEM.match(self.lines[0]) else Place.PARAGRAPH
            self.lines[0] = ITEM.sub("", self.lines[0], count=1)
            text = "\n".join(line.strip().removeprefix("> ") for line in self.lines)
            yield Block(place, self.first, text, section)
        self.lines = []


def _cells(line: str, number: int, section: str) -> Iterator[Block]:
    if not RULER.fullmatch(line):
        yield from (Block(Place.CELL, number, cell, section) for cell in _row(line) if cell)


@dataclass
class ItemList:
    """A list: where it begins and how many items it has of its own, those of lists inside it left out."""

    line: int
    indent: int
    ordered: bool
    items: int = 1


def lists(body: str, first_line: int) -> Iterator[ItemList]:
    """Every list of a page's Markdown, those inside others included."""
    lines, open_lists, gap = body.split("\n"), list[ItemList](), True
    for number, line in enumerate(lines, first_line):
        item = ITEM.match(line)
        if item:
            yield from _fit(
                open_lists, ItemList(number, len(line) - len(line.lstrip()), item[0].strip()[0].isdigit())
            )
        elif HEADING_LINE.fullmatch(line) or (line.strip() and gap and not line.startswith((" ", "\t"))):
            yield from reversed(open_lists)
            open_lists.clear()
        gap = not line.strip()
    yield from reversed(open_lists)


def _fit(open_lists: list[ItemList], new: ItemList) -> Iterator[ItemList]:
    """Put an item where it belongs among the lists that are open; gives those that end before it."""
    while open_lists and open_lists[-1].indent > new.indent:
        yield open_lists.pop()
    last = open_lists[-1] if open_lists else None
    if last and last.indent == new.indent and last.ordered == new.ordered:
        last.items += 1
        return
    if last and last.indent == new.indent:
        yield open_lists.pop()
    open_lists.append(new)


@dataclass(frozen=True)
class Table:
    """A table: its header, if it has one, and its other rows with their lines."""

    line: int
    header: tuple[str, ...] | None
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def tables(body: str, first_line: int) -> Iterator[Table]:
    """Every table of a page's Markdown: lines that begin with a bar, one below the other."""
    numbered = enumerate(body.split("\n"), first_line)
    for is_table, group in groupby(numbered, key=lambda pair: bool(ROW.match(pair[1]))):
        if is_table:
            yield _table(list(group))


def _table(lines: list[tuple[int, str]]) -> Table:
    has_header = len(lines) > 1 and bool(RULER.fullmatch(lines[1][1]))
    rows = [(number, _row(line)) for number, line in lines if not RULER.fullmatch(line)]
    header = rows.pop(0)[1] if has_header and rows else None
    return Table(lines[0][0], header, tuple(rows))


def _row(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))


def _sentences(block: Block) -> Iterator[tuple[int, str]]:
    position = 0
    for part in _whole(SENTENCE_END.split(block.text)):
        at = block.text.find(part.split("\n")[0][:20], position)
        at = max(at, position)
        position = at + len(part)
        if part.strip():
            yield block.line + block.text.count("\n", 0, at), " ".join(part.split())


def words_of(text: str) -> list[str]:
    """The words of a text, as they are written."""
    return WORD.findall(text)


def _whole(parts: list[str]) -> list[str]:
    """Sentences, those put together again that were cut after a shortened word like 'Dr.'."""
    result: list[str] = []
    for part in parts:
        if result and SHORTENED.search(result[-1]):
            result[-1] += f" {part}"
        else:
            result.append(part)
    return result
