"""The words and patterns of danger as the search box loads them, and what was learned from examples."""

from __future__ import annotations

from typing import Any

from ..site import Site
from .danger_learned import learned

# The list that patterns may call and nobody writes: the numbers have one home, in help-lines.yml.
NUMBERS = "numbers"
# The page of the words of danger.
HELP = "/get-help-now/"


def danger_data(site: Site) -> dict[str, Any]:
    """What ``docs/assets/search-danger.js`` reads. It knows how a pattern is meant."""
    danger = site.danger
    assert danger
    return {
        "learned": _learned(site),
        "short": danger.short,
        "skip": danger.skip,
        "real": danger.real,
        "words": {**danger.words, NUMBERS: _numbers(site)},
        "harmless": [pattern for group in danger.harmless for pattern in group.when],
        "kinds": {
            kind.id: [pattern for group in kind.about for pattern in group.when] for kind in danger.kinds
        },
    }


def _learned(site: Site) -> dict[str, Any] | None:
    """What the words of the examples weigh. How people look for pages is harmless, too."""
    if not site.danger_examples or not site.danger:
        return None
    pages = site.vocabulary.pages if site.vocabulary else {}
    asked = [
        text for address, words in pages.items() if address != HELP for text in (*words.say, *words.find)
    ]
    return learned(
        tuple(site.danger_examples.danger.splitlines()),
        (*site.danger_examples.harmless.splitlines(), *asked),
        tuple(site.danger.short.items()),
    )


def _numbers(site: Site) -> list[str]:
    """Whom people call in an emergency or a crisis: who types the number needs the line."""
    regions = site.help_lines.regions if site.help_lines else ()
    lines = [line for region in regions for line in region.lines if line.kind in {"emergency", "crisis"}]
    return sorted({line.call for line in lines if line.call})
