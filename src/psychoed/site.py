"""The loaded site: pages and data as plain records, before any check or rendering."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from .models import (
    ConditionMeta,
    Danger,
    DangerExamples,
    Evidence,
    Figures,
    Glossary,
    GuideMeta,
    HandoutSets,
    HelpLines,
    LevelMeta,
    LevelsOfCare,
    PageMeta,
    PageWords,
    PlainMeta,
    Program,
    Questions,
    QuestionSet,
    Source,
    TherapyMeta,
    Tool,
    Vocabulary,
)
from .permalinks import Permalinks
from .prose import Block, Place, body_blocks
from .yamlines import Document


class Kind(StrEnum):
    """What a page is about. It decides the front matter and the questions."""

    CONDITION = "condition"
    THERAPY = "therapy"
    LEVEL = "level"
    GUIDE = "guide"
    PLAIN = "plain"


GUIDE_GROUPS = ("understand", "choose", "support", "after")
META: dict[Kind, type[PageMeta]] = {
    Kind.CONDITION: ConditionMeta,
    Kind.THERAPY: TherapyMeta,
    Kind.LEVEL: LevelMeta,
    Kind.GUIDE: GuideMeta,
    Kind.PLAIN: PlainMeta,
}


@dataclass(frozen=True)
class Page:
    """One page as its editor wrote it.

    ``path`` is the file in the repository, ``uri`` its place in the docs folder an engine sees,
    ``address`` where readers find it. ``body_line`` is the line of the file on which ``body`` begins.
    """

    path: str
    uri: str
    kind: Kind
    meta: Any
    body: str
    body_line: int
    front_matter: Document
    front_matter_text: str = ""

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.address.rstrip("/").rpartition("/")[2]

    @property
    def address(self) -> str:
        """Where readers find the page, like ``/conditions/ptsd/``."""
        return address_of(self.uri)

    def line(self, *path: str | int) -> int:
        """The line of a front matter value."""
        return self.front_matter.line(path)

    def text_at(self, line: int) -> str:
        """One line of the file."""
        text, first = (self.body, self.body_line) if line >= self.body_line else (self.front_matter_text, 1)
        lines = text.split("\n")
        return lines[line - first] if 0 <= line - first < len(lines) else ""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All prose of the page, from its title to its last line."""
        head = [
            Block(Place.TITLE, self.line("title"), self.meta.title),
            Block(Place.SUMMARY, self.line("summary"), self.meta.summary),
        ]
        points = self.meta.key_points
        head += [Block(Place.KEY_POINT, self.line("key_points", n), text) for n, text in enumerate(points)]
        return (*head, *body_blocks(self.body, self.body_line))


def address_of(uri: str) -> str:
    """``conditions/ptsd.md`` becomes ``/conditions/ptsd/``; ``guides/index.md`` becomes ``/guides/``."""
    stem = uri.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"


@dataclass(frozen=True)
class DataFile:
    """A data file's text as YAML with lines, beside the model made of it."""

    path: str
    document: Document

    def line(self, *path: str | int) -> int:
        """The line of a value in the file."""
        return self.document.line(path)


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml says that pages show."""

    site_name: str
    site_url: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    admin: bool = False


@dataclass
class Site:
    """Everything the editors wrote.

    ``recorded`` is what permalinks.yml says, and ``permalinks`` the same with what a page has that it
    does not name yet. Data that could not be loaded is named in ``broken``, the addresses of pages that
    could not in ``unreadable``: checks take those as being there, so that one mistake is told once.
    ``assets`` are the files under docs/ that are no pages, by their address without the first slash.
    ``handouts`` are the places of the PDFs that were made before this build.
    """

    settings: Settings
    pages: list[Page] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    evidence: Evidence | None = None
    levels_of_care: LevelsOfCare | None = None
    help_lines: HelpLines | None = None
    questions: Questions | None = None
    program: Program | None = None
    glossary: Glossary | None = None
    figures: Figures | None = None
    tools: dict[str, Tool] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None
    handout_sets: HandoutSets | None = None
    danger: Danger | None = None
    danger_examples: DangerExamples | None = None
    recorded: Permalinks = field(default_factory=Permalinks)
    permalinks: Permalinks = field(default_factory=Permalinks)
    files: dict[str, DataFile] = field(default_factory=dict)
    assets: dict[str, Path] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    unreadable: dict[str, Kind] = field(default_factory=dict)
    handouts: frozenset[str] = frozenset()

    def of_kind(self, kind: Kind) -> list[Page]:
        """The pages of one kind, A to Z by title."""
        return sorted((page for page in self.pages if page.kind is kind), key=lambda page: page.meta.title)

    def in_reading_order(self, kind: Kind) -> list[Page]:
        """The pages of one kind as a reader goes through them: levels by intensity, the rest A to Z."""
        pages = self.of_kind(kind)
        if kind is Kind.LEVEL and self.levels_of_care:
            rank = {level.id: number for number, level in enumerate(self.levels_of_care.levels)}
            pages.sort(key=lambda page: rank.get(page.slug, len(rank)))
        if kind is Kind.GUIDE:
            pages.sort(key=lambda page: GUIDE_GROUPS.index(page.meta.group))
        return pages

    def by_address(self) -> dict[str, Page]:
        """All pages by where readers find them; of two with one address the first."""
        return {page.address: page for page in reversed(self.pages)}

    def words_of(self, page: Page) -> PageWords:
        """What people type for a page: the vocabulary's words, and then its own."""
        listed = self.vocabulary.pages.get(page.address) if self.vocabulary else None
        both = [words for words in (listed, page.meta.search_words) if words]
        return PageWords(
            say=tuple(text for words in both for text in words.say),
            find=tuple(text for words in both for text in words.find),
        )

    def slugs(self, kind: Kind) -> set[str]:
        """The last part of the addresses of one kind of page, those that could not be read included."""
        unreadable = {address.split("/")[-2] for address, its in self.unreadable.items() if its is kind}
        return {page.slug for page in self.pages if page.kind is kind} | unreadable

    def addresses(self) -> set[str]:
        """Where there is a page, readable or not."""
        return {page.address for page in self.pages} | set(self.unreadable)

    def moved(self) -> dict[str, Page]:
        """The pages by the addresses they had before."""
        return {old: page for page in self.pages for old in page.meta.moved_from}

    def question_set(self, kind: Kind) -> QuestionSet | None:
        """The fixed questions of a kind of page, if it has any."""
        return getattr(self.questions, kind.value, None)

    def content_pages(self) -> Iterator[Page]:
        """Pages that answer fixed questions."""
        return (page for page in self.pages if self.question_set(page.kind))
