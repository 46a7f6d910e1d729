"""What the place that shows a report can do: how wide it is, and whether it has colors."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from typing import NamedTuple, TextIO


class View(NamedTuple):
    """Without a width nothing is wrapped."""

    width: int | None = None
    color: bool = False


def view_of(stream: TextIO, environ: Mapping[str, str]) -> View:
    """A terminal has a width, and usually colors; a file or a pipe has neither."""
    terminal = stream.isatty()
    return View(shutil.get_terminal_size().columns if terminal else None, _colored(terminal, environ))


def _colored(terminal: bool, environ: Mapping[str, str]) -> bool:
    """What people set counts first, and a wish for no colors before a wish for them."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return environ["FORCE_COLOR"] != "0"
    if os.name == "nt" and not environ.get("WT_SESSION"):  # The old console shows the codes themselves.
        return False
    return terminal and environ.get("TERM") != "dumb"
