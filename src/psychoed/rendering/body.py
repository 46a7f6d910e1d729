"""A page's body: the editor's Markdown with components, citations, links and anchors put in."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator

from ..anchors import sections_of
from ..markup import Piece, Token, citation_ids, scan
from ..picture_size import picture_size
from ..site import Page, Site
from .addresses import data_url, markdown_target
from .calls import parse_call
from .components import render_call
from .context import NOT_MARKDOWN, PageContext


def render_body(ctx: PageContext) -> str:
    """The Markdown that an engine gets. It goes from top to bottom, so citations number as they are read."""
    anchors = iter([_anchors(ctx, section.anchor) for section in sections_of(ctx.site, ctx.page)])
    text, result, position = ctx.page.body.strip("\n"), [], 0
    for token in scan(text):
        before = _close_up(text[position : token.match.start()], token)
        result += [ctx.define(before), _piece(ctx, token, anchors)]
        position = token.match.end()
    return "".join([*result, ctx.define(text[position:])])


def sections(site: Site, page: Page) -> list[tuple[str, str]]:
    """The second-level headings of a page and their anchors."""
    return [(section.title, section.anchor) for section in sections_of(site, page) if section.level == 2]


def _piece(ctx: PageContext, token: Token, anchors: Iterator[str]) -> str:
    if token.piece is Piece.COMPONENT:
        return render_call(ctx, parse_call(token.text))
    if token.piece is Piece.CITATION:
        return ctx.cite(citation_ids(token.text)).translate(NOT_MARKDOWN)
    if token.piece is Piece.LINK:
        return _link(ctx, token)
    if token.piece is Piece.IMAGE:
        return _picture(ctx, token.match["source"], token.match["alt"].strip())
    if token.piece is Piece.HEADING:
        return f"{token.match['marks']} {token.match['words']} {next(anchors)}"
    return token.text


def _picture(ctx: PageContext, source: str, alt: str) -> str:
    """A picture; on paper the file itself, since a sheet has no site around it."""
    file = ctx.site.assets[source.lstrip("/")]
    kind = mimetypes.guess_type(file.name)[0] or ""
    address = data_url(kind, file.read_bytes()) if ctx.paper else ctx.url(source)
    return ctx.render("picture", source=address, alt=alt, size=picture_size(file))


def _anchors(ctx: PageContext, anchor: str) -> str:
    """A heading's own anchor, after those of sections that are gone and whose text it has now."""
    gone = [moved.old for moved in ctx.page.meta.moved_anchors if moved.new == anchor]
    old = f"{ctx.render('old_anchors', anchors=gone)} " if gone else ""
    return f"{old}{{#{anchor}}}"


def _close_up(before: str, token: Token) -> str:
    """A citation's number stands at its word, without the space that Markdown is written with."""
    return before.rstrip(" ") if token.piece is Piece.CITATION else before


def _link(ctx: PageContext, token: Token) -> str:
    """An absolute address as a way that engines check (to a page) or that works anywhere (to a file)."""
    target, _, anchor = token.match["target"].partition("#")
    if not target.startswith("/"):
        return token.text
    if ctx.paper:
        return f"[{token.match['text']}]({ctx.url(token.match['target'])})"
    page = ctx.pages.get(target)
    uri = page.uri if page else target.lstrip("/")
    return f"[{token.match['text']}]({markdown_target(ctx.page.uri, uri, anchor)})"
