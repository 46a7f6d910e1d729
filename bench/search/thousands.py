"""A site of thousands of pages, made of the real ones, and what a search of it transfers.

Each made page is a real one with its telling words exchanged, in the text as in the vocabulary. The words
that take their place are known words put together anew, and there are more of them the more pages there
are, as in any growing text (Heaps' law). The index is made by the site's own code.
"""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser
from queries import queries
from serving import Server

from psychoed.loading import load_site
from psychoed.rendering.search_index import index_file, index_files
from psychoed.site import Page, Site

PAGES, SEED, ASKED = 6000, 20, 300
WORD = re.compile(r"[A-Za-z]{4,}")
# How many telling words of a page are exchanged, and how fast the number of words grows.
EXCHANGED, GROWTH = 0.4, 0.6
CODE = ("search-worker.js", "search-engine.js", "search-shards.js")
ASK = """async ([head, queries]) => {
  const { Sharded } = self.psychoedShards
  const data = await (await fetch(head)).json(), sent = []
  const get = async (name) => (await fetch(`/${data.folder}/${name}.json`)).json()
  for (const query of queries) {
    const names = []
    const engine = new Sharded(data, (name) => (names.push(name), get(name)))
    const found = await engine.find(query)
    sent.push([names, found.map(([page]) => `/${page.location}`)])
  }
  return [data.folder, sent]
}"""


class Large(NamedTuple):
    """What was measured: bytes for each search, the time to make the index, and how large all of it is."""

    sizes: list[int]
    requests: list[int]
    right: int
    seconds: float
    total: int
    files: int


class Maker:
    """Makes pages. The same seed makes the same site."""

    def __init__(self, site: Site) -> None:
        self.site, self.random = site, random.Random(SEED)  # noqa: S311 (nothing secret)
        assert site.vocabulary is not None
        fillers = set(site.vocabulary.fillers)
        words = {word.lower() for page in site.pages for word in WORD.findall(page.body)} - fillers
        self.words = sorted(words)
        self.made: list[str] = []

    def new_words(self, pages: int) -> None:
        """As many words as a site of so many pages would have besides."""
        wanted = len(self.words) * ((pages / len(self.site.pages)) ** GROWTH - 1)
        made = set()
        while len(made) < wanted:
            one, other = self.random.choice(self.words), self.random.choice(self.words)
            made.add(one[: self.random.randint(2, 5)] + other[-self.random.randint(2, 6) :])
        self.made = sorted(made - set(self.words))
        self.random.shuffle(self.made)

    def other(self) -> str:
        """A made word: some are common, most are rare (Zipf's law)."""
        return self.made[int(len(self.made) ** self.random.random()) - 1]

    def site_of(self, pages: int) -> Site:
        self.new_words(pages)
        assert self.site.vocabulary is not None
        made, words = list(self.site.pages), dict(self.site.vocabulary.pages)
        while len(made) < pages:
            page, number = self.site.pages[len(made) % len(self.site.pages)], len(made)
            new = self.page(page, number)
            made.append(new[0])
            if page.address in words:
                words[new[0].address] = words[page.address].model_copy(
                    update={
                        key: tuple(map(new[1], getattr(words[page.address], key))) for key in ("say", "find")
                    }
                )
        return replace(
            self.site, pages=made, vocabulary=self.site.vocabulary.model_copy(update={"pages": words})
        )

    def page(self, page: Page, number: int) -> tuple[Page, Exchange]:
        change = Exchange(self)
        meta = page.meta.model_copy(
            update={
                "title": change(page.meta.title),
                "summary": change(page.meta.summary),
                "key_points": tuple(map(change, page.meta.key_points)),
                "also_called": tuple(map(change, page.meta.also_called)),
            }
        )
        uri = page.uri.removesuffix("index.md").removesuffix(".md").rstrip("/") + f"-{number}.md"
        return replace(page, uri=uri.lstrip("/"), meta=meta, body=change.body(page.body)), change


class Exchange:
    """One page's words for others: a word becomes the same other word wherever it stands."""

    def __init__(self, maker: Maker) -> None:
        self.maker, self.known = maker, dict[str, str]()
        assert maker.site.vocabulary is not None
        self.kept = set(maker.site.vocabulary.fillers)

    def __call__(self, text: str) -> str:
        return WORD.sub(lambda found: self.word(found[0]), text)

    def body(self, text: str) -> str:
        """Headings, components, links and citations stay as they are."""
        return "\n".join(
            line if line.startswith("#") or "{{" in line else self(line) for line in text.split("\n")
        )

    def word(self, word: str) -> str:
        small = word.lower()
        if small not in self.known:
            stays = small in self.kept or self.maker.random.random() > EXCHANGED
            self.known[small] = small if stays else self.maker.other()
        new = self.known[small]
        return word if new == small else new.capitalize() if word[0].isupper() else new


def misspelled(text: str, chance: random.Random) -> str:
    """A search with a mistake in its longest word: letters swapped, one left out, or one twice."""
    word = max(text.split(), key=len)
    if len(word) < 5:
        return text
    at = chance.randrange(len(word) - 1)
    wrong = chance.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        ]
    )
    return text.replace(word, wrong, 1)


def asked(site: Site) -> list[tuple[str, str]]:
    """Searches of one to eight words from made pages, each again with a mistake, and the page."""
    chance = random.Random(SEED)  # noqa: S311 (nothing secret)
    result = []
    for number in range(ASKED // 2):
        page = chance.choice(site.pages[len(site.pages) // 2 :])
        words = page.meta.title.split() + WORD.findall(page.meta.summary)
        text = " ".join(words[: 1 + number % 8]).lower()
        result += [(text, page.address), (misspelled(text, chance), page.address)]
    return result


def large(browser: Browser, server: Server, folder: Path, root: Path) -> Large:
    """Make the site and its index, and search it from nothing each time."""
    site = Maker(load_site(root)[0]).site_of(PAGES)
    start = time.monotonic()
    index = index_file(site)
    files = index_files(index)
    seconds = time.monotonic() - start
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    head = next(name for name in files if name.startswith("search/index-"))
    made = asked(site)
    page = browser.new_page()
    page.goto(server.base + "/empty.html")
    with server.counting() as counted:
        for name in CODE[1:]:
            page.add_script_tag(url=f"/assets/{name}")
        page.evaluate("(url) => fetch(url)", f"/assets/{CODE[0]}")
        texts = [text for text, _ in made] + [query.text for query in queries() if not query.blind]
        where, sent = page.evaluate(ASK, [f"/{head}", texts])
    page.close()
    size = dict(counted)
    always = sum(size[f"/assets/{name}"] for name in CODE) + size[f"/{head}"]
    right = sum(address in found[:3] for (_, address), (_, found) in zip(made, sent, strict=False))
    sizes = [always + sum(size[f"/{where}/{name}.json"] for name in names) for names, _ in sent]
    return Large(
        sizes, [len(names) for names, _ in sent], right, seconds, sum(map(len, files.values())), len(files)
    )
