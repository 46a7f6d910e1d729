"""Every link of a built site leads somewhere, and a page fetches nothing from anybody else.

MkDocs and the rule C004 look at links in Markdown. This looks at what a reader's browser gets, so also at
what ``overrides/`` and the theme put into a page, and at style sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from ..problems import count
from .documents import Document, Link, read_page, read_styles

# The site is looked at as if it stood here: one folder deep, so that a link can't climb out unnoticed.
ROOT = "https://site.invalid/site/"

READERS = {".html": read_page, ".css": read_styles}
NOT_FOUND_PAGE = "404.html"

WRONG_ADDRESS = "nothing is there: correct the address, or put the missing page or file in its place"
NO_SLASH = "this is a folder: write a slash at the end"
OUTSIDE = "this leads out of the site's own folder: take '../' away, or begin with the site's first folder"
EMPTY = "this leads nowhere: write an address, or take the link away"
MOVED = "that page has moved: link to its new address, "
NO_ANCHOR = "the page is there, but no place in it is called "
INSECURE = "anybody on the way can read or change this: write https://"
FOREIGN = (
    "every reader's browser would ask another company for this, and tell it who reads which page: "
    "put the file under docs/assets/ and use it from there, or take it out"
)
# A message that hands on a page: the person who writes it chooses to whom it goes.
SHARED = re.compile(r"(?:sms|mailto):\?.*\bbody=.*/p/[a-z0-9]+/")
# A reading list stands after the sign; the page that shows it has no such place. docs/assets/list-format.js
LISTS = "list/index.html"
A_LIST = re.compile(r"\d+(?:\.[a-z][\w-]*)*\.p\d+(?:[a-z][a-z0-9]{5}\d{0,3})+")
NO_SCHEME = "a reader can't open this kind of address: write https://, tel:, sms: or mailto:"
NO_NUMBER = "there is no number to dial: write one in content/data/, or take the button away"
NO_MAILBOX = "this is not an email address: write one in content/data/, or take the link away"
RELATIVE_IN_404 = "this page is shown at every wrong address: begin the link with a slash"


@dataclass(frozen=True, order=True)
class BrokenLink:
    """A link that fails a reader, on which pages, and what to do about it."""

    pages: tuple[str, ...]
    address: str
    remedy: str

    def __str__(self) -> str:
        others = len(self.pages) - 1
        also = f" (and {count(others, 'more file')})" if others else ""
        return f"{self.pages[0]}{also}: {self.address or '(empty)'}: {self.remedy}"


def broken_links(site: Path) -> list[BrokenLink]:
    """Everything that is wrong with the links of a built site. The same link on many pages is told once."""
    found: dict[tuple[str, str], list[str]] = {}
    checker = _Checker(site)
    for name, link, remedy in checker.problems():
        found.setdefault((link.address, remedy), []).append(name)
    return sorted(BrokenLink(tuple(names), *problem) for problem, names in found.items())


class _Checker:
    def __init__(self, site: Path) -> None:
        self.files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        self.folders = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}
        self.documents = {name: _read(site / name) for name in sorted(self.files) if _suffix(name) in READERS}
        home = self.documents.get("index.html", Document()).canonical
        self.home = home.rstrip("/") + "/" if home else "/"

    def problems(self) -> Iterator[tuple[str, Link, str]]:
        for name, document in self.documents.items():
            for link in sorted(set(document.links)):
                remedy = self.remedy(name, link)
                if remedy:
                    yield name, link, remedy

    def remedy(self, name: str, link: Link) -> str:
        """What to do about one link of one file; nothing when it is fine."""
        address = link.address
        if address in ("", "#"):
            return EMPTY
        if address.startswith(self.home):
            return self.inside(name, urljoin(ROOT, address[len(self.home) :]))
        scheme = _scheme(address)
        if scheme or address.startswith("//"):
            return _elsewhere(scheme, link)
        if address.startswith("/"):
            folder = urlsplit(self.home).path
            is_ours = address.startswith(folder)
            return self.inside(name, urljoin(ROOT, address[len(folder) :])) if is_ours else OUTSIDE
        if name == NOT_FOUND_PAGE and not address.startswith("#"):
            return RELATIVE_IN_404
        return self.inside(name, urljoin(ROOT + name, address))

    def inside(self, name: str, url: str) -> str:
        """The same for an address within the site, in full."""
        if not url.startswith(ROOT):
            return OUTSIDE
        parts = urlsplit(url)
        path = unquote(parts.path[len(urlsplit(ROOT).path) :])
        target = f"{path}index.html" if not path or path.endswith("/") else path
        if target not in self.files:
            return NO_SLASH if path in self.folders else WRONG_ADDRESS
        return self.at_the_page(name, target, unquote(parts.fragment))

    def at_the_page(self, name: str, target: str, fragment: str) -> str:
        """The same for an address at which there is a file."""
        page = self.documents.get(target, Document())
        if page.moved_to and target != name:
            return f"{MOVED}{urljoin('/' + target, page.moved_to)}"
        if not fragment or fragment in page.anchors or (target == LISTS and A_LIST.fullmatch(fragment)):
            return ""
        return f"{NO_ANCHOR}'{fragment}': link to the id of one of its headings"


def _elsewhere(scheme: str, link: Link) -> str:
    if (scheme == "data" and link.fetched) or SHARED.fullmatch(unquote(link.address)):
        return ""
    if scheme in ("tel", "sms"):
        return "" if any(letter.isdigit() for letter in link.address.partition("?")[0]) else NO_NUMBER
    if scheme == "mailto":
        return "" if "@" in link.address.strip("@") else NO_MAILBOX
    if link.fetched:
        return FOREIGN
    if scheme in ("http", ""):
        return INSECURE
    return "" if scheme == "https" else NO_SCHEME


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "unreadable"


def _read(path: Path) -> Document:
    return READERS[path.suffix](path.read_text(encoding="utf-8", errors="replace"))


def _suffix(name: str) -> str:
    return Path(name).suffix
