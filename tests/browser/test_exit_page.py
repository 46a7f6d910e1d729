"""The button "Exit this page": its order, its keys, what it leaves behind, and that it is in sight."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Route, expect

import support
from browser.accessible import OF_COLORS, assert_accessible
from browser.conftest import DESKTOP, PHONE, Open
from browser.test_site import IN_SIGHT
from psychoed.engines.mkdocs import build
from psychoed.loading import load_site
from psychoed.reading_lists import set_fragment

WITH, WITHOUT = "get-help-now/", "conditions/depression/"
TARGET = "https://www.weather.gov/"
TOLD = "[data-pe-exit-status]"
Leave = Callable[[str], Page]


@pytest.fixture
def leaving(browser: Browser, address: str) -> Iterator[Leave]:
    """A page that may be left: what is at the end of the button is made up here."""
    contexts: list[BrowserContext] = []

    def answer(route: Route) -> None:
        assert "referer" not in route.request.headers
        route.fulfill(body="<title>The weather</title>", content_type="text/html")

    def open_(path: str) -> Page:
        context = browser.new_context()
        contexts.append(context)
        context.route(TARGET, answer)
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.clock.install(time=datetime(2026, 1, 1))
        page.goto(address)
        page.goto(address + path)
        return page

    yield open_
    for context in contexts:
        context.close()


def test_the_button_is_a_plain_link_right_after_the_first_stop(open_page: Open) -> None:
    page = open_page(WITH, script=False)
    links = page.get_by_role("link", name="Exit this page", exact=True)
    expect(links).to_have_count(2)
    for link in links.all():
        assert link.get_attribute("href") == TARGET
        assert link.get_attribute("rel") == "nofollow noreferrer"
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    expect(links.first).to_be_in_viewport()
    expect(page.locator(".pe-exit")).to_be_in_viewport()
    expect(page.get_by_text("It does not clear your history")).to_be_visible()
    expect(page.get_by_text("press Shift three times")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".pe-exit")).to_be_hidden()


def test_three_presses_of_shift_leave_and_back_does_not_return(leaving: Leave) -> None:
    page = leaving(WITH)
    length = page.evaluate("history.length")
    page.keyboard.press("Shift")
    expect(page.locator(TOLD)).to_have_text("Shift, press 2 more times to exit.")
    page.keyboard.press("Shift")
    expect(page.locator(TOLD)).to_have_text("Shift, press 1 more time to exit.")
    expect(page.locator(".pe-exit__done")).to_have_count(2)
    page.keyboard.press("Shift")
    page.wait_for_url(TARGET)
    assert page.evaluate("history.length") == length
    page.go_back()
    assert not page.url.endswith(WITH)


def test_two_presses_and_a_wait_do_not_leave(leaving: Leave) -> None:
    page = leaving(WITH)
    page.clock.pause_at(datetime(2026, 1, 2))
    for _ in range(2):
        page.keyboard.press("Shift")
    page.clock.run_for(5_100)
    expect(page.locator(TOLD)).to_have_text(re.compile("the time is over"))
    expect(page.locator("[data-pe-exit-steps]")).to_be_hidden()
    page.keyboard.press("Shift")
    expect(page.locator(TOLD)).to_have_text("Shift, press 2 more times to exit.")
    page.clock.run_for(4_900)
    page.keyboard.press("Shift")
    page.clock.run_for(4_900)
    page.keyboard.press("Shift")
    page.wait_for_url(TARGET)


def test_shift_for_something_else_is_no_press(leaving: Leave) -> None:
    page = leaving(WITH)
    page.keyboard.press("/")
    page.keyboard.type("x")
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("xABC")
    page.keyboard.press("Escape")
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    for _ in range(2):
        page.keyboard.press("Control+Shift")
    page.keyboard.down("Shift")
    page.locator("h1").click()
    page.keyboard.up("Shift")
    expect(page.locator(TOLD)).to_have_text("")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    expect(page.locator(TOLD)).to_have_text("Shift, press 2 more times to exit.")


AT_ONCE = """() => {
  document.querySelector(".pe-exit a").click()
  const cover = document.querySelector(".pe-exit-overlay")
  return [cover.textContent, document.querySelector("h1").checkVisibility(), document.title]
}"""


def test_the_button_covers_the_page_at_once_and_asks_nothing(leaving: Leave) -> None:
    page = leaving(WITH)
    title = page.title()
    page.evaluate("addEventListener('beforeunload', (event) => event.preventDefault())")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.locator("h1").click()  # A browser asks only somebody who has done something on the page.
    told = page.evaluate(AT_ONCE)
    assert told == ["Loading.", False, title], "a title that changes would be seen in the list of tabs"
    page.wait_for_url(TARGET)
    assert asked == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_button_stays_in_sight_and_hides_nothing(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(WITH, size=size)
    bar = page.locator(".pe-help-bar").first.bounding_box()
    button = page.locator(".pe-exit").bounding_box()
    assert bar and button and bar["y"] + bar["height"] <= button["y"]
    page.get_by_role("main").get_by_role("link").last.focus()
    expect(page.locator(".pe-exit a")).to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        page.wait_for_function(IN_SIGHT)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, OF_COLORS)


@pytest.fixture
def everywhere(engine_project: Path) -> Iterator[str]:
    """A small site that has the button on every page."""
    settings = f"exit_page: {{everywhere: true, address: '{TARGET}'}}\nsample: true"
    support.edit(engine_project, "content/data/program.yml", "sample: true", settings)
    with support.served(build(engine_project)) as base:
        yield base


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_page_means_reading_lists_and_doors_too(
    browser: Browser, everywhere: str, size: tuple[int, int]
) -> None:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    context.route(TARGET, lambda route: route.fulfill(body="<title>The weather</title>"))
    page = context.new_page()
    exit_link = page.get_by_role("link", name="Exit this page", exact=True)
    site, _ = load_site(support.SMALL)
    assert site.handout_sets
    fragment = set_fragment(site, site.handout_sets.sets[0])
    for path in (f"list/#{fragment}", f"list/sheet/#{fragment}", "for-clinicians/handouts/first-week/"):
        page.goto("about:blank")
        page.goto(everywhere + path)
        expect(page.get_by_role("listitem").first).to_be_visible()
        expect(exit_link).to_be_in_viewport()
        box = exit_link.bounding_box()
        assert box and box["height"] >= 44
        page.get_by_role("link").last.focus()
        expect(exit_link).to_be_in_viewport()
        assert_accessible(page)
        page.emulate_media(media="print")
        expect(exit_link).to_be_hidden()
        page.emulate_media(media="screen")
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url(TARGET)
        page.go_back()
        expect(page).to_have_url("about:blank")
    page.goto(everywhere + site.permalinks.path_for("/conditions/sadness/").lstrip("/"))
    assert exit_link.get_attribute("rel") == "nofollow noreferrer"
    exit_link.click()
    page.wait_for_url(TARGET)
    context.close()


def test_reading_lists_have_none_where_only_some_pages_have_it(real_site: Path) -> None:
    pages = [
        real_site / "list/index.html",
        real_site / "list/sheet/index.html",
        *real_site.glob("p/*/index.html"),
    ]
    assert len(pages) > 50
    assert [path for path in pages if "Exit this page" in path.read_text(encoding="utf-8")] == []


def test_a_page_that_does_not_ask_for_it_has_none_of_it(real_site: Path) -> None:
    text = (real_site / WITHOUT / "index.html").read_text(encoding="utf-8")
    assert "Exit this page" not in text
    assert "assets/exit." not in text
    assert "assets/exit.js" in (real_site / WITH / "index.html").read_text(encoding="utf-8")
