"""A sentence with a number in it cites the source that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markup import Piece, scan
from ..site import Page, Site
from .rule import Found, Rule

# Digits that claim nothing: round-the-clock care and names.
HARMLESS = re.compile(r"\b24[- ]hours?\b|\b24/7\b|\bCOVID-19\b|\bCC BY 4\.0\b", re.IGNORECASE)
# A sentence ends at a stop that follows a word or a citation and stands before a space and a new sentence.
SENTENCE_END = re.compile(r"(?<=[.?!])(?:[\"')\]]*)\s+(?=[\"'(\[*]*[A-Z0-9])")
BLANKED = {Piece.FENCE, Piece.CODE, Piece.COMPONENT, Piece.HEADING, Piece.STATEMENT, Piece.COMMENT}


def find(site: Site) -> Iterator[Found]:
    for page in site.pages:
        for line, sentence in page_sentences(page):
            if re.search(r"\d", HARMLESS.sub("", _without_links(sentence))) and "[@" not in sentence:
                yield Found(page.path, line, f"a number without a source: '{_short(sentence)}'")


def page_sentences(page: Page) -> Iterator[tuple[int, str]]:
    """Every sentence of a page with its line: summary, key points and body."""
    yield from sentences(page.meta.summary, page.line("summary"))
    for number, point in enumerate(page.meta.key_points):
        yield from sentences(point, page.line("key_points", number))
    yield from sentences(_prose(page.body), page.body_line)


def sentences(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The sentences of Markdown prose. A list item or a table row ends a sentence."""
    line = first_line
    for block in re.split(r"(\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t])|\n(?=\|))", text):
        start, clean = line, re.sub(r"^[\s>]*(?:[-*+]|\d+[.)])[ \t]+", "", block.strip("\n"))
        start += len(block) - len(block.lstrip("\n"))
        position = 0
        for part in SENTENCE_END.split(clean):
            at = clean.find(part, position)
            position = at + len(part)
            if part.strip():
                yield start + clean.count("\n", 0, at), " ".join(part.split())
        line += block.count("\n")


def _prose(body: str) -> str:
    """The body with everything that is not prose blanked out, every line where it was."""
    result, position = [], 0
    for token in scan(body):
        result.append(body[position : token.match.start()])
        keep = token.piece not in BLANKED
        result.append(token.text if keep else re.sub(r"[^\n]", " ", token.text))
        position = token.match.end()
    return "".join([*result, body[position:]])


def _without_links(sentence: str) -> str:
    return re.sub(r"\]\([^)]*\)", "]", re.sub(r"\[@[^\]]*\]", "", sentence))


def _short(sentence: str, length: int = 60) -> str:
    return sentence if len(sentence) <= length else sentence[: length - 1].rstrip() + "…"


RULE = Rule(
    code="S003",
    name="number-without-source",
    why="Every number on the site has a source that says it.",
    remedy="cite it in the same sentence like [@source-id], or write the sentence without the number",
    find=find,
)
