"""A small page at each address that a page had before. It leads on, with or without script."""

from __future__ import annotations

from jinja2 import Environment

from ..site import Page, Site
from .addresses import relative
from .policies import REDIRECT, as_text

SCRIPT = "/assets/redirect.js"


def redirect_files(site: Site, templates: Environment) -> dict[str, str]:
    """The pages at old addresses, by their place in the docs folder."""
    moved = sorted(site.moved().items())
    return {f"{old.strip('/')}/index.html": _redirect(templates, old, page) for old, page in moved}


def _redirect(templates: Environment, old: str, page: Page) -> str:
    ways = {"target": relative(old, page.address), "script": relative(old, SCRIPT)}
    values = {"page": page, "policy": as_text(REDIRECT), **ways}
    return templates.get_template("redirect.html").render(values)
