"""The table of what is kept on a device names what the scripts really keep, and nothing else."""

from __future__ import annotations

import re

import pytest

import support
from psychoed.kept import KEPT, kept_under

ASSETS = support.ROOT / "docs" / "assets"
SCRIPTS = {path.name: path.read_text("utf-8") for path in sorted(ASSETS.rglob("*.js"))}
# A key as a script writes it: psychoed.text-size, or psychoed.tool.${this.id}.
KEY = re.compile(r"""["'`]psychoed\.((?:[a-z-]+\.?|\$\{[\w.]+\})+)["'`]""")
CHOICES = re.compile(r"const choices = \{(.*?)\n  \}", re.DOTALL)
CHOICE = re.compile(r'^\s*"?([a-z-]+)"?: \[', re.MULTILINE)
WRITES = re.compile(r"\.setItem\(|\bkeep\(KEY")
ELSEWHERE = re.compile(
    r"document\.cookie|indexedDB|\bcaches\b|\.storage\.|showSaveFilePicker|requestFileSystem"
)
# What only reads and deletes, and what writes under the keys of those that import it.
DELETES = {"forget.js"}
LENDS = {"list-pages.js"}


def keys(name: str) -> set[str]:
    """The keys in a script. What is put in at the end of one is left away: it begins several."""
    found = set()
    for key in KEY.findall(SCRIPTS[name]):
        if key == "${name}":
            found |= settings()
        else:
            found.add(f"psychoed.{key.partition('${')[0]}")
    return found


def settings() -> set[str]:
    """The keys of the reading settings: early.js has their names in a list."""
    choices = CHOICES.search(SCRIPTS["early.js"])
    assert choices
    names = CHOICE.findall(choices[1])
    assert {"text-size", "colors"} <= set(names)
    return {f"psychoed.{name}" for name in names}


def used() -> set[str]:
    return {key for name in SCRIPTS.keys() - DELETES for key in keys(name)}


def test_every_key_that_a_script_uses_is_in_the_table() -> None:
    assert {key for key in used() if kept_under(key) is None} == set()


def test_the_table_names_nothing_that_no_script_uses() -> None:
    assert {one.key for one in KEPT} - used() == set()


@pytest.mark.parametrize("name", sorted(SCRIPTS.keys() - LENDS))
def test_a_script_that_writes_names_its_key_and_writes_nowhere_else(name: str) -> None:
    text = SCRIPTS[name]
    if WRITES.search(text):
        assert keys(name), f"{name} writes something, and no key that begins with psychoed. stands in it"
    assert not ELSEWHERE.search(text)


def test_the_settings_in_the_page_are_those_that_are_applied() -> None:
    page = (support.ROOT / "overrides/partials/reading.html").read_text("utf-8")
    assert {f"psychoed.{name}" for name in re.findall(r'data-pe-setting="([a-z-]+)"', page)} == settings()


def test_a_sheet_is_found_by_the_beginning_of_its_key() -> None:
    sheet = kept_under("psychoed.tool.first-day-list")
    assert sheet and sheet.name == "A sheet that you filled in"
    assert kept_under("psychoed.tools") is None
    assert kept_under("psychoed.colors.more") is None
