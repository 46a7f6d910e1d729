"""Go through the entries of the data files, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from .models import HelpLine, Service
from .site import Site

Place = tuple[str, int]


def help_lines(site: Site) -> Iterator[tuple[Place, HelpLine]]:
    """Every help line of every region, with its file and line."""
    assert site.help_lines
    data = site.files["help_lines"]
    for r, region in enumerate(site.help_lines.regions):
        for n, line in enumerate(region.lines):
            yield (data.path, data.line("regions", r, "lines", n)), line


def program_services(site: Site) -> Iterator[tuple[Place, Service]]:
    """Everything that the program says it offers, with its file and line."""
    assert site.program
    data = site.files["program"]
    for part in ("approach", "services", "holistic", "skills"):
        for number, service in enumerate(getattr(site.program, part)):
            yield (data.path, data.line(part, number)), service
