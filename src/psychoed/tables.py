"""Tables to download: CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

# A spreadsheet takes what begins with one of these for a formula, also behind a tab or a line break.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as CSV: a row of names, then the rows. What is not known is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_as_text(value) for value in row] for row in rows)
    return out.getvalue()


def _as_text(value: object) -> str:
    """A value that a spreadsheet would take for a formula, marked as text."""
    text = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
