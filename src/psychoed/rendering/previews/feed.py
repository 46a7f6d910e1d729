"""The feed of changes, in Atom 1.0: pages written, changed or reviewed, and tables checked.

An entry says what was typed and no more: the day on which a text last changed in substance, its review, the
day on which a table was compared with its sources. What was changed is typed nowhere, so no entry tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from ...api.content import LICENSE
from ...models import Review
from ...site import Page, Site
from ..addresses import in_full
from ..filters import day
from .descriptions import description

FILE = "changes.xml"
ATOM = "http://www.w3.org/2005/Atom"
# The year from which on the addresses of these identifiers count as this project's (RFC 4151).
SINCE = 2026
MOST = 100


def feed_files(site: Site) -> dict[str, str]:
    """The feed, by its place in the docs folder. Without the site's own address there can't be one."""
    return {FILE: feed(site)} if site.settings.site_url and site.pages else {}


@dataclass(frozen=True)
class Entry:
    """Something that changed: on which day, on which page, and what is known about it."""

    title: str
    first_address: str
    address: str
    day: date
    summary: str
    author: str = ""


def entries_of(site: Site) -> list[Entry]:
    """All of them, the newest first."""
    entries = [*map(_of_page, site.pages), *_of_tables(site)]
    entries.sort(key=lambda entry: entry.first_address)
    return sorted(entries, key=lambda entry: entry.day, reverse=True)


def feed(site: Site) -> str:
    """The newest entries as an Atom document."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    entries = entries_of(site)
    _add(root, "title", f"{site.settings.site_name}: changes")
    _add(root, "id", _identifier(site, f"/{FILE}"))
    _add(root, "updated", _moment(entries[0].day))
    _add(_add(root, "author"), "name", site.settings.site_name)
    _add(root, "link", rel="self", type="application/atom+xml", href=in_full(site.settings, f"/{FILE}"))
    _add(root, "link", rel="alternate", type="text/html", href=in_full(site.settings, "/"))
    _add(root, "rights", f"{LICENSE.name}, {LICENSE.url}")
    for entry in entries[:MOST]:
        _write(_add(root, "entry"), site, entry)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _write(element: ET.Element, site: Site, entry: Entry) -> None:
    _add(element, "title", entry.title)
    _add(element, "id", _identifier(site, entry.first_address))
    _add(element, "updated", _moment(entry.day))
    if entry.author:
        _add(_add(element, "author"), "name", entry.author)
    _add(element, "link", rel="alternate", type="text/html", href=in_full(site.settings, entry.address))
    _add(element, "summary", entry.summary, type="text")


# --- pages ---


def _of_page(page: Page) -> Entry:
    summary = f"{_what_is_typed(page.meta.review)} {description(page)}"
    return Entry(
        page.meta.title,
        first_address(page),
        page.address,
        changed_on(page.meta.review),
        summary,
        page.meta.review.author,
    )


def changed_on(review: Review) -> date:
    """The last day on which something about a page changed, as its front matter tells it."""
    return max(review.written, review.reviewed or review.written)


def _what_is_typed(review: Review) -> str:
    told = [f"The text was written, or last changed in substance, on {day(review.written)}."]
    if review.reviewer and review.reviewed:
        who = f"{review.reviewer}, {review.credentials}" if review.credentials else review.reviewer
        told.append(f"Reviewed by {who}, on {day(review.reviewed)}.")
        if review.reviewed < review.written:
            told.append("The text has changed since that review.")
    else:
        told.append("No clinician has reviewed it yet.")
    return " ".join(told)


def first_address(page: Page) -> str:
    """The oldest address of a page: a page that moves stays the same entry. Renaming puts older ones last."""
    moved: tuple[str, ...] = page.meta.moved_from
    return moved[-1] if moved else page.address


# --- tables ---


def _of_tables(site: Site) -> Iterator[Entry]:
    """The tables that have a day of their own, if there is a page that shows them."""
    pages = site.by_address()
    for name, data in (("evidence", site.evidence), ("levels-of-care", site.levels_of_care)):
        page = pages.get(f"/compare/{name}/")
        if data and page:
            told = f"The whole table was last compared with its sources on {day(data.checked)}."
            title = f"{page.meta.title}: the table"
            yield Entry(title, f"/content/data/{name}.yml", page.address, data.checked, told)


# --- Atom ---


def _identifier(site: Site, address: str) -> str:
    parts = urlsplit(site.settings.site_url)
    return f"tag:{parts.hostname},{SINCE}:{parts.path.rstrip('/')}{address}"


def _moment(value: date) -> str:
    return f"{value.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element
