"""Search finds what people really type, shows help first, and keeps every word on the page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

import support
from browser.conftest import DESKTOP, PHONE, Open

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


def look_for(page: Page, words: str, size: tuple[int, int] = DESKTOP) -> None:
    if size == PHONE:
        page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words)


def go_to_a_result(page: Page) -> None:
    """Reach a result by the arrow keys. The list is written once more when the last results come in."""

    def reached() -> bool:
        page.keyboard.press("ArrowDown")
        return page.locator(".md-search-result__link:focus").count() == 1

    assert support.wait_for(reached, pause=support.in_browser(page))


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("axiety", "Anxiety disorders"),
        ("my head wont shut up", "Anxiety"),
        ("looney bin", "Inpatient"),
        ("panik atack", "Panic disorder"),
        ("is it gonna cost me my apartment", "Paying for care"),
    ],
)
def test_what_people_type_finds_its_page(open_page: Open, words: str, title: str) -> None:
    page = open_page("")
    look_for(page, words)
    top = page.locator(".md-search-result__item")
    expect(top.first).to_be_visible()
    assert any(title.casefold() in text.casefold() for text in top.all_inner_texts()[:3])


@SIZES
def test_help_comes_first_and_results_stay(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("guides/", size=size)
    look_for(page, "i want to die", size)
    panel = page.locator("[data-pe-crisis]")
    expect(panel.get_by_role("link", name=re.compile("^Call 988"))).to_be_in_viewport()
    expect(page.locator("[data-pe-crisis-status]")).to_contain_text("Help lines are shown")
    expect(page.locator(".md-search-result__item").first).to_be_attached()
    panel.get_by_role("button", name="I am safe, hide this").click()
    expect(panel).to_be_hidden()


def test_the_help_lines_on_a_phone_stand_clear_of_the_field(open_page: Open) -> None:
    page = open_page("", size=PHONE)
    look_for(page, "", PHONE)
    field = page.locator(".md-search__form").bounding_box()
    line = page.locator(".md-search .pe-help-bar > *").first
    expect(line).to_be_visible()
    top = line.bounding_box()
    assert field and top
    assert top["y"] >= field["y"] + field["height"] + 8  # 3 of them belong to the ring around the field


def test_help_lines_need_no_index(open_page: Open) -> None:
    page = open_page("")
    page.route("**/search/index-*", lambda route: route.abort())
    look_for(page, "i want to die")
    expect(page.locator("[data-pe-crisis]")).to_be_visible()
    expect(page.get_by_text("The search did not load")).to_be_visible()


@SIZES
@pytest.mark.parametrize(
    ("short", "meanings"),
    [
        ("BPD", ["Borderline personality disorder", "Bipolar disorder"]),
        ("PE", ["Prolonged exposure", "Work, school, and getting there"]),
        ("ACT", ["Acceptance and commitment therapy", "Privacy and your rights"]),
        ("ED", ["Eating disorders", "Get help now"]),
        ("PHP", ["Partial hospitalization"]),
    ],
)
def test_an_abbreviation_offers_each_of_its_meanings(
    open_page: Open, size: tuple[int, int], short: str, meanings: list[str]
) -> None:
    page = open_page("", size=size)
    look_for(page, "", size)
    page.keyboard.insert_text(short)
    titles = page.locator(".md-search-result__item h1")
    for at, meaning in enumerate(meanings):
        expect(titles.nth(at)).to_contain_text(meaning, ignore_case=True)


def test_no_result_offers_the_nearest_topics_beside_the_other_ways(open_page: Open) -> None:
    page = open_page("")
    look_for(page, "")
    page.keyboard.insert_text("depzzzession")
    expect(page.locator(".md-search-result__item [data-pe-near]").first).to_be_visible()
    expect(page.locator(".md-search-result__item h1").filter(has_text="depress").first).to_be_visible()
    expect(page.locator("[data-pe-nothing]").get_by_role("link", name="Everything, A to Z")).to_be_visible()


@pytest.mark.parametrize("words", ["killing it at work", "suicide squad movie", "depression"])
def test_no_false_alarm(open_page: Open, words: str) -> None:
    page = open_page("")
    look_for(page, words)
    page.wait_for_timeout(300)
    expect(page.locator("[data-pe-crisis]")).to_be_hidden()


def test_no_result_is_no_dead_end(open_page: Open) -> None:
    page = open_page("")
    look_for(page, "zzqqxxj")
    ways = page.locator("[data-pe-nothing]")
    expect(ways.get_by_role("link", name="Everything, A to Z")).to_be_visible()
    ways.get_by_role("link", name="Everything, A to Z").click()
    expect(page).to_have_url(re.compile("/a-to-z/$"))


def test_what_is_told_is_what_is_listed(open_page: Open) -> None:
    page = open_page("")
    told = page.locator(".md-search-result__meta")
    pages = page.locator(".md-search-result__item")
    look_for(page, "depression")
    expect(pages.nth(1)).to_be_visible()
    expect(told).to_have_text(f"{pages.count()} pages")
    page.get_by_role("textbox", name="Search").fill("")
    expect(told).to_have_text("Type to search")
    expect(pages).to_have_count(0)


@SIZES
def test_arrows_reach_every_page_and_its_sections(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("guides/", size=size)
    look_for(page, "", size)
    page.keyboard.insert_text("does therapy help with panic attacks")  # one answer: the list stays
    lines = page.locator(".md-search-result__item a")
    expect(lines.filter(has=page.locator("h2")).first).to_have_attribute("href", re.compile("/#.+"))
    expect(lines.locator("mark").first).to_be_attached()
    for line in lines.all():
        page.keyboard.press("ArrowDown")
        expect(line).to_be_focused()


def test_nothing_is_loaded_before_a_person_reaches_for_it(open_page: Open) -> None:
    page = open_page("conditions/ptsd/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if re.search(r"search-engine|/search/index|search_index", url)] == []


def test_no_word_reaches_the_address(open_page: Open) -> None:
    page = open_page("")
    start = page.url
    look_for(page, "drinking too much")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    go_to_a_result(page)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("#")[0] != start)  # any page: results come in twice
    assert "drinking" not in page.url
    assert "?" not in page.url


def test_typing_fast_and_pasting_settle_to_the_same(open_page: Open) -> None:
    page = open_page("")
    titles = page.locator(".md-search-result__item h1")
    box = page.get_by_role("textbox", name="Search")
    look_for(page, "")
    page.keyboard.insert_text("panik atack")  # no key is pressed, as from a menu or by voice
    expect(titles.first).to_have_text("Panic disorder")
    pasted = titles.all_inner_texts()
    box.press("Control+a")
    box.press_sequentially("cant sleep", delay=0)
    expect(titles.first).not_to_have_text("Panic disorder")
    box.press("Control+a")
    box.press_sequentially("panik atack", delay=0)
    expect(titles).to_have_text(pasted)


def test_enter_and_a_followed_result_tell_no_word(open_page: Open) -> None:
    page = open_page("guides/")
    start, visits = page.url, page.evaluate("history.length")
    look_for(page, "zzqqxxj")
    expect(page.locator("[data-pe-nothing]")).to_be_visible()
    # The first letters alone have topics near them, and Enter would follow one.
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    page.keyboard.press("Enter")
    assert (page.url, page.evaluate("history.length")) == (start, visits)
    page.get_by_role("textbox", name="Search").fill("")
    page.keyboard.type("ptsd flashbacks")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("PTSD")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/conditions/ptsd/$"))
    assert page.evaluate("document.referrer") in (start, "")
    assert page.evaluate("history.length") == visits + 1
    kept = page.evaluate(
        "JSON.stringify([history.state, {...localStorage}, {...sessionStorage}, name, location.href])"
    )
    assert "flashback" not in kept
