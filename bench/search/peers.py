"""Other search engines on the same pages with the same searches.

They are fetched when the benchmark runs, by npm and pip, into a folder that git does not keep. One that can't
be had, or that fails, has its reason in the report; the others go on.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError
from queries import Found
from serving import Server

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
LOCK = HERE.parents[1] / "requirements" / "bench.txt"
SECONDS = 120  # after which an engine has failed
COUNTED = "panic attack"  # what is asked when bytes are counted
PIP = [
    sys.executable,
    "-m",
    "pip",
    "install",
    "--quiet",
    "--no-input",
    "--require-hashes",
    "--only-binary",
    ":all:",
]
ASK = """async ([name, files, queries, ms]) => {
  const late = new Promise((_, failed) => setTimeout(() => failed(new Error("no answer in time")), ms))
  const all = (async () => {
    const search = await self.peers[name].open(files)
    const found = {}
    for (const query of queries) found[query] = await search(query)
    return found
  })()
  return Promise.race([all, late])
}"""
MAKE = "([name, pages, files]) => self.peers[name].make(pages, files)"


class PeerError(Exception):
    """An engine could not be had or did not answer. The text is what the report says."""


@dataclass(frozen=True)
class Peer:
    """``key`` is its name in peers.js; ``npm`` is the package with its version, and ``engine`` its file."""

    name: str
    key: str
    npm: str = ""
    integrity: str = ""
    engine: str = ""


NPM = [
    Peer(
        "MiniSearch",
        "minisearch",
        "minisearch@7.2.0",
        "sha512-dqT2XBYUOZOiC5t2HRnwADjhNS2cecp9u+TJRiJ1Qp/f5qjkeT5APcGPjHw+bz89Ms8Jp+cG4AlE+QZ/QnDglg==",
        "dist/umd/index.js",
    ),
    Peer(
        "FlexSearch",
        "flexsearch",
        "flexsearch@0.8.212",
        "sha512-wSyJr1GUWoOOIISRu+X2IXiOcVfg9qqBRyCPRUdLMIGJqPzMo+jMRlvE83t14v1j0dRMEaBbER/adQjp6Du2pw==",
        "dist/flexsearch.bundle.min.js",
    ),
    Peer(
        "Orama",
        "orama",
        "@orama/orama@3.1.18",
        "sha512-a61ljmRVVyG5MC/698C8/FfFDw5a8LOIvyOLW5fztgUXqUpc1jOfQzOitSCbge657OgXXThmY3Tk8fpiDb4UcA==",
        "dist/browser/index.js",
    ),
]


@dataclass
class Result:
    """What one engine found, and what it sent before its first result."""

    name: str
    found: Found = field(default_factory=dict)
    sent: int = 0
    requests: int = 0
    failed: str = ""


@dataclass(frozen=True)
class Bench:
    """Where the engines run: a browser on the built site. ``ours`` is asked of our engine alone."""

    browser: Browser
    server: Server
    site: Path
    asked: list[str]
    ours: list[str]

    def page(self) -> Page:
        """An empty page of the site, in a browser that has seen nothing yet."""
        page = self.browser.new_page()
        page.goto(f"{self.server.base}/empty.html")
        page.add_script_tag(url="/peers.js")
        return page


def compared(bench: Bench) -> list[Result]:
    """Every engine, ours first."""
    shutil.copy(HERE / "peers.js", bench.site / "peers.js")
    pages = _pages(bench.site)
    text_only = [{**page, "names": ""} for page in pages]
    packed = [
        _result(bench, f"{peer.name}, {label}", peer.key, partial(_packed, bench, peer, docs))
        for peer in NPM
        for label, docs in (("its text", text_only), ("with our words", pages))
    ]
    return [
        _result(bench, "ours", "ours", partial(_ours, bench)),
        _result(bench, "Material's lunr", "lunr", partial(_lunr, bench)),
        *packed,
        _result(bench, "Pagefind", "pagefind", partial(_pagefind, bench)),
    ]


def _result(bench: Bench, name: str, key: str, prepare: Callable[[], dict[str, str]]) -> Result:
    """An engine's answers and bytes, or why there are none."""
    result = Result(name)
    try:
        files = prepare()
        page = bench.page()
        with bench.server.counting() as sent:
            page.evaluate(ASK, [key, files, [COUNTED], SECONDS * 1000])
        result.sent, result.requests = sum(size for _, size in sent), len(sent)
        asked = bench.asked + (bench.ours if key == "ours" else [])
        result.found = page.evaluate(ASK, [key, files, asked, SECONDS * 1000])
        page.close()
    except (PeerError, PlaywrightError) as error:
        result.failed = str(error).splitlines()[0]
    return result


