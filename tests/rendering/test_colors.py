"""The dark colors stand twice in the style sheet, since CSS can't say both reasons for them at once."""

from __future__ import annotations

import re

import pytest

import support


@pytest.mark.parametrize(("name", "fewest"), [("psychoed.css", 16), ("list.css", 1)])
def test_dark_by_device_and_dark_by_choice_are_the_same(name: str, fewest: int) -> None:
    text = (support.ROOT / "docs/assets" / name).read_text("utf-8")
    by_device = re.search(r':root:not\(\[data-pe-colors="light"\]\) \{(.*?)\}', text, re.DOTALL)
    by_choice = re.search(r':root\[data-pe-colors="dark"\] \{(.*?)\}', text, re.DOTALL)
    assert by_device and by_choice
    assert by_device[1] == by_choice[1]
    assert by_device[1].count(": ") >= fewest
