"""Everybody's change has somebody who is asked to review it."""

from __future__ import annotations

import pytest
from pathspec import GitIgnoreSpec

import support
from test_repository import tracked

FILE = support.ROOT / ".github" / "CODEOWNERS"


def rules() -> list[tuple[str, list[str]]]:
    """The patterns with their owners, in order."""
    lines = [line.split("#")[0].split() for line in FILE.read_text(encoding="utf-8").splitlines()]
    return [(line[0], line[1:]) for line in lines if line]


PATTERNS = [pattern for pattern, _ in rules()]


def owners(name: str) -> list[str]:
    """Who is asked: the owners of the last pattern that fits."""
    fitting = [who for pattern, who in rules() if GitIgnoreSpec.from_lines([pattern]).match_file(name)]
    return fitting[-1] if fitting else []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_means_the_same_to_github_as_to_git(pattern: str) -> None:
    """Where the two differ ('!', '[a-z]', 'folder/*'), this test could not say who is asked."""
    assert not any(sign in pattern for sign in "![]\\?")
    assert pattern == "*" or ("*" not in pattern and pattern.startswith("/"))


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_fits_a_file(pattern: str) -> None:
    assert any(GitIgnoreSpec.from_lines([pattern]).match_files(tracked()))


def test_every_owner_is_a_placeholder_or_a_name() -> None:
    for _, who in rules():
        assert who
        assert all(owner.startswith("@") for owner in who)


@pytest.mark.parametrize("folder", ["content/", "docs/", "src/", ".github/"])
def test_every_file_has_an_owner(folder: str) -> None:
    files = [name for name in tracked() if name.startswith(folder)]
    assert files
    assert [name for name in files if not owners(name)] == []


@pytest.mark.parametrize(
    ("name", "team"),
    [
        ("content/conditions/depression.md", "clinical-editors"),
        ("docs/get-help-now.md", "clinical-editors"),
        ("content/data/help-lines.yml", "clinical-editors"),
        ("content/data/help-lines.yml", "data-editors"),
        ("docs/assets/psychoed.js", "developers"),
        ("overrides/main.html", "developers"),
        ("src/psychoed/loading.py", "developers"),
        (".github/workflows/check.yml", "maintainers"),
        (".github/CODEOWNERS", "maintainers"),
        (".ci/run", "maintainers"),
    ],
)
def test_the_right_people_are_asked(name: str, team: str) -> None:
    assert f"@your-organization/{team}" in owners(name)