def _ours(bench: Bench) -> dict[str, str]:
    index = next(bench.site.glob("search/index-*.json"))
    return {"index": f"/search/{index.name}", "engine": "/assets/search-engine.js"}


def _lunr(bench: Bench) -> dict[str, str]:
    worker = next(bench.site.glob("assets/javascripts/workers/search*.js"))
    return {
        "index": "/search/search_index.json",
        "worker": f"{bench.server.base}/{worker.relative_to(bench.site)}",
    }


def _packed(bench: Bench, peer: Peer, pages: list[dict[str, str]]) -> dict[str, str]:
    """An engine of npm in the site's folder, with the index that it makes of the pages."""
    target = bench.site / "peers" / peer.key
    if not target.exists():
        shutil.copytree(_npm(peer), target)
    engine = f"/peers/{peer.key}/{peer.engine}"
    page = bench.page()
    index = page.evaluate(MAKE, [peer.key, pages, {"engine": engine}])
    page.close()
    name = f"{peer.key}-{len(index)}.json"
    (bench.site / "peers" / name).write_text(index, encoding="utf-8")
    return {"index": f"/peers/{name}", "engine": engine}


def _npm(peer: Peer) -> Path:
    """The package in the cache. What npm brings has to be what was measured: its sum is compared."""
    folder = CACHE / peer.npm.replace("/", "-")
    if (folder / "package").exists():
        return folder / "package"
    if not shutil.which("npm"):
        raise PeerError("npm is not on this machine")
    folder.mkdir(parents=True, exist_ok=True)
    done = _run(["npm", "pack", "--json", peer.npm], folder)
    if done.returncode:
        raise PeerError(f"npm could not bring {peer.npm}")
    told = json.loads(done.stdout)[0]
    if told["integrity"] != peer.integrity:
        raise PeerError(f"npm brought another {peer.npm} than was measured")
    shutil.unpack_archive(next(folder.glob("*.tgz")), folder, filter="data")
    return folder / "package"


def _pagefind(bench: Bench) -> dict[str, str]:
    """Pagefind's files for the same pages, made of what stands in their articles."""
    packages = CACHE / "pagefind"
    if not packages.exists():
        done = _run([*PIP, "--target", str(packages), "-r", str(LOCK)], HERE)
        if done.returncode:
            raise PeerError("pip could not bring Pagefind")
    with tempfile.TemporaryDirectory() as folder:
        for address, text in _articles(bench.site).items():
            page = Path(folder) / address.strip("/") / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder]
        done = _run([*command, "--output-path", str(bench.site / "pagefind")], HERE, PYTHONPATH=str(packages))
    if done.returncode:
        raise PeerError("Pagefind failed: " + done.stderr.strip().replace("\n", " ")[-200:])
    return {"engine": "/pagefind/pagefind.js"}


def _run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=5 * SECONDS,
    )


def _articles(site: Path) -> dict[str, str]:
    """Each page as HTML: its title and sections, with nothing that surrounds them."""
    made: dict[str, list[str]] = {}
    for entry in json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]:
        location, _, anchor = entry["location"].partition("#")
        parts = made.setdefault(f"/{location}", [])
        tag = "h2" if anchor and parts else "h1"
        parts.append(f'<{tag} id="{anchor}">{entry["title"]}</{tag}>{entry["text"]}')
    return {
        address: f'<!doctype html><html lang="en"><body>{"".join(parts)}</body></html>'
        for address, parts in made.items()
    }


def _pages(site: Path) -> list[dict[str, str]]:
    """Each page with its whole text, and the words that our vocabulary has for it."""
    index = json.loads(next(site.glob("search/index-*.json")).read_text(encoding="utf-8"))
    pages = index["pages"]
    addresses = pages["address"]
    said = zip(pages["names"], pages["find"], strict=True)
    names = {address: "|".join(texts).split("|") for address, texts in zip(addresses, said, strict=True)}
    titles = dict(zip(addresses, pages["title"], strict=True))
    for say, numbers in [*index["feelings"], *index["abbreviations"].items()]:
        for number in numbers:
            names[addresses[number]].append(say)
    return [
        {
            "id": address,
            "title": titles.get(address, ""),
            "names": ". ".join(names.get(address, ())),
            "text": " ".join(html.unescape(re.sub("<[^>]+>", " ", text)).split()),
        }
        for address, text in _articles(site).items()
    ]
