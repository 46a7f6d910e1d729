"""SM15: words that turn pain into a trick.

"Self-harm is not attention-seeking" takes the label back, so it may stand.
"""

from __future__ import annotations

from .language import Phrase, wording
from .rule import Rule

USE = "describe what the person does and what they may need, like 'asks for support in the only way they can'"
BLAMES = "blames a person for their pain"
PHRASES = (
    Phrase(
        "cry|cries",
        r"(?:a |just a )?cr(?:y|ies) for help",
        "makes pain sound like a show",
        "write 'a sign of great pain' and where help is",
        denied=True,
    ),
    Phrase("attention", r"attention[-\s]seek(?:ing|ers?)", BLAMES, USE, denied=True),
    Phrase(
        "attention",
        r"(?:to (?:get|seek|gain)|seek(?:s|ing)?|crave[sd]?|craving) attention",
        BLAMES,
        USE,
        denied=True,
    ),
    Phrase(
        "attention",
        r"(?:just|only|simply|d(?:o|oes|oing) (?:it|this|that)) (?:just |only )?for attention",
        BLAMES,
        USE,
        denied=True,
    ),
    Phrase("manipulat", r"manipulative(?:ly)?|manipulators?", BLAMES, USE, denied=True),
    Phrase(
        "manipulat",
        r"manipulat(?:e|es|ed|ing|ion of) (?:people|others|you"
        r"|(?:your|their|the) (?:family|staff|team|parents?|therapist)|everyone)",
        BLAMES,
        USE,
        denied=True,
    ),
    Phrase("drama", r"drama queens?|(?:too |overly |so )?melodramatic", BLAMES, USE, denied=True),
)

RULE = Rule(
    code="SM15",
    name="blaming-words",
    why="People who harm themselves or have strong feelings are turned away because of such words.",
    remedy=USE,
    find=wording(PHRASES),
)
