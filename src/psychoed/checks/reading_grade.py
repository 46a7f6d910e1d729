"""A page reads at grade 7 or below, the names it can't do without taken as ordinary words."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading import FEWEST_WORDS, Names, hardest_sentences, neutral_names, reading_of
from ..site import Page
from .rule import Found, Rule, Run

HIGHEST = 7
HIGHEST_OF_ALL = 9
REMEDY = "split long sentences, and use short everyday words"


def find(run: Run) -> Iterator[Found]:
    return hard_pages(run, HIGHEST, HIGHEST_OF_ALL)


def hard_pages(run: Run, over: float, at_most: float) -> Iterator[Found]:
    """The pages with a grade between two bounds, and where to begin with them."""
    names = neutral_names(run.site)
    for page in run.pages:
        reading = reading_of(page, names)
        grade = round(reading.grade, 1)
        if reading.words >= FEWEST_WORDS and over < grade <= at_most:
            start = f"begin with {_lines(page, names)}"
            message = f"this page reads at grade {grade:.1f}, and {over} is the most"
            yield Found(page.path, page.line("title"), message, f"{start}: {REMEDY}")


def _lines(page: Page, names: Names) -> str:
    """The lines of the hardest sentences, in words."""
    first, *rest = sorted({hard.line for hard in hardest_sentences(page, names)})
    if not rest:
        return f"line {first}"
    return f"lines {', '.join(map(str, [first, *rest[:-1]]))} and {rest[-1]}"


RULE = Rule(
    code="W005",
    name="reading-grade",
    why="Nobody reads at their best in distress, and many people never read with ease.",
    remedy=REMEDY,
    find=find,
)
