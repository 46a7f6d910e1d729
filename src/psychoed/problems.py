"""What went wrong, where, and what to do about it: the one form in which every problem is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
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
        text = f"{self.path}:{self.line}: {self.code} {mark}{self.message}: {self.remedy}"
        return text.encode("utf-8", "backslashreplace").decode().replace("\n", " ")


class ContentError(Exception):
    """The content has errors and nothing may be built from it. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(report(self.problems))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def report(problems: Iterable[Problem]) -> str:
    """All problems, one a line in order of place, and a count at the end."""
    ordered = sorted(set(problems))
    bad = len(errors(ordered))
    warned = sum(problem.severity is Severity.WARNING for problem in ordered)
    return "\n".join([*map(str, ordered), f"{count(bad, 'error')}, {count(warned, 'warning')}"])


def count(number: int, noun: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
