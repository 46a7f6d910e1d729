"""The pages that show a reading list: the client's own, the one that lays it out for paper, and a sheet for
each ready-made set, which needs no script.

The first two are the same for every list: what is on it stands after the ``#`` of the link, which no server
sees. So they are plain files beside the theme, as doors are, and small.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ..models import HandoutSet
from ..permalinks import QR_FILE
from ..reading_lists import BUILDER, LIST, SHEET, entries_of, set_fragment
from ..site import Site
from .addresses import in_full, relative
from .exit_page import exit_button
from .help_now import urgent_lines
from .paper import clinic_of
from .policies import READING_LIST, as_text
from .qr import qr_svg

# What draws QR codes in a browser; a module, under a name that every host knows the type of.
DRAWING = Path(__file__).parents[3] / "vendor" / "lean-qr" / "index.mjs"
PUBLISHED = "assets/lean-qr.js"


def list_files(site: Site, templates: Environment) -> dict[str, str]:
    """All of them, by their place in the docs folder, and the library that draws QR codes."""
    files = {
        f"{LIST.strip('/')}/index.html": _page(site, templates, "reading_list", LIST),
        f"{SHEET.strip('/')}/index.html": _page(site, templates, "reading_sheet", SHEET),
        PUBLISHED: DRAWING.read_text(encoding="utf-8"),
    }
    for each in site.handout_sets.sets if site.handout_sets else ():
        address = f"{BUILDER}{each.id}/"
        sheet = _page(site, templates, "reading_sheet", address, **_of_set(site, each))
        link = in_full(site.settings, f"{LIST}#{set_fragment(site, each)}")
        files |= {f"{address.strip('/')}/index.html": sheet, f"{address.strip('/')}/{QR_FILE}": qr_svg(link)}
    return files


def _page(site: Site, templates: Environment, template: str, address: str, **values: Any) -> str:
    lines = site.help_lines.default if site.help_lines else None
    known = {
        "site": site,
        "url": partial(relative, address),
        "list_url": in_full(site.settings, LIST),
        "builder": BUILDER,
        "policy": as_text(READING_LIST),
        "exit": exit_button(site),
        "urgent": urgent_lines(site),
        "clinic": clinic_of(site),
        "region": lines,
        "set": None,
        "entries": (),
        "fragment": "",
    }
    return templates.get_template(f"{template}.html").render(known | values)


def _of_set(site: Site, handout_set: HandoutSet) -> dict[str, Any]:
    entries = [(entry, in_full(site.settings, entry.door)) for entry in entries_of(site, handout_set.pages)]
    return {"set": handout_set, "entries": entries, "fragment": set_fragment(site, handout_set)}
