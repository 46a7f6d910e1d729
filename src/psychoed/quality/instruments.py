"""Three instruments by which people judge health information, item by item, and what a program checks here.

The items are told in our own words; the page of the report names the instruments' own publications. People
score these instruments. A program that passes something says so about that one thing and gives no score.

An item counts as checked by a program only if a rule, or the way every page is put together, really looks at
a part of what it asks. Where that is in doubt, it needs a person. These lines stand beside the code and not
in ``content/``, because they are claims about the code: a test holds them to the rules that there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..site import Kind, Page, Site


class How(StrEnum):
    """Who can say whether a page does what an item asks."""

    MACHINE = "machine"
    DECLARED = "declared"
    PERSON = "person"


class On(StrEnum):
    """The pages on which an item is checked or declared. On the others it needs a person."""

    EVERY_PAGE = "every page"
    WITH_KEY_POINTS = "pages that need key points"
    WITH_QUESTIONS = "pages with fixed questions"
    WITH_SOURCES = "pages that cite a source"


PAGES = {
    Kind.CONDITION: "pages about a condition",
    Kind.THERAPY: "pages about a therapy",
    Kind.LEVEL: "pages about a level of care",
    Kind.GUIDE: "guides",
}


@dataclass(frozen=True)
class Item:
    """One item. ``asks`` is what it asks, ``here`` what this site does about it, both in our words.

    ``rules`` are the codes of the rules that look at it. ``answers`` are fixed questions, each as
    ``kind/id``, whose answer is the place for it: the item is declared on pages that have one of them.
    """

    number: int
    asks: str
    how: How = How.PERSON
    here: str = ""
    rules: tuple[str, ...] = ()
    on: On = On.EVERY_PAGE
    answers: tuple[str, ...] = ()

    def where(self, site: Site) -> str:
        """The pages on which it is checked or declared, in words; nothing if it always needs a person."""
        if self.how is How.PERSON:
            return ""
        if not self.answers:
            return self.on.value
        return " and ".join(words for kind, words in PAGES.items() if self._asked_of(site, kind))

    def how_on(self, site: Site, page: Page, cites: bool) -> How:
        """Who can say it on one page."""
        holds = {
            On.EVERY_PAGE: True,
            On.WITH_KEY_POINTS: page.kind is not Kind.PLAIN,
            On.WITH_QUESTIONS: site.question_set(page.kind) is not None,
            On.WITH_SOURCES: cites,
        }[self.on]
        return self.how if holds and (not self.answers or self._asked_of(site, page.kind)) else How.PERSON

    def _asked_of(self, site: Site, kind: Kind) -> bool:
        """Whether pages of a kind answer one of the questions; the site may have dropped or renamed one."""
        asked = site.question_set(kind)
        return any(f"{kind}/{question.id}" in self.answers for question in (asked.questions if asked else ()))


@dataclass(frozen=True)
class Instrument:
    """An instrument with all of its items."""

    id: str
    name: str
    about: str
    items: tuple[Item, ...]


WORDS = "Words of the trade are found from a list, and the page's reading grade is measured."
SUMMARY = "Every page has to begin with a short answer."
UNKNOWN = ("condition/not-known", "therapy/not-known", "level/not-known", "guide/not-known")
QUESTIONS_TO_ASK = ("condition/questions-to-ask", "therapy/questions-to-ask", "level/questions-to-ask")
STEPS = ("condition/what-you-can-do", "guide/what-next")

PEMAT = Instrument(
    "pemat-p",
    "PEMAT-P",
    "asks whether people can understand printed material, and act on it",
    (
        Item(1, "The purpose is plain.", How.DECLARED, SUMMARY),
        Item(2, "Nothing leads away from the purpose."),
        Item(3, "The words are those of everyday life.", How.MACHINE, WORDS, ("W003", "W005", "W006")),
        Item(
            4,
            "Medical terms only make the reader familiar with them, and are explained.",
            How.MACHINE,
            "Words of the trade from a list, and abbreviations, have to be explained or in the glossary.",
            ("W003",),
        ),
        Item(5, "Sentences say who does what (active voice)."),
        Item(6, "Numbers are clear and easy to understand."),
        Item(7, "The reader has nothing to calculate."),
        Item(
            8,
            "The text comes in short pieces.",
            How.MACHINE,
            "Paragraphs have up to three sentences, and lists up to seven items.",
            ("C006", "W002"),
        ),
        Item(
            9,
            "Each section's heading says what is in it.",
            How.DECLARED,
            "The headings are fixed questions.",
            ("C001",),
            On.WITH_QUESTIONS,
        ),
        Item(
            10,
            "The order makes sense.",
            How.DECLARED,
            "The fixed questions have a fixed order.",
            ("C001",),
            On.WITH_QUESTIONS,
        ),
        Item(
            11,
            "It sums up what matters.",
            How.DECLARED,
            "Three to five key points have to stand near the top.",
            ("L007", "L008"),
            on=On.WITH_KEY_POINTS,
        ),
        Item(
            12,
            "Boxes, bold print or the like draw attention to what matters.",
            How.MACHINE,
            "Three to five key points always stand in a colored box.",
            ("L007", "L008"),
            on=On.WITH_KEY_POINTS,
        ),
        Item(15, "Pictures are used where they would help."),
        Item(16, "Pictures support the text."),
        Item(17, "Pictures have clear titles or captions."),
        Item(18, "Pictures are clear and not crowded."),
        Item(19, "Tables are simple, with short and clear headings."),
        Item(
            20,
            "It names at least one thing that the reader can do.",
            How.DECLARED,
            "A fixed question asks for it, and its answer can't be left empty.",
            ("C001", "C010"),
            answers=STEPS,
        ),
        Item(21, "It speaks to the reader when it tells what to do."),
        Item(22, "Each thing to do is broken into clear steps."),
        Item(23, "It offers something to use, like a checklist, where that would help."),
        Item(24, "It shows how to do calculations, if there are any."),
        Item(25, "It says how to use its charts, tables or diagrams to act."),
        Item(26, "Pictures are used where they would make it easier to act."),
    ),
)

DISCERN = Instrument(
    "discern",
    "DISCERN",
    "asks how good written information about treatment choices is",
    (
        Item(1, "The aims are clear.", How.DECLARED, SUMMARY),
        Item(2, "It does what it aims at."),
        Item(3, "It is what readers need."),
        Item(
            4,
            "It is clear which sources were used.",
            How.MACHINE,
            "A sentence with a number cites a source, and every source cited is in the list.",
            ("S001", "S003"),
            On.WITH_SOURCES,
        ),
        Item(
            5,
            "It is clear how old the information is.",
            How.MACHINE,
            "The list shows every source's year and the day on which we checked it; neither can be left out.",
            ("L007",),
            On.WITH_SOURCES,
        ),
        Item(6, "It is balanced and takes no side."),
        Item(7, "It tells where to find more support and information."),
        Item(
            8,
            "It says what is not certain.",
            How.DECLARED,
            "A fixed question asks what is not known, and its answer can't be left empty.",
            ("C001", "C010"),
            answers=UNKNOWN,
        ),
        Item(
            9,
            "It says how each treatment works.",
            How.DECLARED,
            "Fixed questions ask for it on pages about a therapy.",
            ("C001", "C010"),
            answers=("therapy/what-it-is",),
        ),
        Item(
            10,
            "It tells the benefits of each treatment.",
            How.DECLARED,
            "A fixed question asks how well it works.",
            ("C001", "C010"),
            answers=("therapy/how-well", "level/how-well"),
        ),
        Item(
            11,
            "It tells the risks of each treatment.",
            How.DECLARED,
            "A fixed question asks for risks or downsides.",
            ("C001", "C010"),
            answers=("therapy/risks", "level/downsides"),
        ),
        Item(
            12,
            "It says what may happen without treatment.",
            How.DECLARED,
            "A fixed question asks for it on pages about a condition.",
            ("C001", "C010"),
            answers=("condition/without-treatment",),
        ),
        Item(
            13,
            "It says what a treatment means for daily life.",
            How.DECLARED,
            "A fixed question asks for it on pages about a level of care.",
            ("C001", "C010"),
            answers=("level/daily-life",),
        ),
        Item(
            14,
            "It is clear that there may be more than one choice.",
            How.DECLARED,
            "A fixed question asks for other choices on pages about a therapy.",
            ("C001", "C010"),
            answers=("therapy/alternatives",),
        ),
        Item(
            15,
            "It helps people to decide together.",
            How.DECLARED,
            "A fixed question asks for questions to take along.",
            ("C001", "C010"),
            answers=QUESTIONS_TO_ASK,
        ),
        Item(16, "All in all, how good it is."),
    ),
)

CLEAR_COMMUNICATION = Instrument(
    "cdc-index",
    "CDC Clear Communication Index",
    "asks how clear a message to the public is",
    (
        Item(1, "There is one main message.", How.DECLARED, SUMMARY),
        Item(
            2,
            "The main message is at the top.",
            How.MACHINE,
            "The short answer always comes first. That it is the main message, its author has to see to.",
            ("L007",),
        ),
        Item(3, "The main message stands out to the eye."),
        Item(4, "A picture supports the main message."),
        Item(5, "It calls on its readers to do something."),
        Item(6, "The main message and the call say who does what (active voice)."),
        Item(7, "The words are those its readers use.", How.MACHINE, WORDS, ("W003", "W005", "W006")),
        Item(
            8,
            "Lists are used, and are not too long.",
            How.MACHINE,
            "Key points are always a list, and no list has more than seven items.",
            ("C006",),
            On.WITH_KEY_POINTS,
        ),
        Item(
            9,
            "The text comes in pieces with headings.",
            How.MACHINE,
            "Each fixed question is a heading, and paragraphs have up to three sentences.",
            ("C001", "W002"),
            On.WITH_QUESTIONS,
        ),
        Item(10, "What matters most comes first.", How.DECLARED, SUMMARY),
        Item(
            11,
            "It says what experts know and don't know.",
            How.DECLARED,
            "A fixed question asks what is not known. What is known is up to the page.",
            ("C001", "C010"),
            answers=UNKNOWN,
        ),
        Item(
            12,
            "It recommends what to do.",
            How.DECLARED,
            "A fixed question asks what the reader can do.",
            ("C001", "C010"),
            answers=STEPS,
        ),
        Item(13, "It says why this matters to the reader."),
        Item(14, "It tells how to do it."),
        Item(15, "Numbers are of a kind that its readers know."),
        Item(16, "It says what the numbers mean."),
        Item(17, "The reader has nothing to calculate."),
        Item(18, "It explains what kind of risk there is."),
        Item(19, "It tells both risks and benefits of what it recommends."),
        Item(20, "Chances are also told in words or with a picture."),
    ),
)

INSTRUMENTS = (PEMAT, DISCERN, CLEAR_COMMUNICATION)
