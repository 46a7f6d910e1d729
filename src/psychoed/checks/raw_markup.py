"""Pages are plain Markdown: no HTML, no attribute lists, no code, one form of link and of heading."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..markup import Piece, Token, scan
from ..site import Page
from ..yamlines import Document
from .rule import Found, Rule, Run

REFUSED = {
    Piece.HTML: ("HTML is not allowed in a page", "write it in Markdown, or ask for a component"),
    Piece.COMMENT: ("an HTML comment would be published", "take it out; write notes in the pull request"),
    Piece.ATTRIBUTES: ("'{…}' is not allowed in a page", "take it out"),
    Piece.REFERENCE: ("this link can't be read", "write it as [words](/address/), with no brackets inside"),
    Piece.CODE: ("pages have no code", "take the backticks out"),
    Piece.FENCE: ("pages have no code", "take the fence out"),
    Piece.LEFTOVER: (
        "this is only half of something",
        "finish it, like [@source-id] or ## Heading, or take it out",
    ),
    Piece.UNDERLINE: ("a heading is not written with a line under it", "begin it with ## or ###"),
}
IN_HEADINGS = {Piece.CITATION, Piece.LINK, Piece.COMPONENT, Piece.IMAGE}
IN_DATA = {Piece.HTML, Piece.COMPONENT, Piece.STATEMENT}


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        for key, text in (("title", page.meta.title), ("name", getattr(page.meta, "name", ""))):
            yield from _refused(page, text, page.line(key), REFUSED.keys() | IN_HEADINGS)
        yield from _refused(page, page.body, page.body_line, REFUSED.keys())
        for token in scan(page.body, page.body_line):
            if token.piece is Piece.HEADING:
                yield from _heading(page, token)
            if token.piece is Piece.LINK and not _plain_words(token.match["text"]):
                yield Found(page.path, token.line, "the words of a link are plain", "take the rest out of it")
        yield from _in_data(page.path, page.front_matter)
    for file in run.site.files.values():
        if file.path in run.files:
            yield from _in_data(file.path, file.document)


def _in_data(path: str, document: Document) -> Iterator[Found]:
    """Front matter and data are shown as they are: what would be run in a page has no place in them."""
    for where, text in document.texts():
        for token in scan(text):
            if token.piece in IN_DATA:
                yield Found(
                    path, document.line(where), f"'{token.text[:20]}' would be shown as it is", "take it out"
                )


def _plain_words(text: str) -> bool:
    return not any(inner.piece in REFUSED.keys() | IN_HEADINGS for inner in scan(text))


def _refused(page: Page, text: str, first_line: int, pieces: Set[Piece]) -> Iterator[Found]:
    for token in scan(text, first_line):
        if token.piece in pieces:
            message, remedy = REFUSED.get(token.piece, ("a title is plain words", "take the rest out"))
            yield Found(page.path, token.line, message, remedy)


def _heading(page: Page, token: Token) -> Iterator[Found]:
    if len(token.match["marks"]) == 1:
        message = "a page has one title, the one in its front matter"
        yield Found(page.path, token.line, message, "begin this heading with ## or ###")
    if not _plain_words(token.match["words"]):
        yield Found(page.path, token.line, "a heading is plain words", "move the rest into the text below it")


RULE = Rule(
    code="C003",
    name="raw-markup",
    why="All HTML lives in overrides/, where accessibility and privacy are tested.",
    remedy="write it in Markdown",
    find=find,
)
