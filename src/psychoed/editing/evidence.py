"""Add an honest 'we have not looked yet' to the evidence, keeping every other byte of the file."""

from __future__ import annotations

import re
from typing import Any

from ..yamlines import Document, YamlError, read_yaml
from .changes import RefusedError

PATH = "content/data/evidence.yml"
NOTE = "We have not looked at the research yet."
CELL = {"strength": "insufficient", "note": NOTE}


def with_cell(text: str, condition: str, level: str) -> str:
    """The file's text with a cell under 'settings', if there is none.

    Raises RefusedError when 'settings' is written in a way that this can't add to.
    """
    document = read_yaml(text)
    settings = document.value.get("settings") or {}
    if level in settings.get(condition, {}):
        return text
    new = _inserted(text, document, condition, level)
    wanted = {**settings, condition: {**settings.get(condition, {}), level: CELL}}
    if new is None or _settings(new) != wanted:
        raise RefusedError(f"add this to {PATH} under 'settings' first:\n{_lines('  ', condition, level)}")
    return new


def _settings(text: str) -> Any:
    try:
        return read_yaml(text).value.get("settings")
    except YamlError:
        return None


def _inserted(text: str, document: Document, condition: str, level: str) -> str | None:
    """The new text, or nothing when 'settings' is not written as lines one below the other."""
    lines = text.split("\n")
    start = document.lines.get(("settings",))
    if start is None or not re.fullmatch(r"settings:\s*(#.*)?", lines[start - 1]):
        return None
    row = document.lines.get(("settings", condition))
    if row is not None:
        inner = re.match(r" *", lines[row])
        indent = inner[0] if inner else ""
        lines[row:row] = _cell(indent, level).splitlines()
        return "\n".join(lines)
    first = re.match(r" *", lines[start])
    end = _end(lines, start)
    lines[end:end] = _lines(first[0] if first else "", condition, level).splitlines()
    return "\n".join(lines)


def _end(lines: list[str], start: int) -> int:
    """The line behind the last of 'settings', counted from 0. Comments and gaps belong to what follows."""
    following = (n for n in range(start, len(lines)) if re.match(r"[^\s#]", lines[n]))
    end = next(following, len(lines))
    while end > start and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _lines(indent: str, condition: str, level: str) -> str:
    return f"{indent}{condition}:\n{_cell(indent + '  ', level)}"


def _cell(indent: str, level: str) -> str:
    return f"{indent}{level}:\n" + "\n".join(f"{indent}  {key}: {value}" for key, value in CELL.items())
