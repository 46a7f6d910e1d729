"""SM07: no notes, last words or pictures of a place or a death."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import Piece, scan
from .language import SUICIDE, Phrase, wording
from .rule import Found, Rule, Run

OUT, WHY = "leave it out, and write about the person's life or about help", "tells what a person left behind"
PHRASES = (
    Phrase("note|letter", r"suicide (?:notes?|letters?)", WHY, OUT),
    Phrase(
        "goodbye|farewell",
        r"(?:goodbye|farewell) (?:notes?|letters?|messages?|posts?|videos?)",
        WHY,
        "write 'saying goodbye' if it is a warning sign, or leave it out",
        SUICIDE,
    ),
    Phrase("words|message|post", r"(?:last|final) (?:words|messages?|posts?|tweets?)", WHY, OUT, SUICIDE),
    Phrase(
        "note|letter",
        r"le(?:ft|aves|aving) (?:behind )?(?:a|the|no|his|her|their) (?:\w+ )?(?:notes?|letters?)",
        WHY,
        OUT,
        SUICIDE,
    ),
    Phrase("note|letter", r"(?:notes?|letters?) (?:he|she|they) (?:had )?left", WHY, OUT, SUICIDE),
    Phrase(
        "photo|picture|video|image",
        r"(?:photos?|photographs?|pictures?|videos?|images?) of (?:the |a )?(?:\w+ )?(?:place|scene|site"
        r"|body|bridge|death|suicide)",
        "shows a place or a death",
        "take it out",
        SUICIDE,
    ),
)
_words = wording(PHRASES)


def find(run: Run) -> Iterator[Found]:
    yield from _words(run)
    for page in run.pages:
        for token in scan(page.body, page.body_line) if "![" in page.body else ():
            if token.piece is Piece.IMAGE and SUICIDE.search(token.text):
                yield Found(page.path, token.line, "this picture is about suicide", "take the picture out")


RULE = Rule(
    code="SM07",
    name="last-words",
    why="Notes, last words and places turn a death into a story that others follow.",
    remedy=OUT,
    find=find,
)
