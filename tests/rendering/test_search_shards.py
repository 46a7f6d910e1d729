"""The index of a large site in parts: each is small, and a word or a misspelling leads to its own."""

from __future__ import annotations

import json
from typing import Any

import pytest

import support
from psychoed.loading import load_site
from psychoed.rendering.search_index import index_file, index_files
from psychoed.rendering.search_shards import shards
from psychoed.rendering.search_words import stem, words_of


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    return index_file(load_site(support.ROOT)[0])


@pytest.fixture(scope="module")
def parts(index: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    return shards(index, "search/abc")


def names_for(word: str, parts: tuple[dict[str, Any], dict[str, Any]]) -> list[str]:
    """The names in the file in whose range a word's stem is."""
    begins = parts[0]["words"].split(" ")
    number = max(at for at, first in enumerate(begins) if first <= stem(word))
    return [text for _, text, _, _ in parts[1][f"w{number}"]["names"]]


def test_a_small_index_is_one_file_and_a_large_one_a_head_with_a_folder(index: dict[str, Any]) -> None:
    assert len(index_files(index, 10**6)) == 1
    files = index_files(index, 0)
    head = json.loads(next(text for name, text in files.items() if name.startswith("search/index-")))
    assert sum(name.startswith(head["folder"] + "/") for name in files) == len(files) - 1
    assert max(len(text) for text in files.values()) < 30_000


@pytest.mark.parametrize(
    ("word", "name"), [("phobia", "Specific phobias"), ("outpatient", "Outpatient care")]
)
def test_a_word_leads_to_its_names(
    word: str, name: str, parts: tuple[dict[str, Any], dict[str, Any]]
) -> None:
    assert any(word in text.lower() for text in names_for(word, parts))


def test_a_word_is_listed_by_its_beginning_and_by_its_end(
    parts: tuple[dict[str, Any], dict[str, Any]],
) -> None:
    keys = parts[0]["spelling"].split(" ")

    def listed(sign: str, word: str) -> str:
        key = max((key for key in keys if key[0] == sign and word.startswith(key[1:])), key=len)
        return str(parts[1][f"s{keys.index(key)}"])

    assert " anxiety " in listed("+", "anxeity")
    assert " anxiety " in listed("-", "axiety"[::-1])
    assert "ptsd" in parts[1][f"s{keys.index('4p')}"].split(" ")


def test_every_page_can_be_shown(index: dict[str, Any], parts: tuple[dict[str, Any], dict[str, Any]]) -> None:
    shown = [page for name, file in parts[1].items() if name[0] == "p" for page in file]
    assert [page[0] for page in shown] == [page["address"] for page in index["pages"]]


@pytest.mark.parametrize(
    ("text", "words"), [("O.C.D. isn\u2019t a choice", ["ocd", "isnt", "a", "choice"]), ("Café", ["cafe"])]
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "same"),
    [("panicking", "panicked"), ("organisation", "organization"), ("ate", "eat"), ("worries", "worry")],
)
def test_forms_of_a_word_have_one_stem(word: str, same: str) -> None:
    assert stem(word) == stem(same)
