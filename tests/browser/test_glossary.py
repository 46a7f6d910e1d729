"""A definition by tap, by keyboard and by pointing; without script too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import DESKTOP, PHONE, Open

PATH = "guides/what-is-an-iop/"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_tap_shows_and_hides_the_definition(open_page: Open, size: tuple[int, int], script: bool) -> None:
    page = open_page(PATH, size=size, script=script)
    term = page.locator(".pe-term").first
    definition = page.locator("#term-1")
    expect(definition).to_be_hidden()
    term.click()
    expect(definition).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.mouse.move(0, 0)
    page.locator("h1").click()
    expect(definition).to_be_hidden()


def test_reaching_it_by_tab_shows_it(open_page: Open) -> None:
    page = open_page(PATH)
    page.locator("#main").focus()
    page.keyboard.press("Tab")
    for _ in range(20):
        if page.evaluate("document.activeElement.matches('.pe-term')"):
            break
        page.keyboard.press("Tab")
    shown = page.locator(".pe-term:focus + .pe-definition")
    expect(shown).to_be_visible()


def test_pointing_at_it_shows_it(open_page: Open) -> None:
    page = open_page(PATH)
    page.locator(".pe-term").first.hover()
    expect(page.locator("#term-1")).to_be_visible()


def test_the_definition_leads_to_the_glossary(open_page: Open) -> None:
    page = open_page(PATH)
    page.locator(".pe-term").first.click()
    page.locator("#term-1").get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"/glossary/#"))
    anchor = page.url.partition("#")[2]
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
