"""The words of a link say where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markup import Piece, Token, plain, scan
from ..site import Page
from .rule import Found, Rule, Run

EMPTY_WORDS = re.compile(
    r"(?:(?:please )?(?:click|tap|press|go|see|look|read)(?: on)? )?"
    r"(?:here|this|that|it|more|on|this (?:link|page|site|article)|the (?:link|page|site)|link|page"
    r"|website|details|info|(?:read |learn |find out )?more(?: here| about (?:it|this))?)",
    re.IGNORECASE,
)
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|/\S+/", re.IGNORECASE)


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        links = [token for token in scan(page.body, page.body_line) if token.piece is Piece.LINK]
        for token in links:
            words = plain(token.match["text"]).strip(" .…>→")
            if not words:
                yield Found(page.path, token.line, f"the link to {token.match['target']} has no words")
            elif EMPTY_WORDS.fullmatch(words) or WEB_ADDRESS.fullmatch(words):
                yield Found(page.path, token.line, f"the link '{words}' does not say where it leads")
        yield from _same_words(page, links)


def _same_words(page: Page, links: list[Token]) -> Iterator[Found]:
    """A screen reader lists links without the text around them: the same words are the same place."""
    first: dict[str, Token] = {}
    for token in links:
        words, target = plain(token.match["text"]).casefold(), token.match["target"]
        other = first.setdefault(words, token)
        if words and other.match["target"] != target:
            message = f"the link '{token.match['text']}' leads elsewhere than the one on line {other.line}"
            yield Found(page.path, token.line, message, "say in its words what is different")


RULE = Rule(
    code="C009",
    name="link-words",
    why="Many people go from link to link and hear nothing but its words.",
    remedy="write the name of the page it leads to, or what one finds there",
    find=find,
)
