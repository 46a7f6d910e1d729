"""Exceptions that a page carries: each names a rule and a reason, and is a problem once unnecessary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..models import PageException
from ..problems import Problem
from ..site import Page
from ..words import did_you_mean
from .rule import Rule
from .severities import SEVERITIES

CODE = "E001"


def without_excepted(
    problems: Iterable[Problem], pages: Iterable[Page], active: Sequence[Rule]
) -> list[Problem]:
    """``problems`` without those that a page's exceptions cover, and with a problem for each exception
    that covers none. ``active`` are the rules that were run."""
    left = list(problems)
    for page in pages:
        for number, exception in enumerate(page.meta.exceptions):
            covered = [problem for problem in left if _covers(exception, page, problem, active)]
            wrong = _wrong(exception, active) or (None if covered else _unnecessary(exception, active))
            left = [problem for problem in left if problem not in covered]
            if wrong:
                left.append(Problem(page.path, page.line("exceptions", number), CODE, *wrong))
    return left


def _named(exception: PageException, active: Sequence[Rule]) -> Rule | None:
    return next((rule for rule in active if exception.rule in (rule.code, rule.name)), None)


def _covers(exception: PageException, page: Page, problem: Problem, active: Sequence[Rule]) -> bool:
    rule = _named(exception, active)
    if (
        problem.path != page.path
        or not rule
        or problem.code != rule.code
        or not SEVERITIES[rule.code].excepted
    ):
        return False
    said = f"{page.text_at(problem.line)} {problem.message}".casefold()
    return exception.words is None or exception.words.casefold() in said


def _wrong(exception: PageException, active: Sequence[Rule]) -> tuple[str, str] | None:
    """What is wrong with the exception itself, whatever was found."""
    rule = _named(exception, active)
    if rule and not SEVERITIES[rule.code].excepted:
        return f"the rule '{exception.rule}' has no exceptions", "mend what it tells, and take this out"
    if rule or exception.rule in SEVERITIES:
        return None
    names = [rule.name for rule in active]
    remedy = did_you_mean(exception.rule, names, "use the code or the name that the problem shows")
    return f"there is no rule '{exception.rule}'", remedy


def _unnecessary(exception: PageException, active: Sequence[Rule]) -> tuple[str, str] | None:
    if not _named(exception, active):
        return None
    at = f" on a line with '{exception.words}'" if exception.words else ""
    return f"the exception to '{exception.rule}' is not needed{at}", "take it out"
