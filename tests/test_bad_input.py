"""One broken project a rule, and everything that is said about it.

A folder of ``tests/bad`` holds the files that differ from ``tests/small``, the names of files that are
gone in ``removed.txt``, and the whole list of messages in ``messages.txt``. A case that is not about writing
on the tests' usual day has a ``when.txt``: an occasion and a day, like ``weekly 2028-01-01``.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

import support
from psychoed.checks import rules
from psychoed.checks.exceptions import CODE as EXCEPTION
from psychoed.checks.severities import SEVERITIES, Occasion

BAD = Path(__file__).parent / "bad"
CASES = sorted(path.name for path in BAD.iterdir())
ABOUT_THE_CASE = {"messages.txt", "removed.txt", "when.txt"}


def broken(project: Path, case: str) -> list[str]:
    """Break ``project`` the way a case does; returns what has to be said."""
    folder = BAD / case
    removed = folder / "removed.txt"
    for name in removed.read_text(encoding="utf-8").splitlines() if removed.exists() else []:
        (project / name).unlink()
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in ABOUT_THE_CASE:
            target = project / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return (folder / "messages.txt").read_text(encoding="utf-8").splitlines()


def when(case: str) -> tuple[Occasion, date]:
    """On which occasion and day a case is checked."""
    path = BAD / case / "when.txt"
    occasion, day = (
        path.read_text(encoding="utf-8").split() if path.exists() else ("writing", str(support.TODAY))
    )
    return Occasion(occasion), date.fromisoformat(day)


@pytest.mark.parametrize("case", CASES)
def test_every_problem_is_told(project: Path, case: str) -> None:
    expected = broken(project, case)
    assert support.messages(project, *when(case)) == expected


def test_the_small_project_is_valid(project: Path) -> None:
    assert support.messages(project) == []


def test_every_rule_has_a_case() -> None:
    told = {code for case in CASES for code in re.findall(r": ([A-Z]+\d+) ", read_messages(case))}
    assert set(SEVERITIES) - told == set()


def test_the_table_of_severities_names_the_rules_that_there_are() -> None:
    assert set(SEVERITIES) == {rule.code for rule in rules()} | {EXCEPTION}


def test_every_loading_problem_has_a_case() -> None:
    source = (support.ROOT / "src" / "psychoed" / "loading.py").read_text(encoding="utf-8")
    told = "".join(map(read_messages, CASES))
    assert {code for code in re.findall(r'"(L\d{3})"', source) if code not in told} == set()


def read_messages(case: str) -> str:
    return (BAD / case / "messages.txt").read_text(encoding="utf-8")


def test_all_problems_come_in_one_run(project: Path) -> None:
    expected = {
        line for case in ("L007-missing-key", "S002-number-in-data") for line in broken(project, case)
    }
    assert expected <= set(support.messages(project))


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in rules()}) == len({rule.name for rule in rules()}) == len(rules())


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_explains_itself(rule) -> None:
    assert rule.why.endswith(".")
    assert rule.remedy and not rule.remedy.endswith(".")
