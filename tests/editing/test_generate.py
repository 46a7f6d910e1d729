"""Generated files are written from what they are made of, and a stale one is named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import support
from psychoed.editing.generate import GUIDE, generate, generated, main, stale

MARKS = (
    "# Guide\n\n<!-- fields -->\n<!-- /fields -->\n\nBetween.\n\n<!-- rules -->\n<!-- /rules -->\n\nEnd.\n"
)


@pytest.fixture
def fresh(project: Path) -> Path:
    """A small project with everything generated."""
    (project / GUIDE).write_text(MARKS, encoding="utf-8")
    assert generate(project) == 0
    return project


def test_the_repository_is_up_to_date() -> None:
    assert list(stale(support.ROOT)) == [], "run python3 scripts/generate.py"


def test_what_was_generated_is_up_to_date(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"], fresh) == 0
    capsys.readouterr()
    assert main([], fresh) == 0
    assert capsys.readouterr().out == "0 files changed\n"


def test_the_rest_of_the_guide_stays(fresh: Path) -> None:
    text = (fresh / GUIDE).read_text(encoding="utf-8")
    assert text.startswith("# Guide\n\n<!-- fields -->\n\n### Front matter")
    assert "<!-- /fields -->\n\nBetween.\n\n<!-- rules -->\n\n| code |" in text
    assert text.endswith("<!-- /rules -->\n\nEnd.\n")


@pytest.mark.parametrize("name", ["schemas/condition.json", "templates/guide.md", ".vscode/settings.json"])
def test_a_stale_file_is_named_and_left(fresh: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (fresh / name).write_text("old", encoding="utf-8")
    assert main(["--check"], fresh) == 1
    assert capsys.readouterr().err == f"{name}: is not up to date: run python3 scripts/generate.py\n"
    assert (fresh / name).read_text(encoding="utf-8") == "old"


def test_a_reworded_question_makes_its_template_stale(fresh: Path) -> None:
    support.edit(fresh, "content/data/questions.yml", "heading: What helps?", "heading: What may help?")
    assert list(stale(fresh)) == ["templates/condition.md", "content/data/permalinks.yml"]


def test_a_file_that_nothing_makes_any_more_is_taken_away(fresh: Path) -> None:
    shutil.copyfile(fresh / "schemas" / "guide.json", fresh / "schemas" / "leaflet.json")
    assert generate(fresh) == 0
    assert not (fresh / "schemas" / "leaflet.json").exists()


def test_without_its_marks_a_guide_is_not_touched(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    support.edit(fresh, GUIDE, "<!-- /rules -->", "")
    (fresh / "schemas" / "guide.json").unlink()
    assert main([], fresh) == 1
    assert "<!-- /rules -->" in capsys.readouterr().err
    assert not (fresh / "schemas" / "guide.json").exists(), "all is written, or nothing"


def test_broken_questions_are_told(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    support.edit(fresh, "content/data/questions.yml", "heading: What helps?", "headline: What helps?")
    assert main([], fresh) == 1
    assert "did you mean 'heading'?" in capsys.readouterr().err


def test_everything_ends_with_one_line_break() -> None:
    for name, text in generated(support.ROOT).items():
        assert text is not None
        assert text.endswith("\n") and not text.endswith("\n\n"), name
