"""Links lead somewhere: to a page of the site that exists, and to a section of it that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..anchors import anchors_of
from ..markup import PATTERNS, Piece, scan
from ..site import Kind, Page, Site
from ..words import did_you_mean
from .rule import Found, Rule, Run

LINK = re.compile(PATTERNS[Piece.LINK])


def find(run: Run) -> Iterator[Found]:
    site = run.site
    pages = site.by_address()
    anchors = {address: anchors_of(site, page) for address, page in pages.items()}
    for page in run.pages:
        for line, target in targets(page):
            problem = _problem(site, anchors, page, target)
            if problem:
                yield Found(page.path, line, *problem)


def targets(page: Page) -> Iterator[tuple[int, str]]:
    """Every link of a page with its line: in the body and in the front matter."""
    for token in scan(page.body, page.body_line):
        if token.piece is Piece.LINK:
            yield token.line, token.match["target"]
    for number, point in enumerate(page.meta.key_points):
        yield from ((page.line("key_points", number), target) for _, target in LINK.findall(point))
    yield from ((page.line("summary"), target) for _, target in LINK.findall(page.meta.summary))
    for number, address in enumerate(page.meta.related):
        yield page.line("related", number), address
    if page.kind is Kind.PLAIN:
        for number, choice in enumerate(page.meta.choices):
            yield page.line("choices", number, "address"), choice.address


def _problem(site: Site, known: dict[str, set[str]], page: Page, target: str) -> tuple[str, str] | None:
    """What is wrong with a link and what to do; ``known`` holds the anchors of every page by address."""
    if re.match(r"https://[^\s/]+", target):
        return None
    if not target.startswith(("/", "#")):
        message = f"the link to '{target}' is not an address of this site"
        return message, "begin it with / for a page, like /therapies/emdr/, or with https:// for another site"
    address, _, anchor = target.partition("#")
    address = address or page.address
    if address in known:
        return _anchor_problem(address, anchor, known[address])
    if address.lstrip("/") in site.assets or address in GENERATED or address in site.unreadable:
        return None
    moved = site.moved().get(address)
    if moved:
        new = f"{moved.address}{f'#{anchor}' if anchor else ''}"
        return f"the page {address} has moved", f"write {new}"
    return f"there is no page {address}", did_you_mean(address, known, "check the address", "{}")


def _anchor_problem(address: str, anchor: str, anchors: set[str]) -> tuple[str, str] | None:
    if not anchor or anchor in anchors:
        return None
    remedy = did_you_mean(anchor, anchors, f"use one of: {', '.join(sorted(anchors))}", "#{}")
    return f"the page {address} has no section #{anchor}", remedy


GENERATED = {f"/compare/{name}.{end}" for name in ("levels-of-care", "evidence") for end in ("csv", "json")}
GENERATED |= {"/about/quality.json"}

RULE = Rule(
    code="C004",
    name="links",
    why="A broken link in a hard moment is worse than no link.",
    remedy="correct the address",
    find=find,
    needs=frozenset({"questions"}),
)
