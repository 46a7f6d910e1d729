"""A page's body: the editor's Markdown with components, citations, links and anchors put in."""

from __future__ import annotations

from ..markup import Piece, Token, citation_ids, headings, scan, slugify
from ..site import Page, Site
from .addresses import markdown_target
from .calls import parse_call
from .components import render_call
from .context import NOT_MARKDOWN, PageContext


def render_body(ctx: PageContext) -> str:
    """The Markdown that an engine gets. It goes from top to bottom, so citations number as they are read."""
    anchors = dict(_anchors(ctx.site, ctx.page))
    text, result, position = ctx.page.body.strip("\n"), [], 0
    for token in scan(text):
        before = _close_up(text[position : token.match.start()], token)
        result += [ctx.define(before), _piece(ctx, token, anchors)]
        position = token.match.end()
    return "".join([*result, ctx.define(text[position:])])


def sections(site: Site, page: Page) -> list[tuple[str, str]]:
    """The second-level headings of a page and their anchors."""
    anchors = dict(_anchors(site, page))
    return [(h.text, anchors.get(h.text, slugify(h.text))) for h in headings(page.body) if h.level == 2]


def anchors_of(site: Site, page: Page) -> set[str]:
    """Every anchor that a link may lead to on a page. Its fixed questions count even while one is missing."""
    known = dict(_anchors(site, page))
    return (
        {known.get(h.text, slugify(h.text)) for h in headings(page.body)} | set(known.values()) | {"sources"}
    )


def _anchors(site: Site, page: Page) -> list[tuple[str, str]]:
    """Fixed questions have a fixed anchor: it stays when the wording of the question changes."""
    fixed = site.question_set(page.kind)
    return [(question.heading, question.id) for question in fixed.questions] if fixed else []


def _piece(ctx: PageContext, token: Token, anchors: dict[str, str]) -> str:
    if token.piece is Piece.COMPONENT:
        return render_call(ctx, parse_call(token.text))
    if token.piece is Piece.CITATION:
        return ctx.cite(citation_ids(token.text)).translate(NOT_MARKDOWN)
    if token.piece is Piece.LINK:
        return _link(ctx, token)
    if token.piece is Piece.IMAGE:
        return ctx.render("picture", source=token.match["source"], alt=token.match["alt"].strip())
    if token.piece is Piece.HEADING and token.match["words"] in anchors:
        return f"{token.text.rstrip()} {{#{anchors[token.match['words']]}}}"
    return token.text


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
