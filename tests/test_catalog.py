"""Every code that can be told has an entry, once."""

from __future__ import annotations

import re

import pytest

import support
from psychoed.catalog import READING, entries, find, like
from psychoed.checks import rules
from psychoed.checks.exceptions import CODE as EXCEPTION


def test_every_code_of_the_loader_has_an_entry() -> None:
    source = (support.ROOT / "src" / "psychoed" / "loading.py").read_text(encoding="utf-8")
    assert {facts[0] for facts in READING} == set(re.findall(r'"(L\d{3})"', source))


def test_every_rule_and_the_exceptions_have_an_entry() -> None:
    assert {rule.code for rule in rules()} | {EXCEPTION} <= {entry.code for entry in entries()}


def test_codes_and_names_are_unique() -> None:
    told = [word for entry in entries() for word in (entry.code, entry.name)]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.code)
def test_an_entry_explains_itself(entry) -> None:
    assert entry.why.endswith(".")
    assert entry.remedy
    assert not entry.remedy.endswith(".")


def test_finding_by_code_or_name() -> None:
    assert find(" s003 ") == find("number-without-source") != None  # noqa: E711 (a comparison of three)
    assert find("S999") is None
    assert like("number-without-sorce") == "number-without-source"
    assert like("?") is None
