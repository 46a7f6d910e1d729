"""The sizes of paper, and which one a part of the world uses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

# Where people have Letter paper, by the ids of regions in help-lines.yml. Everywhere else it is A4.
LETTER_REGIONS = frozenset({"us", "ca", "mx", "ph"})


class Size(StrEnum):
    """A size of paper, by the word that CSS has for it."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True)
class Paper:
    """What a sheet is printed on, and how large its letters are."""

    size: Size
    large: bool = False


def usual_size(region: str) -> Size:
    """The size of paper that a region uses."""
    return Size.LETTER if region in LETTER_REGIONS else Size.A4
