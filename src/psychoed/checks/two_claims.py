"""'This therapy works' and 'this setting works' are two claims, and stay apart in the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..models import Strength
from ..site import Site
from ..walk import EvidenceCell, findings
from .rule import Found, Rule, Run

# A setting, as titles and abstracts name it. A therapy's note that names one claims two things at once.
SETTING = re.compile(
    r"\b(?:IOPs?|intensive outpatient|partial hospital\w*|residential|inpatients?"
    r"|day (?:hospital|treatment|program|patient)\w*)\b",
    re.IGNORECASE,
)
# What makes a source one about a setting: also outpatient care, programs, and how often one comes.
ABOUT_A_SETTING = re.compile(
    rf"{SETTING.pattern}|\b(?:out-?patients?|hospital\w*|communit\w+|programs?|programmes?|settings?"
    r"|levels? of care|intensive|massed|days? a week|sessions? (?:a|per) week)\b",
    re.IGNORECASE,
)


def find(run: Run) -> Iterator[Found]:
    for (path, line), cell in findings(run.site):
        problem = _therapy(cell) if cell.part == "therapies" else _setting(run.site, cell)
        if problem:
            yield Found(path, line, *problem)


def _therapy(cell: EvidenceCell) -> tuple[str, str] | None:
    named = SETTING.search(cell.finding.note)
    if not named:
        return None
    message = (
        f"the note on the therapy '{cell.name}' for '{cell.condition}' speaks of a setting ('{named[0]}')"
    )
    return message, "say here how well the therapy works, and under 'settings' how well the setting works"


def _setting(site: Site, cell: EvidenceCell) -> tuple[str, str] | None:
    sources = [site.sources[name] for name in cell.finding.sources if name in site.sources]
    if cell.finding.strength is Strength.INSUFFICIENT or not sources:
        return None
    if any(ABOUT_A_SETTING.search(" ".join((source.title, *source.says))) for source in sources):
        return None
    message = f"no source of '{cell.name}' for '{cell.condition}' says anything about a setting"
    return message, "cite one that studied this setting, or say 'insufficient'"


RULE = Rule(
    code="S006",
    name="two-claims-apart",
    why="That a therapy works does not show that a program works, and readers choose between programs.",
    remedy="keep what is known of a therapy under 'therapies', and of a setting under 'settings'",
    find=find,
    needs=frozenset({"evidence", "sources"}),
)
