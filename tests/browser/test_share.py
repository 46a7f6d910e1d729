"""The panel for sharing, by keyboard and without script; and the way in by a discreet link."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import support
from browser.conftest import DESKTOP, PHONE, Open
from psychoed.loading import load_site

PAGE = "/guides/after-iop/"
LINKS = load_site(support.ROOT)[0].permalinks


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_the_panel_works_by_keyboard(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(PAGE.strip("/") + "/", size=size)
    panel = page.locator("#share")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    assert not any(url.endswith("qr.svg") for url in asked)
    panel.locator("summary").first.focus()
    page.keyboard.press("Enter")
    panel.get_by_role("img").wait_for()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel.get_by_role("button", name="Copy discreet link").focus()
    page.keyboard.press("Enter")
    status = panel.get_by_role("status").filter(has_text="The link is copied.")
    status.wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith(LINKS.path_for(PAGE))
    mail = panel.get_by_role("link", name="Mail").get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=A%20page%20for%20you&body=https") and "guides" not in mail
    share = page.locator(".pe-share-part").first
    share.focus()
    page.keyboard.press("Enter")
    number = panel.locator("[data-pe-part]").first.evaluate("link => link.hash")
    assert panel.locator("[data-pe-link=discreet]").inner_text().endswith(LINKS.path_for(PAGE) + number)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert Axe().run(page, context="#share").violations_count == 0
    page.emulate_media(media="print")
    assert not panel.is_visible()


def test_without_script_the_addresses_are_text_and_links(open_page: Open) -> None:
    page = open_page(PAGE.strip("/") + "/", size=PHONE, script=False)
    page.locator("#share > summary").click()
    assert page.locator("[data-pe-link=page]").inner_text().endswith(PAGE)
    page.locator(".pe-share__parts > summary").click()
    part = page.locator("[data-pe-part]").nth(1)
    anchor = part.get_attribute("data-pe-part")
    part.click()
    expect(page).to_have_title("A page for you")
    page.get_by_role("link", name="Open the page at this part").filter(visible=True).click()
    assert page.locator(f"h2#{anchor}").is_visible()


def test_a_door_waits_for_a_tap(open_page: Open) -> None:
    page = open_page(LINKS.path_for(PAGE).lstrip("/"), size=PHONE)
    assert page.title() == "A page for you"
    assert Axe().run(page).violations_count == 0
    page.get_by_role("link", name="Open the page", exact=True).filter(visible=True).click()
    page.wait_for_url(f"**{PAGE}")


def test_every_page_can_be_shared(real_site: Path) -> None:
    for entry in LINKS.entries.values():
        page = real_site / entry.address.strip("/") / "index.html"
        text = page.read_text(encoding="utf-8")
        assert 'id="share"' in text or "This page has moved" in text, entry.address


def test_the_links_beside_headings_move_nothing(open_page: Open) -> None:
    page = open_page(PAGE.strip("/") + "/")
    top = "document.querySelectorAll('#main > h2')[3].getBoundingClientRect().top"
    with_links = page.evaluate(top)
    page.evaluate("document.querySelectorAll('.pe-share-part').forEach(link => link.remove())")
    assert page.evaluate(top) == with_links
