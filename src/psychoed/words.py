"""Words of a message: what someone may have meant, and what they wrote, in short."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], otherwise: str, shown: str = "'{}'") -> str:
    """A remedy that names the known name nearest to ``name``, or ``otherwise`` when none is near.

    ``shown`` is how a name is written, with ``{}`` in its place.
    """
    close = difflib.get_close_matches(name, sorted(known), 1)
    return f"did you mean {shown.format(close[0])}?" if close else otherwise


def in_short(text: str, length: int = 60) -> str:
    """The beginning of a text, to say which one is meant."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}\u2026"
