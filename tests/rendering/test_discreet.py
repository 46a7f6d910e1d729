"""A short address tells nothing of its page, leads there all the same, and its QR code can be read."""

from __future__ import annotations

import json
import re
from functools import cache
from urllib.parse import unquote, urljoin

import zxingcpp

import support
from psychoed.loading import load_site
from psychoed.rendering.addresses import discreet_url
from psychoed.rendering.context import template_environment
from psychoed.rendering.discreet import discreet_files, pages_by_code
from psychoed.site import Kind, Site
from qr_drawing import drawn

# One page shows sources and the others none.
CITED = {"/conditions/ptsd/": ("a-source",)}


@cache
def real() -> tuple[Site, dict[str, str]]:
    site = load_site(support.ROOT)[0]
    return site, discreet_files(site, template_environment(support.ROOT / "overrides"), CITED)


def test_no_door_names_a_page_a_condition_or_a_therapy() -> None:
    site, files = real()
    names = {page.meta.title.casefold() for page in site.pages if page.kind is not Kind.PLAIN}
    names |= {page.slug for page in site.pages if page.kind in (Kind.CONDITION, Kind.THERAPY)}
    names |= {name.casefold() for page in site.pages for name in page.meta.also_called}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)")
    doors = {uri: text for uri, text in files.items() if uri.endswith(".html")}
    assert len(doors) == len(site.pages)
    for uri, text in doors.items():
        assert not pattern.search(text.casefold()), uri
        assert "<script" not in text and "refresh" not in text and "canonical" not in text
        assert "og:url" not in text and "og:image" not in text


def test_each_link_of_a_door_leads_to_its_page_and_section() -> None:
    site, files = real()
    for code, page in pages_by_code(site).items():
        text = files[f"p/{code}/index.html"]
        ways = {urljoin(f"/p/{code}/", unquote(way)) for way in re.findall(r'href="([^"]+)"', text)}
        hidden = set() if page.address in CITED else {"sources"}
        names = site.permalinks.entries[code].sections.keys()
        expected = {page.address} | {f"{page.address}#{name}" for name in names - hidden}
        assert expected == ways - {"data:,"}


def test_the_list_of_codes_has_sections_by_number() -> None:
    site, files = real()
    pages = json.loads(files["p/index.json"])["pages"]
    for code, entry in pages.items():
        assert site.permalinks.code_for(entry["address"]) == code
        for number, section in entry["sections"].items():
            assert site.permalinks.section_number(entry["address"], section["anchor"]) == int(number)


def test_a_qr_code_leads_to_the_short_address() -> None:
    site, files = real()
    for page in site.pages[::20]:
        code = site.permalinks.code_for(page.address)
        found = zxingcpp.read_barcodes(drawn(files[f"p/{code}/qr.svg"]))
        assert [each.text for each in found] == [discreet_url(site, page.address)]
