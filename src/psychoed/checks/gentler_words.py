"""PF02: words that lay the blame on a person, where a plainer one says the same."""

from __future__ import annotations

from .language import SUBSTANCES, Phrase, wording
from .rule import Rule

BLAMES = "blames the person"
TREATMENT = (
    r"(?:treatments?|therap(?:y|ies)|medications?|medicines?|antidepressants?|rehab|detox|programs?|cbt|dbt)"
)
PHRASES = (
    Phrase(
        "replacement|substitution",
        r"(?:opioid|opiate|methadone|drug|agonist)[-\s](?:replacement"
        r"|substitution)(?: (?:therapy|treatment))?",
        "sounds as if one drug only took the place of another",
        "write 'medicine for opioid use disorder'",
    ),
    # As a medical word for what comes back, and in 'relapse prevention', it may stand.
    Phrase(
        "relaps",
        r"relapsed|relapsing|relapsers?"
        r"|(?:you|they|he|she|who|people|person|someone|i|we) (?:may |might |can |will |often )?relapses?",
        "sounds like a failure when it is about a substance",
        "write 'returned to use' or 'used again'",
        SUBSTANCES,
    ),
    Phrase(
        "wagon",
        r"(?:f[ae]ll(?:s|en|ing)?|falling|back) (?:off|on) the wagon",
        BLAMES,
        "write 'returned to use' or 'used again'",
    ),
    Phrase(
        "complian",
        r"non-?complian(?:t|ce)",
        BLAMES,
        "say what happened: 'did not take the medicine', 'finds it hard to come'",
    ),
    Phrase(
        "resist",
        r"(?<!-)resistant (?:patients?|clients?|people|person"
        r"|to (?:treatment|therapy|change|help|care|medication))"
        r"|(?:resists?|resisting|resisted) (?:treatment|help|therapy|care)",
        BLAMES,
        "say what is hard: 'is not sure about treatment', or 'the treatment has not helped yet'",
    ),
    Phrase(
        "treatment-resist|treatment|resist",
        r"treatment[-\s]resistant (?:patients?|clients?|people|person|women|men)",
        BLAMES,
        "write 'a person whom treatment has not helped yet'",
    ),
    Phrase(
        "refus",
        r"refus(?:es|ed|ing) (?:to (?:take|attend|accept|comply|cooperate|go|engage|participate)|help"
        rf"|care|{TREATMENT}|(?:his|her|their|your|any|all) {TREATMENT})",
        BLAMES,
        "write 'did not take', 'did not come' or 'decided against'",
        unless=r"rights?|free to|allowed to",
    ),
    Phrase(
        "normal",
        r"(?:more )?normal (?:people|persons?|person|behaviou?rs?|famil(?:y|ies)|kids|children|adults"
        r"|folks|life|lives|human beings?)",
        "makes others abnormal",
        "write 'most people', 'typical' or 'everyday'",
    ),
    Phrase(
        "fail",
        r"(?:has |have |had )?fail(?:ed|s"
        r"|ing) (?:(?:\d+|two|three|several|many|first|first-line|previous|prior|out of|at|all|multiple"
        rf"|any|his|her|their|your) )*{TREATMENT}"
        r"|failed to respond|treatment failures?",
        BLAMES,
        "write 'the treatment did not help' or 'has not helped yet'",
    ),
    Phrase(
        "function",
        r"(?:high|low)(?:er|est)?[-\s]functioning",
        "ranks people",
        "describe the support that a person needs",
    ),
)

RULE = Rule(
    code="PF02",
    name="gentler-words",
    why="Readers who feel judged stop reading, and some stop treatment.",
    remedy="say what happened, without blame",
    find=wording(PHRASES, own_words=True),
)
