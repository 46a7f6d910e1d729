"""What a device keeps of reading lists: only what a person chose, and nothing is lost without a word."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Dialog, Page, expect

from browser.conftest import PHONE, Open
from browser.test_reading_list import BUILDER, KEPT, LIST, SETS, SITE, choose
from psychoed.reading_lists import set_fragment

REFUSE = (
    "name => { Storage.prototype[name] = () => { throw new DOMException('full', 'QuotaExceededError') } }"
)
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })"
STATUS, TOLD = "[data-pe-status]", "[data-pe-kept-status]"


def names(page: Page) -> list[str]:
    return page.locator(".pe-builder__kept li > span").all_inner_texts()


def lists_kept(page: Page) -> dict[str, str]:
    """The lists of a clinician by their names."""
    sets: list[dict[str, str]] = page.evaluate("JSON.parse(localStorage['psychoed.sets'] || '{}').sets || []")
    return {each["name"]: each["list"] for each in sets}


def save(page: Page) -> None:
    page.get_by_role("button", name="Save on this device").click()


def asked(page: Page, *, yes: bool) -> list[str]:
    """What the page asks from now on; each question is answered alike."""
    questions: list[str] = []

    def answer(dialog: Dialog) -> None:
        questions.append(dialog.message)
        dialog.accept() if yes else dialog.dismiss()

    page.on("dialog", answer)
    return questions


def test_lists_without_a_title_do_not_replace_each_other(open_page: Open) -> None:
    page = open_page(BUILDER)
    choose(page, "Depression")
    save(page)
    page.get_by_role("button", name="Remove: Depression").click()
    choose(page, "Depression", "Panic disorder")
    save(page)
    first = "List that begins with Depression"
    expect(page.locator(STATUS)).to_have_text(f"Saved on this device as “{first} (2)”.")
    assert names(page) == [f"{first} (2)", first]
    choose(page, "PTSD")
    save(page)
    expect(page.locator(STATUS)).to_have_text(f"Saved on this device as “{first} (2)”.")
    assert names(page) == [f"{first} (2)", first], "a list that was saved before is saved again"
    assert len(set(lists_kept(page).values())) == 2


def test_a_title_that_another_list_has_is_asked_about(open_page: Open) -> None:
    page = open_page(BUILDER)
    choose(page, "Depression")
    page.get_by_label("Title of the list").fill("For Thursday")
    save(page)
    before = lists_kept(page)
    page.reload()
    choose(page, "PTSD")
    page.get_by_label("Title of the list").fill("For Thursday")
    questions = asked(page, yes=False)
    save(page)
    expect(page.locator(STATUS)).to_contain_text("Not saved. Give the list another title")
    assert questions == ["A list named “For Thursday” is saved already. Replace it?"]
    assert lists_kept(page) == before
    page.get_by_role("button", name="Open: For Thursday").click()
    assert questions[1:] == ["Take this list in place of the one that you are making?"]


def test_a_list_that_was_opened_is_saved_again_without_a_question(open_page: Open) -> None:
    page = open_page(BUILDER)
    choose(page, "Depression")
    page.get_by_label("Title of the list").fill("For Thursday")
    save(page)
    page.reload()
    page.get_by_role("button", name="Open: For Thursday").click()
    choose(page, "PTSD")
    questions = asked(page, yes=False)
    save(page)
    expect(page.locator(STATUS)).to_have_text("Saved on this device as “For Thursday”.")
    assert questions == []
    assert names(page) == ["For Thursday"]
    page.reload()
    page.get_by_role("button", name="Open: For Thursday").click()
    expect(page.locator("[data-pe-chosen] li")).to_have_count(2)


def test_a_hundred_lists_are_kept_and_the_next_one_is_told(open_page: Open) -> None:
    page = open_page(BUILDER)
    page.evaluate(
        """(list) => localStorage.setItem("psychoed.sets", JSON.stringify({
      version: 1, sets: Array.from({ length: 100 }, (_, at) => ({ name: `List ${at}`, list })),
    }))""",
        set_fragment(SITE, SETS[0]),
    )
    page.reload()
    choose(page, "Depression")
    save(page)
    expect(page.locator(STATUS)).to_contain_text("100 lists are saved, and there is no room for more.")
    assert len(lists_kept(page)) == 100


def test_a_deleted_list_comes_back_where_it_was(open_page: Open) -> None:
    page = open_page(BUILDER)
    page.evaluate(
        """(list) => localStorage.setItem("psychoed.sets", JSON.stringify({
      version: 1, sets: ["One", "Two", "Three"].map((name) => ({ name, list })),
    }))""",
        set_fragment(SITE, SETS[0]),
    )
    page.reload()
    before = lists_kept(page)
    page.get_by_role("button", name="Delete from this device: Two").click()
    expect(page.locator(TOLD)).to_have_text("“Two” is deleted from this device.")
    expect(page.locator(TOLD)).to_be_in_viewport()
    assert names(page) == ["One", "Three"]
    undo = page.get_by_role("button", name="Undo: keep “Two”")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(TOLD)).to_have_text("“Two” is on this device again.")
    expect(page.get_by_role("button", name="Open: Two")).to_be_focused()
    assert list(lists_kept(page).items()) == list(before.items())
    for _ in before:
        page.get_by_role("button", name="Delete from this device").first.click()
    expect(page.get_by_role("heading", name="Lists on this device")).to_be_hidden()
    assert page.evaluate(KEPT) == []
    page.get_by_role("button", name="Undo: keep “Three”").click()
    assert names(page) == ["Three"]


def test_a_browser_that_keeps_nothing_is_told_to_a_clinician(open_page: Open) -> None:
    page = open_page(BUILDER)
    choose(page, "Depression")
    page.get_by_label("Title of the list").fill("For Thursday")
    save(page)
    page.evaluate(REFUSE, "removeItem")
    page.get_by_role("button", name="Delete from this device: For Thursday").click()
    expect(page.locator(TOLD)).to_contain_text("This browser could not delete “For Thursday”.")
    assert names(page) == ["For Thursday"]
    page.evaluate(REFUSE, "setItem")
    save(page)
    expect(page.locator(STATUS)).to_contain_text("This browser could not keep the list.")
    expect(page.locator(STATUS)).to_contain_text("Copy the link instead.")


def opened(open_page: Open) -> Page:
    """A client's list with every box there."""
    page = open_page(f"{LIST}#{set_fragment(SITE, SETS[0])}", size=PHONE)
    expect(page.get_by_role("checkbox")).to_have_count(len(SETS[0].pages))
    return page


