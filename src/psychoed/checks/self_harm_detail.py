"""SM13: self-harm is spoken of without tools, wounds and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..markup import HEADING_LINE, Piece, scan
from ..passages import FileText, Passage
from .language import SELF_HARM, Hit, beginning, is_talked_about
from .rule import Found, Rule, Run

TOOLS = re.compile(
    r"\b(?:razors?|blades?|kni(?:fe|ves)|scissors|lighters?|broken glass"
    r"|cutting(?! (?:down|back|off|out|edge))"
    r"|cuts? (?:your|him|her|them|my)sel\w+|burn(?:s|ed|ing)? (?:your|him|her|them|my)sel\w+)\b",
    re.IGNORECASE,
)
WOUNDS = re.compile(
    r"\b(?:scars?|scarring|bleed(?:s|ing)?|bled|blood(?! (?:pressure|tests?|sugar|work))|wounds?"
    r"|stitches|gash\w*"
    r"|bruis\w+|deep cuts?|(?:on|along) (?:the|their|your|his|her) (?:wrists?|arms?|legs?|thighs?))\b",
    re.IGNORECASE,
)
# What to do after an injury is help, not detail.
FIRST_AID = re.compile(
    r"\b(?:first aid|emergency|doctor|nurse|medical|clean(?:ed|ing)?|bandages?|treat(?:ed|ment)?)\b",
    re.IGNORECASE,
)


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        if file.about(SELF_HARM):
            yield from _details(file)
            yield from _pictures(file)


def _details(file: FileText) -> Iterator[Found]:
    """The first tool or wound of a passage; one is enough to have it rewritten."""
    for passage in file.about(SELF_HARM):
        wrong = [(hit, what) for hit, what in _named(passage) if not _may_stand(hit)]
        for hit, what in sorted(wrong, key=lambda pair: pair[0].start)[:1]:
            yield Found(passage.path, hit.line, f"{beginning(hit)} {what}")


def _named(passage: Passage) -> Iterator[tuple[Hit, str]]:
    for pattern, what in ((TOOLS, "names a tool or a way"), (WOUNDS, "describes a wound")):
        for match in pattern.finditer(passage.text):
            yield Hit(passage, *match.span()), what


def _may_stand(hit: Hit) -> bool:
    return bool(FIRST_AID.search(hit.sentence)) or is_talked_about(hit)


def _pictures(file: FileText) -> Iterator[Found]:
    """Pictures below a heading, of any level, under which self-harm is spoken of."""
    if file.page is None or "![" not in file.page.body:
        return
    page, speaks, pictures = file.page, False, list[int]()
    ends = [*enumerate(page.body.split("\n"), page.body_line), (0, "# ")]
    for number, line in ends:
        if HEADING_LINE.fullmatch(line) or not number:
            yield from (Found(page.path, at, PICTURE, "take the picture out") for at in pictures if speaks)
            speaks, pictures = False, []
        speaks = speaks or bool(SELF_HARM.search(line))
        pictures += [number for token in scan(line) if token.piece is Piece.IMAGE]


PICTURE = "a picture stands where the page speaks of self-harm"
RULE = Rule(
    code="SM13",
    name="self-harm-detail",
    why="Details and pictures can bring on an urge in a reader who lives with it.",
    remedy="take it out: say what the person feels and what helps, not what they use or what it leaves",
    find=find,
)
