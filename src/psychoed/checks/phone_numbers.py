"""Help-line numbers live in one data file; retired ones live nowhere."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from ..models import HelpLine
from ..walk import help_lines
from .rule import Found, Rule, Run

PHONE = re.compile(
    r"(?<![\d.])(?:\+?\(?\d[\d ().-]{6,}\d|\d-\d{3}-\d{3}-[A-Z]{4}|911|988|999|116[ -]?123|741-?741)(?![\d-])"
)
# Digits that are no phone number: where a link leads, a day, a source's id.
NOT_A_NUMBER = re.compile(r"\]\([^)]*\)|\d{4}-\d\d-\d\d|\[@[^\]]*\]|https://\S+")
# Files in which numbers belong: help lines have their own check, a clinic's contact is its own.
NUMBERS_BELONG = {"help_lines", "sources"}


def find(run: Run) -> Iterator[Found]:
    site = run.site
    assert site.help_lines is not None
    retired = {_digits(item.number): item.use_instead for item in site.help_lines.retired}
    for path, number, text in _texts(run):
        for match in PHONE.finditer(NOT_A_NUMBER.sub("", _as_typed(text))):
            digits = _digits(match[0])
            if digits in retired:
                yield Found(path, number, f"{match[0]} is retired", f"use {retired[digits]}")
            elif len(digits) == 3 or len(digits) >= 6:
                yield Found(path, number, f"the number {match[0]} is typed into the text")
    for (path, number), line in help_lines(site):
        for written in _numbers(line):
            if _digits(written) in retired:
                yield Found(path, number, f"{written} is retired", f"use {retired[_digits(written)]}")


def _texts(run: Run) -> Iterator[tuple[str, int, str]]:
    """Every line of the pages and every text of the data, with its place."""
    for page in run.pages:
        for number, text in enumerate(page.front_matter_text.split("\n"), 1):
            yield page.path, number, text
        for number, text in enumerate(page.body.split("\n"), page.body_line):
            yield page.path, number, text
    for name, file in run.site.files.items():
        looked_at = file.path in run.files and name not in NUMBERS_BELONG
        for where, text in file.document.texts() if looked_at else ():
            if where[0] != "contact":
                yield file.path, file.line(*where), text


def _as_typed(text: str) -> str:
    """A number in plain digits and hyphens, however it was dressed up."""
    plain = unicodedata.normalize("NFKC", html.unescape(text))
    return re.sub(r"[\u2010-\u2015/]", "-", re.sub(r"[*_]", "", plain))


def _numbers(line: HelpLine) -> list[str]:
    return [number for number in (line.call, line.text and line.text.number) if number]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


RULE = Rule(
    code="SM14",
    name="number-in-prose",
    why="A number that stands in one place can be corrected everywhere at once.",
    remedy="put it in content/data/help-lines.yml and show it with {{ help_card() }} or {{ help_lines() }}",
    find=find,
    needs=frozenset({"help_lines"}),
)
