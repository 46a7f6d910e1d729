"""Reading lists: pages and sections in an order, as the part of a link after ``#``.

``docs/assets/list-format.js`` tells the format and is its home. Here ready-made sets are written in it, for
those who have no script; a test holds the two together.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass

from .anchors import sections_of
from .models import HandoutSet
from .site import Site

# Where a client opens a list, and where it is laid out for paper. Neither says what a list is about.
LIST, SHEET = "/list/", "/list/sheet/"
# Where a clinician makes one. The sheets of the ready-made sets stand below it.
BUILDER = "/for-clinicians/handouts/"
VERSION = "1"


@dataclass(frozen=True)
class Entry:
    """One line of a list: a page, or a section of it. ``way`` is where it leads to on the site, ``door`` its
    discreet address.
    """

    title: str
    section: str
    way: str
    door: str
    code: str
    number: int | None = None

    @property
    def rest(self) -> str:
        """What stands after the title: the section's."""
        mark = " " if self.title.endswith(("?", "!", ".")) else ": "
        return f"{mark}{self.section}" if self.section else ""


def entries_of(site: Site, pages: Iterable[str]) -> list[Entry]:
    """The lines of a list, for addresses like ``/conditions/ptsd/#what-helps``.

    A page or section that is not there is passed over: checks look at components, too.
    """
    found = site.by_address()
    result = []
    for place in pages:
        address, _, anchor = place.partition("#")
        page = found.get(address)
        if page is None or (anchor and anchor not in site.permalinks.entry_for(address).sections):
            continue
        titles = {section.anchor: section.title for section in sections_of(site, page)}
        number = site.permalinks.section_number(address, anchor) if anchor else None
        code, door = site.permalinks.code_for(address), site.permalinks.path_for(address, anchor)
        result.append(Entry(page.meta.title, titles.get(anchor, ""), place, door, code, number))
    return result


def fragment(entries: Iterable[Entry], note: str = "") -> str:
    """A list as what follows the ``#`` of its link."""
    items = [f"{entry.code}{entry.number or ''}" for entry in entries]
    parts = [VERSION, *([f"n{_written(note)}"] if note else []), f"p{len(items)}{''.join(items)}"]
    return ".".join(parts)


def set_fragment(site: Site, handout_set: HandoutSet) -> str:
    """A ready-made set as what follows the ``#``. Its title stays out: a title can name a condition."""
    return fragment(entries_of(site, handout_set.pages), handout_set.note or "")


def _written(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
