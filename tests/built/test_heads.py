"""The head of every real page, which is what others show of it, and the lists that lead to real pages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

import support
from psychoed.loading import load_site
from schema_org import faults

# In a text: the numbers of sources, the definitions of terms, and tags.
NOT_READ = re.compile(r'<sup.*?</sup>|<span class="pe-definition".*?</span>|<[^>]+>', re.DOTALL)
HOME = "https://psychoed.example.org/"


@dataclass
class Head(HTMLParser):
    """What a page says of itself in its head, and the text of its first heading."""

    said: dict[str, list[str]] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.at = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.at = "data" if values.get("type") == "application/ld+json" else tag
        name = values.get("property") or values.get("name") or values.get("rel")
        if tag in ("meta", "link") and name:
            self.said.setdefault(name, []).append(values.get("content") or values.get("href", ""))

    def handle_data(self, data: str) -> None:
        if self.at == "data":
            self.data.append(data)
        if self.at == "title":
            self.said.setdefault("title", []).append(data)
        self.at = "" if self.at != "data" or data else self.at

    def one(self, name: str) -> str:
        """What is said once and not empty."""
        (value,) = self.said.get(name, [""])
        assert value, f"no {name}"
        return value

    @property
    def graph(self) -> dict[str, Any]:
        """The page's JSON-LD."""
        (text,) = self.data
        found: dict[str, Any] = json.loads(text)
        return found


def head_of(path: Path) -> Head:
    head = Head()
    head.feed(path.read_text(encoding="utf-8").partition("</head>")[0])
    return head


@pytest.fixture(scope="module")
def heads(real_site: Path) -> dict[str, Head]:
    """Every page of the real site by its address."""
    site, _ = load_site(support.ROOT)
    files = {page.address: real_site / page.address.lstrip("/") / "index.html" for page in site.pages}
    return {address: head_of(path) for address, path in files.items()}


def test_each_page_tells_what_it_is(heads: dict[str, Head]) -> None:
    for address, head in heads.items():
        assert head.one("canonical") == head.one("og:url") == HOME + address.lstrip("/"), address
        assert head.one("title").startswith(head.one("og:title")), address
        assert head.one("description") == head.one("og:description"), address
        assert 20 <= len(head.one("description")) <= 160, address
        assert not re.search(r"\[@|\]\(|\*\*|[{}<>]", head.one("description")), address
        assert head.one("twitter:card") == "summary_large_image"
        assert head.one("twitter:image:alt") == head.one("og:image:alt")


def test_no_two_pages_are_described_alike(heads: dict[str, Head]) -> None:
    for name in ("description", "og:title"):
        told = [head.one(name).casefold() for head in heads.values()]
        assert len(set(told)) == len(told), name


def test_each_picture_is_there_and_names_no_condition(heads: dict[str, Head], real_site: Path) -> None:
    site, _ = load_site(support.ROOT)
    names = {
        page.meta.name.casefold()
        for page in site.pages
        if page.address.startswith("/conditions/") and hasattr(page.meta, "name")
    }
    shown = {(head.one("og:image"), head.one("og:image:alt")) for head in heads.values()}
    assert len(shown) == 7, "one for each part of the site"
    for url, alt in shown:
        assert url.startswith(HOME)
        image = Image.open(real_site / url.removeprefix(HOME))
        assert image.size == (1200, 630)
        assert not any(name in alt.casefold() for name in names), alt


def test_the_facts_of_each_page_are_valid(heads: dict[str, Head]) -> None:
    site, _ = load_site(support.ROOT)
    reviewed = {page.address for page in site.pages if page.meta.review.reviewed}
    for address, head in heads.items():
        assert faults(head.graph) == [], address
        page = head.graph["@graph"][0]
        assert page["url"] == head.one("canonical")
        assert page["description"] == head.one("description")
        assert ("lastReviewed" in page) == ("reviewedBy" in page) == (address in reviewed), address
        assert ("breadcrumb" in page) == (address != "/")
    kinds = {
        address: head.graph["@graph"][0].get("about", {}).get("@type") for address, head in heads.items()
    }
    assert kinds["/conditions/ocd/"] == "MedicalCondition"
    assert kinds["/therapies/emdr/"] == "MedicalTherapy"
    assert kinds["/levels-of-care/inpatient/"] == "Service"
    assert [node["@type"] for node in heads["/"].graph["@graph"]] == ["WebPage", "WebSite"]


def test_answers_of_a_page_of_questions_stand_on_it(heads: dict[str, Head], real_site: Path) -> None:
    asked = {
        a: head.graph["@graph"][0]["mainEntity"] for a, head in heads.items() if "FAQPage" in head.data[0]
    }
    assert asked
    for address, questions in asked.items():
        text = (real_site / address.lstrip("/") / "index.html").read_text(encoding="utf-8")
        shown = words(NOT_READ.sub("", text.partition("</head>")[2]))
        for question in questions:
            for line in (question["name"], *question["acceptedAnswer"]["text"].split("\n")):
                assert words(line) in shown, (address, line)


def words(text: str) -> str:
    """Letters and digits only, so that marks and spaces don't matter."""
    return re.sub(r"&\w+;|&#\d+;|[\W_]+", "", text).casefold()


def test_a_page_that_is_not_there_says_nothing_of_itself(real_site: Path) -> None:
    head = head_of(real_site / "404.html")
    assert not {name for name in head.said if name == "canonical" or name.startswith("og:")}
    assert head.data == []


def test_lists_lead_to_every_page_and_to_nothing_else(heads: dict[str, Head], real_site: Path) -> None:
    full = {HOME + address.lstrip("/") for address in heads}
    sitemap = ET.parse(real_site / "sitemap.xml").getroot()  # noqa: S314 (made by this build)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert sitemap.tag == f"{space}urlset"
    assert {url.findtext(f"{space}loc") for url in sitemap} == full
    site, _ = load_site(support.ROOT)
    days = {url.findtext(f"{space}lastmod") for url in sitemap}
    assert days == {page.meta.review.written.isoformat() for page in site.pages}
    feed = ET.parse(real_site / "changes.xml").getroot()  # noqa: S314 (made by this build)
    links = {link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")}
    assert links == full | {f"{HOME}changes.xml"}
    listed = set(
        re.findall(r"\]\((https://psychoed[^)]*)\)", (real_site / "llms.txt").read_text(encoding="utf-8"))
    )
    assert listed == full - {HOME}
    assert f"Sitemap: {HOME}sitemap.xml" in (real_site / "robots.txt").read_text(encoding="utf-8")


def test_the_feed_is_named_in_each_head(heads: dict[str, Head]) -> None:
    assert heads["/conditions/ocd/"].said["alternate"] == ["../../changes.xml"]
    assert heads["/"].said["alternate"] == ["changes.xml"]
