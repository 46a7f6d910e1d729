"""One line a problem, as compilers have it: for the problem matchers of code editors, and for grep."""

from __future__ import annotations

from .report import Report
from .view import View


def write(report: Report, view: View) -> str:
    """``path:line: CODE message: remedy``, and the totals."""
    return "\n".join([*([problems(report, view)] if report.problems else []), report.totals])


def problems(report: Report, _: View) -> str:
    """The lines without the totals."""
    return "\n".join(map(str, report.problems))
