"""A new page is whole but for its answers, and says what to do next."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

import support
from psychoed.checks import check_site
from psychoed.editing.asking import Asker
from psychoed.editing.evidence import CELL, with_cell
from psychoed.editing.new_page import main, slug_of
from psychoed.loading import load_site
from psychoed.models import Evidence

TODAY = date(2026, 10, 1)
POINTS = ["--key-point", "One.", "--key-point", "Two.", "--key-point", "Three: and more."]
FLAGS = ["--summary", "A short answer: here.", *POINTS]
NOBODY = Asker(person=False)


def person(*answers: str) -> Asker:
    """Somebody who gives these answers and then leaves."""
    left: Iterator[str] = iter(answers)

    def read(_: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return Asker(person=True, read=read)


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.fixture
def asked(project: Path) -> Path:
    """A small project whose conditions show a setting's evidence, as the real ones do."""
    support.edit(
        project,
        "content/data/questions.yml",
        "    - id: helps\n",
        "    - {id: day, heading: How can day care help?, component: setting_evidence, arguments: [day],"
        " hint: Say what it offers.}\n    - id: helps\n",
    )
    support.edit(
        project,
        "content/conditions/sadness.md",
        "## What helps?",
        '## How can day care help?\n\nSee.\n\n{{ setting_evidence("day") }}\n\n## What helps?',
    )
    return project


def codes(project: Path, path: str) -> set[str]:
    """The codes of the structure checks that find something in one file."""
    site, problems = load_site(project)
    found = [*problems, *check_site(site, TODAY, only={path})]
    return {problem.code for problem in found if problem.path == path and problem.code[0] in "CLX"}


CASES = [
    (["condition", "Panic disorder"], "content/conditions/panic-disorder.md"),
    (["therapy", "Art therapy"], "content/therapies/art-therapy.md"),
    (["level", "Overnight care"], "content/levels-of-care/stay.md"),
    (["guide", "Before you begin", "--group", "choose"], "docs/guides/before-you-begin.md"),
]


@pytest.mark.parametrize(
    ("arguments", "path"), CASES, ids=lambda value: value[0] if isinstance(value, list) else ""
)
def test_only_the_answers_are_missing(
    asked: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], path: str
) -> None:
    assert main([*arguments, *FLAGS], asked, TODAY, NOBODY) == 0
    assert codes(asked, path) - {"X002", "X003"} == {"C010"}
    told = capsys.readouterr().out
    assert f"Wrote {path}\n" in told
    steps = re.findall(r"^(\d)\. ", told, re.MULTILINE)
    assert steps == [str(number) for number in range(1, len(steps) + 1)]
    assert 4 <= len(steps) <= 6


