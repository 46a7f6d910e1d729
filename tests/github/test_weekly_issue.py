"""The weekly check keeps one issue: opened, updated, and closed, by the very lines of the workflow.

GitHub's command ``gh`` is replaced by one that notes how it was called, and knows one open issue or none.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from test_workflows import GITHUB, load

TITLE = "Weekly check: what needs somebody's attention"
GH = """#!/bin/sh
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN_ISSUE"; exit; fi
echo "$@" >> calls.txt
"""


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A folder as the job finds it: the two reports, and a ``gh`` that only takes notes."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "content.txt").write_text("a review is overdue", encoding="utf-8")
    (tmp_path / "reports" / "links.md").write_text("a page is gone", encoding="utf-8")
    (tmp_path / "gh").write_text(GH, encoding="utf-8")
    (tmp_path / "gh").chmod(0o755)
    return tmp_path


def run(folder: Path, content: str, links: str, open_issue: str = "") -> str:
    """Run the job's step; returns how ``gh`` was called to change something."""
    job = load(GITHUB / "workflows" / "weekly.yml")["jobs"]["issue"]
    step = next(step for step in job["steps"] if "run" in step)
    environment = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "CONTENT": content,
        "LINKS": links,
        "OPEN_ISSUE": open_issue,
        "TITLE": step["env"]["TITLE"],
        "RUN": "https://github.test/run/1",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    calls = folder / "calls.txt"
    return calls.read_text(encoding="utf-8") if calls.exists() else ""


def body(folder: Path) -> str:
    return (folder / "body.md").read_text(encoding="utf-8")


def test_the_first_problem_opens_an_issue(runner: Path) -> None:
    assert run(runner, "success", "failure") == f"issue create --title {TITLE} --body-file body.md\n"
    assert "Nothing to do." in body(runner)
    assert "a review is overdue" not in body(runner)
    assert "a page is gone" in body(runner)


def test_the_next_one_updates_it(runner: Path) -> None:
    calls = run(runner, "failure", "failure", open_issue="7").splitlines()
    assert calls[0] == "issue edit 7 --body-file body.md"
    assert calls[1].startswith("issue comment 7 --body Checked again.")
    assert len(calls) == 2
    assert "a review is overdue" in body(runner)


def test_it_closes_when_nothing_is_left(runner: Path) -> None:
    assert run(runner, "success", "success", open_issue="7").startswith(
        "issue close 7 --comment Nothing is left"
    )


def test_a_good_week_writes_nothing(runner: Path) -> None:
    assert run(runner, "success", "success") == ""


def test_a_check_that_did_not_finish_is_told(runner: Path) -> None:
    (runner / "reports" / "links.md").unlink()
    run(runner, "success", "failure")
    assert "This check did not finish." in body(runner)


def test_a_long_report_fits_into_an_issue(runner: Path) -> None:
    for name in ("content.txt", "links.md"):
        (runner / "reports" / name).write_text("a “line” of a long report\n" * 9000, encoding="utf-8")
    run(runner, "failure", "failure")
    assert len(body(runner)) < 65536
    assert body(runner).count("\n```\n") == 2, "what comes after a cut report is still read as text"
    assert "## Links to other sites" in body(runner)
