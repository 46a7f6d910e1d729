"""What is painted on a page is tagged, or it is called an artifact: PDF/UA-1 leaves nothing between the two.

Chromium tags the text and says nothing of the rest: backgrounds, lines, the numbers of the pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

PAINT_PATH = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
PAINT = {*PAINT_PATH, "Tj", "TJ", "'", '"', "sh", "Do", "INLINE IMAGE"}
BEGIN_MARK = {"BMC", "BDC"}
MARK = {*BEGIN_MARK, "EMC"}

# By their first operator: what a mark may stand around and not within, and the operators that end it.
END_PATH = {*PAINT_PATH, "n"}
WHOLE = {"m": END_PATH, "re": END_PATH, "BT": {"ET"}}

BEGIN = pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
END = pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))

# Instructions that belong together, each with its operator's name.
Piece = list[tuple[str, Any]]


def call_artifacts(document: pikepdf.Pdf) -> None:
    """Make an artifact of everything that is painted outside the tags."""
    for page in document.pages:
        page.Contents = document.make_stream(_called(page, page.resources))
    for form in document.objects:
        if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == "/Form" and _has_tags(form):
            form.write(_called(form, form.Resources))


def _called(stream: Any, resources: Any) -> bytes:
    """What a page or a form paints, with its artifacts called so. Neighbors become one."""
    called: list[Any] = []
    within: list[bool] = []
    for piece in _pieces(stream):
        operator, first = piece[0]
        instructions = [instruction for _, instruction in piece]
        if operator in BEGIN_MARK:
            within.append(_says_what_it_is(first, resources))
        elif operator == "EMC":
            within.pop()
        if any(within) or not _is_bare(piece, resources):
            called += instructions
        elif called and called[-1] is END:
            called[-1:] = [*instructions, END]
        else:
            called += [BEGIN, *instructions, END]
    return pikepdf.unparse_content_stream(called)


def _pieces(stream: Any) -> Iterator[Piece]:
    """The instructions, each alone; a path up to where it is painted and a text without marks as a whole."""
    piece: Piece = []
    ends: set[str] = set()
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        piece.append((operator, instruction))
        ends = ends or WHOLE.get(operator, set())
        if not ends or operator in ends:
            yield from _apart(piece)
            piece, ends = [], set()
    if piece:  # a path that is never painted
        yield piece


def _apart(piece: Piece) -> list[Piece]:
    return [[each] for each in piece] if any(operator in MARK for operator, _ in piece) else [piece]


def _is_bare(piece: Piece, resources: Any) -> bool:
    """Whether it paints something that no tag tells of."""
    operator, first = piece[0]
    if operator != "Do":
        return any(operator in PAINT for operator, _ in piece)
    drawn = resources.XObject[first.operands[0]]
    return "/StructParent" not in drawn and not _has_tags(drawn)


def _has_tags(form: Any) -> bool:
    """Whether a form, or one that it shows, has tagged parts: then it is no artifact as a whole."""
    shown = form.get("/Resources", {}).get("/XObject", {})
    return "/StructParents" in form or any(_has_tags(each) for _, each in shown.items())


def _says_what_it_is(mark: Any, resources: Any) -> bool:
    """Whether a mark makes a tag or an artifact of what follows; there are others, as for layers."""
    kind, *rest = mark.operands
    if kind == "/Artifact" or not rest:
        return bool(kind == "/Artifact")
    facts = rest[0] if isinstance(rest[0], pikepdf.Dictionary) else resources.Properties[rest[0]]
    return "/MCID" in facts
