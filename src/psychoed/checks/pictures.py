"""Pictures are files of this site, stand on a line of their own, and say in words what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markup import Piece, Token, scan
from ..picture_size import picture_size
from ..site import Site
from .rule import Found, Rule, Run

ENDINGS = (".svg", ".png", ".jpg", ".webp")
SAYS_NOTHING = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|figure|screenshot)s?(?: \d+)?", re.IGNORECASE
)
BEGINS_WITH_NOTHING = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic) (?:of|showing)\b", re.IGNORECASE
)
FILE_NAME = re.compile(r"\S+\.\w{3,4}")
LONGEST = 200


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        for token in scan(page.body, page.body_line):
            if token.piece is Piece.IMAGE:
                problem = _of_target(run.site, token) or _of_words(token.match["alt"].strip())
                if problem:
                    yield Found(page.path, token.line, *problem)
                if not _alone(token):
                    remedy = "put it on a line of its own with an empty line above and below"
                    yield Found(page.path, token.line, "a picture stands in the middle of text", remedy)


def _of_target(site: Site, token: Token) -> tuple[str, str] | None:
    target = token.match["source"]
    if not target.startswith("/"):
        message = f"the picture '{target}' is not a file of this site"
        return message, "put the file into docs/assets/ and write its address like /assets/name.svg"
    if not target.endswith(ENDINGS):
        return f"'{target}' is not a picture that all browsers show", f"use one of: {', '.join(ENDINGS)}"
    if target.lstrip("/") not in site.assets:
        return f"there is no file docs{target}", "put it there, or correct the name"
    if not target.endswith(".svg") and not picture_size(site.assets[target.lstrip("/")]):
        return f"docs{target} can't be read as a picture", "save it again from the program that made it"
    return None


def _of_words(alt: str) -> tuple[str, str] | None:
    if not alt:
        remedy = "write between [ and ] what a person who can't see it has to know"
        return "this picture has no text for people who can't see it", remedy
    if FILE_NAME.fullmatch(alt) or SAYS_NOTHING.fullmatch(alt):
        return f"'{alt}' does not say what the picture shows", "say in a sentence what there is to see"
    if BEGINS_WITH_NOTHING.match(alt):
        return (
            f"the text of this picture begins with '{' '.join(alt.split()[:3])}'",
            "begin with what it shows",
        )
    if len(alt) > LONGEST:
        message = f"the text of this picture has {len(alt)} characters"
        return message, f"use at most {LONGEST} here, and tell the rest in the page"
    return None


def _alone(token: Token) -> bool:
    text, start, end = token.match.string, token.match.start(), token.match.end()
    around = text[:start].split("\n")[-2:] + text[end:].split("\n")[:2]
    return not any(part.strip() for part in around)


RULE = Rule(
    code="C008",
    name="pictures",
    why="Who can't see a picture gets the same from words, and no other site learns who looks at it.",
    remedy="write it like ![What it shows.](/assets/name.svg)",
    find=find,
)
