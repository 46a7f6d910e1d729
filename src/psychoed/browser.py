"""What everything that starts a Chromium has in common."""

from __future__ import annotations

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def reason_of(error: Exception) -> str:
    """Why a browser failed, without the page of details that it adds."""
    return str(error).splitlines()[0]
