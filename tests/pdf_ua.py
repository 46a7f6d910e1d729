"""What PDF/UA-1 asks for, as far as the structure of a file shows it. HACKING.md says what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

from psychoed.handouts.printer import elements

# The element types of PDF 1.7 that Chromium uses, and those that we add.
STANDARD = {
    *("Document", "Part", "Sect", "Div", "BlockQuote", "Caption", "NonStruct", "Span", "Quote", "Note", "P"),
    *(
        "H1",
        "H2",
        "H3",
        "H4",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "THead",
        "TBody",
        "TFoot",
        "TR",
        "TH",
        "TD",
    ),
    *("Link", "Figure", "Form", "Code"),
}
PAINT = {*("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Tj", "TJ", "'", '"', "sh", "Do", "INLINE IMAGE")}


def faults(document: pikepdf.Pdf) -> list[str]:
    """Everything that is wrong, in words."""
    return [
        *_of_the_file(document),
        *_of_the_tags(document),
        *_of_tables(document),
        *of_the_paint(document),
        *_of_links(document),
        *_of_fonts(document),
    ]


def _of_the_file(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not marked as tagged"
    if not root.get("/Lang"):
        yield "it has no language"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "its title is not shown"
    with document.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "it has no title"
        if str(metadata.get("{http://www.aiim.org/pdfua/ns/id/}part")) != "1":
            yield "it does not say that it is PDF/UA-1"


def _of_the_tags(document: pikepdf.Pdf) -> Iterator[str]:
    level = 0
    roles = document.Root.StructTreeRoot.get("/RoleMap", {})
    for element in elements(document):
        name = str(roles.get(element.S, element.S)).lstrip("/")
        if name not in STANDARD:
            yield f"unknown element {name}"
        if name == "Figure" and not element.get("/Alt"):
            yield "a picture without words"
        if name == "TH" and not any("/Scope" in attributes for attributes in _list(element.get("/A"))):
            yield "a heading of a table without scope"
        if name == "LI" and any(_name(kid) not in ("/Lbl", "/LBody") for kid in _list(element.K)):
            yield "a list item holds something else than its mark and its body"
        if name[0] == "H" and name[1:].isdigit():
            if int(name[1:]) > level + 1:
                yield f"{name} follows a heading of level {level}"
            level = int(name[1:])


def _of_tables(document: pikepdf.Pdf) -> Iterator[str]:
    widths = defaultdict(set)
    for element in elements(document):
        if element.S == "/TR":
            cells = [each for each in _list(element.get("/K")) if _name(each) in ("/TH", "/TD")]
            widths[element.P.objgen].add(sum(_columns(cell) for cell in cells))
    if any(len(each) > 1 for each in widths.values()):
        yield "a row of a table has more columns than another"


def _columns(cell: Any) -> int:
    return max([1, *(int(each.get("/ColSpan", 1)) for each in _list(cell.get("/A")))])


def of_the_paint(document: pikepdf.Pdf) -> Iterator[str]:
    """All that is painted is tagged and in the structure, or it is an artifact."""
    owners = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
    for number, page in enumerate(document.pages, 1):
        for fault in sorted(set(_of_marks(page, page.resources, owners))):
            yield f"page {number}: {fault}"


def _of_marks(stream: Any, resources: Any, owners: pikepdf.NumberTree) -> Iterator[str]:
    within: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(stream):
        name = str(operator)
        if name in ("BMC", "BDC"):
            within.append(_kind(operands))
            if {"tag", "artifact"} <= set(within):
                yield "something is tagged and an artifact"
            if within[-1] == "tag" and owners[int(stream.StructParents)][int(operands[1].MCID)] is None:
                yield "a tag is not in the structure"
        elif name == "EMC":
            within.pop()
        elif name in PAINT and not {"tag", "artifact"} & set(within):
            drawn = resources.XObject[operands[0]] if name == "Do" else {}
            if "/StructParents" not in drawn:
                yield f"what {name} paints is neither tagged nor an artifact"
            else:
                yield from _of_marks(drawn, drawn.Resources, owners)


def _kind(operands: Any) -> str:
    """What a mark makes of what it stands around."""
    if operands[0] == "/Artifact":
        return "artifact"
    facts = operands[1] if len(operands) > 1 else {}
    return "tag" if isinstance(facts, pikepdf.Dictionary) and "/MCID" in facts else "other"


def _of_links(document: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(document.pages, 1):
        notes = _list(page.get("/Annots"))
        if notes and page.get("/Tabs") != "/S":
            yield f"page {number}: the Tab key does not follow the structure"
        for note in notes:
            if not note.get("/Contents") or "/StructParent" not in note:
                yield f"page {number}: a link without a description or outside the structure"


def _of_fonts(document: pikepdf.Pdf) -> Iterator[str]:
    for page in document.pages:
        for font in page.Resources.get("/Font", {}).values():
            descriptor = (
                font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor
            )
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
                yield f"{font.BaseFont} is not embedded"
            if "/ToUnicode" not in font:
                yield f"{font.BaseFont} can't be read as text"


def _name(kid: Any) -> str:
    return str(kid.get("/S")) if isinstance(kid, pikepdf.Dictionary) else "text"


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
