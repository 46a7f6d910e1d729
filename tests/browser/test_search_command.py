"""What the search command tells is what the site's own engine finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

import support
from psychoed.finding.engine import Search, ask, readable_site

SADNESS = "/conditions/sadness/"


def test_a_search_is_explained(browser: Browser, project: Path) -> None:
    support.edit(project, "content/data/danger.yml", "[killing it]", "[killing it, to die for]")
    site, page = readable_site(project), browser.new_page()
    reached: list[str] = []
    page.on("request", lambda request: reached.append(request.url))

    def asked(query: str, wanted: str = "") -> dict[str, Any]:
        return ask(page, project, site, Search(query, wanted))

    blahs = asked("the blahss")
    first = blahs["pages"][0]
    assert (first["address"], first["place"], first["shown"]) == (SADNESS, 1, True)
    assert first["best"]["text"] == "the blahs"
    assert first["best"]["written"].startswith("content/data/vocabulary.yml:")
    assert first["words"][0] | {"places": []} == {
        "typed": "blahss",
        "as": "blahs",
        "way": "typing",
        "places": [],
    }
    assert "vocabulary" in first["words"][0]["places"]
    assert blahs["small"] == ["the"]

    down = asked("feel down", SADNESS)["pages"]
    words = next(each for each in down if each["address"] == SADNESS)["words"]
    assert ("down", "low", "alike") in [(each["typed"], each["as"], each["way"]) for each in words]

    assert asked("tt")["pages"][0]["abbreviations"] == ["tt"]
    assert asked("zzqqxxj") | {"help": None} == {
        "version": 1,
        "query": "zzqqxxj",
        "small": [],
        "unknown": ["zzqqxxj"],
        "pages": [],
        "help": None,
    }

    danger = asked("i want to die")["help"]
    assert danger | {"learned": None} == {
        "learned": None,
        "shown": True,
        "phrases": [{"id": "danger", "phrase": "{want} ... die"}],
        "guards": [],
    }
    harmless = {"shown": False, "phrases": [], "guards": ["to die for"], "learned": None}
    assert asked("i want a cake to die for")["help"] | {"learned": None} == harmless
    alike = asked("end it all")["help"]
    assert (alike["shown"], alike["phrases"], alike["learned"]["sure"]) == (True, [], True)
    assert "it all" in alike["learned"]["words"]
    assert not asked("sad")["help"]["shown"]
    assert reached == []
    page.close()
