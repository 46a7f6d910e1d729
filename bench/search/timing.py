"""How long a reader waits: from a key to the painted list, and from reaching for search to the first results.

Chromium slows only a page's own thread. So that a worker is as slow, the server adds a few lines to the engine
that wait three times as long again as a search, or making the index ready, has taken.
"""

from __future__ import annotations

import statistics

from playwright.sync_api import Browser, Page
from queries import queries
from serving import SLOWER, Server

PHONE = {"width": 390, "height": 844}
ENGINE = "/assets/search-engine.js"
SLOW_WORKER = f"""
;{{
  const {{ Engine }} = self.psychoedSearch
  const slowed = (work) => {{
    const start = performance.now(), made = work(), until = performance.now() + {SLOWER - 1} * (performance.now() - start)
    while (performance.now() < until);
    return made
  }}
  const search = Engine.prototype.search
  Engine.prototype.search = function (query) {{ return slowed(() => search.call(this, query)) }}
  self.psychoedSearch.Engine = new Proxy(Engine, {{ construct: (of, given) => slowed(() => new of(...given)) }})
}}
"""
WATCH = """() => {
  const list = document.querySelector(".md-search-result__list"), meta = document.querySelector(".md-search-result__meta")
  let start = 0
  document.addEventListener("keydown", (event) => (start = event.timeStamp), true)
  // The list is on the screen when the frame after its change is done.
  const changed = () => start && requestAnimationFrame(() => setTimeout(() => {
    self.painted ??= performance.now() - start
  }))
  new MutationObserver(changed).observe(list, { childList: true, subtree: true })
  new MutationObserver(changed).observe(meta, { childList: true, subtree: true, characterData: true })
}"""
FIRST = """() => new Promise((done) => {
  const box = document.querySelector("[data-md-component=search-query]")
  const start = performance.now()
  const shown = () => document.querySelector(".md-search-result__item") &&
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)))
  new MutationObserver(shown).observe(document.querySelector(".md-search-result__list"), { childList: true })
  const button = document.querySelector("[data-pe-search]")
  button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))
  button.click()
  box.addEventListener("focus", () => {
    box.value = "anxiety"
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "y" }))
  }, { once: true })
})"""


def slow_page(browser: Browser, address: str) -> Page:
    """A page on a phone whose processor is slow."""
    page = browser.new_page(viewport=PHONE)
    page.goto(address, wait_until="networkidle")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def keystrokes(browser: Browser, server: Server, searches: int = 12) -> list[float]:
    """Milliseconds from each key to the painted list. The searches are of the tuned half, one of each length."""
    server.added[ENGINE] = SLOW_WORKER
    page = slow_page(browser, server.base + "/conditions/ptsd/")
    page.evaluate(WATCH)
    page.get_by_role("button", name="Search").click()
    box = page.get_by_role("textbox", name="Search")
    took = []
    texts = sorted((query.text for query in queries() if query.half == "tuned"), key=len)
    for text in texts[:: len(texts) // searches]:
        box.fill("")
        page.wait_for_timeout(200)
        for letter in text:
            page.evaluate("self.painted = null")
            page.keyboard.press("Space" if letter == " " else letter)
            page.wait_for_function("self.painted !== null", timeout=10_000)
            took.append(float(page.evaluate("self.painted")))
            page.wait_for_timeout(60)
    page.close()
    server.added.clear()
    return took[1:]  # the very first waits for the index, which is measured by itself


def first_keystroke(browser: Browser, server: Server) -> float:
    """Milliseconds from reaching for search to results, on a slow phone that has opened one page."""
    server.added[ENGINE] = SLOW_WORKER
    with server.slowly():
        page = slow_page(browser, server.base + "/conditions/ptsd/")
        took = float(page.evaluate(FIRST))
        page.close()
    server.added.clear()
    return took


def percentile95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[18]
