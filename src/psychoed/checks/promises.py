"""SM16: no promise that all will be well; nobody can keep it."""

from __future__ import annotations

from .language import Phrase, wording
from .rule import Rule

WHY = "promises what nobody can keep"
HONEST = "say what can help, for how many people, and what to do if it does not"
DENIED = (
    r"no|not|nobody|no one|none|never|cannot|can't|doesn't|don't|isn't|without|neither|law|laws|rights?|avoid"
)
PHRASES = (
    Phrase(
        "be fine|be ok|be all|be alright|be just|be well",
        r"(?:you|they|she|he|everything|it)(?: will|'ll| is going to| are going to|'re going to) "
        r"be (?:just |all )?(?:fine|okay|ok|all right|alright|well again)",
        WHY,
        HONEST,
        unless=r"nobody|no one|cannot|can't|not mean|doesn't mean|avoid",
    ),
    Phrase("guarante", r"guarante(?:e|es|ed|eeing)", WHY, HONEST, unless=DENIED),
    Phrase(
        "safely|without risk|without any",
        r"manag(?:e|ed|es|ing) (?:\w+ )?safely|safely manag(?:e|ed|es|ing)|managed without (?:any )?risk",
        WHY,
        "say which risk is left and where help is",
        unless=DENIED,
    ),
    Phrase(
        " safe| effective",
        r"(?:completely|perfectly|totally|absolutely|100 ?%|always|entirely) (?:safe|effective)",
        WHY,
        "say what the risks are",
        unless=DENIED,
    ),
    Phrase(
        "risk-free|risks|no risk|no side|any risk",
        r"risk-free|without any risks?|no risks? (?:at all|whatsoever)|no side effects",
        WHY,
        "say what the risks are",
        unless=r"does not|doesn't|not mean|no treatment|nothing is",
    ),
    Phrase(
        "worry",
        r"nothing to worry about|no need to worry",
        WHY,
        "say what to look out for and whom to ask",
        unless=r"doesn't|does not",
    ),
    Phrase(
        "cure|works",
        r"(?:will|can) (?:completely |fully )?cure you|always works|works (?:for everyone|every time)",
        WHY,
        HONEST,
        unless=DENIED,
    ),
)

RULE = Rule(
    code="SM16",
    name="promises",
    why="A reader who was promised that all would be well may not ask for help when it is not.",
    remedy=HONEST,
    find=wording(PHRASES),
)
