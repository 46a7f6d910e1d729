"""Words that someone may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], otherwise: str, shown: str = "'{}'") -> str:
    """A remedy that names the known name nearest to ``name``, or ``otherwise`` when none is near.

    ``shown`` is how a name is written, with ``{}`` in its place.
    """
    close = difflib.get_close_matches(name, sorted(known), 1)
    return f"did you mean {shown.format(close[0])}?" if close else otherwise
