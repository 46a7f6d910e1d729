"""The whole way from a folder to rendered pages, for engines and scripts alike."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from .checks import check_site
from .checks.severities import Occasion
from .loading import load_site
from .problems import ContentError, Problem, errors
from .site import Site

if TYPE_CHECKING:
    from .rendering import Rendered


def load_and_check(
    root: Path, today: date, occasion: Occasion = Occasion.WRITING, only: Container[str] | None = None
) -> tuple[Site, list[Problem]]:
    """The site under ``root`` and everything that is wrong with it, or with the files in ``only``."""
    site, problems = load_site(root)
    told = [problem for problem in problems if only is None or problem.path in only]
    return site, told + check_site(site, today, occasion, only)


def render_project(
    root: Path, today: date, occasion: Occasion = Occasion.WRITING, handouts: Path | None = None
) -> tuple[Rendered, list[Problem]]:
    """Load, check and render. Raises ContentError when there are errors; returns the rest.

    What was found and the day go along: the quality report on the site tells both. ``handouts`` is a folder
    of PDFs: they become part of the site, and each page that has one leads to it.
    """
    # A check renders nothing, and an editor waits for it: what rendering needs is loaded only here.
    from .editing.admin import admin_files, published  # noqa: PLC0415
    from .handouts.files import handout_files  # noqa: PLC0415
    from .quality.report import Checked  # noqa: PLC0415
    from .rendering import render  # noqa: PLC0415
    from .rendering.context import template_environment  # noqa: PLC0415

    site, problems = load_and_check(root, today, occasion)
    if errors(problems):
        raise ContentError(problems)
    pdfs = handout_files(handouts) if handouts else {}
    site.handouts = frozenset(pdfs)
    rendered = render(site, root / "overrides", Checked(today, tuple(problems)))
    rendered.files.update(pdfs)
    if site.settings.admin:
        templates = template_environment(root / "overrides")
        rendered.files.update(admin_files(site, templates, published(site.settings)))
    return rendered, problems
