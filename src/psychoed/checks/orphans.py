"""Some other page leads to every page."""

from __future__ import annotations

from collections.abc import Iterator

from ..rendering.related import related_pages
from ..rendering.site import MENU
from ..site import Kind, Page, Site
from ..walk import findings, program_services
from .links import targets
from .rule import Found, Rule, Run

# Where the theme's own templates lead on every page.
EVERYWHERE = {"/", "/get-help-now/", "/glossary/", "/our-program/", *(address for _, address in MENU)}


def find(run: Run) -> Iterator[Found]:
    if run.site.unreadable:  # one of those may be what leads there
        return
    led_to = EVERYWHERE | set(_named(run.site)) | set(_in_data(run.site))
    for page in run.pages:
        if page.address not in led_to:
            yield Found(page.path, 1, f"no other page leads to {page.address}")


def _named(site: Site) -> Iterator[str]:
    """What pages name in their text, and the related pages offered at their end."""
    for page in site.pages:
        yield from (target.partition("#")[0] for _, target in targets(page) if _leaves(page, target))
        yield from (other.address for other in related_pages(site, page))


def _leaves(page: Page, target: str) -> bool:
    return target.partition("#")[0] != page.address


def _in_data(site: Site) -> Iterator[str]:
    """What tables lead to: the evidence both ways, the comparison, the program."""
    for _, cell in findings(site):
        folder = {"therapies": "therapies", "settings": "levels-of-care"}[cell.part]
        yield from (f"/conditions/{cell.condition}/", f"/{folder}/{cell.name}/")
    yield from (page.address for page in site.of_kind(Kind.LEVEL))
    yield from (service.address for _, service in program_services(site) if service.address)


RULE = Rule(
    code="X002",
    name="orphan",
    why="A page that only a list knows is found by nobody who would need it.",
    remedy="link to it from the text of a page whose readers need it, or name it there under 'related'",
    find=find,
    needs=frozenset({"evidence", "levels_of_care", "program", "questions"}),
)
