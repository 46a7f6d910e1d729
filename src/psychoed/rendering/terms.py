"""Glossary terms in running text: the first use of each on a page carries its definition."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..markup import slugify
from ..models import Glossary, Term

ADDRESS = "/glossary/"


def anchor(term: Term) -> str:
    """Where a term stands on the page of the glossary."""
    return slugify(term.term)


@dataclass(frozen=True)
class Terms:
    """A glossary made ready for finding: one pattern for all forms, and the term of each form."""

    pattern: re.Pattern[str]
    by_form: dict[str, Term]

    def of(self, written: str) -> Term | None:
        """The term of what the pattern found. A form in capitals counts in capitals only."""
        return self.by_form.get(written) or self.by_form.get(written.casefold())


@lru_cache(maxsize=4)
def terms_of(glossary: Glossary) -> Terms:
    """Every form of every term, longest first: 'residential care' is not found as 'residential'."""
    by_form = {_key(form): term for term in glossary.terms for form in term.written}
    return Terms(_pattern(by_form), by_form)


def _key(form: str) -> str:
    return form if form.isupper() or _has_capital_inside(form) else form.casefold()


def _has_capital_inside(form: str) -> bool:
    """``PHPs`` is written with capitals; ``Prior authorization`` only begins a sentence."""
    return any(character.isupper() for character in form[1:])


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
