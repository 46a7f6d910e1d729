"""No words of advertising: they say nothing that a reader could check."""

from __future__ import annotations

from .language import Phrase, wording
from .rule import Rule

WHY = "is a word of advertising"
PLAIN = "say what is done, by whom and how often, or take it out"
SURE = "say how sure the research is, with its source"
SELLER = (
    r"(?:providers?|programs?|cent(?:er|re)s?|clinics?|experts?|specialists?|facilit(?:y|ies)|hospitals?"
    r"|names?|teams?|treatments?|therap(?:y|ies|ists?)|authority|edge)"
)

PHRASES = (
    Phrase(
        "class|renowned",
        r"(?:world|first|best)[- ](?:in[- ])?class|(?:world|nationally|internationally)[- ]renowned|renowned",
        WHY,
        PLAIN,
    ),
    Phrase("edge|art", r"(?:cutting|leading|bleeding)[- ]edge|state[- ]of[- ]the[- ]art", WHY, PLAIN),
    Phrase(
        "leading",
        rf"leading (?!to |up |the |causes? |reasons? )(?:\w+ ){{0,2}}{SELLER}|industry[- ]leading",
        WHY,
        PLAIN,
    ),
    Phrase("premier|top-", rf"premier|top[- ](?:rated|tier|notch)(?: {SELLER})?", WHY, PLAIN),
    Phrase(
        "unique",
        r"unique(?:ly)?",
        WHY,
        "say what is different from other places, or take it out",
        unless=r"no|not|never|nobody|isn\'t|aren\'t",
    ),
    Phrase(
        "exceptional|unparalleled|unmatched|unrivaled|second",
        r"exceptional|unparalleled|unmatched|unrivaled|second to none",
        WHY,
        PLAIN,
    ),
    Phrase(
        "innovative|revolution|groundbreaking|ground-breaking|breakthrough|game",
        r"innovative|revolution(?:ary|izes?|ized)|ground-?breaking|breakthroughs?|game[- ]chang(?:er|ing)",
        WHY,
        PLAIN,
    ),
    Phrase(
        "transform|life-changing|changing",
        r"transformative|transformational|life[- ](?:changing|altering)"
        r"|transforms? (?:your|their|her|his|people's|the) (?:li(?:fe|ves)|mind|world)",
        WHY,
        "say what may change, for how many people, with its source",
    ),
    Phrase(
        "highly|extremely|incredibly|remarkably",
        r"(?:highly|extremely|incredibly|remarkably) (?:effective|successful|skilled|qualified|experienced)",
        WHY,
        SURE,
    ),
    Phrase(
        "proven",
        rf"proven (?:results?|success|methods?|techniques?|track record|{SELLER})"
        r"|(?:clinically|scientifically) proven",
        WHY,
        SURE,
    ),
    Phrase(
        "holistic|whole|healing",
        r"holistic (?:healing|wellness|approach|care|recovery)|heal(?:ing)? (?:the |your )?"
        r"(?:mind, body,? and (?:soul|spirit)|body, mind,? and (?:soul|spirit)|from within)"
        r"|(?:healing|wellness|recovery) journey|journey (?:to|of|toward) (?:healing|wellness|recovery)",
        WHY,
        "name what is offered, such as yoga or meal planning, and say what is known about it",
    ),
    Phrase(
        "empower|unlock|unleash|reclaim|full",
        r"empower(?:s|ed|ing|ment)?|(?:unlock|unleash)(?:s|ing)? (?:your|their)|reclaim(?:s|ing)? your life"
        r"|full potential|live your best life|best version of yourself",
        WHY,
        "say what a person can do afterward that was hard before",
    ),
    Phrase(
        "luxur|serene|haven|sanctuary|nurturing",
        r"luxur(?:y|ious)|safe haven|sanctuary|serene (?:setting|environment)|nurturing environment",
        WHY,
        PLAIN,
    ),
    Phrase(
        "miracle|amazing|magic",
        r"miracles?|miracle (?:cure|drug)|amazing(?:ly)?|magic(?:al)?",
        WHY,
        SURE,
        unless=r"no|not|never|nobody|isn\'t|aren\'t",
    ),
    Phrase(
        "compassionate|passionate|dedicated",
        rf"(?:com)?passionate (?:\w+ ){{0,2}}{SELLER}|(?:com)?passionate about|dedicated {SELLER}",
        WHY,
        PLAIN,
    ),
)

RULE = Rule(
    code="W007",
    name="sales-talk",
    why="Readers who have been sold to before trust a page that says plainly what there is.",
    remedy=PLAIN,
    find=wording(PHRASES, own_words=True),
)
