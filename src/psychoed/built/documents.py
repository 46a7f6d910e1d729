"""What a built file leads to: the links and the anchors of a page, the addresses in a style sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes that hold an address. 'srcset' holds several, 'content' one after 'url='.
ADDRESSES = {"href", "xlink:href", "src", "srcset", "poster", "data", "action", "formaction", "background"}

# Elements whose address a reader follows by choice. Whatever any other element names, the browser fetches.
FOLLOWED = {"a", "area"}

# What a <link> may say about a page without anything being fetched.
SAID_ONLY = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}

CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, order=True)
class Link:
    """An address as it stands in a file. ``fetched``: the browser asks for it without being told to."""

    address: str
    fetched: bool


@dataclass
class Document:
    """One built file: what it leads to, and for a page also what can be led to inside it."""

    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    canonical: str = ""
    moved_to: str = ""


def read_page(text: str) -> Document:
    """The links and anchors of an HTML page."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.document


def read_styles(text: str) -> Document:
    """What a style sheet makes the browser fetch."""
    found = CSS_ADDRESS.findall(CSS_COMMENT.sub("", text))
    return Document([Link("".join(groups), fetched=True) for groups in found])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: (value or "").strip() for name, value in attrs}
        self.in_style = tag == "style"
        self.anchors(tag, values)
        self.styles(values.get("style", ""))
        fetched = _is_fetched(tag, values)
        for name in ADDRESSES & values.keys():
            self.document.links += [Link(address, fetched) for address in _addresses(name, values[name])]
        if tag == "link" and values.get("rel", "").lower() == "canonical":
            self.document.canonical = values.get("href", "")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self.refresh(values.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        self.in_style = self.in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self.in_style:
            self.styles(data)

    def anchors(self, tag: str, values: dict[str, str]) -> None:
        names = [values.get("id"), values.get("name") if tag == "a" else None]
        self.document.anchors.update(name for name in names if name)

    def styles(self, text: str) -> None:
        self.document.links += read_styles(text).links

    def refresh(self, content: str) -> None:
        address = re.sub(r"^[\d.\s;,]*(?:url\s*=\s*)?", "", content, flags=re.IGNORECASE).strip("'\" ")
        if address:
            self.document.moved_to = address
            self.document.links.append(Link(address, fetched=True))


def _is_fetched(tag: str, values: dict[str, str]) -> bool:
    if tag == "link":
        return not set(values.get("rel", "").lower().split()) <= SAID_ONLY
    return tag not in FOLLOWED


def _addresses(attribute: str, value: str) -> list[str]:
    if attribute != "srcset":
        return [value]
    return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
