"""The sheets to fill in: on paper, by keyboard, without script, and what is kept where."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.accessible import OF_COLORS, assert_accessible
from browser.conftest import DESKTOP, PHONE, Open
from browser.test_site import follow

PLAN = "tools/warning-signs-and-coping-plan/"
LETTER = "tools/time-off-letter/"
TOOLS = (PLAN, LETTER, "tools/questions-for-a-program/", "tools/first-day-list/")
KEY = "psychoed.tool.warning-signs-and-coping-plan"
LONG = "\n".join(f"Sign {number}: I sleep badly and answer nobody." for number in range(30))
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


def button(page: Page, name: str) -> None:
    page.locator(".pe-tool").get_by_role("button", name=name, exact=True).click()


def kept(page: Page) -> list[str]:
    """What the site keeps on this device."""
    return list(page.evaluate("Object.keys(localStorage)"))


@SIZES
def test_nothing_is_kept_until_it_is_saved(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(PLAN, size=size)
    first = page.locator("[data-pe-field=early-signs]")
    first.fill("Short nights")
    assert kept(page) == []
    expect(page.locator("[data-pe-unsaved]")).to_be_visible()
    button(page, "Save on this device")
    expect(page.locator("[data-pe-saved]")).to_contain_text("Other people who use this device could read it")
    first.fill("Short nights and no appetite")
    assert kept(page) == [KEY]
    assert json.loads(page.evaluate(f"localStorage['{KEY}']"))["early-signs"].endswith("no appetite")
    page.reload()
    expect(first).to_have_value("Short nights and no appetite")


def test_what_is_deleted_is_gone(open_page: Open) -> None:
    page = open_page("tools/first-day-list/")
    box = page.get_by_label("Water and a snack")
    box.check()
    button(page, "Save on this device")
    page.reload()
    expect(box).to_be_checked()
    button(page, "Delete from this device")
    assert kept(page) == []
    expect(page.get_by_role("status").last).to_have_text(re.compile("Deleted"))
    page.get_by_label("Notebook").check()
    assert kept(page) == [], "typing after it does not save again"
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(box).not_to_be_checked()


def test_deleting_in_one_tab_holds_in_another(open_page: Open) -> None:
    page = open_page(PLAN)
    page.locator("[data-pe-field=places]").fill("The park")
    button(page, "Save on this device")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("[data-pe-field=places]")).to_have_value("The park")
    button(other, "Delete from this device")
    expect(page.locator("[data-pe-unsaved]")).to_be_visible()
    page.locator("[data-pe-field=company]").fill("My sister")
    assert kept(page) == []


@pytest.mark.parametrize("stored", ["no JSON", "null", '"text"', '{"places": 5, "gone": "x"}'])
def test_a_copy_that_cannot_be_read_leaves_a_blank_sheet(open_page: Open, stored: str) -> None:
    page = open_page(PLAN)
    page.evaluate(f"localStorage['{KEY}'] = {json.dumps(stored)}")
    page.reload()
    expect(page.locator("[data-pe-field=places]")).to_have_value("")
    expect(page.locator("[data-pe-actions]")).to_be_visible()


def test_a_browser_that_stores_nothing_says_so(open_page: Open) -> None:
    page = open_page(PLAN)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('not allowed') } }")
    page.locator("[data-pe-field=places]").fill("The park")
    button(page, "Save on this device")
    expect(page.locator("[data-pe-status]")).to_contain_text("does not let pages save")
    expect(page.locator("[data-pe-unsaved]")).to_be_visible()


def test_clearing_can_be_undone(open_page: Open) -> None:
    page = open_page(PLAN)
    places = page.locator("[data-pe-field=places]")
    places.fill("The park")
    button(page, "Clear")
    expect(places).to_have_value("")
    button(page, "Bring it back")
    expect(places).to_have_value("The park")
    expect(page.get_by_role("button", name="Bring it back")).to_be_hidden()
    expect(page.locator("[data-pe-do=clear]")).to_be_focused()


@pytest.mark.parametrize(("typed", "asked"), [(True, ["beforeunload"]), (False, [])])
def test_one_is_asked_before_text_is_lost(open_page: Open, typed: bool, asked: list[str]) -> None:
    page = open_page(PLAN)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    page.locator("[data-pe-field=places]").click()
    if typed:
        page.keyboard.type("The park")
    page.reload()
    assert dialogs == asked


def test_one_is_not_asked_once_it_is_saved(open_page: Open) -> None:
    page = open_page(PLAN)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    page.locator("[data-pe-field=places]").click()
    page.keyboard.type("The park")
    button(page, "Save on this device")
    page.reload()
    assert dialogs == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("path", TOOLS)
def test_enter_sends_nothing_and_leaves_the_address(open_page: Open, path: str, script: bool) -> None:
    page = open_page(path, script=script)
    page.wait_for_load_state("networkidle")
    before = page.url
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    field = page.locator(".pe-tool input[type=text]").first
    field.fill("Something private")
    field.press("Enter")
    page.wait_for_timeout(300)
    assert page.url == before
    assert requests == []


def test_paper_has_all_of_a_long_text(open_page: Open) -> None:
    page = open_page(PLAN)
    page.locator("[data-pe-field=early-signs]").fill(LONG)
    page.emulate_media(media="print")
    copy = page.locator(".pe-tool__copy").first
    expect(copy).to_be_visible()
    assert copy.inner_text() == LONG
    assert copy.evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    expect(page.locator("[data-pe-field=early-signs]")).to_be_hidden()


def test_paper_without_script_has_the_field_as_high_as_its_text(open_page: Open) -> None:
    page = open_page(PLAN, script=False)
    field = page.locator("[data-pe-field=early-signs]")
    field.fill(LONG)
    page.emulate_media(media="print")
    expect(field).to_be_visible()
    assert (field.bounding_box() or {})["height"] > 500


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_paper_has_lines_where_nothing_is_written(open_page: Open, script: bool) -> None:
    page = open_page(PLAN, script=script)
    page.emulate_media(media="print")
    expect(page.locator(".pe-tool__lines").first.locator("span").first).to_be_visible()
    expect(page.locator("[data-pe-field=early-signs]")).to_be_hidden()
    expect(page.get_by_text("Early signs that things are getting harder")).to_be_visible()
    expect(page.locator(".pe-sheet-head").get_by_text("Call 911")).to_be_visible()
    for part in ("h1", ".pe-tool__actions", ".pe-references", ".pe-review", ".pe-urgent", ".pe-sheet-end"):
        expect(page.locator(part)).to_be_hidden()


def test_the_letter_follows_the_fields(open_page: Open) -> None:
    page = open_page(LETTER)
    letter = page.locator(".pe-letter")
    expect(letter).to_contain_text("students with a health condition")
    page.locator("[data-pe-field=to]").fill("Human Resources")
    page.locator("[data-pe-field=first-day]").fill("March 2")
    page.get_by_label("It goes to an employer.").check()
    expect(letter).to_contain_text("To Human Resources")
    expect(letter).to_contain_text("from March 2 to Last day off")
    expect(letter.get_by_text("reasonable accommodation")).to_be_visible()
    expect(letter.get_by_text("students with a health condition")).to_be_hidden()
    page.emulate_media(media="print")
    expect(letter).to_be_visible()
    expect(page.locator(".pe-tool__fields")).to_be_hidden()
    expect(page.locator(".pe-sheet-head")).to_be_hidden()
    expect(page.locator(".pe-tool__from")).to_have_count(0)


def test_a_letter_written_without_script_is_on_paper(open_page: Open) -> None:
    page = open_page(LETTER, script=False)
    field = page.locator("[data-pe-field=to]")
    page.emulate_media(media="print")
    expect(page.locator(".pe-tool__fields")).to_be_hidden()
    page.emulate_media(media="screen")
    field.fill("Human Resources")
    page.emulate_media(media="print")
    expect(field).to_be_visible()


@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        (PLAN, "places", "Places where I feel better\nThe park\n"),
        (LETTER, "my-name", "Thank you for your help.\n\nThe park\n"),
    ],
)
def test_the_text_file_has_what_was_written(open_page: Open, path: str, written: str, expected: str) -> None:
    page = open_page(path)
    page.locator(f"[data-pe-field={written}]").fill("The park")
    with page.expect_download() as download:
        button(page, "Download as a text file")
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert expected in text
    assert download.value.suggested_filename == f"{path.split('/')[1]}.txt"


@pytest.mark.parametrize("path", TOOLS)
def test_without_script_it_is_a_blank_sheet(open_page: Open, path: str) -> None:
    page = open_page(path, size=PHONE, script=False)
    fields = page.locator(".pe-tool [data-pe-field]")
    assert fields.count() > 8
    expect(fields.first).to_be_visible()
    expect(page.locator(".pe-tool__actions")).to_be_hidden()


@SIZES
def test_by_keyboard_alone(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(PLAN, size=size)
    field = page.get_by_label("Early signs that things are getting harder")
    for _ in range(80):
        page.keyboard.press("Tab")
        if field.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.type("Short nights")
    assert field.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2
    follow(page, page.get_by_role("button", name="Save on this device"))
    assert kept(page) == [KEY]
    follow(page, page.get_by_role("button", name="Delete from this device"))
    assert kept(page) == []


@pytest.mark.parametrize("path", TOOLS)
def test_every_target_is_large_enough(open_page: Open, path: str) -> None:
    page = open_page(path, size=(320, 700))
    small = """() => [...document.querySelectorAll('.pe-tool :is(input, textarea, button)')]
      .filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect())
      .filter(box => box.width < 24 || box.height < 24).length"""
    assert page.evaluate(small) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("path", TOOLS)
def test_axe_finds_nothing_on_a_sheet_in_use(open_page: Open, path: str) -> None:
    page = open_page(path, size=PHONE)
    page.locator(".pe-tool input[type=text]").first.fill("Something")
    button(page, "Save on this device")
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, OF_COLORS)
