"""What went wrong, where, and what to do about it: the one form in which every problem is told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning is shown, a hint only on request."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, order=True)
class Problem:
    """One problem at one place.

    ``path`` is relative to the project's folder with forward slashes; ``line`` counts from 1.
    """

    path: str
    line: int
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        mark = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return printable(f"{self.path}:{self.line}: {self.code} {mark}{self.message}: {self.remedy}")

    def printable(self) -> Problem:
        """The same problem with nothing in it that acts on what shows it."""
        path, message, remedy = map(printable, (self.path, self.message, self.remedy))
        return replace(self, path=path, message=message, remedy=remedy)


class ContentError(Exception):
    """The content has errors and nothing may be built from it. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(report(self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def report(problems: Iterable[Problem]) -> str:
    """All errors and warnings, one a line in order of place, and a count at the end."""
    ordered = sorted(set(problems))
    told = [problem for problem in ordered if problem.severity is not Severity.HINT]
    bad, hints = len(errors(told)), len(ordered) - len(told)
    counts = [count(bad, "error"), count(len(told) - bad, "warning")]
    if hints:
        counts.append(f"{count(hints, 'hint')} (shown by: python3 scripts/check.py --hints)")
    return "\n".join([*map(str, told), ", ".join(counts)])


def count(number: int, noun: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


# Characters that would move a terminal's cursor, color it, or turn the order of what stands after them.
ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """``text`` on one line, with what is no character to read written out like ``\\x1b``.

    Messages quote what editors, or strangers, wrote.
    """
    return ACTING.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    character = match[0]
    return " " if character.isspace() else repr(character)[1:-1]
