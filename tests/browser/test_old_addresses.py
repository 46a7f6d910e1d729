"""Who comes by an old address arrives at the page, at the same section, with or without script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import support
from browser.accessible import assert_accessible
from psychoed.engines.mkdocs import build


@pytest.fixture
def moved(engine_project: Path) -> Iterator[str]:
    """Where a small site is served in which one page has moved."""
    old = "\nmoved_from: [/conditions/low-mood/]\nreview:"
    support.edit(engine_project, "content/conditions/sadness.md", "\nreview:", old)
    with support.served(build(engine_project)) as address:
        yield address


@pytest.mark.parametrize(
    ("script", "arrives"), [(True, "conditions/sadness/#helps"), (False, "conditions/sadness/")]
)
def test_an_old_address_leads_on(browser: Browser, moved: str, script: bool, arrives: str) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{moved}conditions/low-mood/#helps")
    page.wait_for_url(f"{moved}{arrives}")
    assert page.locator("h1").inner_text().startswith("Sadness")
    context.close()


def test_the_way_back_does_not_lead_into_it_again(browser: Browser, moved: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{moved}therapies/talking/")
    page.evaluate("location.href = '../../conditions/low-mood/'")
    page.wait_for_url(f"{moved}conditions/sadness/")
    page.go_back()
    page.wait_for_url(f"{moved}therapies/talking/")
    context.close()


def test_where_nothing_leads_on_a_link_does(browser: Browser, moved: str) -> None:
    """A browser may refuse the script; what it shows then can be used by everyone."""
    context = browser.new_context()
    context.route("**/redirect.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{moved}conditions/low-mood/")
    assert_accessible(page)
    page.get_by_role("link", name="Sadness").click()
    page.wait_for_url(f"{moved}conditions/sadness/")
    context.close()
