"""For other programs. The shape is kept: a change that could break a reader raises ``VERSION``.

``version``: the number of this shape. ``occasion``: writing, weekly or publish. ``checked``: ``pages`` and
``data_files``, how many were looked at. ``counts``: ``errors``, ``warnings`` and ``hints`` among the problems
listed, ``hints_left_out`` because nobody asked for them, and ``files`` with problems. ``problems``: a list in
order of place, each with ``path`` (from the project's folder, with /), ``line`` (from 1), ``code``, ``name``,
``severity`` (error, warning or hint), ``message`` and ``remedy``.
"""

from __future__ import annotations

import json
from typing import Any

from ..catalog import by_code
from ..problems import Problem, Severity
from .report import Report
from .view import View

VERSION = 1


def write(report: Report, _: View) -> str:
    """The report as one JSON object."""
    return json.dumps(as_object(report), indent=2, ensure_ascii=False)


def as_object(report: Report) -> dict[str, Any]:
    """The report in plain values."""
    return {
        "version": VERSION,
        "occasion": report.occasion.value,
        "checked": {"pages": len(report.pages), "data_files": len(report.data_files)},
        "counts": {
            "errors": report.of(Severity.ERROR),
            "warnings": report.of(Severity.WARNING),
            "hints": report.of(Severity.HINT),
            "hints_left_out": report.hints,
            "files": report.files,
        },
        "problems": [_problem(problem) for problem in report.problems],
    }


def _problem(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "code": problem.code,
        "name": by_code()[problem.code].name,
        "severity": problem.severity.value,
        "message": problem.message,
        "remedy": problem.remedy,
    }
