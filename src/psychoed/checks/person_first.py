"""PF01: the person comes before the condition.

Official names, quotations about language and what a person says about themselves are left alone, and so are
the same words in another meaning: clean water, an alcoholic drink, the victim of a crime.
"""

from __future__ import annotations

from .language import Phrase, wording
from .rule import Rule

REDUCES, OLD = "makes a person their condition", "is a word of blame"
USE_DISORDER = "write 'a person with a substance use disorder' or 'a person who uses …'"
VICTIM, HAS = "makes a person a victim", "write 'has' or 'lives with'"
INSULT, CONDITION = (
    "is an insult",
    "write 'a person with a mental health condition', or say what the person feels or does",
)
ILLNESS = (
    r"(?:mental|depress\w+|anxiety|addict\w*|substance|alcohol\w*|illness\w*|disorder\w*|disease\w*"
    r"|ptsd|ocd|bipolar"
    r"|schizo\w*|suicide|overdose|psychosis|anorexia|bulimia"
    r"|an? (?:\w+ )?(?:illness|disorder|disease|condition))"
)
BE = r"(?:is|are|am|was|were|be|being|been|i'm|he's|she's|they're|you're)"
PERSON = r"(?:patients?|clients?|people|persons?|individuals?|wom[ae]n|m[ae]n|girls?|boys?|mothers?|fathers?)"
DRUGS = (
    r"(?:drug|substance|opioid|heroin|cocaine|crack|meth|methamphetamine|cannabis|marijuana|alcohol"
    r"|iv|intravenous|injection|pill)"
)
# What follows when a person, and not a glass or a hand, is called clean.
NOT_A_THING = (
    r"(?=\s*(?:[.,;:!?)\"]|$"
    r"|(?:from|and|for|again|since|after|before|off|now|by|in|without|at|is|was|or|but)\b))"
)
PEOPLE_END = (
    r"(?=\s*(?:[.,;:!?)\"]|$"
    r"|(?:who|is|are|was|were|can|may|have|has|had|need|needs|and|or|in|with|from|to|often|will|do|by"
    r"|at|on|should|must|get|feel|live)\b))"
)
PHRASES = (
    Phrase("addict", r"addicts?", REDUCES, USE_DISORDER),
    Phrase("junkie", r"junk(?:ies?|y)", INSULT, USE_DISORDER),
    Phrase(
        "alcoholic",
        r"(?<!non-)(?<!non )alcoholics?(?!-related)(?! (?:drinks?|beverages?|liver|hepatitis|cirrhosis"
        r"|content|ketoacidosis|hallucinosis|cardiomyopathy))",
        REDUCES,
        "write 'a person with alcohol use disorder'",
    ),
    Phrase(
        "drunk",
        r"(?:an?|the|town|old) drunks?" + PEOPLE_END + r"|drunks|drunkards?",
        REDUCES,
        "write 'a person who drinks heavily', or 'who has drunk too much'",
    ),
    Phrase(
        "user", DRUGS + r"[-\s]users?", REDUCES, "write 'a person who uses …', with the name of the substance"
    ),
    Phrase(
        "abus",
        DRUGS + r"[-\s]abus(?:ers?|e|es|ed|ing)",
        OLD,
        "write 'substance use', 'substance use disorder' or 'a person who uses …'",
    ),
    Phrase(
        "abus",
        rf"abus(?:e|es|ed|ing) (?:of )?(?:{DRUGS}s?|alcohol|substances)\b",
        OLD,
        "write 'use' or 'misuse'",
    ),
    Phrase("drug|habit", rf"{DRUGS} (?:habits?)", OLD, "write 'substance use disorder' or 'use of …'"),
    Phrase(
        "clean",
        r"(?:get|gets|got|getting|gotten|stay|stays|stayed|staying|remain(?:s|ed|ing)?|been|become"
        rf"|became) clean{NOT_A_THING}",
        "calls a person dirty who uses a substance",
        "write 'in recovery', or 'does not use'",
        unless=r"wash\w*|hands?|soap|shower\w*|germs?|contaminat\w*|dirt\w*|wounds?",
    ),
    Phrase(
        "clean",
        r"clean and sober|clean(?:,)? (?:and|or) (?:dry|straight)"
        r"|clean for (?:\d+|a|one|two|several|many) \w+",
        "calls a person dirty who uses a substance",
        "write 'in recovery', or 'has not used for …'",
        unless=r"wash\w*",
    ),
    Phrase(
        "clean|dirty",
        r"(?:clean|dirty) (?:drug |urine )?(?:tests?|screens?|urines?|samples?)"
        r"|(?:tests?|screens?|urines?) (?:was|were|came back|is|comes back) (?:clean|dirty)",
        "judges the person by a test",
        "write 'the test was negative' or 'the test was positive'",
    ),
    Phrase(
        "schizo",
        r"schizophrenics?(?! (?:spectrum|psychos\w+|symptoms?|episodes?))|schizos?",
        REDUCES,
        "write 'a person with schizophrenia'",
    ),
    Phrase(
        "bipolar",
        rf"bipolars|bipolar {PERSON}|(?:{BE}|an?|the|so|very) bipolar(?! and related){PEOPLE_END}",
        REDUCES,
        "write 'a person with bipolar disorder'",
    ),
    Phrase(
        "borderline",
        rf"borderlines|an? borderline{PEOPLE_END}|borderline {PERSON}",
        REDUCES,
        "write 'a person with borderline personality disorder'",
    ),
    Phrase("anorexic", r"anorexics?", REDUCES, "write 'a person with anorexia'"),
    Phrase("bulimic", r"bulimics?", REDUCES, "write 'a person with bulimia'"),
    Phrase(
        "ocd",
        rf"(?:{BE}|feel|feels|get|gets|i'm) (?:just |all )?(?:so|very|a bit|a little|a little bit|totally"
        r"|super|pretty|kind of) ocd|ocd about",
        "turns an illness into a habit of tidy people",
        "say what the person does, like 'very tidy', or 'a person with OCD'",
    ),
    Phrase("suffer", r"suffer(?:s|ed|ing)? from", VICTIM, HAS),
    Phrase(
        "suffer",
        rf"suffer(?:s|ed|ing)? with(?= {ILLNESS})|sufferers?",
        VICTIM,
        "write 'a person with …' or 'lives with'",
    ),
    Phrase(
        "afflict|stricken",
        r"afflict(?:s|ed|ing)?(?: (?:with|by))?|(?:\w+-)?stricken (?:with|by)",
        VICTIM,
        HAS,
    ),
    Phrase(
        "victim",
        rf"victims? of (?=(?:severe |major |chronic |their |his |her )?{ILLNESS})\w+"
        r"|(?:suicide|overdose|addiction|depression) victims?",
        VICTIM,
        "write 'a person who has …', 'who died by suicide' or 'who had an overdose'",
    ),
    Phrase(
        "mentally",
        r"(?:the )?(?:severely |seriously )?mentally ill(?: (?:people|persons?|patients?|individuals))?",
        REDUCES,
        "write 'a person with a mental illness' or 'people with a mental health condition'",
    ),
    Phrase(
        "homeless|disabled|depressed|suicidal|addicted",
        r"the (?:homeless|disabled|depressed|suicidal|addicted)" + PEOPLE_END,
        REDUCES,
        "write 'people who …' or 'people with …'",
    ),
    Phrase(
        "crazy",
        r"(?:go(?:es|ing)? |drives? \w+ )?craz(?:y|ies|iness)",
        INSULT,
        "say what you mean: 'losing control', 'very busy', 'hard to believe'",
    ),
    Phrase("insan", r"insan(?:e|ely|ity)", INSULT, CONDITION),
    Phrase("psycho", r"psychos?(?!-)", INSULT, CONDITION),
    Phrase("lunatic|maniac|deranged|madm", r"lunatics?|maniacs?|deranged|madm[ae]n", INSULT, CONDITION),
    Phrase(
        "difficult|problem",
        r"(?:difficult|problem) (?:patients?|clients?)",
        "blames a person for what is hard",
        "describe what happens, like 'has missed three visits'",
    ),
)

RULE = Rule(
    code="PF01",
    name="person-first",
    why="A person has a condition and is not one. Labels keep people away from care.",
    remedy="name the person first: 'a person with …'",
    find=wording(PHRASES, own_words=True),
)
