"""Bring what is recorded of addresses and sections up to date with the pages. Nothing is ever taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .anchors import SOURCES, anchors_of, sections_of
from .models import ADDRESS_PATTERN, Permalink
from .permalinks import Choose, Permalinks, file_text, random_code
from .site import Page, Site


def completed(site: Site, choose: Choose) -> Permalinks:
    """What is recorded, with an entry for every page and a number for every section that has none yet.

    A page whose file's name can't be an address gets none: that is told where it is read.
    """
    entries = dict(site.recorded.entries)
    codes = {entry.address: code for code, entry in entries.items()}
    for address, page in sorted(site.by_address().items()):
        if not re.fullmatch(ADDRESS_PATTERN, address):
            continue
        code = _own_code(codes, page) or choose(address, entries)
        before = entries.get(code)
        if before:
            del codes[before.address]
        codes[address] = code
        entries[code] = _with_sections(site, page, _at_its_address(before, page))
    return Permalinks(entries)


def record_text(site: Site, now: str) -> str:
    """What the file has to hold; as it is now, whatever its order, when nothing is missing in it."""
    record = completed(site, random_code)
    return now if record == site.recorded else file_text(record)


def _own_code(codes: Mapping[str, str], page: Page) -> str | None:
    """The page's code by its address, or by one that it had before while nothing else has it now. ``codes``
    are by the address that each leads to.

    A page that took in another one keeps its own code; the other's leads to it by the old address.
    """
    places = (page.address, *page.meta.moved_from)
    return next((codes[place] for place in places if place in codes), None)


def _at_its_address(entry: Permalink | None, page: Page) -> Permalink:
    if entry is None:
        return Permalink(address=page.address)
    if entry.address == page.address:
        return entry
    before = [old for old in (*entry.before, entry.address) if old != page.address]
    return entry.model_copy(update={"address": page.address, "before": tuple(before)})


def lost_sections(site: Site, page: Page, entry: Permalink) -> list[str]:
    """The recorded anchors at which nobody would arrive any more."""
    arriving = anchors_of(site, page)
    return [anchor for anchor in entry.sections if anchor not in arriving]


def _with_sections(site: Site, page: Page, entry: Permalink) -> Permalink:
    """The entry with its new sections. While one is lost there are none: a new heading may be the old one
    with other words, and what is recorded once stays."""
    if lost_sections(site, page, entry):
        return entry
    anchors = [section.anchor for section in sections_of(site, page)]
    numbers = dict(entry.sections)
    for anchor in (*anchors, SOURCES):
        numbers.setdefault(anchor, max(numbers.values(), default=0) + 1)
    return entry.model_copy(update={"sections": numbers})
