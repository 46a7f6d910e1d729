"""What a reader can see of the site's privacy: what is kept, what a page may load, what others are told."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, Route, expect

from browser.accessible import assert_accessible
from browser.conftest import PHONE, Open

# All the ways in which a page can keep something in a browser.
KEPT = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(document.cookie ? [document.cookie] : []),
  ...(await indexedDB.databases()).map((one) => one.name), ...(await caches.keys()),
]"""
COLOR = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 250, 247)", "rgb(20, 25, 27)"
VISITED = (
    "",
    "conditions/ptsd/",
    "compare/evidence/",
    "about/data/",
    "tools/time-off-letter/",
    "nothing/here/",
)


def kept(page: Page) -> list[str]:
    return sorted(page.evaluate(KEPT))


def choose_color(page: Page, name: str) -> None:
    page.locator(".pe-reading:not([open]) > summary").click()
    page.get_by_label(name, exact=True).check()
    page.locator(".pe-reading > summary").click()


def test_nothing_is_kept_while_a_reader_reads_and_searches(open_page: Open) -> None:
    page = open_page("")
    home = page.url
    for path in VISITED:
        page.goto(home + path)
        page.keyboard.press("/")
        page.keyboard.type("sad")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert kept(page) == [], path
    page.goto(home + "conditions/ptsd/")
    page.get_by_text("Share this page", exact=True).click()
    page.locator(".pe-drawer, .pe-menu").get_by_role("link", name="Guides").first.click()
    assert kept(page) == []


def test_colors_follow_the_device_until_the_reader_chooses(open_page: Open) -> None:
    page = open_page("conditions/ptsd/", scheme="dark")
    assert page.evaluate(COLOR) == DARK
    page.emulate_media(color_scheme="light")
    assert page.evaluate(COLOR) == LIGHT
    choose_color(page, "Dark")
    assert page.evaluate(COLOR) == DARK
    assert kept(page) == ["psychoed.colors"]
    page.reload()
    assert page.evaluate(COLOR) == DARK
    page.emulate_media(media="print")
    assert page.evaluate(COLOR) != DARK, "paper is white"
    page.emulate_media(media="screen", color_scheme="dark")
    choose_color(page, "Light")
    page.reload()
    assert page.evaluate(COLOR) == LIGHT
    choose_color(page, "As on this device")
    assert page.evaluate(COLOR) == DARK
    assert kept(page) == []


def test_without_script_colors_follow_the_device(open_page: Open) -> None:
    assert open_page("", scheme="dark", script=False).evaluate(COLOR) == DARK


PRIVACY = "about/privacy/"
MANY = {
    "psychoed.text-size": "large",
    "psychoed.colors": "dark",
    "psychoed.calm": "on",
    "psychoed.tool.first-day-list": "{}",
    "psychoed.of-a-version-to-come": "x",
    "/.__palette": "{}",
    "of-another-site": "stays",
}


def test_one_button_forgets_everything_and_nothing_of_others(open_page: Open) -> None:
    page = open_page(PRIVACY)
    page.evaluate(
        "all => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value))", MANY
    )
    page.evaluate("sessionStorage.setItem('/.__outdated', 'true')")
    page.reload()
    assert page.evaluate(COLOR) == DARK
    told = page.locator("[data-pe-forget-list] li")
    expect(told).to_have_count(7)
    words = " · ".join(told.all_inner_texts())
    for each in (
        "Text size: large",
        "Colors: dark",
        "Calm mode",
        "The sheet Before my first day",
        "older version",
    ):
        assert each in words, each
    page.get_by_role("button", name="Forget everything").press("Enter")
    expect(page.locator("[data-pe-forget] [role=status]")).to_have_text(re.compile("^Done"))
    expect(page.locator("[data-pe-forget-none]")).to_be_visible()
    assert kept(page) == ["of-another-site"]
    assert page.evaluate(COLOR) == LIGHT, "the page itself is as if nothing had been chosen"
    page.locator(".pe-reading > summary").click()
    expect(page.get_by_label("As on this device")).to_be_checked()
    page.get_by_role("button", name="Forget everything").click()
    expect(page.locator("[data-pe-forget] [role=status]")).to_have_text(re.compile("^There was nothing"))


def test_what_is_kept_shows_at_once_and_the_page_can_be_read_by_everybody(open_page: Open) -> None:
    page = open_page(PRIVACY, size=PHONE)
    expect(page.locator("[data-pe-forget-none]")).to_be_visible()
    choose_color(page, "Dark")
    expect(page.locator("[data-pe-forget-list] li")).to_have_text(["Colors: dark"])
    assert_accessible(page)
    page.emulate_media(color_scheme="light", forced_colors="active")
    expect(page.get_by_role("button", name="Forget everything")).to_be_visible()
    page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_script_the_page_says_what_to_do_instead(open_page: Open) -> None:
    page = open_page(PRIVACY, script=False)
    expect(page.get_by_role("button", name="Forget everything")).to_be_hidden()
    expect(page.get_by_text("This button needs JavaScript")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("How to clear it in your browser"))).to_be_visible()


def test_no_site_is_told_where_a_reader_came_from(browser: Browser, address: str) -> None:
    context = browser.new_context()
    told: list[tuple[str, str | None]] = []

    def answer(route: Route) -> None:
        told.append((route.request.url, route.request.headers.get("referer")))
        if route.request.url.startswith(address):
            route.continue_()
        else:
            route.fulfill(body="<title>elsewhere</title>", content_type="text/html")

    context.route("**", answer)
    page = context.new_page()
    page.set_default_timeout(5_000)
    page.goto(f"{address}conditions/ptsd/")
    page.locator("article a[href$='prolonged-exposure/']:visible").first.click()
    page.wait_for_url("**/prolonged-exposure/")
    page.locator("#source-1 a").first.click()
    page.wait_for_url(re.compile("^https://"))
    assert page.evaluate("document.referrer") == ""
    context.close()
    assert any(not url.startswith(address) for url, _ in told)
    assert [(url, referer) for url, referer in told if referer] == []