def test_the_last_tick_taken_away_leaves_nothing(open_page: Open) -> None:
    page = opened(open_page)
    first = page.get_by_role("checkbox").first
    first.check()
    expect(page.get_by_role("button", name="Forget this list")).to_be_visible()
    first.uncheck()
    assert page.evaluate(KEPT) == []
    expect(page.get_by_role("button", name="Forget this list")).to_be_hidden()


def test_forgetting_is_offered_while_anything_is_kept(open_page: Open) -> None:
    page = opened(open_page)
    page.get_by_role("checkbox").first.check()
    everything: dict[str, Any] = json.loads(page.evaluate("localStorage['psychoed.lists']"))
    (key,) = everything["lists"]
    # So an earlier version of the site left it.
    empty = json.dumps({"version": 1, "lists": {key: []}})
    page.evaluate("text => localStorage.setItem('psychoed.lists', text)", empty)
    page.reload()
    forget = page.get_by_role("button", name="Forget this list")
    expect(forget).to_be_visible()
    forget.focus()
    page.keyboard.press("Enter")
    expect(page.locator(STATUS)).to_contain_text("This device keeps nothing about this list now.")
    expect(page.locator(STATUS)).to_be_focused()
    expect(forget).to_be_hidden()
    assert page.evaluate(KEPT) == []


def test_a_browser_that_keeps_nothing_is_told_to_a_client(open_page: Open) -> None:
    page = open_page(f"{LIST}#h{set_fragment(SITE, SETS[0])}".replace("#h1.", "#1.h."), size=PHONE)
    page.evaluate(FORBIDDEN)
    boxes = page.get_by_role("checkbox")
    boxes.nth(1).check()
    expect(page.locator(STATUS)).to_contain_text("This browser could not keep that.")
    page.get_by_role("button", name="Show the names of the pages").click()
    expect(boxes.nth(1)).to_be_checked()
    page.get_by_role("button", name="Forget this list").click()
    expect(boxes.nth(1)).not_to_be_checked()
    expect(page.locator(STATUS)).to_contain_text("This device keeps nothing about this list now.")


def test_ticks_that_cannot_be_deleted_stay_in_sight(open_page: Open) -> None:
    page = opened(open_page)
    page.get_by_role("checkbox").first.check()
    page.evaluate(REFUSE, "removeItem")
    forget = page.get_by_role("button", name="Forget this list")
    forget.click()
    expect(page.locator(STATUS)).to_contain_text("This browser could not delete it.")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    expect(forget).to_be_visible()
