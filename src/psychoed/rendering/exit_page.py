"""The button "Exit this page": where it leads, and whether every page has it."""

from __future__ import annotations

from typing import Any

from ..models import ExitPage
from ..site import Site
from .addresses import host_of


def exit_button(site: Site) -> dict[str, Any]:
    """What templates show of it."""
    button = site.program.exit_page if site.program else ExitPage()
    return {"address": button.address, "host": host_of(button.address), "everywhere": button.everywhere}
