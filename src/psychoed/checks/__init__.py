"""The rules that content has to keep, one rule a file.

A rule is a module of this package with one ``RULE``. It is found by being here; nothing lists it. How much
it matters is a line of ``severities.py``.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Container, Iterator
from datetime import date
from functools import cache

from ..problems import Problem
from ..site import Site
from .exceptions import without_excepted
from .rule import Rule, Run
from .severities import SEVERITIES, Occasion

HELPERS = {"rule", "severities", "exceptions", "language"}


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in order of its code."""
    names = [info.name for info in pkgutil.iter_modules(__path__) if info.name not in HELPERS]
    found = [importlib.import_module(f"{__name__}.{name}").RULE for name in names if not name.startswith("_")]
    return tuple(sorted(found, key=lambda rule: rule.code))


def check_site(
    site: Site, today: date, occasion: Occasion = Occasion.WRITING, only: Container[str] | None = None
) -> list[Problem]:
    """The problems that the rules find, in the whole site or only in the files whose paths are given.

    A rule whose data could not be loaded is skipped: the loader has told that already, and what the
    rule would say would only be noise.
    """
    run = _run(site, today, only)
    active = [rule for rule in rules() if SEVERITIES[rule.code].on(occasion) and not rule.needs & site.broken]
    found = [problem for rule in active for problem in _problems(rule, run, occasion)]
    return without_excepted(found, run.pages, active)


def _run(site: Site, today: date, only: Container[str] | None) -> Run:
    pages = tuple(page for page in site.pages if only is None or page.path in only)
    files = frozenset(file.path for file in site.files.values() if only is None or file.path in only)
    return Run(site, pages, files, today)


def _problems(rule: Rule, run: Run, occasion: Occasion) -> Iterator[Problem]:
    severity = SEVERITIES[rule.code].on(occasion)
    assert severity is not None
    everything = len(run.pages) == len(run.site.pages)
    places = run.files | {page.path for page in run.pages}
    for path, line, message, remedy in rule.find(run):
        if everything or path in places:
            yield Problem(path, line, rule.code, message, remedy or rule.remedy, severity)
