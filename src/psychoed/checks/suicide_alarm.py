"""SM04: no word that makes suicide seem to spread, or a place known for it."""

from __future__ import annotations

from .language import SUICIDE, Phrase, wording
from .rule import Rule

NOT_SPREADING = "makes suicide seem to be everywhere"
RISE = "write 'rose' or 'is higher', with the figure and its source"
PHRASES = (
    Phrase(
        "epidemic|pandemic",
        r"epidemics?|pandemics?",
        NOT_SPREADING,
        RISE,
        SUICIDE,
        unless=r"covid-19|during the pandemic|epidemic of",
    ),
    Phrase("epidemic", r"epidemic of suicides?", NOT_SPREADING, RISE),
    Phrase("skyrocket", r"skyrocket(?:s|ed|ing)?", NOT_SPREADING, RISE, SUICIDE),
    Phrase("soar", r"soar(?:s|ed|ing)?", NOT_SPREADING, RISE, SUICIDE),
    Phrase("rampant", r"rampant(?:ly)?", NOT_SPREADING, "write how common it is, with its source", SUICIDE),
    Phrase("plague", r"plague[sd]?", NOT_SPREADING, "write how common it is, with its source", SUICIDE),
    Phrase("wave", r"waves? of (?:\w+ )?(?:suicides?|self-?harm)|suicide waves?", NOT_SPREADING, RISE),
    Phrase("copycat", r"copycat(?:s| suicides?)?", NOT_SPREADING, "leave it out", SUICIDE),
    Phrase(
        "hotspot|hot",
        r"(?:suicide )?hot[-\s]?spots?",
        "draws people to a place",
        "leave the place out",
        SUICIDE,
    ),
)

RULE = Rule(
    code="SM04",
    name="suicide-alarm",
    why="Alarm makes suicide look common and expected, and that puts more people in danger.",
    remedy="say it calmly, with the figure and its source",
    find=wording(PHRASES),
)
