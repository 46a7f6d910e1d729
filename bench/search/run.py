"""How well and how fast search finds, beside other engines, in real Chromium.

.venv/bin/python bench/search/run.py               everything; about 10 minutes
.venv/bin/python bench/search/run.py found timing  only these parts: found, timing, thousands

Searches with an odd number in queries.tsv are the tuned half, the others the untouched one; fresh searches
have a file for each half, and blind ones a file for each writer, which only ours is asked. README.md says how
far that holds. The pages are built in a temporary folder. Other engines are fetched with npm and pip; the
report goes on without one that can't be had.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import _environment

_environment.enter("test")

import os  # noqa: E402
import shutil  # noqa: E402
import statistics  # noqa: E402
import tempfile  # noqa: E402
from datetime import date  # noqa: E402

from peers import Bench, Result, compared  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from queries import dangers, queries, scores  # noqa: E402
from serving import SLOWER, Server, serving  # noqa: E402
from thousands import ASKED, PAGES, large  # noqa: E402
from timing import first_keystroke, keystrokes, percentile95  # noqa: E402

from psychoed.engines.mkdocs import build_into  # noqa: E402

ROOT = Path.cwd()
FIRST_RUNS = 5


def built(folder: Path) -> Path:
    """The site with Material's own search index beside ours."""
    for part in ("content", "docs", "overrides"):
        shutil.copytree(ROOT / part, folder / part)
    hook = "src/psychoed/engines/mkdocs_hook.py"
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace(hook, str(ROOT / hook)).replace("plugins: []", "plugins: [search]")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    build_into(folder, folder / "site")
    return folder / "site"


def table(head: list[str], rows: list[list[str]]) -> str:
    """Markdown, with everything but the first column set to the right."""
    rule = ["---"] + ["--:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def kilobytes(size: float) -> str:
    return f"{size / 1000:.1f} kB"


def found(browser: Browser, server: Server, site: Path) -> None:
    """What every engine finds, and what it sends."""
    blind = [query.text for query in queries() if query.blind]
    others = [query.text for query in queries() if not query.blind]
    results = compared(Bench(browser, server, site, others, blind))
    worked = [result for result in results if result.found]
    marks = {result.name: scores(result.found) for result in worked}
    print("\n## First / in the first 3\n")
    keys = list(marks["ours"])
    rows = [
        [
            f"{half}, {kind}",
            str(marks["ours"][half, kind].searches),
            *(str(marks[r.name].get((half, kind), "-")) for r in worked),
        ]
        for half, kind in keys
    ]
    print(table(["searches", "number", *(result.name for result in worked)], rows))
    print("\n## Sent before the first result, gzip\n")
    print(table(["engine", "bytes", "requests"], [sent(result) for result in results]))


def sent(result: Result) -> list[str]:
    if result.failed:
        return [result.name, f"not measured: {result.failed}", ""]
    return [result.name, kilobytes(result.sent), str(result.requests)]


def alarms(browser: Browser, server: Server) -> None:
    """For how many searches of danger the help lines show, and for how many harmless ones, set by set."""
    page = browser.new_page()
    page.goto(server.base + "/")
    page.get_by_role("textbox", name="Search").focus()
    page.wait_for_function("() => self.psychoedDanger && self.psychoedCrisis")
    shown = "(all) => all.filter((each) => self.psychoedDanger(each).length).length"
    rows = [
        [
            each.name,
            *(f"{page.evaluate(shown, texts)} of {len(texts)}" for texts in (each.crisis, each.near_misses)),
        ]
        for each in dangers()
    ]
    page.close()
    print("\n## Help lines shown\n")
    print(table(["set", "danger recognized", "false alarms"], rows))


def timing(browser: Browser, server: Server, _: Path) -> None:
    print(f"\n## Waiting, processor slowed {SLOWER} times (load {os.getloadavg()[0]:.1f} at the start)\n")
    took = keystrokes(browser, server)
    first = [first_keystroke(browser, server) for _ in range(FIRST_RUNS)]
    rows = [
        [
            f"a key to the painted list, {len(took)} keys",
            f"{statistics.median(took):.0f} ms",
            f"p95 {percentile95(took):.0f} ms",
        ],
        [
            f"reaching for search to the first results, slow 4G, {FIRST_RUNS} times",
            f"{statistics.median(first):.0f} ms",
            f"worst {max(first):.0f} ms",
        ],
    ]
    print(table(["what", "median", "worst"], rows))


def thousands(browser: Browser, server: Server, site: Path) -> None:
    """What a search of a very large site transfers, from nothing."""
    made = large(browser, server, site, ROOT)
    sizes, requests = sorted(made.sizes), sorted(made.requests)
    rows = [
        ["all that one search transfers, gzip", *(kilobytes(pick(sizes)) for pick in PICKED)],
        ["files of the index for it", *(str(pick(requests)) for pick in PICKED)],
    ]
    print(f"\n## {PAGES} pages, {len(sizes)} searches\n")
    print(table(["what", "median", "p95", "most"], rows))
    print(
        f"\nThe page of the words is among the first 3 for {made.right} of {ASKED} made searches. "
        f"The index took {made.seconds:.0f} s to make: {made.files} files, {made.total / 1e6:.1f} MB."
    )


PICKED = [lambda all_: all_[len(all_) // 2], lambda all_: all_[int(len(all_) * 0.95)], lambda all_: all_[-1]]
PARTS = {"found": found, "timing": timing, "thousands": thousands}


def main() -> int:
    wanted = sys.argv[1:] or list(PARTS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = built(Path(folder))
        (site / "empty.html").write_text("<!doctype html><title>empty</title>", encoding="utf-8")
        print(f"{date.today()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        browser = playwright.chromium.launch(executable_path=_environment.chromium(), args=["--no-sandbox"])
        with serving(site) as server:
            for part in wanted:
                PARTS[part](browser, server, site)
            alarms(browser, server)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
