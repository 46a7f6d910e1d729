"""Pages are Markdown: no HTML, no attribute lists, no reference-style links, one kind of heading."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import Piece, scan
from ..site import Site
from .rule import Found, Rule

REFUSED = {
    Piece.HTML: ("HTML is not allowed in a page", "write it in Markdown, or ask for a component"),
    Piece.COMMENT: ("an HTML comment would be published", "take it out; write notes in the pull request"),
    Piece.ATTRIBUTES: ("'{: …}' is not allowed in a page", "take it out"),
    Piece.REFERENCE: (
        "this way of writing a link is not used here",
        "write [words](/address/) in the sentence",
    ),
    Piece.IMAGE: (
        "pages have no pictures of their own yet",
        "take it out, or ask for a figure drawn from data",
    ),
}


def find(site: Site) -> Iterator[Found]:
    for page in site.pages:
        for token in scan(page.body, page.body_line):
            if token.piece in REFUSED:
                message, remedy = REFUSED[token.piece]
                yield Found(page.path, token.line, message, remedy)
            if token.piece is Piece.HEADING and len(token.match["marks"]) == 1:
                message = "a page has one title, the one in its front matter"
                yield Found(page.path, token.line, message, "begin this heading with ## or ###")


RULE = Rule(
    code="C003",
    name="raw-markup",
    why="All HTML lives in overrides/, where accessibility and privacy are tested.",
    remedy="write it in Markdown",
    find=find,
)
