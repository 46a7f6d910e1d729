"""Where a page's handout stands in the site. Nothing here needs a browser."""

from __future__ import annotations

from pathlib import Path

from ..permalinks import FOLDER

PLACE = "handouts"


def name_of(address: str) -> str:
    """The file of a page's handout, below the folder of handouts."""
    return f"{address.strip('/') or 'home'}.pdf"


def discreet_name(code: str) -> str:
    """The file of a handout whose name shall not tell the page."""
    return f"{FOLDER}/{code}.pdf"


def place_of(address: str) -> str:
    """The handout's place in the site."""
    return f"{PLACE}/{name_of(address)}"


def handout_files(folder: Path) -> dict[str, str | bytes]:
    """The PDFs in a folder, by their place in the site."""
    found = sorted(folder.rglob("*.pdf"))
    return {f"{PLACE}/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in found}
