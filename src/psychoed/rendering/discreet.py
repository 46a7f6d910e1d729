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

from ..anchors import SOURCES, Section, anchors_of, sections_of
from ..permalinks import FOLDER, QR_FILE
from ..site import Page, Site
from .addresses import discreet_url, relative
from .components import KIND_NOUNS
from .exit_page import exit_button
from .policies import inline_style, style_only
from .qr import qr_svg

STYLE = "discreet.css"
INDEX = f"{FOLDER}/index.json"
# The level of the headings that a person picks a section by.
TOP = 2


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
        "exit": exit_button(site),
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
    """Every code with its page's address, title and group, and its sections by number.

    What has ``"offer": false`` is there for links that were given out before: they arrive, and no new ones
    are made of it. Pages and parts of them have it when they moved, and headings below others.
    """
    entries = {code: _entry(site, code, page) for code, page in pages_by_code(site).items()}
    groups = [plural for _, plural in KIND_NOUNS.values()]
    content = {"version": 1, "groups": groups, "pages": entries}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _entry(site: Site, code: str, page: Page) -> dict[str, Any]:
    recorded = site.permalinks.entries[code]
    there = {section.anchor: section for section in sections_of(site, page)}
    moved = {gone.old: gone.new for gone in page.meta.moved_anchors}
    sections = {
        str(number): _section(there[now], offer=now == anchor)
        for anchor, number in recorded.sections.items()
        if (now := moved.get(anchor, anchor)) in there
    }
    here = recorded.address == page.address != "/"
    entry = {"address": page.address, "title": page.meta.title, "group": KIND_NOUNS[page.kind][1]}
    return entry | ({} if here else {"offer": False}) | {"sections": sections}


def _section(section: Section, *, offer: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"anchor": section.anchor, "title": section.title}
    return entry if offer and section.level == TOP else entry | {"offer": False}
