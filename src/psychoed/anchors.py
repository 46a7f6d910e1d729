"""The sections of a page and their anchors: one place for what a link to a section may name."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from .markup import headings, slugify
from .site import Page, Site

SOURCES = "sources"


@dataclass(frozen=True)
class Section:
    """A heading of a page's body, how deep it is, and its anchor. ``line`` is its line in the file."""

    level: int
    title: str
    anchor: str
    line: int


def sections_of(site: Site, page: Page) -> tuple[Section, ...]:
    """Every heading of the page's body, in order, each with an anchor of its own.

    A fixed question has a fixed anchor, and a heading may name its own, like ``## New words {#old-words}``.
    Both stay when the words change. Any other heading has its words as its anchor.
    """
    fixed = dict(fixed_anchors(site, page))
    found = headings(page.body, page.body_line)
    named = [fixed.get(heading.text) or heading.anchor for heading in found]
    moved = (gone.old for gone in page.meta.moved_anchors)
    taken = {SOURCES, slugify(page.meta.title), *named, *moved}
    result = []
    for heading, name in zip(found, named, strict=True):
        anchor = name or _unique(slugify(heading.text), taken)
        taken.add(anchor)
        result.append(Section(heading.level, heading.text, anchor, heading.line))
    return tuple(result)


def fixed_anchors(site: Site, page: Page) -> list[tuple[str, str]]:
    """The headings of the fixed questions of a page's kind, and their anchors."""
    asked = site.question_set(page.kind)
    return [(question.heading, question.id) for question in asked.questions] if asked else []


def anchors_of(site: Site, page: Page) -> set[str]:
    """Every anchor that a link may lead to on a page. Its fixed questions count even while one is missing."""
    fixed = {anchor for _, anchor in fixed_anchors(site, page)}
    moved = {gone.old for gone in page.meta.moved_anchors}
    return {section.anchor for section in sections_of(site, page)} | fixed | moved | {SOURCES}


def _unique(anchor: str, taken: Container[str]) -> str:
    """``anchor``, with a number when something on the page has it already: ``costs_1``."""
    while not anchor or anchor in taken:
        counted = re.fullmatch(r"(.+)_(\d+)", anchor)
        anchor = f"{counted[1]}_{int(counted[2]) + 1}" if counted else f"{anchor}_1"
    return anchor
