"""The rules that content has to keep, one rule a file.

A rule is a module of this package with one ``RULE``. It is found by being here; nothing lists it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache

from ..problems import Problem
from ..site import Site
from .rule import Rule


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in order of its code."""
    names = [info.name for info in pkgutil.iter_modules(__path__) if info.name != "rule"]
    found = [importlib.import_module(f"{__name__}.{name}").RULE for name in names]
    return tuple(sorted(found, key=lambda rule: rule.code))


def check_site(site: Site, *, publish: bool = False) -> Iterator[Problem]:
    """The problems that the rules find. Rules marked ``publish_only`` run when ``publish`` is true.

    A rule whose data could not be loaded is skipped: the loader has told that already, and what the
    rule would say would only be noise.
    """
    for rule in rules():
        if rule.needs & site.broken or (rule.publish_only and not publish):
            continue
        yield from rule.problems(site)
