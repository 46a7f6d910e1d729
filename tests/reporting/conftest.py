"""A project with two broken files and a hint, and a command line on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import support
from psychoed.checks.severities import SEVERITIES, Severities
from psychoed.problems import Severity
from psychoed.reporting.command import Surroundings, main

Check = Callable[..., int]


@pytest.fixture
def broken(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An error in a page, another in a data file, a warning in the same page, and a hint in a data file."""
    monkeypatch.setitem(SEVERITIES, "S004", Severities(Severity.HINT, Severity.HINT, Severity.HINT))
    monkeypatch.setitem(SEVERITIES, "R001", Severities(Severity.WARNING, Severity.ERROR, Severity.ERROR))
    page = "content/conditions/sadness.md"
    support.edit(project, page, "[@first-2020].\n  - There", "[@frist-2020].\n  - There")
    support.edit(project, page, "{author: The team,", "{author: The team, " + SELF_REVIEWED)
    support.edit(project, "content/data/help-lines.yml", "kind: crisis", "kind: crises")
    support.edit(project, "content/data/sources.yml", "second-2021:", UNUSED)
    return project


SELF_REVIEWED = "reviewer: The team, credentials: PhD, reviewed: 2026-01-03,"
UNUSED = """unused-2022:
  kind: review
  title: "A review that nobody cites"
  publisher: Journal of Reviews
  year: 2022
  doi: 10.1000/unused
  region: US
  checked: 2026-01-02
  says:
    - "Nothing that a page needs."
second-2021:"""


@pytest.fixture
def check(project: Path) -> Check:
    """Run the command in the project; ``environ`` and ``here`` are those of whoever calls it."""

    def call(*arguments: str, here: str = ".", **environ: str) -> int:
        return main(arguments, Surroundings(project, project / here, environ, lambda: support.TODAY))

    return call