def test_every_kind_of_page_can_be_started_on_the_real_site(tmp_path: Path) -> None:
    for part in ("content", "docs"):
        shutil.copytree(support.ROOT / part, tmp_path / part)
    shutil.copyfile(support.ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    for kind, flags in (("condition", []), ("therapy", []), ("guide", ["--group", "after"])):
        assert main([kind, "Wholly new", *flags, *FLAGS], tmp_path, TODAY, NOBODY) == 0
    for path in ("content/conditions", "content/therapies", "docs/guides"):
        assert codes(tmp_path, f"{path}/wholly-new.md") - {"X002", "X003", "X004"} == {"C010"}
    assert codes(tmp_path, "content/data/evidence.yml") == set()


def test_the_front_matter_holds_what_was_given(project: Path) -> None:
    main(
        ["condition", "Panic disorder", "--parent", "sadness", "--author", "Ana", *FLAGS],
        project,
        TODAY,
        NOBODY,
    )
    text = (project / "content/conditions/panic-disorder.md").read_text(encoding="utf-8")
    assert yaml.safe_load(text.split("---\n")[1]) == {
        "title": "Panic disorder",
        "name": "panic disorder",
        "parent": "sadness",
        "summary": "A short answer: here.",
        "key_points": ["One.", "Two.", "Three: and more."],
        "review": {"author": "Ana", "written": TODAY, "next_review": date(2027, 10, 1)},
    }


def test_the_author_is_who_writes_most_pages_and_a_name_of_capitals_stays(project: Path) -> None:
    main(["condition", "OCD", *FLAGS], project, TODAY, NOBODY)
    page = next(page for page in load_site(project)[0].pages if page.slug == "ocd")
    assert (page.meta.name, page.meta.review.author) == ("OCD", "The team")


def test_a_page_begun_on_february_29_is_read_again_after_a_year(project: Path) -> None:
    main(["condition", "Leaping", *FLAGS], project, date(2028, 2, 29), NOBODY)
    page = next(page for page in load_site(project)[0].pages if page.slug == "leaping")
    assert page.meta.review.next_review == date(2029, 3, 1)


def test_a_person_is_asked_again_until_the_answer_fits(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ("a <b>", "worry", "nothing", "sadness", "", "Short.", "One.", "Two.", "{{ no }}", "Three.", "")
    assert main(["condition", "Worry"], project, TODAY, person(*answers)) == 0
    page = next(page for page in load_site(project)[0].pages if page.slug == "worry")
    assert (page.meta.name, page.meta.parent, page.meta.summary) == ("worry", "sadness", "Short.")
    assert page.meta.key_points == ("One.", "Two.", "Three.")
    assert page.meta.review.author == "The team"
    told = capsys.readouterr().err
    assert told.count("Please try again.") == 4
    assert "it has to be one of: sadness, none" in told
    assert "an answer is needed" in told


def test_only_what_was_not_given_is_asked(project: Path) -> None:
    arguments = ["guide", "First", "--group", "after", "--author", "Ana", *POINTS]
    assert main(arguments, project, TODAY, person("The summary.")) == 0
    page = next(page for page in load_site(project)[0].pages if page.slug == "first")
    assert (page.meta.summary, page.meta.group) == ("The summary.", "after")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["condition", "Panic"], "give --summary, --key-point 3 times as well"),
        (["guide", "First", *FLAGS], "give --group as well"),
        (
            ["guide", "First", "--group", "later", *FLAGS],
            "it has to be one of: understand, choose, support, after",
        ),
        (["condition", "Panic", "--parent", "gladness", *FLAGS], "it has to be one of: sadness, none"),
        (["condition", "Sadness", *FLAGS], "there is a page /conditions/sadness/ already"),
        (["condition", "Low mood", *FLAGS], "is an old address of content/conditions/sadness.md"),
        (["condition", "???", *FLAGS], "makes no address"),
        (["condition", "Panic <b>", *FLAGS], "can't be a title"),
        (["condition", "Panic", "--summary", "", *POINTS], "--summary can't be '': an answer is needed"),
        (["condition", "Panic", *FLAGS, *POINTS], "there are 6 key points: give 3 to 5"),
        (["level", "Night care", *FLAGS], "no level 'night-care': add it there first"),
        (["level", "Day care", *FLAGS], "there is a page /levels-of-care/day/ already"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    support.edit(
        project,
        "content/conditions/sadness.md",
        "\nreview:",
        "\nmoved_from: [/conditions/low-mood/]\nreview:",
    )
    before = everything(project)
    assert main(arguments, project, TODAY, NOBODY) == 1
    assert reason in capsys.readouterr().err
    assert everything(project) == before


def test_who_leaves_early_leaves_nothing_behind(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(project)
    assert main(["therapy", "Art"], project, TODAY, person("art", "A summary.")) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert everything(project) == before


def test_broken_questions_are_to_be_mended_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    support.edit(project, "content/data/questions.yml", "heading: What helps?", "headline: What helps?")
    assert main(["therapy", "Art", *FLAGS], project, TODAY, NOBODY) == 1
    assert "mend this first:\ncontent/data/questions.yml:5:" in capsys.readouterr().err


def test_other_problems_of_the_page_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flags = ["--summary", "It helps 9 people.", *POINTS]
    assert main(["therapy", "Art", *flags], project, TODAY, NOBODY) == 0
    assert "\ncontent/therapies/art.md:4: S003 " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Post-traumatic stress (PTSD)", "post-traumatic-stress-ptsd"),
        ("Ménière's disease", "menieres-disease"),
        ("  Grief & loss!  ", "grief-loss"),
    ],
)
def test_a_title_makes_an_address(title: str, slug: str) -> None:
    assert slug_of(title) == slug


# --- the evidence that a new page shows ---

HEAD = "checked: 2026-01-02\nwords: {strong: a, moderate: b, limited: c, insufficient: d, avoid-alone: e}\n"


@pytest.mark.parametrize(
    "settings",
    [
        "settings:\n  sadness:\n    day:\n      strength: limited\n      note: A.\n",
        "settings:\n    sadness:\n      day: {strength: limited, note: A.}\n",
        "settings: # settings\n  panic:\n    stay: {strength: limited, note: A.}\n  sadness: {}\n",
        "settings:\n  sadness: {}\n\n# The rest.\ntherapies: {}\n",
    ],
)
def test_a_cell_is_added_and_all_else_stays(settings: str) -> None:
    text = HEAD + ("" if "therapies" in settings else "therapies: {}\n") + settings
    new = with_cell(text, "panic", "day")
    before, after = yaml.safe_load(text), yaml.safe_load(new)
    assert after["settings"]["panic"].pop("day") == CELL
    assert after["settings"] in (before["settings"], {**before["settings"], "panic": {}})
    assert {**after, "settings": 0} == {**before, "settings": 0}
    Evidence.model_validate(yaml.safe_load(new))
    assert set(text.splitlines()) <= set(new.splitlines())
    assert with_cell(new, "panic", "day") == new, "once is enough"


@pytest.mark.parametrize("settings", ["settings: {}\n", "settings: {sadness: {}}\n"])
def test_where_a_cell_can_not_be_added_it_is_said_what_to_add(
    asked: Path, capsys: pytest.CaptureFixture[str], settings: str
) -> None:
    path = asked / "content/data/evidence.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.partition("settings:")[0] + settings, encoding="utf-8")
    before = everything(asked)
    assert main(["condition", "Panic", *FLAGS], asked, TODAY, NOBODY) == 1
    told = capsys.readouterr().err
    assert "  panic:\n    day:\n      strength: insufficient\n      note: We have not looked" in told
    assert everything(asked) == before


def test_the_script_says_what_is_missing_where_nobody_can_be_asked() -> None:
    command = [sys.executable, "scripts/new.py", "condition", "Wholly new"]
    done = subprocess.run(
        command, cwd=support.ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 1
    assert "give --summary, --key-point 3 times as well, or run it in a terminal" in done.stderr
