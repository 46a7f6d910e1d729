"""SARIF 2.1.0, the OASIS format that code hosts and code editors read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from ..catalog import Entry, entries
from ..checks.severities import Occasion
from ..problems import Problem, Severity
from .explain import exception_example, severities_line
from .report import Report
from .view import View

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "psychoed/v1"


def write(report: Report, _: View) -> str:
    """The report as a SARIF log with one run."""
    return json.dumps(as_object(report), indent=2, ensure_ascii=False)


def as_object(report: Report) -> dict[str, Any]:
    """The log in plain values."""
    driver = {"name": "psychoed", "rules": [_rule(entry, report.occasion) for entry in entries()]}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The project's folder."}}},
        "results": list(_results(report)),
    }
    return {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}


def _rule(entry: Entry, occasion: Occasion) -> dict[str, Any]:
    severity = entry.severities.on(occasion)
    return {
        "id": entry.code,
        "name": entry.name,
        "shortDescription": {"text": entry.name.replace("-", " ").capitalize()},
        "fullDescription": {"text": entry.why},
        "help": {"text": _help(entry), "markdown": _help(entry, markdown=True)},
        "defaultConfiguration": {
            "enabled": severity is not None,
            "level": LEVELS[severity] if severity else "none",
        },
    }


def _help(entry: Entry, *, markdown: bool = False) -> str:
    parts = [entry.why, f"What to do: {_sentence(entry.remedy)}", f"Severity: {severities_line(entry)}."]
    if entry.severities.excepted:
        example = exception_example(entry)
        parts.append("A page can carry an exception in its front matter:")
        parts.append(f"```yaml\n{example}\n```" if markdown else example)
    return "\n\n".join(parts)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _literal(text: str) -> str:
    """A message in which nothing is a placeholder ({0}) or a link ([words](address)) of SARIF's own."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _results(report: Report) -> Iterator[dict[str, Any]]:
    index = {entry.code: number for number, entry in enumerate(entries())}
    seen: Counter[str] = Counter()
    for problem in report.problems:
        place = {"uri": quote(problem.path), "uriBaseId": ROOT}
        same = _fingerprint(problem)
        seen[same] += 1
        yield {
            "ruleId": problem.code,
            "ruleIndex": index[problem.code],
            "level": LEVELS[problem.severity],
            "message": {"text": _message(problem)},
            "locations": [
                {"physicalLocation": {"artifactLocation": place, "region": {"startLine": problem.line}}}
            ],
            "partialFingerprints": {FINGERPRINT: f"{same}:{seen[same]}"},
        }


def _message(problem: Problem) -> str:
    said = _sentence(problem.message[:1].upper() + problem.message[1:])
    return _literal(f"{said} What to do: {_sentence(problem.remedy)}")


def _fingerprint(problem: Problem) -> str:
    """The same while lines are added above. Equal problems of one file are told apart by their order."""
    return hashlib.sha256(f"{problem.code}\0{problem.path}\0{problem.message}".encode()).hexdigest()[:16]
