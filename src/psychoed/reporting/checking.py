"""One check of a selection of the content."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ..checks.severities import Occasion
from ..loading import site_files
from ..project import load_and_check
from .report import Report, told
from .selection import Selection


def check(root: Path, today: date, occasion: Occasion, selection: Selection, *, hints: bool) -> Report:
    """Load the whole site, look at what was selected, and say what is wrong there."""
    only = None if selection.everything else selection
    problems = load_and_check(root, today, occasion, only)[1]
    shown, left_out = told((problem for problem in problems if problem.path in selection), hints)
    pages, data = (frozenset(name for name in names if name in selection) for names in site_files(root))
    return Report(shown, left_out, pages, data, occasion)
