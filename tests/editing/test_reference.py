"""The reference names every field and every rule, in tables that Markdown can show."""

from __future__ import annotations

import re

import pytest

from psychoed.catalog import entries
from psychoed.editing.reference import MarkerError, field_reference, put_between, rule_reference
from psychoed.loading import DATA
from psychoed.site import META


def cells(text: str) -> list[list[str]]:
    """The rows of all tables."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def section(title: str) -> str:
    return field_reference().partition(f"### {title}\n")[2].partition("\n### ")[0]


def names(title: str) -> list[str]:
    return [row[0].strip("`") for row in cells(section(title))[2:]]


@pytest.mark.parametrize("kind", META)
def test_every_field_of_a_page_is_there_once(kind: str) -> None:
    told = names("Front matter of every page") + names(f"Front matter: {kind} page, besides")
    fields = [name for name in told if "." not in name]
    assert sorted(fields) == sorted(META[kind].model_fields)


def test_fields_inside_fields_are_there() -> None:
    assert "review.next_review" in names("Front matter of every page")
    assert "therapies.*.*.strength" in names("content/data/evidence.yml")
    assert "regions.lines.text.keyword" in names("content/data/help-lines.yml")
    assert "*.doi" in names("content/data/sources.yml")


def test_a_record_is_told_once() -> None:
    row = next(row for row in cells(section("content/data/program.yml")) if row[0] == "`skills`")
    assert row[-1] == "like `approach`"
    assert "skills.name" not in names("content/data/program.yml")


def test_a_row_says_what_is_needed_with_an_example() -> None:
    rows = {row[0]: row for row in cells(section("Front matter of every page"))}
    assert rows["`title`"] == [
        "`title`",
        "yes",
        "The heading of the page, and its name in lists.",
        "`Panic disorder`",
    ]
    assert rows["`review.written`"][-1] == "`2026-11-23`"
    assert rows["`related`"][1] == "no"


@pytest.mark.parametrize("name", DATA)
def test_every_data_file_has_a_table(name: str) -> None:
    assert names(f"content/data/{name}.yml")


def test_every_rule_is_there_with_why_and_what_to_do() -> None:
    rows = cells(rule_reference())[2:]
    assert [(row[0], row[1], row[-2], row[-1]) for row in rows] == [
        (entry.code, f"`{entry.name}`", entry.why, entry.remedy) for entry in entries()
    ]
    severities = {row[0]: row[2:6] for row in rows}
    assert severities["P001"] == ["off", "off", "error", "no"]
    assert severities["S003"] == ["error", "error", "error", "yes"]


def test_all_rows_of_a_table_have_the_same_length() -> None:
    for text in (rule_reference(), field_reference()):
        assert {len(row) for row in cells(text)} <= {4, 8}


@pytest.mark.parametrize(
    "text", ["", "<!-- a -->", "<!-- /a --><!-- a -->", "<!-- a --><!-- a --><!-- /a -->"]
)
def test_marks_have_to_be_a_pair(text: str) -> None:
    with pytest.raises(MarkerError, match="<!-- a -->"):
        put_between(text, "a", "part")
