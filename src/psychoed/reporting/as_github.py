"""For GitHub Actions: annotations at the lines of a pull request, and a table on the page of the run.

GitHub shows ten annotations of each kind a step and drops the rest without a word; those are plain lines of
the log here, and the table has everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..catalog import by_code
from ..problems import Problem, Severity
from .report import Report
from .view import View

KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
ANNOTATIONS = 10
# A summary of more than 1 MiB is refused as a whole; this leaves room for what other steps wrote.
LARGEST_SUMMARY = 900_000
SIGNS = "\\`*_{}[]()#+-.!|~@:"
MARKDOWN = str.maketrans({**{sign: f"\\{sign}" for sign in SIGNS}, "&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write(report: Report, _: View) -> str:
    """The annotations, then what GitHub would not show as lines of the log, then the totals."""
    shown = [problem for kind in Severity for problem in _of(report, kind)[:ANNOTATIONS]]
    rest = [problem for problem in report.problems if problem not in shown]
    return "\n".join([*map(_annotation, sorted(shown)), *map(_log_line, rest), report.totals])


def _of(report: Report, severity: Severity) -> list[Problem]:
    return [problem for problem in report.problems if problem.severity is severity]


def _annotation(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "title": f"{problem.code} {by_code()[problem.code].name}",
    }
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = _data("\n".join([problem.message, f"What to do: {problem.remedy}"]))
    return f"::{KINDS[problem.severity]} {told}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _log_line(problem: Problem) -> str:
    """A line that the runner takes for no command, whatever it quotes: not at its beginning, nor '##['."""
    return f"- {problem}".replace("##[", "## [")


# --- the summary ---


def summary(report: Report) -> str:
    """Every problem in a Markdown table a file, as much of it as GitHub takes."""
    parts, size = [f"### Content check\n\n{_cell(report.totals)}\n"], 0
    for path, problems in report.by_file():
        rows = [
            f"\n#### {_cell(path)}\n\n| line | code | | what is wrong | what to do |\n|--:|---|---|---|---|\n"
        ]
        rows += _rows(problems)
        for row in rows:
            size += len(row.encode())
            if size > LARGEST_SUMMARY:
                return "".join([*parts, "\nThere is more than fits here; the log of this step has all.\n"])
            parts.append(row)
    return "".join(parts)


def _rows(problems: list[Problem]) -> Iterator[str]:
    for each in problems:
        cells = (str(each.line), each.code, each.severity.value, each.message, each.remedy)
        yield f"| {' | '.join(map(_cell, cells))} |\n"


def _cell(text: str) -> str:
    """Text that stays text in GitHub's Markdown: no link, no picture, no mention, no end of a cell."""
    return text.translate(MARKDOWN)
