"""Each format tells everything, and takes nothing that a message quotes for its own signs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from psychoed.catalog import entries
from psychoed.checks.severities import Occasion
from psychoed.problems import Problem, Severity
from psychoed.reporting import as_github, as_json, as_lines, as_sarif, as_text
from psychoed.reporting.report import Report, told
from psychoed.reporting.view import View, view_of

HOSTILE = (
    '\'one\ntwo\r\n::error::three %0A %25 \x1b[31m\x07\u202e \ud800 "quoted" 🙂 a,b:c '
    "<img src=x> | `code` [link](https://example.org) ![x](y) {0} {{ call() }} @somebody ##[error]four'"
)
PLAIN = (
    '\'one two  ::error::three %0A %25 \\x1b[31m\\x07\\u202e \\ud800 "quoted" 🙂 a,b:c '
    "<img src=x> | `code` [link](https://example.org) ![x](y) {0} {{ call() }} @somebody ##[error]four'"
)


def problem(line: int = 7, **facts: Any) -> Problem:
    usual = {"path": "docs/a, b: 100%.md", "code": "S001", "message": HOSTILE, "remedy": "mend\n::debug::it"}
    return Problem(**{**usual, "line": line, **facts})


def report(*problems: Problem, hints: bool = True) -> Report:
    shown, left_out = told(problems, hints)
    return Report(shown, left_out, frozenset({"docs/a.md"}), frozenset(), Occasion.WRITING)


MIXED = report(
    problem(),
    problem(120, code="S004", severity=Severity.WARNING),
    problem(path="content/b.md", severity=Severity.HINT, message="a hint", remedy="think"),
)


def test_a_problem_is_told_once_and_in_order() -> None:
    twice = report(problem(9), problem(7), problem(9))
    assert [each.line for each in twice.problems] == [7, 9]


def test_the_totals() -> None:
    assert MIXED.totals == "1 error, 1 warning, 1 hint in 2 files; 1 page checked"
    assert report(problem(severity=Severity.HINT), hints=False).totals == (
        "0 errors, 0 warnings; 1 page checked; 1 hint (show them with --hints)"
    )
    assert Report(()).totals == "0 errors, 0 warnings; nothing checked"


# --- lines ---


def test_lines() -> None:
    first, second, third, totals = as_lines.write(MIXED, View()).split("\n")
    assert first == "content/b.md:7: S001 hint: a hint: think"
    assert second == f"docs/a, b: 100%.md:7: S001 {PLAIN}: mend ::debug::it"
    assert third.startswith("docs/a, b: 100%.md:120: S004 warning: ")
    assert totals == MIXED.totals


# --- text ---


def test_text_by_file_with_what_to_do_below() -> None:
    text = as_text.write(report(problem(message="wrong"), problem(120, message="also wrong")), View())
    assert text == (
        "docs/a, b: 100%.md\n"
        "    7  S001  error    wrong\n"
        "                      do: mend ::debug::it\n"
        "  120  S001  error    also wrong\n"
        "                      do: mend ::debug::it\n"
        "\n"
        "To have a code explained: python3 scripts/check.py --explain S001\n"
        "2 errors, 0 warnings in 1 file; 1 page checked"
    )


def test_text_without_problems_is_the_totals() -> None:
    assert as_text.write(report(), View(80, color=True)) == "0 errors, 0 warnings; 1 page checked"


def test_text_is_not_wrapped_without_a_terminal() -> None:
    assert PLAIN in as_text.write(MIXED, View())


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_text_wraps_to_the_terminal_and_loses_no_word(width: int) -> None:
    words = "a long sentence with many short words " * 6
    found = report(problem(message=words, remedy=words, path="docs/a.md"))
    lines = as_text.problems(found, View(width)).split("\n")
    assert max(map(len, lines)) <= max(width, 34)
    assert " ".join(" ".join(lines).split()).count(words.strip()) == 2


def test_text_has_colors_only_when_asked() -> None:
    assert "\x1b" not in as_text.write(MIXED, View(80))
    colored = as_text.write(MIXED, View(200, color=True))
    assert "\x1b[31merror  \x1b[0m" in colored
    assert re.sub(r"\x1b\[\d*m", "", colored) == as_text.write(MIXED, View(200))


class Stream:
    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "environ", "color"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (True, {"FORCE_COLOR": "0"}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_when_there_are_colors(
    terminal: bool, environ: dict[str, str], color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("psychoed.reporting.view.os.name", "posix")
    view = view_of(Stream(terminal), environ)  # type: ignore[arg-type]
    assert view.color is color
    assert (view.width is not None) is terminal


# --- GitHub ---

COMMAND = re.compile(r"::(error|warning|notice) file=([^,:]*),line=(\d+),title=([^,:]*)::(.*)")


def unescaped(text: str) -> str:
    """What GitHub's runner makes of an escaped text."""
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_github_annotations() -> None:
    *lines, totals = as_github.write(MIXED, View()).split("\n")
    found = [match.groups() for match in map(COMMAND.fullmatch, lines) if match]
    assert len(found) == len(lines) == 3
    assert [kind for kind, *_ in found] == ["notice", "error", "warning"]
    assert found[1][1] == "docs/a%2C b%3A 100%25.md"
    assert found[1][2:4] == ("7", "S001 unknown-source")
    assert unescaped(found[1][4]) == f"{PLAIN}\nWhat to do: mend ::debug::it"
    assert totals == MIXED.totals


