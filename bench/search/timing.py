"""How long a reader waits: from a key to the painted list, and from reaching for search to first results.

Chromium slows only a page's own thread. So that the worker is as slow, the server puts slow-worker.js behind
the engine.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page
from queries import queries
from serving import SLOWER, Server

HERE = Path(__file__).resolve().parent
ENGINE = "/assets/search-engine.js"
SEARCHES = 12


@contextmanager
def slow_phone(browser: Browser, server: Server) -> Iterator[Page]:
    """A page that is open on a phone whose processor is slow."""
    server.added[ENGINE] = (HERE / "slow-worker.js").read_text(encoding="utf-8")
    # The site lets no script in that stands in a page; the one that takes the times has to come in.
    page = browser.new_page(viewport={"width": 390, "height": 844}, bypass_csp=True)
    page.goto(server.base + "/conditions/ptsd/", wait_until="networkidle")
    page.add_script_tag(content=(HERE / "timing.js").read_text(encoding="utf-8"))
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page
    page.close()
    server.added.clear()


def keystrokes(browser: Browser, server: Server) -> list[float]:
    """Milliseconds from each key to the painted list, for searches of the tuned half, short to long."""
    took = []
    texts = sorted((query.text for query in queries() if query.half == "tuned"), key=len)
    with slow_phone(browser, server) as page:
        page.evaluate("self.timing.watch()")
        page.get_by_role("button", name="Search").click()
        for text in texts[:: len(texts) // SEARCHES]:
            page.get_by_role("textbox", name="Search").fill("")
            page.wait_for_timeout(200)
            took += [_one(page, letter) for letter in text]
    return took[1:]  # the very first waits for the index, which is measured by itself


def _one(page: Page, letter: str) -> float:
    page.evaluate("void self.timing.expect()")
    page.keyboard.press("Space" if letter == " " else letter)
    took = float(page.evaluate("self.timing.took"))
    page.wait_for_timeout(60)
    return took


def first_keystroke(browser: Browser, server: Server) -> float:
    """Milliseconds from reaching for search to results, on a slow phone that has opened one page."""
    with server.slowly(), slow_phone(browser, server) as page:
        return float(page.evaluate("self.timing.first()"))


def percentile95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[18]
