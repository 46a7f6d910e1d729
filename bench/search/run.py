"""How well and how fast search finds, in real Chromium.

.venv/bin/python bench/search/run.py

Searches with an odd number in queries.tsv are the tuned half, the others the untouched one; fresh searches
have a file for each half. README.md says how far that holds.
The pages are built in a temporary folder.

The slow network is made by the server: it waits a round trip before each answer and sends all of them through
one line. Chromium slows only the page's own thread, so a search is timed there and not in the worker.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import _environment

_environment.enter("test")

import functools  # noqa: E402
import gzip  # noqa: E402
import http.server  # noqa: E402
import statistics  # noqa: E402
import tempfile  # noqa: E402
import threading  # noqa: E402
import time  # noqa: E402
from typing import Any  # noqa: E402

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from psychoed.engines.mkdocs import build_into  # noqa: E402

HERE, ROOT = Path(__file__).resolve().parent, Path.cwd()
# Lighthouse's phone: round trip in seconds, bytes a second, how much slower its processor is.
ROUND_TRIP, BYTES_A_SECOND, SLOWER = 0.15, 1.6e6 / 8, 4
Found = dict[str, list[str]]


class Slow(http.server.SimpleHTTPRequestHandler):
    """Serves compressed as a real server does, and slowly when ``slow`` is set."""

    protocol_version = "HTTP/1.1"
    slow = False
    line = threading.Lock()

    def log_message(self, format: str, *args: object) -> None:
        """Tell nothing: requests are not what is measured."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        body = gzip.compress(path.read_bytes()) if path.is_file() else b""
        if Slow.slow:
            time.sleep(ROUND_TRIP)
            with Slow.line:
                time.sleep(len(body) / BYTES_A_SECOND)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


OURS = """async ([index, queries]) => {
  const engine = new self.psychoedSearch.Engine(await (await fetch(index)).json())
  const all = {}, took = []
  for (const query of queries) {
    engine.expanded.clear()
    const start = performance.now()
    all[query] = engine.search(query).map((found) => "/" + found[0].location)
    took.push(performance.now() - start)
  }
  return [all, took]
}"""
FIRST = """() => new Promise((done) => {
  const box = document.querySelector("[data-md-component=search-query]")
  const start = performance.now()
  const shown = () => document.querySelector(".md-search-result__item") && done(performance.now() - start)
  new MutationObserver(shown).observe(document.querySelector(".md-search-result__list"), { childList: true })
  box.focus()
  box.value = "anxiety"
  box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "y" }))
})"""


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def halves() -> list[tuple[str, str]]:
    """Every search, with the half it belongs to. README.md says how far each may be trusted."""
    first = [("untouched" if n % 2 else "tuned", line) for n, line in enumerate(lines("queries.tsv"))]
    fresh = [
        (f"fresh {half}", line) for half in ("tuned", "untouched") for line in lines(f"fresh-{half}.tsv")
    ]
    return first + fresh


def table(found: Found) -> list[str]:
    """First and among the first three, by half and kind."""
    counts: dict[tuple[str, str], list[int]] = {}
    for half, line in halves():
        kind, query, answers = line.split("\t")
        right = [address in answers.split(",") for address in found[query][:3]]
        for key in ((half, "all"), (half, kind)):
            count = counts.setdefault(key, [0, 0, 0])
            count[0] += 1
            count[1] += right[:1] == [True]
            count[2] += any(right)
    rows = sorted(counts.items())
    return [
        f"| {half} | {kind} | {n} | {one / n:.0%} | {three / n:.0%} |"
        for (half, kind), (n, one, three) in rows
    ]


def size(text: str) -> str:
    return f"{len(gzip.compress(text.encode())) / 1000:.1f} kB"


def alarms(page: Page, name: str) -> str:
    said = page.evaluate(
        "(all) => all.filter((each) => self.psychoedDanger(each).length).length", lines(name)
    )
    return f"{said} of {len(lines(name))}"


def first_keystroke(browser: Browser, base: str) -> float:
    """Milliseconds from reaching for search to results, on a slow phone that has opened one page."""
    took = []
    for _ in range(3):
        page = browser.new_page(viewport={"width": 390, "height": 844})
        Slow.slow = True
        page.goto(base + "/conditions/ptsd/", wait_until="networkidle")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        took.append(float(page.evaluate(FIRST)))
        Slow.slow = False
        page.close()
    return statistics.median(took)


def measure(browser: Browser, base: str, site: Path) -> None:
    queries = [line.split("\t")[1] for _, line in halves()]
    index = next(site.glob("search/index-*.json"))
    page = browser.new_page()
    page.goto(base + "/")
    page.add_script_tag(url="/assets/search-engine.js")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    ours, took = page.evaluate(OURS, [f"/search/{index.name}", queries])
    show("ours", ours, index.read_text(encoding="utf-8"))
    print(f"\nHelp lines shown: {alarms(page, 'crisis.txt')} searches of danger,", end=" ")
    print(f"{alarms(page, 'near-misses.txt')} others")
    steps = statistics.quantiles(took, n=20)
    print(f"A search, processor slowed {SLOWER} times: median {steps[9]:.0f} ms, p95 {steps[18]:.0f} ms")
    print(f"First keystroke to results on slow 4G: {first_keystroke(browser, base):.0f} ms")


def show(name: str, found: Found, index: str) -> None:
    print(f"\n## {name}: index {size(index)} gzip\n")
    print(
        "| half | kind | searches | first | in the first 3 |\n|---|---|--:|--:|--:|", *table(found), sep="\n"
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build_into(ROOT, site)
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(Slow, directory=str(site))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        options: dict[str, Any] = {"executable_path": _environment.chromium(), "args": ["--no-sandbox"]}
        browser = playwright.chromium.launch(**options)
        measure(browser, f"http://127.0.0.1:{server.server_port}", site)
        browser.close()
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
