"""What the public does, in real Chromium, at the width of a phone and of a desktop."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from browser.accessible import OF_COLORS, assert_accessible
from browser.conftest import DESKTOP, PHONE, Open

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
# One page of every type. A page type that is not here is not tested: add it.
PAGE_TYPES = {
    "home": "",
    "condition": "conditions/depression/",
    "therapy": "therapies/emdr/",
    "level of care": "levels-of-care/intensive-outpatient/",
    "guide": "guides/what-is-an-iop/",
    "comparison of two": "compare/iop-vs-inpatient/",
    "comparison of all": "compare/levels-of-care/",
    "all the evidence": "compare/evidence/",
    "glossary": "glossary/",
    "a to z": "conditions/",
    "list of levels": "levels-of-care/",
    "list of guides": "guides/",
    "get help now": "get-help-now/",
    "tool": "tools/warning-signs-and-coping-plan/",
    "program": "our-program/",
    "about": "about/",
    "quality report": "about/quality/",
    "for clinicians": "for-clinicians/",
    "not found": "nothing/here/",
}
TYPES = pytest.mark.parametrize("path", PAGE_TYPES.values(), ids=PAGE_TYPES.keys())


def follow(page: Page, target: Locator, presses: int = 200) -> None:
    """Reach a link, button or summary by the Tab key alone, check that it can be seen there, press Enter."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if any(one.evaluate("e => e === document.activeElement") for one in target.all()):
            page.wait_for_function(IN_SIGHT)
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{target} is not reached by {presses} presses of Tab on {page.url}")


def link(page: Page, name: str) -> Locator:
    """The links with exactly this name."""
    return page.get_by_role("link", name=name, exact=True)


# Whether the middle of what has the focus is on the screen and not behind anything.
IN_SIGHT = """() => {
  const element = document.activeElement, box = element.getClientRects()[0]
  const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
  return !!there && (element.contains(there) || there.contains(element))
}"""


