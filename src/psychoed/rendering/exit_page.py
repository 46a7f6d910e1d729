"""The button "Exit this page": where it leads, and whether every page has it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ..models import ExitPage
from ..site import Site


def exit_button(site: Site) -> dict[str, Any]:
    """What templates show of it."""
    button = site.program.exit_page if site.program else ExitPage()
    host = (urlsplit(button.address).hostname or "").removeprefix("www.")
    return {"address": button.address, "host": host, "everywhere": button.everywhere}
