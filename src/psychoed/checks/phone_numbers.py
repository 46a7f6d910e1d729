"""Help-line numbers live in one data file; retired ones live nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import HelpLine
from ..site import Page, Site
from ..walk import help_lines
from .rule import Found, Rule

PHONE = re.compile(r"(?<![\d@/.-])(?:\+?\(?\d[\d ().-]{6,}\d|911|988|999|116 ?123|741741)(?![\d/-])")


def find(site: Site) -> Iterator[Found]:
    assert site.help_lines is not None
    retired = {_digits(item.number): item.use_instead for item in site.help_lines.retired}
    for page in site.pages:
        yield from _in_page(page, retired)
    for (path, number), line in help_lines(site):
        for written in _numbers(line):
            if _digits(written) in retired:
                yield Found(path, number, f"{written} is retired", f"use {retired[_digits(written)]}")


def _in_page(page: Page, retired: dict[str, str]) -> Iterator[Found]:
    lines = [
        *enumerate(page.front_matter_text.split("\n"), 1),
        *enumerate(page.body.split("\n"), page.body_line),
    ]
    for number, text in lines:
        for match in PHONE.finditer(re.sub(r"\]\([^)]*\)|\d{4}-\d\d-\d\d", "", text)):
            digits = _digits(match[0])
            if digits in retired:
                yield Found(page.path, number, f"{match[0]} is retired", f"use {retired[digits]}")
            elif len(digits) == 3 or len(digits) >= 6:
                yield Found(page.path, number, f"the number {match[0]} is typed into the page")


def _numbers(line: HelpLine) -> list[str]:
    return [number for number in (line.call, line.text and line.text.number) if number]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


RULE = Rule(
    code="H001",
    name="number-in-prose",
    why="A number that stands in one place can be corrected everywhere at once.",
    remedy="put it in content/data/help-lines.yml and show it with {{ help_card() }} or {{ help_lines() }}",
    find=find,
    needs=frozenset({"help_lines"}),
)
