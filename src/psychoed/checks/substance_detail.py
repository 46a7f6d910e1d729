"""SM12: no dose, route or mixture of drugs; and a page about a substance names the signs of an overdose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..passages import HELP, FileText
from ..site import Kind
from .language import OVERDOSE, SUBSTANCES, Phrase, hits
from .rule import Found, Rule, Run

DRUG = (
    r"(?:alcohol|drugs?|opioids?|heroin|fentanyl|cocaine|crack|meth(?:amphetamine)?|cannabis"
    r"|marijuana|stimulants?"
    r"|benzodiazepines?|benzos|ketamine|ecstasy|mdma|pills|oxycodone|xanax)"
)
WARNING = (
    r"danger(?:ous|ously|s)?|never|don't|do not|avoid|risks?|risky|deadly|death|die|harm(?:ful|s)?"
    r"|stop(?:s|ped)? breathing"
    r"|slow(?:s|ed)? breathing|overdose|unsafe|emergency|not safe|not"
)
RECIPE, OUT = (
    "is a detail of use that can be copied",
    "take it out: say what the substance does to a life and what helps",
)
NOT_ABOUT_USE = r"naloxone|nicotine patch\w*|vaccin\w+"
PHRASES = (
    Phrase(
        "mg|mcg|milligram|microgram| grams| ml|millilit|ounce| pills| tablet",
        r"\d[\d.,]* ?(?:mg|mcg|micrograms?|milligrams?|grams?|ml|milliliters?|ounces?|pills|tablets)",
        RECIPE,
        OUT,
        SUBSTANCES,
        unless=NOT_ABOUT_USE,
    ),
    Phrase(
        "dose",
        r"(?:lethal|fatal|usual|typical|recreational|starting|high(?:er)?) doses? (?:is|of"
        r"|are) ?(?:about )?\d?",
        RECIPE,
        OUT,
        SUBSTANCES,
        unless=NOT_ABOUT_USE,
    ),
    Phrase("snort|sniff", r"snort(?:s|ed|ing)?|sniff(?:s|ed|ing) " + DRUG, RECIPE, OUT, SUBSTANCES),
    Phrase(
        "shoot|mainlin|freebas",
        r"sh(?:oot|oots|ooting|ot) up|mainlin(?:e|es|ed|ing)|freebas(?:e|ing)",
        RECIPE,
        OUT,
        SUBSTANCES,
    ),
    Phrase(
        "inject|smok",
        rf"(?:inject|smok)(?:e|es|s|ed|ing) (?:the |a )?{DRUG}",
        RECIPE,
        OUT,
        unless=r"people who inject drugs",
    ),
    Phrase("crush", r"crush(?:es|ed|ing)? (?:the |a |and \w+ (?:the )?)?(?:pills?|tablets?)", RECIPE, OUT),
    Phrase("speedball|cocktail", r"speedballs?|drug cocktails?", RECIPE, OUT),
    Phrase(
        "mix|combin|together with",
        rf"(?:mix(?:es|ed|ing)?|combin(?:e|es|ed|ing)) {DRUG} (?:with|and) {DRUG}"
        rf"|{DRUG} together with {DRUG}",
        "tells how to mix drugs",
        "say that the mixture is dangerous, or take it out",
        unless=WARNING,
    ),
    Phrase(
        "er high|get high|buzz|rush",
        r"(?:stronger|better|faster|bigger|longer) (?:high|buzz|rush)|to get high(?:er)?",
        RECIPE,
        OUT,
        SUBSTANCES,
    ),
)
# The conditions in which an overdose is a danger. Tobacco is not one of them.
SUBSTANCE_NAMES = re.compile(
    r"\b(?:substance|alcohol|opioid|drug|cannabis|stimulant|cocaine|benzodiazepine|methamphetamine|heroin)",
    re.IGNORECASE,
)
SIGNS = re.compile(
    rf"\bsigns?\b[^.?!]{{0,60}}(?:{OVERDOSE.pattern})|(?:{OVERDOSE.pattern})[^.?!]{{0,30}}\bsigns?\b",
    re.IGNORECASE,
)
ACTION = re.compile(
    r"\bcall (?:the emergency|an ambulance|for (?:help|an ambulance)|emergency)"
    r"|\bemergency (?:number|help|room)\b",
    re.IGNORECASE,
)


def find(run: Run) -> Iterator[Found]:
    for phrase, hit in hits(run, PHRASES):
        yield Found(hit.passage.path, hit.line, f"'{hit.words}' {phrase.why}", phrase.use)
    for file in run.texts:
        if is_about_a_substance(file):
            yield from _overdose(file)


def is_about_a_substance(file: FileText) -> bool:
    """Whether a page is about a substance use condition, by its name, its file's name or its parent's."""
    page = file.page
    if page is None or page.kind is not Kind.CONDITION:
        return False
    return bool(SUBSTANCE_NAMES.search(f"{page.meta.name} {page.slug} {page.meta.parent or ''}"))


def _overdose(file: FileText) -> Iterator[Found]:
    assert file.page
    text, line = " ".join(file.lower.split()), file.page.line("title")
    if not SIGNS.search(text):
        message = "a page about a substance does not name the signs of an overdose"
        remedy = (
            "list the signs of an overdose where the page says when more care is needed, or link to that list"
        )
        yield Found(file.path, line, message, remedy)
    if not ACTION.search(text) and not HELP.search(file.page.body):
        message = "a page about a substance does not say what to do in an emergency"
        yield Found(
            file.path,
            line,
            message,
            "write 'call the emergency number' and put {{ help_card() }} below it",
        )


RULE = Rule(
    code="SM12",
    name="substance-detail",
    why="Details of use can be copied; the signs of an overdose and a quick call save lives.",
    remedy=OUT,
    find=find,
)
