"""The whole way from a folder to rendered pages, for engines and scripts alike."""

from __future__ import annotations

from pathlib import Path

from .checks import check_site
from .loading import load_site
from .problems import ContentError, Problem, errors
from .rendering import Rendered, render
from .site import Site


def load_and_check(root: Path, *, publish: bool = False) -> tuple[Site, list[Problem]]:
    """The site under ``root`` and everything that is wrong with it."""
    site, problems = load_site(root)
    return site, problems + list(check_site(site, publish=publish))


def find_problems(root: Path, *, publish: bool = False) -> list[Problem]:
    """Everything that is wrong under ``root``."""
    return load_and_check(root, publish=publish)[1]


def render_project(root: Path, *, publish: bool = False) -> tuple[Rendered, list[Problem]]:
    """Load, check and render. Raises ContentError when there are errors; returns the warnings."""
    site, problems = load_and_check(root, publish=publish)
    if errors(problems):
        raise ContentError(problems)
    return render(site, root / "overrides"), problems
