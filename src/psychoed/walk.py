"""Go through the entries of the data files, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .models import Finding, HelpLine, Service, Term
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


@dataclass(frozen=True)
class EvidenceCell:
    """One cell of the evidence: ``part`` is 'therapies' or 'settings', ``name`` a slug of that part."""

    part: str
    condition: str
    name: str
    finding: Finding


def findings(site: Site) -> Iterator[tuple[Place, EvidenceCell]]:
    """Every cell of the evidence, with its file and line."""
    assert site.evidence
    data = site.files["evidence"]
    for part in ("therapies", "settings"):
        for condition, cells in getattr(site.evidence, part).items():
            for name, finding in cells.items():
                place = data.path, data.line(part, condition, name)
                yield place, EvidenceCell(part, condition, name, finding)


def glossary_terms(site: Site) -> Iterator[tuple[Place, Term]]:
    """Every term of the glossary, with its file and line."""
    assert site.glossary
    data = site.files["glossary"]
    for number, term in enumerate(site.glossary.terms):
        yield (data.path, data.line("terms", number)), term


def tool_texts(site: Site) -> Iterator[tuple[Place, str]]:
    """Every text of the sheets to fill in, with its file and line."""
    data = site.files.get("tools")
    for where, text in data.document.texts() if data else ():
        if where[-1] not in ("id", "when"):
            assert data
            yield (data.path, data.line(*where)), text
