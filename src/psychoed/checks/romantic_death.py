"""SM10: death is never a relief, a reunion or a release here."""

from __future__ import annotations

from .language import SUICIDE, Phrase, wording
from .rule import Rule

WHY, USE = "makes death sound like a relief", "write what the loss means, or leave it out"
PHRASES = (
    Phrase(
        "peace",
        r"(?:finally |now )?(?:at peace(?: at last)?|(?:found|finds?|finding) peace)|peace at last"
        r"|rest(?:s|ing)? in peace",
        WHY,
        USE,
        SUICIDE,
    ),
    Phrase(
        "pain|suffering",
        r"(?:free|freed|released?) (?:from|of) (?:(?:all|his|her|their|the|this) )?(?:pain|suffering)",
        WHY,
        USE,
        SUICIDE,
    ),
    Phrase("suffering|pain", r"(?:no longer|not) (?:suffering|in pain)", WHY, USE, SUICIDE),
    Phrase(
        "end", r"end(?:s|ed|ing)? (?:his|her|their|all|the) (?:pain|suffering|struggle)", WHY, USE, SUICIDE
    ),
    Phrase("better|place", r"(?:in|to) a better place", WHY, USE, SUICIDE),
    Phrase("reunit", r"reunited? with|reuniting with", WHY, USE, SUICIDE),
    Phrase("eternal", r"eternal (?:rest|sleep|peace)", WHY, USE),
    Phrase(
        "way|escape",
        r"(?:an? |the )?easy way out|(?:an?|the) (?:way to )?escape from (?:it all|life|pain|suffering)",
        "makes suicide sound like a way out",
        "write that the pain can ease and where help is",
        SUICIDE,
    ),
    Phrase(
        "beautiful|heroic|brave|romantic|noble",
        r"(?:beautiful|heroic|brave|romantic|noble) (?:death|suicide|act|end|goodbye)",
        "makes death sound like something to admire",
        USE,
        SUICIDE,
    ),
)

RULE = Rule(
    code="SM10",
    name="romantic-death",
    why="Someone in pain must not read here that death is peace.",
    remedy=USE,
    find=wording(PHRASES),
)
