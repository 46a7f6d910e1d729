"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..problems import Problem, Severity
from ..site import Site


class Found(NamedTuple):
    """What a rule found at one place. ``remedy`` replaces the rule's own when a better one is known."""

    path: str
    line: int
    message: str
    remedy: str | None = None


@dataclass(frozen=True)
class Rule:
    """One rule. ``needs`` names the parts of the Site without which it can't run."""

    code: str
    name: str
    why: str
    remedy: str
    find: Callable[[Site], Iterable[Found]]
    severity: Severity = Severity.ERROR
    needs: frozenset[str] = frozenset()
    publish_only: bool = False

    def problems(self, site: Site) -> Iterator[Problem]:
        """What the rule finds in a site, as problems."""
        for path, line, message, remedy in self.find(site):
            yield Problem(path, line, self.code, message, remedy or self.remedy, self.severity)