def test_github_shows_ten_of_each_and_the_log_has_the_rest() -> None:
    many = [problem(n) for n in range(1, 14)]
    many += [problem(n, code="S004", severity=Severity.WARNING) for n in range(1, 13)]
    lines = as_github.write(report(*many), View()).split("\n")
    assert [line.split(" ")[0] for line in lines if line.startswith("::")].count("::error") == 10
    assert [line.split(" ")[0] for line in lines if line.startswith("::")].count("::warning") == 10
    log = [line for line in lines if line.startswith("- ")]
    assert len(log) == 5
    assert len(lines) == 26
    assert not any("##[" in line for line in log)


def test_the_summary_has_every_problem_by_file() -> None:
    many = [problem(n, message=f"wrong {n}", path=f"docs/{n % 2}.md") for n in range(1, 41)]
    summary = as_github.summary(report(*many))
    assert summary.count("\n#### ") == 2
    assert [f"| {n} | S001 | error | wrong {n} |" in summary for n in range(1, 41)] == [True] * 40


def test_the_summary_keeps_text_as_text() -> None:
    row = next(line for line in as_github.summary(MIXED).split("\n") if line.startswith("| 7 | S001 | error"))
    assert len(re.findall(r"(?<!\\)\|", row)) == 6
    assert "<" not in row
    assert not re.search(r"(?<!\\)[`\[\]@!:]", row)


def test_the_summary_ends_before_github_refuses_it() -> None:
    many = [problem(n, message="x" * 2000) for n in range(1, 1000)]
    summary = as_github.summary(report(*many))
    assert len(summary.encode()) < 1_000_000
    assert summary.endswith("There is more than fits here; the log of this step has all.\n")


