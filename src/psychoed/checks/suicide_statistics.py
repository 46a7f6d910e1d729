"""SM09: a figure about suicide has its source beside it and prevention around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..passages import FileText, Passage, Section, as_read
from ..prose import Place
from ..site import Page
from .language import SUICIDE
from .rule import Found, Rule, Run

# An age is no figure about suicide: "a warning about suicidal thoughts in adults under 25".
AGE = re.compile(
    r"\b(?:under|over|aged?|until|from) (?:age |the age of )?\d+|\b\d+ to \d+(?= years? old|-year)"
    r"|\b\d+(?:[-\s]years?(?:[-\s]olds?)?)\b|\bat age \d+|\b988\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\d|\b(?:half|thirds?|quarters?|percent|rates?|twice|doubled?|tripled?|thousands?|millions?|one in \w+"
    r"|times (?:as|more|higher)|leading cause)\b",
    re.IGNORECASE,
)
PREVENTION = re.compile(
    r"\b(?:prevent(?:s|ed|ion|able|ing)?|treat(?:s|ed|ing|ment|ments)?|support(?:s|ed|ive)?"
    r"|safety plans?|help"
    r"|helps|helped|helpline|crisis|recover(?:y|ed|s)?|protect(?:s|ed|ive)?|follow-up|emergency"
    r"|get(?:ting)? better"
    r"|went down|fell)\b",
    re.IGNORECASE,
)


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        if file.page and file.about(SUICIDE):
            yield from _page(file, file.page)


def _page(file: FileText, page: Page) -> Iterator[Found]:
    for section in file.sections:
        figures = [place for passage in section.passages for place in _figures(page, passage)]
        for line, cited, sentence in figures:
            if not cited:
                yield Found(page.path, line, f"'{sentence}' gives a figure about suicide and no source")
        if figures and not _speaks_of_prevention(section):
            remedy = "add a sentence to the section: what prevents suicide, or [get help now](/get-help-now/)"
            message = f"{section.name} gives a figure about suicide and says nothing about preventing it"
            yield Found(page.path, figures[0][0], message, remedy)


def _figures(page: Page, passage: Passage) -> Iterator[tuple[int, bool, str]]:
    """The sentences with a figure about suicide: line, whether they cite a source, and how they begin."""
    if not passage.names(SUICIDE) or passage.block.place in (Place.TITLE, Place.HEADING):
        return
    for line, sentence in passage.block.sentences:
        words = as_read(sentence)
        if SUICIDE.search(words) and FIGURE.search(AGE.sub("", words)):
            row = page.text_at(line) if passage.block.place is Place.CELL else ""
            yield line, "[@" in sentence + row, words if len(words) <= 60 else words[:59].rstrip() + "…"


def _speaks_of_prevention(section: Section) -> bool:
    return section.shows_help or any(PREVENTION.search(passage.text) for passage in section.passages)


RULE = Rule(
    code="SM09",
    name="suicide-statistics",
    why="A bare figure makes suicide look like fate; it can be prevented.",
    remedy="cite the source in the same sentence like [@source-id], or write it without the figure",
    find=find,
)
