"""Everything that readers read, page by page and data file by data file, as plain words with their lines.

The rules about wording look at these. Not among them are names that others gave (sources, help lines),
citations, the addresses of links, and words that stand only in a search vocabulary, which nobody is shown.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from .markup import headings
from .prose import Block, Place
from .site import DataFile, Page, Site

# What stands in the data files and is not a sentence of ours: names of other things, addresses, numbers.
NOT_PROSE = {"id", "address", "sources", "strength", "checked", "call", "press", "number", "keyword", "chat"}
NOT_PROSE |= {"url", "kind", "region", "source", "status", "contact", "retired", "default_region", "forms"}
NOT_PROSE |= {"when"}
# Of the search vocabulary only what is printed: no words that are only found, and no patterns.
NOT_PROSE |= {"find", "short", "alike", "fillers"}
FILES = (
    "evidence",
    "levels_of_care",
    "program",
    "help_lines",
    "glossary",
    "tools",
    "vocabulary",
    "handout_sets",
)
HELP = re.compile(r"\{\{\s*help_(?:card|lines)\(")


class Topic:
    """Something that a text can speak of. One of the ``stems``, pieces of words between bars, is in every
    text that does: most texts hold none, and they are looked for many times faster than the pattern."""

    def __init__(self, stems: str, pattern: str) -> None:
        self.stems, self.pattern = stems.split("|"), pattern
        self.compiled = re.compile(pattern, re.IGNORECASE)

    def search(self, text: str, lower: str = "") -> re.Match[str] | None:
        """The first words of the text that speak of it. ``lower`` is the text in small letters, if known."""
        lower = lower or text.lower()
        return self.compiled.search(text) if any(stem in lower for stem in self.stems) else None


@dataclass(frozen=True)
class Passage:
    """A piece of prose with the file it stands in. ``text`` is what is read, on the same lines as it was
    written; ``title`` is that of its page."""

    path: str
    block: Block
    text: str
    title: str = ""

    @cached_property
    def lower(self) -> str:
        """The text in small letters, to tell fast which words can't be in it."""
        return self.text.lower()

    @cached_property
    def above(self) -> str:
        """The headings that it stands under, in small letters."""
        return f"{self.block.section}\n{self.title}".lower()

    def line_at(self, position: int) -> int:
        """The line of the file on which a place of the text stands."""
        return self.block.line + self.text.count("\n", 0, position)

    def speaks_of(self, topic: Topic) -> bool:
        """Whether the passage is about something, by its own words, its section's heading or its page."""
        return bool(self.names(topic) or topic.search(self.above, self.above))

    def names(self, topic: Topic) -> re.Match[str] | None:
        """The passage's own words that speak of something."""
        return topic.search(self.text, self.lower)


@dataclass(frozen=True)
class Section:
    """What stands under one heading of the second level, or above the first one."""

    heading: str
    passages: tuple[Passage, ...]
    shows_help: bool

    @property
    def name(self) -> str:
        """How a message names it."""
        return f"the section '{self.heading}'" if self.heading else "the top of the page"


@dataclass(frozen=True)
class FileText:
    """Everything that is read in one page or one data file."""

    path: str
    page: Page | None
    passages: tuple[Passage, ...]

    @cached_property
    def lower(self) -> str:
        """All of it in small letters."""
        return "\n\n".join(passage.lower for passage in self.passages)

    @cached_property
    def _known(self) -> dict[Topic, tuple[Passage, ...]]:
        return {}

    def about(self, topic: Topic) -> tuple[Passage, ...]:
        """The passages that speak of something in their own words."""
        if topic not in self._known:
            self._known[topic] = tuple(passage for passage in self.passages if passage.names(topic))
        return self._known[topic]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the page; a data file has none."""
        if self.page is None:
            return ()
        raw = dict(_raw_sections(self.page.body))
        groups = groupby(self.passages, key=lambda passage: passage.block.section)
        return tuple(
            Section(heading, tuple(passages), bool(HELP.search(raw.get(heading, ""))))
            for heading, passages in groups
        )


def _raw_sections(body: str) -> Iterator[tuple[str, str]]:
    lines = body.split("\n")
    tops = [heading for heading in headings(body) if heading.level <= 2]
    edges = [0, *(heading.line for heading in tops), len(lines)]
    for name, start, end in zip(["", *(h.text for h in tops)], edges[:-1], edges[1:], strict=True):
        yield name, "\n".join(lines[start:end])


def file_texts(site: Site, pages: Iterable[Page], files: Iterable[str]) -> tuple[FileText, ...]:
    """What is read in some pages and some data files."""
    wanted = set(files)
    data = [site.files[name] for name in FILES if name in site.files and site.files[name].path in wanted]
    return (
        *(FileText(page.path, page, tuple(_of_page(page))) for page in pages),
        *(FileText(file.path, None, tuple(_of_data(file))) for file in data),
    )


def _of_data(file: DataFile) -> Iterator[Passage]:
    names = NOT_PROSE | ({"name"} if file.path.endswith("help-lines.yml") else set())
    for where, text in file.document.texts():
        if not names.intersection(map(str, where)):
            block = Block(Place.PARAGRAPH, file.line(*where), text)
            yield Passage(file.path, block, as_read(text, lines=False))


def _of_page(page: Page) -> Iterator[Passage]:
    first, *rest = page.blocks
    for block in (first, *_printed_facts(page), *rest):
        in_body = block.line >= page.body_line
        yield Passage(page.path, block, as_read(block.text, lines=in_body), page.meta.title)


def _printed_facts(page: Page) -> Iterator[Block]:
    """What front matter says to readers besides title, summary and key points."""
    for number, name in enumerate(page.meta.also_called):
        yield Block(Place.TITLE, page.line("also_called", number), name)
    for number, choice in enumerate(getattr(page.meta, "choices", ())):
        yield Block(Place.TITLE, page.line("choices", number), f"{choice.title}. {choice.text}")


STRAIGHT = str.maketrans("‘’‚‛“”„‟‐‑‒–—―", "''''\"\"\"\"------", "\u00ad\u200b\u200c\u200d*_`")  # noqa: RUF001


def as_read(text: str, *, lines: bool = True) -> str:
    """The words of a piece of Markdown: no citations, addresses or emphasis; plain quotes and hyphens."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).translate(STRAIGHT)
    text = re.sub(r"[ \t]*\[@[^\]]*\]", lambda cited: "\n" * cited[0].count("\n"), text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return text if lines else " ".join(text.split())


# A sentence ends at a stop before a space and what can begin the next one.
STOP = re.compile(r"[.?!][\"')]*\s+(?=[\"'(]*[A-Z0-9])")


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of ``text`` in which a place lies."""
    before = [stop.end() for stop in STOP.finditer(text, 0, start)]
    after = STOP.search(text, end)
    return text[before[-1] if before else 0 : after.start() + 1 if after else len(text)]
