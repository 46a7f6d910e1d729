"""Where lines and bars lie."""

from __future__ import annotations

import pytest

from psychoed.figures import Slot, polyline, slot, span
from psychoed.rendering.filters import clock


def test_a_line_goes_from_left_to_right_and_up_is_more() -> None:
    assert polyline([0, 100, 50], 200, 50) == "0,50 100,0 200,25"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("10:00 am to 11:15 am: CBT skills group", Slot(10, 11.25, "CBT skills group")),
        ("11:00 am to midday: learning", Slot(11, 12, "learning")),
        ("Midday to 12:30 pm: rest", Slot(12, 12.5, "rest")),
        ("12:15 am to 1 AM night", Slot(0.25, 1, "night")),
        ("Individual counseling, once a week", None),
        ("3 pm to 2 pm: never", None),
        ("25 groups", None),
    ],
)
def test_a_block_names_its_time(block: str, expected: Slot | None) -> None:
    assert slot(block) == expected


def test_the_scale_is_in_whole_hours() -> None:
    assert span([Slot(9.5, 10, ""), Slot(11, 12.25, "")]) == (9, 13)
    assert span([Slot(9, 10, "")]) == (9, 10)
    assert span([]) == (9, 17)


def test_hours_as_they_are_said() -> None:
    said = {0: "12 am", 9: "9 am", 12: "midday", 13.5: "1:30 pm", 24: "midnight"}
    assert {hour: clock(hour) for hour in said} == said
