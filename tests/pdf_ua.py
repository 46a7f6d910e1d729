"""What PDF/UA-1 asks for, as far as the structure of a file shows it. HACKING.md says what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from psychoed.handouts.printer import elements

# The element types of PDF 1.7 that Chromium uses, and those that we add.
KNOWN = {
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
    *("Link", "Figure", "Form", "Strong", "Em", "Code"),
}


def faults(document: pikepdf.Pdf) -> list[str]:
    """Everything that is wrong, in words."""
    return [*_of_the_file(document), *_of_the_tags(document), *_of_links(document), *_of_fonts(document)]


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
    for element in elements(document):
        name = str(element.S).lstrip("/")
        if name not in KNOWN:
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
