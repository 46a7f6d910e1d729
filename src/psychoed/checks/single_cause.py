"""SM05: no suicide has one cause."""

from __future__ import annotations

from .language import SUICIDE, Phrase, wording
from .rule import Rule

WHY = "gives a suicide a single cause"
USE = "write that many things come together, and that help can make a difference"
DIED = (
    r"(?:died by suicide|suicides?|t(?:ook|aking) (?:his|her|their) own li(?:fe|ves)"
    r"|killed (?:him|her|them)sel\w+)"
)
CAUSE = r"(?:because of|due to|caused by|as a result of|on account of|brought on by|the result of)"
MANY = r"part of|one of|many|several|together|never|no single|not|rarely|among|can|may|risk"
MADE = r"(?:dr(?:ive|ives|iving|ove|iven)|push(?:es|ed|ing)|le(?:d|ads?|ading))"
PHRASES = (
    Phrase(
        "suicid|own li|kill",
        rf"{DIED} (?:is |was |were |are )?(?:often |mostly |mainly )?{CAUSE}",
        WHY,
        USE,
        unless=MANY,
    ),
    Phrase(
        "suicid",
        rf"{DIED} over(?= (?:an?|the|his|her|their|money|debts?|love)\b)"
        r"(?! (?:an?|the|his|her|their) (?:(?:past|last|next|whole) )?"
        r"(?:life|lifetime|course|years?|months?|weeks?|decades?|periods?|time)\b)",
        WHY,
        USE,
        unless=MANY,
    ),
    Phrase(
        "suicid",
        rf"{DIED} after (?:(?:he|she|they) )?(?:was |were |being |having |losing |failing |a |an |his "
        r"|her |their )"
        r"(?:\w+ ){0,3}(?:bullied|dumped|fired|expelled|breakup|break-up|divorce|argument|scandal|exams?"
        r"|job)",
        WHY,
        USE,
        unless=MANY,
    ),
    Phrase(
        "by suicide|own life",
        r"(?:because of|due to) [^.;]{1,80}?(?:died by suicide|took (?:his|her|their) own life)",
        WHY,
        USE,
        unless=MANY,
    ),
    Phrase(
        "suicid|kill| life| lives",
        rf"{MADE} (?:\w+ ){{0,3}}?to (?:\w+ )?(?:suicides?(?! (?:prevention|risk))|kill \w+sel\w+"
        r"|end (?:his|her|their) li\w+)",
        WHY,
        USE,
        unless=MANY,
    ),
    Phrase(
        "reason|cause",
        r"(?:the|main|only|real) (?:reason|cause) (?:for|of|behind) (?:the |his |her "
        r"|their )?(?:suicides?|death by suicide)",
        WHY,
        USE,
        SUICIDE,
        unless=r"no single|not|many|never|one of|is not",
    ),
)

RULE = Rule(
    code="SM05",
    name="single-cause",
    why="A simple reason makes suicide look like an answer to a problem that many readers have.",
    remedy=USE,
    find=wording(PHRASES),
)
