"""Components are calls of known names with constants, and nothing else of Jinja is used."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from ..loading import DATA
from ..markup import Piece, Token, scan
from ..rendering.calls import CallError, parse_call
from ..rendering.components import values_of
from ..rendering.context import PageContext
from ..site import Page
from .rule import Found, Rule, Run

# A component may show any of the data.
SHOWN = frozenset(name.replace("-", "_") for name in DATA)


def find(run: Run) -> Iterator[Found]:
    site = run.site
    for page in run.pages:
        ctx = PageContext(site, page, Environment(autoescape=True))
        for token in scan(page.body, page.body_line):
            yield from _token(ctx, page, token)


def _token(ctx: PageContext, page: Page, token: Token) -> Iterator[Found]:
    if token.piece is Piece.STATEMENT:
        yield Found(page.path, token.line, f"'{token.text[:20]}' is not allowed in a page")
    if token.piece is Piece.COMPONENT:
        if not _alone(token):
            remedy = "put it on a line of its own with an empty line above and below"
            yield Found(page.path, token.line, f"{token.text} stands in the middle of text", remedy)
        try:
            values_of(ctx, parse_call(token.text))
        except CallError as error:
            yield Found(page.path, token.line, error.message, error.remedy)


def _alone(token: Token) -> bool:
    """Whether a component is a paragraph of its own; its HTML would break anything around it."""
    text, start, end = token.match.string, token.match.start(), token.match.end()
    before, after = text[:start].split("\n")[-2:], text[end:].split("\n")[:2]
    return not any(line.strip() for line in before + after) and (
        len(before) < 2 or not text[:start].endswith(" ")
    )


RULE = Rule(
    code="C002",
    name="components",
    why="A page may come from anyone; it can show data, but never run anything.",
    remedy="take it out; only components like {{ evidence() }} may stand in a page",
    find=find,
    needs=SHOWN,
)
