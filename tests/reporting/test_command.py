"""Which problems are told, of which files, on which occasion, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import support
from psychoed.catalog import entries
from psychoed.reporting.command import FORMATS

Capture = pytest.CaptureFixture[str]
PAGE = "content/conditions/sadness.md"
ALL_LINES = [
    f"{PAGE}:7: S001 there is no source 'frist-2020': did you mean 'first-2020'?",
    f"{PAGE}:11: R001 warning: the author can't be the reviewer: name the other person who read the page, "
    "or leave 'reviewer' and 'reviewed' out",
]


def test_everything_in_lines(broken: Path, check, capsys: Capture) -> None:
    assert check("--format", "lines") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ALL_LINES
    assert [line.partition(" ")[0] for line in lines[2:-1]] == ["content/data/help-lines.yml:16:"]
    assert lines[-1] == (
        "2 errors, 1 warning in 2 files; 7 pages and 14 data files checked; 1 hint (show them with --hints)"
    )


def test_hints_are_told_when_asked_for(broken: Path, check, capsys: Capture) -> None:
    check("--format", "lines", "--hints")
    lines = capsys.readouterr().out.splitlines()
    assert "hint: nothing cites the source 'unused-2022'" in lines[-2]
    assert lines[-1] == "2 errors, 1 warning, 1 hint in 3 files; 7 pages and 14 data files checked"


@pytest.mark.parametrize("name", FORMATS)
def test_a_hint_is_in_no_format_unless_asked_for(broken: Path, check, capsys: Capture, name: str) -> None:
    check("--format", name)
    assert "unused-2022" not in capsys.readouterr().out
    check("--format", name, "--hints")
    assert "unused-2022" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "here"),
    [
        (PAGE, "."),
        ("content/conditions", "."),
        ("content\\conditions\\sadness.md", "."),
        ("sadness.md", "content/conditions"),
        ("../conditions/./sadness.md", "content/data"),
        (PAGE, "content/data"),  # from the project's folder, wherever one stands
    ],
)
def test_only_what_was_named(broken: Path, check, capsys: Capture, path: str, here: str) -> None:
    assert check(path, "--format", "lines", here=here) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == [*ALL_LINES, "1 error, 1 warning in 1 file; 1 page checked"]


def test_an_absolute_path(broken: Path, check, capsys: Capture) -> None:
    check(str(broken / PAGE), "--format", "lines")
    assert capsys.readouterr().out.splitlines()[:-1] == ALL_LINES


def test_files_and_folders_with_options_between(broken: Path, check, capsys: Capture) -> None:
    check("content/data", "--format", "lines", PAGE)
    out = capsys.readouterr().out
    assert "help-lines.yml:16" in out
    assert PAGE in out
    assert "1 page and 14 data files checked" in out


def test_the_projects_folder_is_everything(broken: Path, check, capsys: Capture) -> None:
    check(".", "--format", "lines")
    assert "7 pages and 14 data files checked" in capsys.readouterr().out


def test_a_rule_sees_the_whole_site_when_one_file_is_checked(project: Path, check, capsys: Capture) -> None:
    support.edit(project, PAGE, "/therapies/talking/#what", "/therapies/talkin/")
    assert check(PAGE, "--format", "lines") == 1
    assert "did you mean /therapies/talking/?" in capsys.readouterr().out


def test_a_page_that_cannot_be_read_is_a_page(project: Path, check, capsys: Capture) -> None:
    (project / PAGE).write_bytes(b"\xff\xfe")
    assert check(PAGE, "--format", "lines") == 1
    assert f"{PAGE}:1: L001" in capsys.readouterr().out


def test_a_missing_data_file_is_told_with_its_folder(project: Path, check, capsys: Capture) -> None:
    (project / "content/data/program.yml").unlink()
    assert check("content/data", "--format", "lines") == 1
    assert "content/data/program.yml:1: L011" in capsys.readouterr().out


# --- what is no part of the site ---


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("content/conditions/sadnes.md", "did you mean content/conditions/sadness.md?"),
        ("mkdocs.yml", "no page or data file of the site"),
        ("docs/assets/psychoed.css", "no page or data file of the site"),
        ("overrides", "has no page or data file"),
        ("..", "is outside the project"),
        ("", "there is no file or folder ''"),
        ("a\0b", "there is no file or folder"),
        ("x" * 5000, "there is no file or folder"),
    ],
)
def test_a_path_that_is_no_part_of_the_site(check, capsys: Capture, path: str, told: str) -> None:
    assert check(path) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


def test_a_link_to_a_page_is_no_page(project: Path, check, capsys: Capture) -> None:
    (project / "content/conditions/other.md").symlink_to(project / PAGE)
    assert check("content/conditions/other.md") == 2


# --- exit codes and occasions ---


def test_no_errors(check, capsys: Capture) -> None:
    assert check() == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings; 7 pages and 14 data files checked\n"


def test_warnings_never_fail(broken: Path, check, capsys: Capture) -> None:
    support.edit(broken, PAGE, "[@frist-2020]", "[@first-2020]")
    assert check(PAGE, "--format", "lines") == 0
    assert "0 errors, 1 warning in 1 file" in capsys.readouterr().out
    assert check(PAGE, "--format", "lines", "--weekly") == 1


def test_publish_refuses_more(check, capsys: Capture) -> None:
    assert check("content/data/program.yml") == 0
    assert check("content/data/program.yml", "--publish") == 1
    assert "the program is still the sample" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "xml"],
        ["--weekly", "--publish"],
        ["--unknown"],
    ],
)
def test_an_option_that_is_none(check, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        check(*arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("arguments", [["--format", "json"], ["--output", "problems.txt"]])
def test_watching_is_for_people(check, capsys: Capture, arguments: list[str]) -> None:
    assert check("--watch", *arguments) == 2
    assert "leave --output out" in capsys.readouterr().err


def test_help_says_what_fails(check, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        check("--help")
    assert stopped.value.code == 0
    assert "warnings and hints never fail" in capsys.readouterr().out


# --- where it is told ---


def test_the_output_goes_to_a_file_and_the_totals_are_shown(broken: Path, check, capsys: Capture) -> None:
    assert check("--format", "json", "--output", "found.json", here="content") == 1
    assert capsys.readouterr().out.startswith("2 errors, 1 warning in 2 files;")
    found = json.loads((broken / "content" / "found.json").read_text(encoding="utf-8"))
    assert found["counts"]["errors"] == 2


def test_an_output_that_cannot_be_written(check, capsys: Capture) -> None:
    assert check("--output", "nowhere/found.txt") == 2
    assert "'nowhere/found.txt' can't be written" in capsys.readouterr().err


def test_github_is_chosen_in_github_alone(broken: Path, check, capsys: Capture) -> None:
    check(GITHUB_ACTIONS="true")
    assert capsys.readouterr().out.startswith(f"::error file={PAGE},line=7,")
    check("--format", "lines", GITHUB_ACTIONS="true")
    assert capsys.readouterr().out.startswith(f"{PAGE}:7:")
    check(GITHUB_ACTIONS="false")
    assert capsys.readouterr().out.startswith(f"{PAGE}\n")


# --- explaining ---


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.code)
def test_every_code_is_explained(check, capsys: Capture, entry) -> None:
    assert check("--explain", entry.code.lower()) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{entry.code}  {entry.name}\n")
    assert entry.why in out
    assert entry.remedy in out
    assert ("    exceptions:\n" in out) == entry.severities.excepted


def test_a_rule_is_explained_by_its_name(check, capsys: Capture) -> None:
    check("--explain", "ready-to-publish")
    assert "Severity:   off; error to publish\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("word", "told"), [("S0003", "did you mean S003?"), ("", "Every rule"), ("%", "Every rule")]
)
def test_what_is_no_code(check, capsys: Capture, word: str, told: str) -> None:
    assert check("--explain", word) == 2
    assert told in capsys.readouterr().err
