"""The lines for right now: they are on every page and on every sheet of paper."""

from __future__ import annotations

from ..models import HelpLine
from ..site import Site


def urgent(site: Site) -> list[HelpLine]:
    """The lines for right now, at most two."""
    lines = site.help_lines.default.lines if site.help_lines else ()
    wanted = [line for line in lines if line.kind in {"emergency", "crisis"} and line.call and not line.press]
    return wanted[:2]


def urgent_lines(site: Site) -> list[dict[str, str]]:
    """The same, as templates show them."""
    return [
        {"name": line.name, "call": line.call or "", "text": line.text.number if line.text else ""}
        for line in urgent(site)
    ]