def test_the_summary_is_added_to_what_is_there(broken: Path, check, tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n", encoding="utf-8")
    check("--format", "github", GITHUB_STEP_SUMMARY=str(file))
    text = file.read_text(encoding="utf-8")
    assert text.startswith("before\n### Content check\n")
    assert "| 7 | S001 | error | there is no source 'frist\\-2020' |" in text
    check("--format", "text", GITHUB_STEP_SUMMARY=str(file))
    assert file.read_text(encoding="utf-8") == text


# --- JSON ---


def test_json() -> None:
    found = json.loads(as_json.write(MIXED, View(color=True)).encode())
    assert {key: found[key] for key in ("version", "occasion", "checked", "counts")} == {
        "version": 1,
        "occasion": "writing",
        "checked": {"pages": 1, "data_files": 0},
        "counts": {"errors": 1, "warnings": 1, "hints": 1, "hints_left_out": 0, "files": 2},
    }
    assert len(found) == 5
    assert found["problems"][1] == {
        "path": "docs/a, b: 100%.md",
        "line": 7,
        "code": "S001",
        "name": "unknown-source",
        "severity": "error",
        "message": PLAIN,
        "remedy": "mend ::debug::it",
    }
    assert [each["severity"] for each in found["problems"]] == ["hint", "error", "warning"]


def test_json_is_all_that_is_printed(broken: Path, check, capsys: pytest.CaptureFixture[str]) -> None:
    check("--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert found["counts"] == {"errors": 2, "warnings": 1, "hints": 0, "hints_left_out": 1, "files": 2}


# --- SARIF ---

# What the standard asks for of the objects that are written, and nothing else may be written. The whole
# schema of OASIS may not be copied into this repository; the log was compared with it by hand.
TEXT = {
    "type": "object",
    "properties": {
        "text": {"type": "string", "minLength": 1},
        "markdown": {"type": "string", "minLength": 1},
    },
    "required": ["text"],
    "additionalProperties": False,
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def exactly(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def listed(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


RULE = exactly(
    {
        "id": {"type": "string", "pattern": r"^[A-Z]+\d+$"},
        "name": {"type": "string", "minLength": 1},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": {**TEXT, "required": ["text", "markdown"]},
        "defaultConfiguration": exactly({"enabled": {"type": "boolean"}, "level": LEVEL}),
    }
)
PLACE = exactly(
    {
        "physicalLocation": exactly(
            {
                "artifactLocation": exactly(
                    {
                        "uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"},
                        "uriBaseId": {"const": "%SRCROOT%"},
                    }
                ),
                "region": exactly({"startLine": {"type": "integer", "minimum": 1}}),
            }
        )
    }
)
RESULT = exactly(
    {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {**listed(PLACE, 1), "maxItems": 1},
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
    }
)
RUN = exactly(
    {
        "tool": exactly({"driver": exactly({"name": {"const": "psychoed"}, "rules": listed(RULE, 1)})}),
        "invocations": listed(exactly({"executionSuccessful": {"type": "boolean"}}), 1),
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "originalUriBaseIds": exactly({"%SRCROOT%": exactly({"description": TEXT})}),
        "results": listed(RESULT),
    }
)
SARIF = exactly(
    {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {**listed(RUN, 1), "maxItems": 1},
    }
)


def sarif(of: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(as_sarif.write(of, View()).encode())
    return log


@pytest.mark.parametrize("found", [MIXED, report()], ids=["problems", "none"])
def test_sarif_has_the_shape_of_the_standard(found: Report) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft7Validator(SARIF).validate(sarif(found))


def test_sarif_results_belong_to_their_rules() -> None:
    run = sarif(MIXED)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [entry.code for entry in entries()]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == ["S001", "S001", "S004"]
    assert [each["level"] for each in run["results"]] == ["note", "error", "warning"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert unquote(place["artifactLocation"]["uri"]) == "docs/a, b: 100%.md"


def test_sarif_takes_nothing_for_a_placeholder_or_a_link() -> None:
    text = sarif(MIXED)["runs"][0]["results"][1]["message"]["text"]
    assert "{{0}} {{{{ call() }}}}" in text
    assert "](" not in text
    assert text.endswith("What to do: mend ::debug::it.")


def test_sarif_rules_know_the_occasion() -> None:
    levels = {}
    for occasion in (Occasion.WRITING, Occasion.PUBLISH):
        driver = sarif(Report((), occasion=occasion))["runs"][0]["tool"]["driver"]
        rule = next(rule for rule in driver["rules"] if rule["id"] == "P001")
        levels[occasion] = rule["defaultConfiguration"]
    assert levels[Occasion.WRITING] == {"enabled": False, "level": "none"}
    assert levels[Occasion.PUBLISH] == {"enabled": True, "level": "error"}


def fingerprints(*problems: Problem) -> list[str]:
    return [
        each["partialFingerprints"]["psychoed/v1"] for each in sarif(report(*problems))["runs"][0]["results"]
    ]


def test_fingerprints_stay_when_lines_move_and_tell_problems_apart() -> None:
    before = fingerprints(problem(7), problem(9), problem(11, code="S003"), problem(7, path="docs/b.md"))
    after = fingerprints(problem(70), problem(90), problem(110, code="S003"), problem(70, path="docs/b.md"))
    assert before == after
    assert len(set(before)) == 4
