"""What one check found, ready to be told in any format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ..checks.severities import Occasion
from ..problems import Problem, Severity, count

COMMAND = "python3 scripts/check.py"


@dataclass(frozen=True)
class Report:
    """Every problem to tell, in order of place, and the files that were looked at.

    ``hints`` is the number of hints that are left out because nobody asked for them.
    """

    problems: tuple[Problem, ...]
    hints: int = 0
    pages: frozenset[str] = frozenset()
    data_files: frozenset[str] = frozenset()
    occasion: Occasion = Occasion.WRITING

    def of(self, severity: Severity) -> int:
        """How many of the problems have a severity."""
        return sum(problem.severity is severity for problem in self.problems)

    @property
    def failed(self) -> bool:
        """Whether there are errors; nothing else fails a check."""
        return self.of(Severity.ERROR) > 0

    @property
    def files(self) -> int:
        """How many files have problems."""
        return len({problem.path for problem in self.problems})

    @property
    def checked(self) -> frozenset[str]:
        """Every file that was looked at."""
        return self.pages | self.data_files

    def by_file(self) -> Iterator[tuple[str, list[Problem]]]:
        """Each file with its problems."""
        for path, problems in groupby(self.problems, lambda problem: problem.path):
            yield path, list(problems)

    @property
    def totals(self) -> str:
        """``2 errors, 3 warnings in 2 files; 49 pages and 6 data files checked``."""
        found = [count(self.of(Severity.ERROR), "error"), count(self.of(Severity.WARNING), "warning")]
        if self.of(Severity.HINT):
            found.append(count(self.of(Severity.HINT), "hint"))
        places = f" in {count(self.files, 'file')}" if self.problems else ""
        parts = [f"{', '.join(found)}{places}", f"{self._checked()} checked"]
        if self.hints:
            parts.append(f"{count(self.hints, 'hint')} (show them with --hints)")
        return "; ".join(parts)

    def _checked(self) -> str:
        counts = ((self.pages, "page"), (self.data_files, "data file"))
        return " and ".join(count(len(names), noun) for names, noun in counts if names) or "nothing"


def told(problems: Iterable[Problem], hints: bool) -> tuple[tuple[Problem, ...], int]:
    """The problems to tell, in order and each once, and how many hints are left out."""
    ordered = sorted({problem.printable() for problem in problems})
    kept = tuple(problem for problem in ordered if hints or problem.severity is not Severity.HINT)
    return kept, len(ordered) - len(kept)
