"""What a rule is, and what it is run on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..passages import FileText, file_texts
from ..site import Page, Site


class Found(NamedTuple):
    """What a rule found at one place. ``remedy`` replaces the rule's own when a better one is known."""

    path: str
    line: int
    message: str
    remedy: str | None = None


@dataclass(frozen=True)
class Run:
    """One run of the rules: the whole site, the pages and data files to look at, and the day it is.

    A rule that judges page by page goes through ``pages``; one that compares pages looks at the whole
    ``site``. What it finds elsewhere than in ``pages`` and ``files`` is left out of the run's result.
    """

    site: Site
    pages: tuple[Page, ...]
    files: frozenset[str]
    today: date

    @cached_property
    def texts(self) -> tuple[FileText, ...]:
        """What readers read in these pages and files, made once for all rules about wording."""
        return file_texts(self.site, self.pages, self.files)


@dataclass(frozen=True)
class Rule:
    """One rule. ``needs`` names the parts of the Site without which it can't run.

    How much it matters stands in ``severities.py``, for all rules in one table.
    """

    code: str
    name: str
    why: str
    remedy: str
    find: Callable[[Run], Iterable[Found]]
    needs: frozenset[str] = frozenset()
