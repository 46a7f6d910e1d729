"""What the search command tells an editor, and what it does when it can't."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import support
from psychoed.finding.engine import FindingError, readable_site, with_places
from psychoed.finding.places import place_of
from psychoed.finding.telling import in_words
from psychoed.problems import ContentError

VOCABULARY = "content/data/vocabulary.yml"
SADNESS = "/conditions/sadness/"


def line_with(project: Path, name: str, text: str) -> str:
    lines = (project / name).read_text(encoding="utf-8").splitlines()
    return f"{name}:{next(number for number, line in enumerate(lines, 1) if text in line)}"


@pytest.mark.parametrize(
    ("kind", "text", "name", "written"),
    [
        ("title", "Sadness", "content/conditions/sadness.md", "title:"),
        ("name", "feeling low", VOCABULARY, "feeling low"),
        ("find", "the blahs", VOCABULARY, "the blahs"),
        ("feeling", "I feel so low", VOCABULARY, "I feel so low"),
    ],
)
def test_an_entry_is_told_with_its_line(project: Path, kind: str, text: str, name: str, written: str) -> None:
    told = place_of(readable_site(project), SADNESS, kind, text)
    assert told == line_with(project, name, written)


def test_a_part_in_brackets_has_the_line_of_the_whole(project: Path) -> None:
    support.edit(project, VOCABULARY, "the blahs", "the blahs (bad mood)")
    site = readable_site(project)
    assert place_of(site, SADNESS, "find", "bad mood") == line_with(project, VOCABULARY, "bad mood")
    assert place_of(site, SADNESS, "find", "written nowhere") == ""


def test_a_file_that_cannot_be_read_is_told_like_every_mistake(project: Path) -> None:
    support.edit(project, VOCABULARY, "feelings:", "feelings: [")
    with pytest.raises(ContentError, match=rf"{VOCABULARY}:\d+: "):
        readable_site(project)


def test_a_site_without_words_is_told_so(project: Path) -> None:
    (project / VOCABULARY).unlink()
    with pytest.raises((FindingError, ContentError), match="vocabulary"):
        readable_site(project)


def answer(**other: Any) -> dict[str, Any]:
    page = {
        "place": 1,
        "shown": True,
        "score": 1.25,
        "title": "Sadness",
        "address": SADNESS,
        "best": {"kind": "find", "text": "the blahs"},
        "abbreviations": ["tt"],
        "words": [{"typed": "blahz", "as": "blahs", "way": "typing", "places": ["vocabulary", "text"]}],
        "sections": ["What is it?"],
    }
    help_lines = {"shown": False, "phrases": [], "guards": [], "learned": None}
    return {"small": ["the"], "unknown": ["qx"], "pages": [page], "help": help_lines, **other}


def test_everything_about_a_page_is_told(project: Path) -> None:
    told = in_words(with_places(readable_site(project), answer()))
    where = line_with(project, VOCABULARY, "the blahs")
    assert told.splitlines() == [
        "Help lines: not shown",
        "Small words, which count little: the",
        "Words that no page has: qx",
        "",
        f"1. Sadness  {SADNESS}  score 1.25",
        f'   nearest entry: "the blahs", words to find it by ({where})',
        "   short for it: tt",
        "   blahz -> blahs (a typing mistake): in vocabulary, text",
        "   sections: What is it?",
    ]


def test_danger_and_harmless_sayings_are_told_with_their_phrase() -> None:
    shown = {
        "shown": True,
        "phrases": [{"id": "danger", "phrase": "kill* myself"}],
        "guards": [],
        "learned": None,
    }
    assert "because of\n  kill* myself (danger)\n" in in_words(answer(help=shown, pages=[]))
    like = {"score": 1.2, "sure": True, "words": ["cant _ this", "carry on"]}
    learned = {"shown": True, "phrases": [], "guards": [], "learned": like}
    assert "most by: cant _ this, carry on\n" in in_words(answer(help=learned, pages=[]))
    unlike = {"score": -3, "sure": False, "words": ["bath"]}
    doubted = {**shown, "shown": False, "learned": unlike}
    assert "are more alike, most by:\n  bath\n" in in_words(answer(help=doubted, pages=[]))
    hidden = {"shown": False, "phrases": [], "guards": ["killing it"], "learned": None}
    assert "not shown, because this is a harmless saying: killing it" in in_words(
        answer(help=hidden, pages=[])
    )


def test_what_was_typed_does_not_act_on_the_terminal() -> None:
    assert "\x1b" not in in_words(answer(unknown=["\x1b[2J"], pages=[]))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sad"], "Set CHROMIUM to the path of a Chromium or Chrome"),
        (["sad", "--page", "conditions/ptds"], "did you mean '/conditions/ptsd/'?"),
        ([], "the following arguments are required: query"),
    ],
    ids=["no browser", "no such page", "no query"],
)
def test_the_command_says_what_stops_it(tmp_path: Path, arguments: list[str], told: str) -> None:
    command = [sys.executable, str(support.ROOT / "scripts" / "search.py"), *arguments]
    environment = {**os.environ, "CHROMIUM": str(tmp_path / "nothing")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
