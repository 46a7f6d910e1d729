"""The words on a page of a PDF, by the table that each of its fonts has for copying text."""

from __future__ import annotations

import re
from typing import Any

import pikepdf


def text_of(page: Any, artifacts: bool = False) -> str:
    """What is written on a page, in the order in which it is drawn. ``artifacts``: only what has no tag."""
    tables = {name: _table(font) for name, font in page.Resources.Font.items()}
    table: dict[int, str] = {}
    said = ""
    within: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BMC", "BDC"):
            within.append(operands[0] == "/Artifact")
        elif str(operator) == "EMC":
            within.pop()
        elif str(operator) == "Tf":
            table = tables[str(operands[0])]
        elif str(operator) in ("Tj", "TJ") and (any(within) or not artifacts):
            pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            said += "".join(
                _letters(bytes(each), table) for each in pieces if isinstance(each, pikepdf.String)
            )
    return said


def _letters(glyphs: bytes, table: dict[int, str]) -> str:
    return "".join(table.get(int.from_bytes(glyphs[at : at + 2]), "�") for at in range(0, len(glyphs), 2))


def _table(font: Any) -> dict[int, str]:
    """Which letters each glyph of a font stands for."""
    source = font.ToUnicode.read_bytes().decode()
    table = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for glyph, letters in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            table[int(glyph, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, letter in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                table[int(first, 16) + step] = chr(int(letter, 16) + step)
    return table
