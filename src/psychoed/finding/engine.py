"""Asks the site's own search engine, in the browser that it is made for, about the content as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright

from ..browser import ARGUMENTS, reason_of
from ..loading import load_site
from ..problems import ContentError, errors
from ..rendering.danger import danger_data
from ..rendering.search_index import index_file
from ..site import Site
from .places import place_of

ASSETS = Path("docs/assets")
ENGINE, DANGER = "search-engine.js", "search-danger.js"
EXPLAIN = Path(__file__).with_name("explain.js")


class FindingError(Exception):
    """A search could not be tried. The text is what to tell the person who asked for it."""


@dataclass(frozen=True)
class Search:
    """What somebody types into the search box, and a page that is told of however far down it stands."""

    query: str
    page: str = ""


def readable_site(root: Path) -> Site:
    """The content as it is now. Only what can't be read stops a search; a broken rule does not."""
    site, problems = load_site(root)
    if errors(problems):
        raise ContentError(problems)
    if site.vocabulary is None:
        raise FindingError("There is no content/data/vocabulary.yml, so this site has no search of its own.")
    if site.danger is None:
        raise FindingError("There is no content/data/danger.yml, so no search of this site shows help lines.")
    return site


def explained(root: Path, site: Site, search: Search, chromium: str) -> dict[str, Any]:
    """What the engine finds and why, in a browser of its own."""
    with sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        except PlaywrightError as error:
            raise FindingError(
                f"The browser at {chromium} did not start ({reason_of(error)}). Set CHROMIUM to the path of "
                "a Chromium or Chrome, and run this again."
            ) from error
        try:
            return ask(browser.new_page(), root, site, search)
        finally:
            browser.close()


def ask(page: Page, root: Path, site: Site, search: Search) -> dict[str, Any]:
    """Let an empty page answer, as ``explain.js`` does. The page has no address and reaches nobody."""
    asked = {
        "index": index_file(site),
        "crisis": danger_data(site),
        "danger": (root / ASSETS / DANGER).read_text(encoding="utf-8"),
        "query": search.query,
        "wanted": search.page,
    }
    page.add_script_tag(path=root / ASSETS / ENGINE)
    return with_places(site, page.evaluate(EXPLAIN.read_text(encoding="utf-8"), asked))


def with_places(site: Site, answer: dict[str, Any]) -> dict[str, Any]:
    """The same answer, in which each entry has its file and line under ``written``."""
    for page in answer["pages"]:
        best = page["best"]
        if best:
            best["written"] = place_of(site, page["address"], best["kind"], best["text"])
    return answer
