"""What stands on paper around a page's text: whose sheet it is, where it leads, and whom to call.

A handout has it, and so has every page of the site, where only a printer shows it.
"""

from __future__ import annotations

from typing import Any

from ..site import Page, Site
from .addresses import discreet_url, in_full
from .help_now import urgent_lines


def paper_values(site: Site, page: Page, has_help_lines: bool) -> dict[str, Any]:
    """What ``sheet_head`` and ``sheet_end`` show. A page with help lines needs no second list of them."""
    lines = site.help_lines
    return {
        "clinic": clinic_of(site),
        "urgent": urgent_lines(site),
        "region": lines.default if lines and not has_help_lines else None,
        "review": page.meta.review,
        "address": in_full(site.settings, page.address),
        "door": discreet_url(site, page.address),
    }


def clinic_of(site: Site) -> dict[str, Any]:
    """Whose sheet it is. A sample has no phone that anybody answers."""
    program = site.program
    if program is None:
        return {"name": site.settings.site_name, "sample": False, "phone": ""}
    phone = "" if program.sample else program.contact.phone
    return {"name": program.name, "sample": program.sample, "phone": phone}
