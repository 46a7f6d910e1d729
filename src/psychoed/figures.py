"""What a drawing needs that is computed: where lines and bars lie. Pure geometry, no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

CLOCK = re.compile(r"(?:(\d{1,2})(?::(\d\d))? ?(am|pm)|(midday|noon|midnight))", re.IGNORECASE)
BLOCK = re.compile(rf"\s*{CLOCK.pattern} to {CLOCK.pattern}\s*:?\s*(.*)", re.IGNORECASE | re.DOTALL)


def polyline(values: Sequence[float], width: float, height: float) -> str:
    """Points of an SVG line for values from 0 (bottom) to 100 (top), spread evenly over ``width``."""
    step = width / (len(values) - 1)
    return " ".join(f"{n * step:g},{height * (1 - value / 100):g}" for n, value in enumerate(values))


@dataclass(frozen=True)
class Slot:
    """A part of a day: its begin and end in hours from midnight, and what happens in it."""

    begin: float
    end: float
    text: str


def slot(block: str) -> Slot | None:
    """``10:00 am to 11:15 am: group`` as a slot; None when a block names no such time."""
    match = BLOCK.fullmatch(block)
    if not match:
        return None
    begin, end = _hours(match.groups()[:4]), _hours(match.groups()[4:8])
    return Slot(begin, end, match[9]) if begin < end else None


def _hours(parts: Sequence[str | None]) -> float:
    hour, minute, half, word = parts
    if word:
        return 0.0 if word.lower() == "midnight" else 12.0
    return int(hour or 0) % 12 + int(minute or 0) / 60 + (12 if (half or "").lower() == "pm" else 0)


def span(slots: Iterable[Slot]) -> tuple[float, float]:
    """The whole hours between which all slots lie. Without slots, a day of work."""
    found = list(slots)
    if not found:
        return 9, 17
    return int(min(each.begin for each in found)), -int(-max(each.end for each in found) // 1)
