"""The engine on an index in parts finds what the engine that has everything finds."""

from __future__ import annotations

from playwright.sync_api import Browser

import support
from psychoed.loading import load_site
from psychoed.rendering.search_index import index_file
from psychoed.rendering.search_shards import shards
from psychoed.rendering.search_words import stem

ASSETS = support.ROOT / "docs" / "assets"
SEARCHES = [
    "ptsd",
    "axiety",
    "panik atack",
    "panicattack",
    "out patient",
    "my head wont shut up",
    "is it gonna cost me my apartment",
    "does emdr work",
    "something bad is going to happen",
    "depr",
]
ASK = """async ([index, head, files, searches, words]) => {
  const { Engine, stem } = self.psychoedSearch
  const places = (found) => found.slice(0, 3).map(([page]) => page.location)
  const whole = new Engine(index), result = { whole: [], parts: [], stems: words.map(stem) }
  for (const search of searches) {
    const asked = new Set()
    const parts = new self.psychoedShards.Sharded(head, async (name) => (asked.add(name), files[name]))
    result.whole.push(places(whole.search(search))[0])
    result.parts.push(places(await parts.find(search))[0])
    result.most = Math.max(result.most || 0, asked.size)
  }
  // A file that does not come fails the search, and comes with the next one.
  let broken = true
  const parts = new self.psychoedShards.Sharded(head, async (name) => {
    if (broken) throw new Error(name)
    return files[name]
  })
  result.failed = await parts.find("ptsd").then(() => false, () => true)
  broken = false
  result.again = places(await parts.find("ptsd"))[0]
  return result
}"""


def test_parts_find_what_the_whole_index_finds(browser: Browser) -> None:
    index = index_file(load_site(support.ROOT)[0])
    head, files = shards(index, "search/x")
    words = sorted({word for name, file in files.items() if name[0] == "w" for word in file["words"].split()})
    page = browser.new_page()
    for name in ("search-engine.js", "search-shards.js"):
        page.add_script_tag(path=ASSETS / name)
    told = page.evaluate(ASK, [index, head, files, SEARCHES, words])
    page.close()
    assert told["parts"] == told["whole"]
    assert told["most"] < len(files) / 4
    assert told["stems"] == [stem(word) for word in words]
    assert (told["failed"], told["again"]) == (True, "conditions/ptsd/")
