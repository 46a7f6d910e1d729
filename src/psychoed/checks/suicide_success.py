"""SM02: a suicide is no success and living on is no failure."""

from __future__ import annotations

from .language import SUICIDE, Phrase, wording
from .rule import Rule

DIED, LIVED = "write 'died by suicide'", "write 'a suicide attempt' or 'lived through a suicide attempt'"
SUCCESS, FAILURE = "makes a death sound like a success", "makes staying alive sound like a failure"
# Words between which nothing but an attempt can stand.
ATTEMPT = r"(?:suicid\w+ )?(?:attempts?(?! to (?!die|end|kill|take))|bids?)"
PHRASES = (
    Phrase("success", rf"successful(?:ly)? (?:{ATTEMPT}|suicides?(?! prevention))", SUCCESS, DIED, SUICIDE),
    Phrase(
        "complet",
        r"complet(?:ed?|es|ing) (?:a |their |his |her )?suicides?(?! prevention| risk)",
        SUCCESS,
        DIED,
    ),
    Phrase("complet", rf"completed {ATTEMPT}|suicide complet(?:er|ion)s?", SUCCESS, DIED, SUICIDE),
    Phrase(
        "succe", r"succeed(?:s|ed|ing)? (?:in|at) (?:suicide|killing|ending|taking)", SUCCESS, DIED, SUICIDE
    ),
    Phrase(
        "success|succe",
        r"suicid\w*(?: attempts?)?(?: was| were| is| had been)? (?:successful|succeed(?:s|ed))",
        SUCCESS,
        DIED,
    ),
    Phrase("unsuccess", rf"unsuccessful(?:ly)? (?:{ATTEMPT}|suicides?)", FAILURE, LIVED, SUICIDE),
    Phrase("fail", rf"failed (?:{ATTEMPT}|suicides?)", FAILURE, LIVED, SUICIDE),
    Phrase(
        "fail|unsuccess",
        r"suicid\w*(?: attempts?)(?: was| were| is| has| had been)? (?:unsuccessful|fail(?:s|ed))",
        FAILURE,
        LIVED,
    ),
)

RULE = Rule(
    code="SM02",
    name="suicide-as-success",
    why="A death is no success, and a life that goes on is no failure.",
    remedy="write 'died by suicide' or 'a suicide attempt'",
    find=wording(PHRASES),
)
