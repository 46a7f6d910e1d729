"""The Markdown that editors write, cut into the few pieces that psychoed gives a meaning of its own.

Everything between the pieces is left to Python-Markdown. What could reach a reader unseen by the checks is a
piece too, so that it can be refused: HTML, attribute lists, and links and code in forms of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest


class Piece(StrEnum):
    """What a piece of Markdown is."""

    FENCE = "fence"
    CODE = "code"
    COMMENT = "comment"
    COMPONENT = "component"
    STATEMENT = "statement"
    CITATION = "citation"
    IMAGE = "image"
    LINK = "link"
    HEADING = "heading"
    UNDERLINE = "underline"
    HTML = "html"
    ATTRIBUTES = "attributes"
    REFERENCE = "reference"
    LEFTOVER = "leftover"


PATTERNS = {
    Piece.FENCE: r"^(?P<ticks>`{3,}|~{3,})[^\n]*\n(?:[\s\S]{0,5000}?\n)?(?P=ticks)[ \t]*$",
    Piece.CODE: r"(?P<tick>`+)(?!`)[^\n]+?(?<!`)(?P=tick)(?!`)",
    Piece.COMMENT: r"<!--[\s\S]{0,5000}?-->",
    Piece.COMPONENT: r"\{\{[\s\S]{0,500}?\}\}",
    Piece.STATEMENT: r"\{[%#][\s\S]{0,500}?[%#]\}",
    Piece.CITATION: r"\[@[^\]]{0,500}\]",
    Piece.IMAGE: r"!\[(?P<alt>[^\]\n]*)\]\((?P<source>[^)\n]*)\)",
    Piece.LINK: r"(?<!!)\[(?P<text>(?!@)[^\[\]]{0,500})\]\((?P<target>[^()]{0,500})\)",
    Piece.REFERENCE: r"^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$|(?<!!)\[[^\]\n]+\][ ]?\[[^\]\n]*\]|\][ ]?\(",
    Piece.HEADING: r"^(?P<marks>#{1,6})[ \t]+(?P<words>[^\n]*?)"
    r"(?:[ \t]+\{[ \t]*#(?P<anchor>[\w-]+)[ \t]*\})?[ \t]*$",
    Piece.UNDERLINE: r"(?<=\S\n)(?:=+|-{2,})[ \t]*$",
    Piece.ATTRIBUTES: r"\{[^{}\n]*\}",
    Piece.HTML: r"<[A-Za-z/!?][^>\n]*>?",
    # Half of a merge, a fence, a heading, a citation or a component.
    Piece.LEFTOVER: r"^(?:<{7}|={7}|>{7}|`{3,}|~{3,})[^\n]*$|^#{1,6}[^#\s][^\n]*$"
    r"|\[\s*@|(?<![\w.])@[A-Za-z][\w-]+|\{\{|\}\}|\{%|%\}",
}
HEADING_LINE = re.compile(PATTERNS[Piece.HEADING])
SCANNER = re.compile("|".join(f"(?P<{piece}>{text})" for piece, text in PATTERNS.items()), re.MULTILINE)
SOURCE_ID = re.compile(r"@([A-Za-z0-9_.-]+)")


# Many rules cut the same page; its pieces are kept for the next one. Short texts are cut faster than found.
SHORT, KEPT = 400, 4096


@dataclass(frozen=True, slots=True)
class Token:
    """One piece, where it begins in the text, and its line counted from the text's first line."""

    piece: Piece
    match: re.Match[str]
    line: int

    @property
    def text(self) -> str:
        """The piece as written."""
        return self.match[0]


def scan(text: str, first_line: int = 1) -> Iterator[Token]:
    """The pieces of ``text`` in order. ``first_line`` is the number of its first line."""
    for token in _pieces(text) if len(text) < SHORT else _kept_pieces(text):
        yield Token(token.piece, token.match, token.line + first_line - 1)


@lru_cache(maxsize=KEPT)
def _kept_pieces(text: str) -> tuple[Token, ...]:
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Token]:
    line, position = 1, 0
    for match in SCANNER.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        yield Token(_piece(match), match, line)


def _piece(match: re.Match[str]) -> Piece:
    return next(piece for piece in PATTERNS if match[piece.value] is not None)


def citation_ids(text: str) -> list[str]:
    """The source ids in ``[@one; @two]``."""
    return SOURCE_ID.findall(text)


@dataclass(frozen=True)
class Heading:
    """A heading, how deep it is, its line in the file, and the anchor that it names, if any."""

    level: int
    text: str
    line: int
    anchor: str = ""


def headings(text: str, first_line: int = 1) -> list[Heading]:
    """All headings outside code."""
    return [
        Heading(len(token.match["marks"]), token.match["words"], token.line, token.match["anchor"] or "")
        for token in scan(text, first_line)
        if token.piece is Piece.HEADING
    ]


def sections(text: str, first_line: int = 1) -> list[tuple[Heading, int]]:
    """The headings of the second level, each with the line behind its section."""
    tops = [heading for heading in headings(text, first_line) if heading.level == 2]
    end = first_line + text.count("\n") + 1
    return [(top, below.line if below else end) for top, below in zip_longest(tops, tops[1:])]


def slugify(text: str) -> str:
    """A heading's anchor, the same as Python-Markdown's own for plain English."""
    kept = re.sub(r"[^\w\s-]", "", plain(text)).strip().lower()
    return re.sub(r"[-\s]+", "-", kept)


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """The words of a piece of inline Markdown, without citations, links and emphasis."""
    text = re.sub(PATTERNS[Piece.CITATION], "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"\s+([.,;:?!])", r"\1", re.sub(r"[*_`]+", "", text)).strip()
