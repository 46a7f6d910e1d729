"""What a reader can see of the site's privacy: what is kept, what a page may load, what others are told."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from browser.conftest import Open

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