@SIZES
def test_from_home_to_help_by_keyboard_alone(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("", size=size)
    follow(page, link(page, "Understand a condition"))
    expect(page).to_have_url(re.compile("/conditions/$"))
    follow(page, link(page, "Depression"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Depression"))
    if size == PHONE:
        follow(page, page.locator("summary", has_text="On this page"))
    follow(page, link(page, "What helps?"))
    follow(page, link(page, "Cognitive behavioral therapy (CBT)"))
    expect(page).to_have_url(re.compile("/therapies/cognitive-behavioral-therapy/$"))
    if size == PHONE:
        follow(page, page.locator("summary", has_text="Menu"))
    follow(page, link(page, "Compare"))
    expect(page).to_have_url(re.compile("/compare/$"))
    follow(page, page.get_by_role("main").get_by_role("link", name=re.compile("inpatient")))
    expect(page).to_have_url(re.compile("/compare/iop-vs-inpatient/$"))
    follow(page, link(page, "Get help" if size == PHONE else "Get help now"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Get help now"))
    expect(page.get_by_role("link", name=re.compile("Call 988")).first).to_be_visible()


@TYPES
def test_axe_finds_nothing(open_page: Open, path: str) -> None:
    page = open_page(path)
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        unfold(page)
        assert_accessible(page)


@TYPES
def test_dark_colors_can_be_read(open_page: Open, path: str) -> None:
    page = open_page(path, scheme="dark")
    unfold(page)
    assert_accessible(page, OF_COLORS)


def unfold(page: Page) -> None:
    """Open everything that is folded, so that nothing is left out of a test."""
    page.evaluate("document.querySelectorAll('article details').forEach(details => details.open = true)")


@TYPES
def test_nothing_scrolls_sideways(open_page: Open, path: str) -> None:
    page = open_page(path)
    unfold(page)
    for width in (320, 352, 360, 375, 390, 436, 768, 960, 1220, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


HELP = (".pe-help-bar a >> nth=0", "header .pe-help:not(.md-search *)")
HOME_HELP: dict[tuple[int, int], list[FloatRect]] = {}


def where_help_is(page: Page) -> list[FloatRect]:
    """The boxes of both ways to help; they have to be there."""
    boxes = [box for box in (page.locator(part).bounding_box() for part in HELP) if box]
    assert len(boxes) == len(HELP)
    return boxes


def home_help(open_page: Open, size: tuple[int, int]) -> list[FloatRect]:
    """Where help is on the home page, looked at once for all pages."""
    if size not in HOME_HELP:
        HOME_HELP[size] = where_help_is(open_page("", size=size))
    return HOME_HELP[size]


@SIZES
@TYPES
def test_help_is_in_the_same_place_on_every_page(open_page: Open, path: str, size: tuple[int, int]) -> None:
    assert where_help_is(open_page(path, size=size)) == home_help(open_page, size)


@SIZES
@TYPES
def test_everything_can_be_read_without_script(open_page: Open, path: str, size: tuple[int, int]) -> None:
    page = open_page(path, size=size, script=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Call 911")).first).to_be_visible()
    hidden = (
        "[...document.querySelectorAll('article > :is(p, ul, ol)')].filter(e => !e.checkVisibility()).length"
    )
    assert page.evaluate(hidden) == 0
    assert not page.locator(".md-search").is_visible(), "a search box that can't search is not shown"
    if size == PHONE:
        page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("link", name="Conditions", exact=True).first).to_be_visible()


@SIZES
@TYPES
def test_the_first_stop_skips_to_the_content(open_page: Open, path: str, size: tuple[int, int]) -> None:
    page = open_page(path, size=size)
    page.keyboard.press("Tab")
    expect(link(page, "Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_help_comes_along_into_the_search_of_a_phone(open_page: Open) -> None:
    page = open_page("conditions/", size=PHONE)
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".md-search").get_by_role("link", name=re.compile("^Call 911"))).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_the_comparison_is_a_table_on_a_desktop(open_page: Open) -> None:
    page = open_page("compare/iop-vs-inpatient/")
    table = page.get_by_role("table")
    expect(table).to_have_count(1)
    expect(table.get_by_role("columnheader")).to_have_count(2)
    assert table.get_by_role("rowheader").count() >= 9
    assert page.locator(".pe-comparison__cards").is_hidden()


def test_the_comparison_is_cards_on_a_phone_with_nothing_lost(open_page: Open) -> None:
    cells = [
        text.strip()
        for text in open_page("compare/levels-of-care/")
        .locator(".pe-comparison td:visible")
        .all_inner_texts()
    ]
    page = open_page("compare/levels-of-care/", size=PHONE)
    assert page.locator(".pe-comparison table").is_hidden()
    cards = page.locator(".pe-comparison__cards section:visible")
    expect(cards).to_have_count(5)
    shown = [text.strip() for text in cards.locator("dd").all_inner_texts()]
    assert sorted(shown) == sorted(cell for cell in cells if cell)
    assert cards.first.locator("dt").count() == len(shown) / 5


def test_downloads_arrive(open_page: Open) -> None:
    page = open_page("compare/levels-of-care/")
    for name, kind in (("spreadsheet (CSV)", "csv"), ("data (JSON)", "json")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert Path(download.value.path()).stat().st_size > 1000
        assert download.value.suggested_filename == f"levels-of-care.{kind}"


def test_search_finds_a_page_on_a_desktop(open_page: Open) -> None:
    page = open_page("")
    page.keyboard.press("/")
    page.keyboard.type("bipolar")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Bipolar disorder")
    page.wait_for_timeout(300)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/conditions/bipolar-disorder/"))


@SIZES
def test_what_is_searched_for_stays_on_the_page(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("", size=size)
    before = page.url
    if size == PHONE:
        page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").fill("zzqqxxj")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url == before


def test_search_opens_by_keyboard_on_a_phone(open_page: Open) -> None:
    page = open_page("", size=PHONE)
    follow(page, page.get_by_role("button", name="Search"))
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("emdr")
    expect(page.locator(".md-search-result__item").first).to_contain_text("EMDR")


def test_a_citation_leads_to_its_source(open_page: Open) -> None:
    page = open_page("conditions/depression/")
    page.locator(".pe-cite a").first.click()
    expect(page).to_have_url(re.compile("#source-1$"))
    expect(page.locator("#source-1")).to_be_in_viewport()
    assert page.locator("#source-1 a").get_attribute("href").startswith("https://")


def test_every_citation_on_every_page_has_its_source(real_site: Path) -> None:
    for path in real_site.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r'href="#(source-\d+)"', text)) == set(
            re.findall(r'id="(source-\d+)"', text)
        ), path


def test_the_menu_of_a_phone_closes_with_escape(open_page: Open) -> None:
    page = open_page("conditions/", size=PHONE)
    menu = page.locator(".pe-drawer")
    menu.locator("summary").click()
    expect(menu.get_by_role("link", name="Therapies")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="Therapies")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_motion_stops_for_those_who_ask(open_page: Open) -> None:
    page = open_page("")
    page.emulate_media(reduced_motion="reduce")
    durations = page.evaluate(
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e).transitionProperty)"
    )
    assert set(durations) == {"none"}


@SIZES
@pytest.mark.parametrize("path", ["", "conditions/depression/", "get-help-now/"])
def test_a_tap_lands_on_what_is_seen(open_page: Open, size: tuple[int, int], path: str) -> None:
    page = open_page(path, size=size)
    for seen in [*page.locator(".pe-help-bar").first.get_by_role("link").all(), page.locator(".pe-logo")]:
        seen.click(trial=True)
    page.mouse.wheel(0, 3000)
    page.locator(".pe-logo").click(trial=True)


@SIZES
def test_what_the_focus_goes_back_to_is_not_under_the_header(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("conditions/depression/", size=size)
    page.locator("#main").get_by_role("link").last.focus()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        page.wait_for_function(IN_SIGHT)
