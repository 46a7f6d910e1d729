"""The one or two sentences by which a page is told from others where only its title and they are shown."""

from __future__ import annotations

import re

from ...markup import plain
from ...site import Page

LENGTH = 160
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def description(page: Page) -> str:
    """The beginning of the summary, which every page has: as many whole sentences as fit."""
    return beginning(plain(" ".join(page.meta.summary.split())))


def beginning(text: str, length: int = LENGTH) -> str:
    """Whole sentences up to ``length`` characters; of a longer first sentence what fits, cut at a word."""
    sentences = SENTENCE_END.split(text)
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + 1 + len(sentence) > length:
            break
        kept = f"{kept} {sentence}"
    return shorten(kept, length)


def shorten(text: str, length: int = LENGTH) -> str:
    """``text`` cut at a word to at most ``length`` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
