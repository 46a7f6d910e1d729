"""Projects for tests: a small one of a few files, and broken copies of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from psychoed.project import find_problems

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "small"


def small_project(folder: Path) -> Path:
    """A copy of the small site, with the real templates, that a test may change."""
    project = folder / "project"
    shutil.copytree(SMALL, project)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets")
    return project


def engine_project(folder: Path) -> Path:
    """The small site with the real settings, so that an engine can build it."""
    project = small_project(folder)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    hook = "src/psychoed/engines/mkdocs_hook.py"
    (project / "mkdocs.yml").write_text(settings.replace(hook, str(ROOT / hook)), encoding="utf-8")
    return project


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Replace text that has to be there in one file of a project."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def messages(project: Path, *, publish: bool = False) -> list[str]:
    """Every problem of a project as its line of text."""
    return [str(problem) for problem in sorted(set(find_problems(project, publish=publish)))]
