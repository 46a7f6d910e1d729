"""The feed of changes, in Atom 1.0: which pages were written, changed or reviewed, and on which day.

An entry says what the front matter says and no more. That is the day on which the text last changed in
substance, and the review; what was changed in the text is typed nowhere, so no entry tells it.
"""

from __future__ import annotations

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


def feed(site: Site) -> str:
    """The pages, those changed last first."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    pages = sorted(site.pages, key=lambda page: page.address)
    pages.sort(key=changed_on, reverse=True)
    _add(root, "title", f"{site.settings.site_name}: changes")
    _add(root, "id", _identifier(site, f"/{FILE}"))
    _add(root, "updated", _moment(changed_on(pages[0])))
    _add(root, "link", rel="self", type="application/atom+xml", href=in_full(site.settings, f"/{FILE}"))
    _add(root, "link", rel="alternate", type="text/html", href=in_full(site.settings, "/"))
    _add(root, "rights", f"{LICENSE.name}, {LICENSE.url}")
    for page in pages[:MOST]:
        _entry(root, site, page)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
        ['<?xml version="1.0" encoding="utf-8"?>\n', "\n"]
    )


def changed_on(page: Page) -> date:
    """The last day on which something about a page changed, as its front matter tells it."""
    review: Review = page.meta.review
    return max(review.written, review.reviewed or review.written)


def _entry(root: ET.Element, site: Site, page: Page) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", page.meta.title)
    _add(entry, "id", _identifier(site, first_address(page)))
    _add(entry, "updated", _moment(changed_on(page)))
    author = _add(entry, "author")
    _add(author, "name", page.meta.review.author)
    _add(entry, "link", rel="alternate", type="text/html", href=in_full(site.settings, page.address))
    _add(entry, "summary", f"{_what_is_typed(page)} {description(page)}", type="text")


def _what_is_typed(page: Page) -> str:
    review = page.meta.review
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


def _identifier(site: Site, address: str) -> str:
    parts = urlsplit(site.settings.site_url)
    return f"tag:{parts.hostname},{SINCE}:{parts.path.rstrip('/')}{address}"


def _moment(value: date) -> str:
    return f"{value.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text
    return element
