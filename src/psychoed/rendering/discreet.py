"""The page at each short address, ``/p/<code>/``, its QR code, and the list of all codes for scripts.

The page is a door. A message's preview shows only it, and phones follow redirects to make a preview, so it
leads nowhere by itself: a person taps its link. The link's own characters are written as ``%63%6f``, so that
nothing in the file names what the page is about.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from jinja2 import Environment

from ..anchors import SOURCES, anchors_of, sections_of
from ..permalinks import FOLDER, QR_FILE
from ..site import Page, Site
from .addresses import discreet_url, relative
from .policies import inline_style, style_only
from .qr import qr_svg

STYLE = "discreet.css"
INDEX = f"{FOLDER}/index.json"


def discreet_files(
    site: Site, templates: Environment, cited: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """The doors, the QR codes and the list of codes, by their place in the docs folder.

    ``cited`` are the sources that the page at an address shows: one without any has no list of them.
    """
    files = {INDEX: _index(site)}
    for code, page in pages_by_code(site).items():
        files[f"{FOLDER}/{code}/index.html"] = _door(
            site, templates, code, page, bool(cited.get(page.address))
        )
        files[f"{FOLDER}/{code}/{QR_FILE}"] = qr_svg(discreet_url(site, page.address))
    return files


def pages_by_code(site: Site) -> dict[str, Page]:
    """The page that each code leads to, also when the page has moved since."""
    pages = site.moved() | site.by_address()
    entries = sorted(site.permalinks.entries.items())
    return {code: pages[entry.address] for code, entry in entries if entry.address in pages}


def _door(site: Site, templates: Environment, code: str, page: Page, shows_sources: bool) -> str:
    origin, recorded = f"/{FOLDER}/{code}/", site.permalinks.entries[code].sections
    there = anchors_of(site, page) - (set() if shows_sources else {SOURCES})
    ways = {anchor: f"{page.address}#{anchor}" if anchor in there else page.address for anchor in recorded}
    numbers = sorted((number, ways[anchor]) for anchor, number in recorded.items())
    style = inline_style(templates, STYLE)
    values = {
        "whole": _veiled(relative(origin, page.address)),
        "style": style,
        "policy": style_only(style),
        "parts": [(number, _veiled(relative(origin, way))) for number, way in numbers],
    }
    return templates.get_template("discreet.html").render(values)


def _veiled(way: str) -> str:
    """A relative address with its letters and digits as their numbers; browsers and servers read it alike."""
    return "".join(
        "".join(f"%{byte:02x}" for byte in sign.encode()) if sign.isalnum() or sign in "-_" else sign
        for sign in way
    )


def _index(site: Site) -> str:
    """Every code with its page's address and title, and its sections by number."""
    entries = {code: _entry(site, code, page) for code, page in pages_by_code(site).items()}
    return json.dumps({"version": 1, "pages": entries}, ensure_ascii=False, indent=1) + "\n"


def _entry(site: Site, code: str, page: Page) -> dict[str, Any]:
    titles = {section.anchor: section.title for section in sections_of(site, page) if section.level == 2}
    numbers = site.permalinks.entries[code].sections
    sections = {
        str(numbers[anchor]): {"anchor": anchor, "title": title}
        for anchor, title in titles.items()
        if anchor in numbers
    }
    return {"address": page.address, "title": page.meta.title, "sections": sections}
