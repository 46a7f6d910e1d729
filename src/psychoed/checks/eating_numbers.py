"""SM11: no weights, amounts or ways to undo a meal where eating disorders are spoken of.

Pages about an eating disorder are looked at as a whole, other pages where a paragraph, its heading or the
page's title speaks of one. Pages for clinicians may give the numbers that clinicians need.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..passages import Passage
from .crisis_block import is_about_eating
from .language import EATING_DISORDER, Phrase, hits
from .rule import Found, Rule, Run

GOAL = "can become a goal for a person with an eating disorder"
WEIGHT = "write it without the number: 'fast weight loss', or 'at any weight'"
TRICK, SAY = (
    "can be copied by a person with an eating disorder",
    "write 'tries to undo a meal in ways that harm the body'",
)
NUMBER = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundreds?)"
PHRASES = (
    Phrase(
        "lb|pound|kg|kilo|stone",
        rf"{NUMBER}[-\s]*(?:lbs?|pounds?|kgs?|kilo(?:gram)?s?|stones?)",
        GOAL,
        WEIGHT,
    ),
    Phrase(
        "weigh", rf"weigh(?:s|ed|ing)? (?:\w+ ){{0,2}}{NUMBER}(?!\w| (?:times?|things|options))", GOAL, WEIGHT
    ),
    Phrase("weight", rf"{NUMBER} ?(?:%|percent|per cent) of (?:\w+ ){{0,3}}weight", GOAL, WEIGHT),
    Phrase(
        "weight",
        r"(?:goal|target|ideal|lowest|dream) weights?",
        GOAL,
        "write 'a weight that is healthy for you'",
    ),
    Phrase(
        "bmi|body",
        r"bmis?|body[-\s]mass ind(?:ex|ices)",
        GOAL,
        "take it out: a person can be very ill at any weight",
    ),
    Phrase(
        "calorie|kcal", r"(?:\w+[-\s])?calories?|kcals?", GOAL, "write about food and meals without counting"
    ),
    Phrase(
        "lap|mile|steps|sit|push|hours|minutes|squat",
        rf"{NUMBER} (?:laps?|miles?|kilometers?|km|(?<=\d\d\d )steps|sit-ups|push-ups|squats|crunches)",
        GOAL,
        "write 'exercises more than is safe'",
    ),
    Phrase(
        "hour|minute",
        rf"{NUMBER} (?:hours?|minutes?) (?:of |on )(?:exercise|running|(?:the|a) treadmill|cardio)",
        GOAL,
        "write 'exercises more than is safe'",
    ),
    Phrase("fast", rf"fast(?:s|ed|ing)? for {NUMBER}", GOAL, "write 'goes too long without food'"),
    Phrase(
        "laxative|diuretic|pills|ipecac|enema",
        r"laxatives?|diuretics?|water pills?|diet pills?|ipecac|enemas?",
        TRICK,
        SAY,
    ),
    Phrase(
        "vomit|sick|throw",
        r"(?:self-induced|forced|induc(?:e|es|ed|ing)) vomiting"
        r"|vomit(?:s|ing)? after (?:meals?|eating|a meal|a binge)"
        r"|mak(?:e|es|ing) (?:your|him|her|them|my|one)sel(?:f|ves) (?:be )?(?:sick|vomit|throw up)",
        TRICK,
        SAY,
    ),
    Phrase(
        "finger|chew|water", r"fingers? down|chew(?:s|ing)? and spit(?:s|ting)?|water[-\s]loading", TRICK, SAY
    ),
    Phrase(
        "hide|hiding",
        r"hid(?:e|es|ing) (?:the |their |your |her |his )?(?:food"
        r"|weights?)(?: in (?:pockets?|napkins?|clothes))?",
        TRICK,
        "write 'eats in secret' or 'avoids meals'",
    ),
)


def find(run: Run) -> Iterator[Found]:
    about = {file.path for file in run.texts if is_about_eating(file)}

    def concerns(passage: Passage) -> bool:
        for_clinicians = passage.path.startswith("docs/for-clinicians")
        return not for_clinicians and (passage.path in about or passage.speaks_of(EATING_DISORDER))

    for phrase, hit in hits(run, PHRASES, concerns=concerns):
        yield Found(hit.passage.path, hit.line, f"'{hit.words}' {phrase.why}", phrase.use)


RULE = Rule(
    code="SM11",
    name="eating-disorder-numbers",
    why="Numbers and tricks feed an eating disorder: a reader compares with them or tries them.",
    remedy="take the number or the detail out",
    find=find,
)
