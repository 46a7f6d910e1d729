"""What the browser's search loads, made from pages and the vocabulary."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import support
from psychoed.loading import load_site
from psychoed.project import render_project
from psychoed.rendering.danger_learned import PLACES
from psychoed.rendering.search_index import index_file, packed

NODE = shutil.which("node")
ENGINE = (support.ROOT / "docs/assets/search-engine.js").read_text(encoding="utf-8")
ASK = """
global.self = global
const { code, data, asked } = JSON.parse(require("fs").readFileSync(0, "utf8"))
;(0, eval)(code)
const engines = data.map((each) => new self.psychoedSearch.Engine(each))
console.log(JSON.stringify(engines.map((engine) => asked.map((text) => engine.search(text)))))
"""


def files(project: Path) -> dict[str, str]:
    rendered = render_project(project, support.TODAY)[0]
    return {uri: str(text) for uri, text in rendered.files.items() if uri.startswith("search/")}


@pytest.fixture
def index(project: Path) -> dict:
    return index_file(load_site(project)[0])


def test_a_page_is_known_by_its_names_and_by_words_that_are_never_shown(index: dict) -> None:
    page = next(page for page in index["pages"] if page["address"] == "/conditions/sadness/")
    assert page["title"] == "Sadness"
    assert page["names"] == ["the blues", "feeling low"]
    assert page["find"] == ["the blahs", "sadnes"]
    assert [section[:2] for section in page["sections"]] == [
        ["what", "What is it?"],
        ["helps", "What helps?"],
    ]


def test_words_that_are_only_for_finding_are_on_no_page(project: Path) -> None:
    rendered = render_project(project, support.TODAY)[0]
    assert [page.uri for page in rendered.pages.values() if "blahs" in page.markdown] == []


def test_abbreviations_and_feelings_lead_to_pages(index: dict) -> None:
    address = [page["address"] for page in index["pages"]]
    assert [address[number] for number in index["abbreviations"]["tt"]] == ["/therapies/talking/"]
    assert [address[number] for number in index["feelings"][0][1]] == ["/conditions/sadness/"]


def test_help_is_found_by_its_numbers(index: dict) -> None:
    page = next(page for page in index["pages"] if page["address"] == "/get-help-now/")
    assert {"112", "0800 123 456", "Talk line"} <= set(page["find"])


def test_words_of_danger_are_a_small_file_of_their_own(project: Path) -> None:
    text = next(text for uri, text in files(project).items() if uri.endswith(".js"))
    data = json.loads(text.removeprefix("self.psychoedCrisis = "))
    assert len(data.pop("learned")["weights"]) == PLACES
    assert data == {
        "short": {},
        "skip": [],
        "real": [],
        "words": {
            "self": ["myself", "himself"],
            "want": ["want", "going to"],
            "numbers": ["0800 123 456", "112"],
        },
        "harmless": ["killing it"],
        "kinds": {"danger": ["kill {self}", "{want} ... die"]},
    }


def test_a_file_has_another_name_when_its_content_changes(project: Path) -> None:
    before = set(files(project))
    support.edit(project, "content/conditions/sadness.md", "title: Sadness", "title: Great sadness")
    assert len(before - set(files(project))) == 1


@pytest.mark.skipif(NODE is None, reason="Node runs the page's own code here")
def test_the_packed_index_finds_the_same() -> None:
    index = index_file(load_site(support.ROOT)[0])
    asked = [
        "cant sleep racing thoughts",
        "reading list for the family",
        "panik atack",
        "what is iop",
        "zzqqxxj",
    ]
    said = json.dumps({"code": ENGINE, "data": [index, packed(index)], "asked": asked})
    assert NODE
    done = subprocess.run([NODE, "-e", ASK], input=said, capture_output=True, text=True, check=True)
    plain, small = json.loads(done.stdout)
    assert plain == small
    assert plain[1][0][0]["title"].endswith("For the <mark>family</mark>")


def test_a_page_may_name_its_own_words(project: Path) -> None:
    words = "search_words: {say: [in the dumps], find: [sadsack]}\nreview:"
    support.edit(project, "content/conditions/sadness.md", "review:", words)
    support.edit(project, "docs/conditions/index.md", 'a_to_z("conditions")', 'a_to_z("everything")')
    pages = index_file(load_site(project)[0])["pages"]
    page = next(page for page in pages if page["address"] == "/conditions/sadness/")
    assert page["names"] == ["the blues", "feeling low", "in the dumps"]
    assert page["find"] == ["the blahs", "sadnes", "sadsack"]
    printed = str(render_project(project, support.TODAY)[0].pages)
    assert "In the dumps" in printed
    assert "sadsack" not in printed.casefold()
