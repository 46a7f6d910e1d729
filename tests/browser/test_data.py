"""A clinic's own page with our tags in it, at another origin, and the page that explains data and tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

import support
from browser.accessible import OF_COLORS, assert_accessible
from browser.conftest import DESKTOP, PATIENCE, PHONE, Open

HOME = "https://psychoed.example.org/"
SMALL = (320, 700)
HEAD = """<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>A clinic</title><main><h1>A clinic</h1>"""
BLOCKED = "external protocol blocked by sandbox"
TAGS = {"help": "embed/help-lines/us/", "table": "embed/compare/iop-vs-inpatient/"}


@pytest.fixture(scope="session")
def clinic(real_site: Path, address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A clinic's page with two tags as the documentation shows them."""
    text = (real_site / "about" / "data" / "index.html").read_text(encoding="utf-8")
    tags = [
        html.unescape(code)
        for code in re.findall(r"<pre><code>(&lt;iframe.*?)</code></pre>", text, re.DOTALL)
    ]
    chosen = [tag.replace(HOME, address) for tag in tags if any(path in tag for path in TAGS.values())]
    assert len(chosen) == len(TAGS)
    folder = tmp_path_factory.mktemp("clinic")
    (folder / "index.html").write_text(HEAD + "".join(chosen), encoding="utf-8")
    with support.served(folder) as base:
        yield base


@pytest.fixture
def visit(browser: Browser, clinic: str) -> Iterator[Page]:
    """A browser of somebody who visits the clinic. At the end there must be no cookie."""
    context = browser.new_context(viewport={"width": SMALL[0], "height": SMALL[1]})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    assert context.cookies() == []
    context.close()


def frame(page: Page, title: str) -> FrameLocator:
    found = page.locator(f'iframe[title*="{title}"]')
    found.scroll_into_view_if_needed()
    return found.content_frame


def test_a_clinic_shows_them_and_nobody_else_is_asked(visit: Page, clinic: str, address: str) -> None:
    asked: list[str] = []
    visit.on("request", lambda request: asked.append(request.url))
    visit.goto(clinic)
    lines, table = frame(visit, "Help lines"), frame(visit, "compared")
    expect(lines.get_by_role("link", name=re.compile("^Call 988")).first).to_be_visible()
    expect(table.locator(".pe-comparison__cards dd").first).to_be_visible()
    visit.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    expect(table.get_by_role("table")).to_be_visible()
    expect(table.locator(".pe-comparison__cards")).to_be_hidden()
    assert sorted(asked) == sorted([clinic, *(address + path for path in TAGS.values())])


def test_a_link_opens_a_tab_of_its_own(visit: Page, clinic: str, address: str) -> None:
    visit.goto(clinic)
    table = frame(visit, "compared")
    with visit.context.expect_page() as opened:
        table.get_by_role("link", name=re.compile("^Source 1:")).last.click()
    new = opened.value
    expect(new).to_have_url(f"{address}compare/iop-vs-inpatient/#source-1")
    expect(new.locator("#source-1")).to_be_in_viewport()
    assert new.evaluate("[window.opener, document.referrer, window.origin + '/']") == [None, "", address]


def test_a_number_goes_to_the_phone_and_leaves_no_tab_behind(visit: Page, clinic: str) -> None:
    """The browser says when a sandbox keeps a number from the phone, which it does without 'allow-popups'."""
    said: list[str] = []
    visit.on("console", lambda message: said.append(message.text))
    visit.goto(clinic)
    with visit.expect_event("request", lambda request: request.url == "tel:911"):
        frame(visit, "Help lines").get_by_role("link", name=re.compile("^Call 911")).click()
    # The tab that the link opened is closed again when the phone has the number, and not at once.
    assert support.wait_for(lambda: visit.context.pages == [visit], pause=support.in_browser(visit))
    assert visit.url == clinic
    assert [text for text in said if BLOCKED in text] == []


def test_everything_in_a_frame_is_reached_by_keyboard(visit: Page, clinic: str) -> None:
    visit.goto(clinic)
    names = frame(visit, "Help lines").get_by_role("link").all_inner_texts()
    visit.keyboard.press("Tab")
    focused = visit.frames[1]
    for name in names:
        for _ in range(3):
            text = focused.evaluate("document.activeElement.innerText")
            if text == name:
                break
            visit.keyboard.press("Tab")
        assert text == name


@pytest.mark.parametrize("path", TAGS.values())
def test_a_small_page_is_whole_without_script(open_page: Open, path: str) -> None:
    for scheme in ("light", "dark"):
        page = open_page(path, scheme=scheme)
        assert page.locator("script").count() == 0
        for width, height in (SMALL, DESKTOP):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert_accessible(page, () if scheme == "light" else OF_COLORS)
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(20, 25, 27)"}[scheme], (
            "the policy lets it in"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_explains_them_and_shows_one_at_work(open_page: Open, address: str, scheme: str) -> None:
    page = open_page("about/data/", scheme=scheme)
    expect(frame(page, "Help lines").get_by_role("link", name=re.compile("^Call 988")).first).to_be_visible()
    assert page.locator("iframe").evaluate("one => one.contentDocument") is None, "it is shut in"
    for width, height in (DESKTOP, PHONE, SMALL):
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("document.querySelectorAll('article details').forEach(each => each.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible(page, () if scheme == "light" else OF_COLORS)


def test_the_example_on_the_page_runs(open_page: Open, address: str) -> None:
    page = open_page("about/data/")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    code = page.locator("pre code", has_text="fetch(").inner_text().replace(HOME, address)
    page.evaluate(f"async () => {{ {code} }}")
    assert "988 Suicide & Crisis Lifeline: 988, checked 20" in said[0]
    assert "CC BY 4.0" in said[0]
