"""The settings for VS Code name what is there, and its Problems panel understands what a check tells."""

from __future__ import annotations

import json
import re
from typing import Any

import support
from psychoed.loading import DATA
from psychoed.problems import Problem, Severity

FOLDER = support.ROOT / ".vscode"


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_every_schema_and_every_file_in_the_settings_is_there() -> None:
    schemas = read("settings.json")["yaml.schemas"]
    for schema, pattern in schemas.items():
        assert (support.ROOT / schema).is_file()
        assert list(support.ROOT.glob(pattern)), pattern
    assert sorted(schemas.values()) == sorted(f"content/data/{name}.yml" for name in DATA)


def test_the_extension_that_reads_the_schemas_is_recommended() -> None:
    assert read("extensions.json") == {"recommendations": ["redhat.vscode-yaml"]}


def told(severity: Severity) -> list[tuple[str | None, ...]]:
    """What the Problems panel gets from the line of one problem."""
    line = str(Problem("docs/a b.md", 7, "SM01", "this: is wrong", "mend it", severity))
    patterns = [matcher["pattern"] for matcher in read("tasks.json")["tasks"][0]["problemMatcher"]]
    found = [(pattern, re.match(pattern["regexp"], line)) for pattern in patterns]
    keys = ("file", "line", "code", "message")
    return [tuple(match[pattern[key]] for key in keys) for pattern, match in found if match]


def test_every_problem_reaches_the_problems_panel_once() -> None:
    for severity in Severity:
        assert told(severity) == [("docs/a b.md", "7", "SM01", "this: is wrong: mend it")]


def test_the_task_runs_a_script_that_is_there() -> None:
    task = read("tasks.json")["tasks"][0]
    assert (support.ROOT / task["args"][0]).is_file()
