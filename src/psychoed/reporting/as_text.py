"""For a person at a terminal: by file, with what to do on a line of its own."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ..problems import Problem, Severity
from .report import COMMAND, Report
from .view import View

BOLD, RED, YELLOW, CYAN, GREEN = "1", "31", "33", "36", "32"
COLORS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: CYAN}
SEVERITY_WIDTH = max(len(severity) for severity in Severity)
DO = "do: "
# On a narrow terminal the lines that follow begin further left, or only a column of words would be left.
ROOM, NARROW_INDENT = 40, 6


def write(report: Report, view: View) -> str:
    """Every problem by file, how to have a rule explained, and the totals."""
    parts = [problems(report, view)] if report.problems else []
    ending = [report.totals]
    if report.problems:
        ending.insert(0, f"To have a code explained: {COMMAND} --explain {report.problems[0].code}")
    return "\n\n".join([*parts, "\n".join(ending)])


def problems(report: Report, view: View) -> str:
    """The problems without the totals."""
    digits = max(len(str(problem.line)) for problem in report.problems)
    codes = max(len(problem.code) for problem in report.problems)
    return "\n\n".join(
        "\n".join([_painted(path, view, BOLD), *_entries(found, digits, codes, view)])
        for path, found in report.by_file()
    )


def _entries(found: Iterable[Problem], digits: int, codes: int, view: View) -> Iterator[str]:
    for problem in found:
        severity = _painted(problem.severity.ljust(SEVERITY_WIDTH), view, COLORS[problem.severity])
        head = f"  {problem.line:>{digits}}  {problem.code:<{codes}}  {severity}  "
        column = digits + codes + SEVERITY_WIDTH + 8
        roomy = view.width is None or view.width - column >= ROOM
        indent = column if roomy else NARROW_INDENT
        yield head + _wrapped(problem.message, column, indent, view)
        do = " " * indent + _painted(DO, view, GREEN)
        yield do + _wrapped(problem.remedy, indent + len(DO), indent + len(DO), view)


def _wrapped(text: str, first: int, rest: int, view: View) -> str:
    """``text`` for a line that is ``first`` characters long already, later lines indented by ``rest``."""
    if view.width is None:
        return text
    width = max(view.width - 1, rest + 20)
    lines = textwrap.wrap(
        text, width, initial_indent=" " * first, subsequent_indent=" " * rest,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return "\n".join(lines)[first:]


def _painted(text: str, view: View, color: str) -> str:
    return f"\x1b[{color}m{text}\x1b[0m" if view.color else text
