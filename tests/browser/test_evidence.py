"""All the evidence on one page: filtered with script, whole without."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import DESKTOP, PHONE, Open

SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
PATH = "compare/evidence/"


@SIZES
def test_a_filter_leaves_what_was_asked_for(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(PATH, size=size)
    matrix = page.locator("[data-pe-matrix]").first
    matrix.get_by_label("Therapy", exact=True).select_option("emdr")
    matrix.get_by_label("How sure", exact=True).select_option("strong")
    expect(matrix.locator("details:visible")).to_have_count(1)
    expect(matrix.locator("details tbody tr:visible")).to_have_count(1)
    expect(matrix.locator("details summary:visible")).to_contain_text("PTSD")
    expect(matrix.get_by_role("status")).to_have_text("1 row")
    matrix.get_by_role("button", name="Show all").click()
    expect(matrix.locator("details:visible").nth(7)).to_be_visible()  # reset after the click


def test_a_symbol_leads_to_what_is_known(open_page: Open) -> None:
    page = open_page(PATH)
    page.locator("[href='#therapies-ptsd-emdr']").click()
    row = page.locator("#therapies-ptsd-emdr")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("Strong")


def test_a_link_from_elsewhere_opens_its_row(open_page: Open) -> None:
    page = open_page(f"{PATH}#settings-ptsd-intensive-outpatient")
    expect(page.locator("#settings-ptsd-intensive-outpatient")).to_be_in_viewport()


def test_without_script_every_row_is_there(open_page: Open) -> None:
    page = open_page(PATH, script=False)
    assert page.locator(".pe-matrix__filter:visible").count() == 0
    page.locator("summary", has_text="OCD").first.click()
    expect(page.locator("#therapies-ocd-exposure-and-response-prevention")).to_be_visible()
