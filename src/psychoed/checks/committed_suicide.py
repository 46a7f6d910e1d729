"""SM01: 'commit' goes with crimes and sins, not with a death by suicide."""

from __future__ import annotations

from .language import Phrase, wording
from .rule import Rule

WHY = "makes suicide sound like a crime"
USE = "write 'died by suicide' or 'took their own life'"
PHRASES = (
    Phrase("commit", r"commit(?:s|ted|ting)? (?:an? )?(?:act of |mass )?suicide(?! prevention)", WHY, USE),
    Phrase("commit", r"suicides? (?:was|were|is|are|been|being) committed", WHY, USE),
)

RULE = Rule(
    code="SM01",
    name="committed-suicide",
    why="'Commit' goes with crimes. It adds shame, and shame keeps people from asking for help.",
    remedy=USE,
    find=wording(PHRASES),
)
