"""The quality report: a table to sort by keyboard, cards on a phone, and whole without script."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import DESKTOP, PHONE, Open
from browser.test_site import follow

PATH = "about/quality/"
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])


@pytest.fixture(scope="session")
def figures(real_site: Path) -> list[dict[str, Any]]:
    """What the file says of each page, in the order of the titles."""
    report = json.loads((real_site / "about" / "quality.json").read_text(encoding="utf-8"))
    pages: list[dict[str, Any]] = report["pages"]
    return pages


def titles(page: Page) -> list[str]:
    return page.locator(".pe-quality tbody tr:visible th a").all_inner_texts()


def by_grade(figures: list[dict[str, Any]], *, highest_first: bool) -> list[str]:
    """Titles by grade; equal grades stay in the order of their titles, and pages without one come last."""
    graded = [each for each in figures if each["reading"]["grade"] is not None]
    way = -1 if highest_first else 1
    graded.sort(key=lambda each: way * each["reading"]["grade"])
    short = [each for each in figures if each["reading"]["grade"] is None]
    return [each["title"] for each in [*graded, *short]]


@SIZES
def test_it_is_sorted_by_keyboard(
    open_page: Open, figures: list[dict[str, Any]], size: tuple[int, int]
) -> None:
    page = open_page(PATH, size=size)
    heading = page.get_by_role("columnheader", name="Grade", exact=True)
    first = page.get_by_role("columnheader", name="Page", exact=True)
    status = page.locator(".pe-quality").get_by_role("status")
    assert titles(page) == [each["title"] for each in figures]
    expect(first).to_have_attribute("aria-sort", "ascending")
    follow(page, heading.get_by_role("button"))
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(page.locator(".pe-quality [aria-sort]")).to_have_count(1)
    expect(status).to_have_text(f"{len(figures)} pages, sorted by grade: highest first")
    assert titles(page) == by_grade(figures, highest_first=True)
    page.keyboard.press("Space")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(status).to_have_text(f"{len(figures)} pages, sorted by grade: lowest first")
    assert titles(page) == by_grade(figures, highest_first=False)
    expect(heading.get_by_role("button")).to_be_focused()


@SIZES
def test_one_kind_of_page_is_left(
    open_page: Open, figures: list[dict[str, Any]], size: tuple[int, int]
) -> None:
    page = open_page(PATH, size=size)
    page.get_by_label("Kind of page").select_option("Guides")
    assert titles(page) == [each["title"] for each in figures if each["kind"] == "guide"]
    expect(page.locator(".pe-quality").get_by_role("status")).to_contain_text("sorted by page: A to Z")
    page.get_by_label("Kind of page").select_option("All")
    assert len(titles(page)) == len(figures)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_on_a_phone_each_page_is_a_card_and_still_a_row(open_page: Open, script: bool) -> None:
    page = open_page(PATH, size=PHONE, script=script)
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Depression", exact=True))
    row.scroll_into_view_if_needed()
    cells = row.get_by_role("cell")
    boxes = [box for cell in cells.all() if (box := cell.bounding_box())]
    assert len(boxes) == 7
    assert all(below["y"] >= above["y"] + above["height"] for above, below in pairwise(boxes))
    for label in ("Grade", "Long sentences", "Words", "Next review", "Sources", "Warnings"):
        expect(row.get_by_text(label, exact=True)).to_be_visible()
    row.locator("summary").click()
    expect(row.get_by_text("No clinician has reviewed this page yet.")).to_be_visible()


@SIZES
def test_without_script_it_is_whole_and_by_title(
    open_page: Open, figures: list[dict[str, Any]], size: tuple[int, int]
) -> None:
    page = open_page(PATH, size=size, script=False)
    assert titles(page) == [each["title"] for each in figures]
    expect(page.locator(".pe-quality form")).to_be_hidden()
    expect(page.locator(".pe-quality thead button")).to_have_count(0)


@SIZES
def test_the_figures_stand_at_the_top(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(PATH, size=size)
    expect(page.locator(".pe-quality__day time")).to_be_visible()
    expect(page.get_by_text("No clinician has reviewed any page yet.")).to_be_visible()


def test_the_items_of_an_instrument_unfold(open_page: Open) -> None:
    page = open_page(PATH, size=PHONE)
    page.locator("#discern summary").click()
    item = page.get_by_role("row").filter(has_text="It is balanced and takes no side.")
    expect(item).to_contain_text("Needs a person.")
    expect(page.locator("#discern tbody tr")).to_have_count(16)
