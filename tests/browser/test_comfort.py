"""The reading settings: by keyboard, remembered over pages; nothing shifts and nothing breaks."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.accessible import OF_COLORS, assert_accessible
from browser.conftest import DESKTOP, PHONE, Open
from browser.test_site import follow, unfold

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
ALL = {"psychoed.text-size": "largest", "psychoed.spacing": "wide", "psychoed.calm": "on"}
KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('psychoed.'))"
CHOOSE = "all => Object.entries(all).forEach(([key, value]) => localStorage.setItem(key, value))"
FONT = "parseFloat(getComputedStyle(document.querySelector('.pe-summary')).fontSize)"
SHIFTS = """() => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value })
    .observe({ type: "layout-shift", buffered: true })
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
})"""


@SIZES
def test_a_choice_by_keyboard_is_remembered_on_the_next_page(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("conditions/ptsd/", size=size)
    before = page.evaluate(FONT)
    assert page.evaluate(KEPT) == [], "nothing is kept before the reader chooses"
    follow(page, page.locator(".pe-reading > summary"))
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    for _ in range(2):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    expect(page.locator(".pe-reading [role=status]")).to_have_text("Changed.")
    assert dict(page.evaluate(KEPT)) == ALL
    page.goto(page.url.replace("conditions/ptsd", "guides/what-is-an-iop"))
    assert page.evaluate(FONT) == pytest.approx(before * 1.5, rel=0.01)
    assert page.evaluate("getComputedStyle(document.documentElement).filter") == "grayscale(1)"
    assert page.evaluate(SHIFTS) == 0
    page.locator(".pe-reading > summary").click()
    expect(page.get_by_label("Largest")).to_be_checked()
    page.get_by_label("Standard").check()
    page.get_by_label("Wide spacing").uncheck()
    page.get_by_label("Calm mode").uncheck()
    assert page.evaluate(KEPT) == []
    assert page.evaluate(FONT) == before


@pytest.mark.parametrize(
    "path",
    [
        "",
        "conditions/depression/",
        "compare/levels-of-care/",
        "get-help-now/",
        "tools/time-off-letter/",
        "about/quality/",
    ],
)
def test_the_largest_text_fits_a_narrow_screen(open_page: Open, path: str) -> None:
    page = open_page(path, size=(320, 700))
    page.evaluate(CHOOSE, ALL)
    page.reload()
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_axe_finds_nothing_in_the_open_settings(open_page: Open) -> None:
    page = open_page("levels-of-care/", size=PHONE)
    page.locator(".pe-reading > summary").click()
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, OF_COLORS)


def test_without_script_there_are_no_settings_that_do_nothing(open_page: Open) -> None:
    expect(open_page("", script=False).locator(".pe-reading")).to_be_hidden()


def test_nothing_vanishes_where_the_device_sets_the_colors(open_page: Open) -> None:
    page = open_page("compare/levels-of-care/")
    page.emulate_media(forced_colors="active", color_scheme="dark")
    style = "([part, name]) => getComputedStyle(document.querySelector(part))[name]"
    ink = page.evaluate(style, ["h1", "color"])
    assert page.evaluate(style, [".pe-hours__sure", "fill"]) == ink
    assert page.evaluate(style, [".pe-hours__week", "stroke"]) == ink
    for part in (".md-search__form", ".md-search__output", ".pe-share", ".pe-reading__panel"):
        assert page.evaluate(style, [part, "borderTopStyle"]) == "solid", part
