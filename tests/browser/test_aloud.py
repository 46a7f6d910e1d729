"""Reading aloud, with a stand-in for the device's voices: what is said by which voice, and by keyboard."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import DESKTOP, PHONE, Open
from browser.test_comfort import SHIFTS
from browser.test_site import follow

LOCAL = {"name": "Here", "lang": "en_US", "localService": True}
REMOTE = {"name": "Company", "lang": "en-US", "localService": False, "default": True}
GERMAN = {"name": "Hier", "lang": "de-DE", "localService": True}
# It says nothing; it notes what it was asked to say. ``__end()`` is a voice that has finished.
VOICES = """
window.__said = []
let voices = %s, now = null
class Utterance { constructor(text) { this.text = text } }
const synth = {
  getVoices: () => voices,
  get speaking() { return Boolean(now) },
  pending: false,
  speak(utterance) { now = utterance; __said.push([utterance.text, utterance.voice.name, utterance.rate]) },
  cancel() { const old = now; now = null; if (old && old.onerror) old.onerror({ error: "canceled" }) },
  resume() {},
}
window.__end = () => { const old = now; now = null; old.onend() }
window.__fail = () => { const old = now; now = null; old.onerror({ error: "synthesis-failed" }) }
window.__come = (some) => { voices = some; synth.onvoiceschanged() }
Object.defineProperty(window, "speechSynthesis", { value: synth })
window.SpeechSynthesisUtterance = Utterance
"""
BUTTON = "[data-pe-aloud-open]"
NOW = ".pe-aloud-now"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('psychoed.aloud'))"


def with_voices(page: Page, *voices: dict[str, Any]) -> Page:
    """The page again, on a device that has these voices."""
    page.add_init_script(VOICES % json.dumps(voices))
    page.reload()
    return page


def said(page: Page) -> list[list[Any]]:
    return page.evaluate("__said")


def everything(page: Page) -> str:
    """All that is said until the end of the page."""
    for _ in range(2_000):
        if page.locator("[data-pe-aloud-player]").is_hidden():
            return " ".join(text for text, _, _ in said(page))
        page.evaluate(
            "for (let i = 0; i < 40 && !document.querySelector('[data-pe-aloud-player]').hidden; i++) __end()"
        )
    raise AssertionError("it does not end")


def test_only_a_voice_of_the_device_in_the_pages_language_is_used(open_page: Open) -> None:
    page = with_voices(open_page("conditions/ptsd/"), REMOTE, GERMAN)
    expect(page.locator(BUTTON)).to_be_hidden()
    page.evaluate("all => __come(all)", [REMOTE, GERMAN, LOCAL])
    expect(page.locator(BUTTON)).to_be_visible()
    assert page.evaluate(SHIFTS) == 0
    assert said(page) == [], "nothing plays by itself"
    page.locator(BUTTON).click()
    assert said(page) == [["PTSD", "Here", 1]]
    page.evaluate("all => __come(all)", [REMOTE])
    page.evaluate("__end()")
    expect(page.locator(".pe-aloud [role=status]")).to_contain_text("The voice of this device stopped")
    assert len(said(page)) == 1, "the text went to a company"


def test_it_reads_the_text_of_the_page_and_nothing_around_it(open_page: Open) -> None:
    page = with_voices(open_page("conditions/ptsd/"), LOCAL)
    page.locator(BUTTON).click()
    text = everything(page)
    assert text.startswith("PTSD PTSD can follow a frightening or harmful event.")
    assert "Many people recover with treatment, even years later. Also called: post-traumatic" in text
    assert "The US guideline for veterans recommends" in text, (
        "a word with a definition is one of the sentence"
    )
    assert "Yoga. How sure: Limited. What is known: A few small" in text
    assert re.search(r"No clinician has reviewed this page yet\. Next review due [\w ,]+$", text)
    for other in (
        "On this page",
        "Home",
        "doi.org",
        "Related pages",
        "Share",
        "Suggest",
        "Advice for professionals",
    ):
        assert other not in text
    assert max(len(part) for part, _, _ in said(page)) <= 160
    comparison = with_voices(open_page("compare/iop-vs-inpatient/", size=PHONE), LOCAL)
    comparison.locator(BUTTON).click()
    text = everything(comparison)
    assert text.count("Hours and intensity") == 2, "the cards are read, and not the table beside them"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_all_of_it_by_keyboard(open_page: Open, size: tuple[int, int]) -> None:
    page = with_voices(open_page("guides/what-is-an-iop/", size=size), LOCAL)
    follow(page, page.locator(BUTTON))
    toggle = page.locator("[data-pe-aloud-do=toggle]")
    expect(toggle).to_be_focused()
    expect(page.get_by_role("button", name="Listen to this page", expanded=True)).to_be_visible()
    expect(page.locator("h1")).to_have_class("pe-aloud-now")
    assert Axe().run(page, context=".pe-aloud").violations_count == 0
    page.keyboard.press("Enter")
    expect(toggle).to_have_text("Continue")
    page.get_by_role("button", name="Next paragraph").focus()
    for _ in range(30):
        page.keyboard.press("Enter")
    assert len(said(page)) == 1, "while it pauses, it is silent"
    expect(page.locator(NOW)).to_be_in_viewport()
    expect(page.locator("[data-pe-aloud-place]")).to_contain_text("Paragraph 31 of ")
    page.get_by_role("button", name="Previous paragraph").press("Enter")
    toggle.press("Enter")
    start = said(page)[-1][0]
    assert page.locator(NOW).inner_text().startswith(start[:12])
    assert page.evaluate(KEPT) == [], "nothing is kept before the reader chooses"
    page.get_by_label("Speed").select_option("Fast")
    assert said(page)[-1] == [start, "Here", 1.5]
    assert page.evaluate(KEPT) == ["psychoed.aloud-speed"]
    page.keyboard.press("Escape")
    expect(page.locator("[data-pe-aloud-player]")).to_be_hidden()
    expect(page.locator(BUTTON)).to_be_focused()
    assert page.locator(NOW).count() == 0
    page.reload()
    expect(page.get_by_label("Speed")).to_have_value("1.5")
    page.locator(BUTTON).click()
    page.evaluate("__fail()")
    expect(page.locator(".pe-aloud [role=status]")).to_contain_text("stopped")
    toggle.click()
    silent = "speechSynthesis.cancel = () => sessionStorage.setItem('silent', 'yes')"
    page.evaluate(silent)
    page.goto(page.url.replace("what-is-an-iop", "after-iop"))
    assert page.evaluate("sessionStorage.getItem('silent')") == "yes", "it stops when the page is left"
