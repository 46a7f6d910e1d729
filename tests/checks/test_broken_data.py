"""A data file that can't be read is told once, whatever pages show of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import support
from psychoed.loading import DATA

SHOWN = (
    '{{ comparison("day") }}',
    "{{ evidence_words() }}",
    "{{ glossary() }}",
    "{{ help_card() }}",
    "{{ panic_cycle() }}",
    "{{ program() }}",
    "{{ quality_report() }}",
    "{{ instruments() }}",
)


@pytest.mark.parametrize("name", DATA)
def test_a_broken_data_file_is_told_once(project: Path, name: str) -> None:
    support.edit(project, "docs/index.md", "{{ home_choices() }}", "\n\n".join(SHOWN))
    assert support.messages(project) == []
    path = f"content/data/{name}.yml"
    (project / path).write_text("a: [\n", encoding="utf-8")
    told = support.messages(project)
    assert [line for line in told if line.startswith(f"{path}:")] == told
    assert len(told) == 1
