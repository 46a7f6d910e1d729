"""Small ways of writing things that templates need."""

from __future__ import annotations

import re
from datetime import date

from jinja2 import Environment

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """``November 23, 2026``, without a leading zero and without depending on the machine's language."""
    return f"{MONTHS[value.month - 1]} {value.day}, {value.year}"


def clock(hour: float) -> str:
    """``9`` becomes ``9 am``, ``12`` ``midday``, ``13.5`` ``1:30 pm``."""
    if hour in (12, 24):
        return "midday" if hour == 12 else "midnight"
    whole, minutes = int(hour), round(hour % 1 * 60)
    shown = f"{(whole - 1) % 12 + 1}:{minutes:02}" if minutes else f"{(whole - 1) % 12 + 1}"
    return f"{shown} {'am' if whole < 12 else 'pm'}"


def dial(number: str) -> str:
    """The digits of a phone number for a ``tel:`` or ``sms:`` link."""
    return re.sub(r"[^\d+]", "", number)


def shown(address: str) -> str:
    """A web address as it is written on paper: no ``https://`` before it, no slash after it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def region_note(region: str) -> str:
    """A source from outside the US says so; US readers are the usual ones."""
    return "" if region == "US" else f"{region[0].upper()}{region[1:]}. "


def for_theme(text: str) -> str:
    """Text for a place in the theme's templates, which escape nothing."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def add_filters(environment: Environment) -> Environment:
    """Give a template environment the filters of this module."""
    environment.filters |= {"clock": clock, "day": day, "dial": dial, "region": region_note, "shown": shown}
    return environment
