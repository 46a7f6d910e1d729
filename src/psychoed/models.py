"""What a page's front matter and each data file may hold.

Field descriptions are written for editors: error messages and the field reference quote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from .words import did_you_mean

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n<>{}\[\]`]+$")]
Web = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"'<>]+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[\d ().-]+$")]
ADDRESS_PATTERN = r"^/([a-z0-9-]+/)*$"
Address = Annotated[str, StringConstraints(pattern=ADDRESS_PATTERN)]
# Short codes: no vowels, and no letter or digit that can be taken for another.
CODE_LETTERS, CODE_DIGITS, CODE_LENGTH = "bcdfghjkmnprtvwx", "2347", 6
CODE_PATTERN = f"^[{CODE_LETTERS}][{CODE_LETTERS}{CODE_DIGITS}]{{{CODE_LENGTH - 1}}}$"
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Anchor = Annotated[str, StringConstraints(pattern=r"^[\w-]+$")]
# A page, or one section of it: /conditions/ptsd/#what-helps
Place = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9-]+/)+(#[\w-]+)?$")]
Region = Literal["US", "UK", "Canada", "Ireland", "Australia", "New Zealand", "international"]

# Longer examples, for the schemas and the field reference. All are made up.
KEY_POINTS = ["It is common.", "It can be treated.", "You can ask for help today."]
FINDING = {"strength": "insufficient", "note": "We have not looked at the research yet."}
LEVEL_HOURS = {"least": 9, "most": 19, "text": "9 to 19 hours a week.", "sources": ["chcs-2024-iop"]}
LEVELS = [
    {"id": name, "name": name, "short_name": name, "summary": "One sentence.", "hours": LEVEL_HOURS}
    for name in ("outpatient", "inpatient")
]
HELP_LINE = {
    "id": "talk",
    "name": "Talk line",
    "what_for": "to talk",
    "kind": "crisis",
    "call": "555-0100",
    "status": "unverified",
    "checked": "2026-11-23",
}
TERM = {"term": "remission", "definition": "Most or all symptoms have gone away for a time."}
QUESTIONS = [{"id": "what-it-is", "heading": "What is it?"}]
CIRCLE = [{"name": "Fear", "text": "It begins."}, {"name": "More fear", "text": "It goes on."}]
CURVES = {
    "caption": "An example",
    "low": "less fear",
    "high": "more fear",
    "across": "time",
    "curves": [{"name": "First time", "text": "Fear rises.", "points": [30, 85]}],
    "around": "Your own may be another.",
}
SHEET_FIELDS = [{"id": "first-signs", "label": "My first signs", "lines": 3}]
SHEET_SECTIONS = [{"id": "signs", "heading": "My warning signs", "fields": SHEET_FIELDS}]
HANDOUT_SET = {
    "id": "first-week",
    "title": "First week",
    "for_whom": "For people who begin treatment.",
    "pages": ["/guides/your-first-day-and-week/"],
}
SERVICES = [{"name": "Family sessions", "text": "People close to you can join, if you agree."}]


BLANK = re.compile(r"\{([^{}]*)\}")

# A help line that nobody has looked at for longer counts as unsure.
HELP_LINE_LASTS = timedelta(days=180)

# How much a reading list may hold. docs/assets/list-format.js has the same limits; a test compares them.
MOST_ON_A_LIST, LONGEST_TITLE, LONGEST_NOTE = 30, 60, 300


class MisfitError(ValueError):
    """Values that are right one by one and wrong together: what, what to do, and where inside the record."""

    def __init__(self, message: str, remedy: str, *where: str | int) -> None:
        super().__init__(message)
        self.remedy, self.where = remedy, where


class Model(BaseModel):
    """A record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# --- pages ---------------------------------------------------------------------------------------


class Review(Model):
    """Who wrote a page, and which clinician has read it. A page without a reviewer says so."""

    author: Text = Field(
        description="Who wrote the page: a person or a team.", examples=["The psychoed team"]
    )
    written: date = Field(
        description="The day the text was last changed in substance, like 2026-11-23.",
        examples=["2026-11-23"],
    )
    reviewer: Text | None = Field(
        default=None,
        description="The clinician who read the whole page. Leave out until it has happened.",
        examples=["Ana Example"],
    )
    credentials: Text | None = Field(
        default=None, description="The reviewer's license or degree.", examples=["PhD, licensed psychologist"]
    )
    reviewed: date | None = Field(
        default=None, description="The day the reviewer finished reading.", examples=["2026-12-01"]
    )
    next_review: date = Field(
        description="The day by which the page has to be read again.", examples=["2027-11-23"]
    )

    @model_validator(mode="after")
    def _reviewer_and_day_come_together(self) -> Review:
        if (self.reviewer is None) != (self.reviewed is None):
            raise MisfitError("'reviewer' and 'reviewed' belong together", "give both, or neither")
        return self

    def is_overdue(self, today: date) -> bool:
        """Whether the day of the next review is over."""
        return self.next_review < today


class PageException(Model):
    """Where a page may break a rule. It is a problem itself once nothing needs it."""

    rule: Text = Field(
        description="The rule's code or name, as the problem shows it, like W001.", examples=["W001"]
    )
    words: Text | None = Field(
        default=None,
        description="Words that stand on the line it is about. Leave out for the whole page.",
        examples=["as the guideline puts it"],
    )
    reason: Annotated[Text, StringConstraints(min_length=10)] = Field(
        description="Why the rule does not fit here, for the person who reads the change.",
        examples=["The sentence is a quotation and can't be cut."],
    )


class MovedAnchor(Model):
    """Where a section went whose heading is gone. Links to it arrive there."""

    old: Anchor = Field(
        description="The anchor that the section had: what links name after the # sign.",
        examples=["what-next"],
    )
    new: Anchor = Field(
        description="The anchor of the section of this page that has its text now.", examples=["plan"]
    )


Words = tuple[Text, ...]


class PageWords(Model):
    """The words by which people look for one page."""

    say: Words = Field(
        default=(),
        description="Other words for it that may be printed. They stand in the A to Z, too.",
        examples=[["low mood", "feeling down"]],
    )
    find: Words = Field(
        default=(),
        description="Words that are only found and never printed: slang, hurtful words, misspellings.",
        examples=[["cant get out of bed", "depresion"]],
    )


class PageMeta(Model):
    """The front matter that every page has."""

    title: Line = Field(
        description="The heading of the page, and its name in lists.", examples=["Panic disorder"]
    )
    summary: Text = Field(
        description="The short answer, first on the page: one to three sentences.",
        examples=["The short answer, in one to three sentences."],
    )
    key_points: tuple[Text, ...] = Field(
        default=(),
        min_length=0,
        max_length=5,
        description="Three to five things to take away.",
        examples=[KEY_POINTS],
    )
    also_called: tuple[Text, ...] = Field(
        default=(),
        description="Other names that may be shown on the page and found by search.",
        examples=[["another name", "its short form"]],
    )
    search_words: PageWords | None = Field(
        default=None,
        description="More words that people type for this page, as in vocabulary.yml: 'say' may be printed, "
        "'find' is only found. Needed rarely.",
        examples=[{"say": ["low mood"], "find": ["cant get out of bed"]}],
    )
    related: tuple[Address, ...] = Field(
        default=(),
        description="Addresses of pages to offer at the end, like /guides/after-iop/.",
        examples=[["/guides/after-iop/"]],
    )
    exceptions: tuple[PageException, ...] = Field(
        default=(),
        description="Where this page may break a rule, and why. Needed rarely.",
        examples=[[{"rule": "W001", "reason": "The sentence is a quotation and can't be cut."}]],
    )
    moved_from: tuple[Address, ...] = Field(
        default=(),
        description="Addresses the page had before, like /conditions/old-name/. They lead here.",
        examples=[["/conditions/old-name/"]],
    )
    exit_page: bool = Field(
        default=False,
        description="true to show the button 'Exit this page', where a reader may be at risk from somebody "
        "near them. Needed rarely.",
        examples=[True],
    )
    moved_anchors: tuple[MovedAnchor, ...] = Field(
        default=(),
        description="Sections that are gone, and where their text is now.",
        examples=[[{"old": "what-next", "new": "plan"}]],
    )
    review: Review = Field(
        description="Who wrote the page and who has read it.",
        examples=[{"author": "The psychoed team", "written": "2026-11-23", "next_review": "2027-11-23"}],
    )


class TopicMeta(PageMeta):
    """A page whose key points are required."""

    key_points: tuple[Text, ...] = Field(
        min_length=3, max_length=5, description="Three to five things to take away.", examples=[KEY_POINTS]
    )


class ConditionMeta(TopicMeta):
    """Front matter of a page in content/conditions/."""

    name: Line = Field(
        description="The condition's name inside a sentence, like 'depression'.", examples=["panic disorder"]
    )
    parent: Slug | None = Field(
        default=None,
        description="The wider condition this one belongs to, by its file's name.",
        examples=["anxiety-disorders"],
    )


class TherapyMeta(TopicMeta):
    """Front matter of a page in content/therapies/."""

    name: Line = Field(
        description="The therapy's name inside a sentence.", examples=["cognitive behavioral therapy"]
    )
    abbreviation: Text | None = Field(
        default=None, description="Its usual short form, like CBT.", examples=["CBT"]
    )


class LevelMeta(TopicMeta):
    """Front matter of a page in content/levels-of-care/. The file's name is the level's id."""


class GuideMeta(TopicMeta):
    """Front matter of a page in docs/guides/."""

    group: Literal["understand", "choose", "support", "after"] = Field(
        description="Which list of guides it stands in: understand, choose, support or after.",
        examples=["choose"],
    )


class Choice(Model):
    """One of the choices the home page offers."""

    title: Text = Field(description="The words of the card's link.", examples=["I need help now"])
    text: Text = Field(
        description="One sentence about what is there.", examples=["Help lines for a crisis, day and night."]
    )
    address: Address = Field(
        description="The page it leads to, like /get-help-now/.", examples=["/get-help-now/"]
    )
    urgent: bool = Field(
        default=False, description="true for the one card that stands out as urgent.", examples=[True]
    )


class PlainMeta(PageMeta):
    """Front matter of any other page in docs/: home, lists, get help now, about."""

    choices: tuple[Choice, ...] = Field(
        default=(),
        description="The cards of the home page.",
        examples=[
            [{"title": "I need help now", "text": "Help lines, day and night.", "address": "/get-help-now/"}]
        ],
    )


# --- data ----------------------------------------------------------------------------------------


class Source(Model):
    """One work that pages cite by its id."""

    kind: Literal["guideline", "review", "trial", "study", "statistics", "official", "reference"] = Field(
        description="What kind of work it is.", examples=["guideline"]
    )
    title: Text = Field(
        description="Its full title, as it is printed.", examples=["Depression in adults: treatment"]
    )
    authors: Text | None = Field(
        default=None, description="Who wrote it, last name first.", examples=["Cuijpers P, et al."]
    )
    publisher: Text = Field(
        description="Who published it: an organization, or the journal.", examples=["World Psychiatry"]
    )
    year: int = Field(ge=1950, le=2100, description="The year it came out.", examples=[2022])
    url: Web | None = Field(
        default=None,
        description="Its web address, beginning with https://.",
        examples=["https://www.nice.org.uk/guidance/ng222"],
    )
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,}/[^\s\"<>]+$")] | None = Field(
        default=None,
        description="Its DOI, without https://doi.org/ before it.",
        examples=["10.1002/wps.21069"],
    )
    region: Region = Field(description="Where it comes from or applies.", examples=["US"])
    checked: date = Field(
        description="The day somebody saw that the source says what 'says' lists.", examples=["2026-11-23"]
    )
    says: tuple[Text, ...] = Field(
        min_length=1,
        description="What it was seen to say, in our words.",
        examples=[["Recommends group therapy for less severe depression."]],
    )

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        if not (self.url or self.doi):
            raise MisfitError("readers can't find this source", "give its 'url', its 'doi', or both")
        return self

    @property
    def link(self) -> str:
        """Where a reader finds it; the DOI is preferred because it does not move."""
        return f"https://doi.org/{self.doi}" if self.doi else str(self.url)


class Strength(StrEnum):
    """How sure the evidence is, in five words."""

    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    INSUFFICIENT = "insufficient"
    AVOID_ALONE = "avoid-alone"


class Finding(Model):
    """What is known about one therapy, or one setting, for one condition."""

    strength: Strength = Field(
        description="How sure the evidence is, in one of the five words.", examples=["moderate"]
    )
    note: Text = Field(
        description="One or two short sentences for readers, with the limits.",
        examples=["A few small studies suggest that it may help."],
    )
    sources: tuple[Slug, ...] = Field(
        default=(),
        description="The ids of the sources that say so, from sources.yml.",
        examples=[["nice-ng222"]],
    )

    @model_validator(mode="after")
    def _claims_have_sources(self) -> Finding:
        unsourced = {Strength.LIMITED, Strength.INSUFFICIENT}
        if not self.sources and self.strength not in unsourced:
            message = f"'{self.strength}' is a claim without a source"
            raise MisfitError(message, "add 'sources: [source-id]', or say 'insufficient'", "strength")
        return self


class Evidence(Model):
    """The two kinds of claim, kept apart: a therapy helps a condition; a setting helps a condition."""

    checked: date = Field(
        description="The day the whole table was last compared with its sources.", examples=["2026-11-23"]
    )
    words: dict[Strength, Text] = Field(
        description="What each of the five words means to a reader.",
        examples=[{"limited": "A few studies, not all good."}],
    )
    therapies: dict[Slug, dict[Slug, Finding]] = Field(
        description="For each condition, what is known about each therapy.",
        examples=[{"depression": {"emdr": FINDING}}],
    )
    settings: dict[Slug, dict[Slug, Finding]] = Field(
        description="For each condition, what is known about each level of care.",
        examples=[{"depression": {"intensive-outpatient": FINDING}}],
    )


class Hours(Model):
    """Hours a week that a person spends there. Without ``most`` there is no upper limit."""

    least: float = Field(ge=0, le=168, description="The fewest hours a week.", examples=[9])
    most: float | None = Field(
        default=None,
        ge=0,
        le=168,
        description="The most hours a week. Leave out when there is no upper limit.",
        examples=[19],
    )
    text: Text = Field(description="The same in words, for the figure.", examples=["9 to 19 hours a week."])
    sources: tuple[Slug, ...] = Field(
        min_length=1,
        description="The ids of the sources that say so, from sources.yml.",
        examples=[["chcs-2024-iop"]],
    )

    @model_validator(mode="after")
    def _most_is_not_less(self) -> Hours:
        if self.most is not None and self.most < self.least:
            raise MisfitError("'most' is less than 'least'", "exchange them, or correct one", "most")
        return self


class Level(Model):
    """One level of care, from the lightest to the most intensive."""

    id: Slug = Field(
        description="The name of its page's file, without .md. Never change it.",
        examples=["intensive-outpatient"],
    )
    name: Text = Field(description="Its full name.", examples=["Intensive outpatient program (IOP)"])
    short_name: Text = Field(description="Its name where there is little room.", examples=["IOP"])
    summary: Text = Field(
        description="One sentence that tells it from the other levels.",
        examples=["A few hours of treatment on several days a week, while you live at home."],
    )
    hours: Hours = Field(
        description="How many hours a week a person spends there.",
        examples=[{"least": 9, "most": 19, "text": "9 to 19 hours a week.", "sources": ["chcs-2024-iop"]}],
    )


class Cell(Model):
    """What one dimension says about one level."""

    text: Text = Field(
        description="One or two short sentences.", examples=["You sleep at home and keep your daily life."]
    )
    sources: tuple[Slug, ...] = Field(
        default=(),
        description="The ids of the sources that say so, from sources.yml.",
        examples=[["medicare-iop"]],
    )


class Dimension(Model):
    """One row of the comparison."""

    id: Slug = Field(
        description="A short name for this row, used in the files to download.", examples=["safety"]
    )
    label: Text = Field(
        description="The name of the row, as readers see it.", examples=["Safety and medical care"]
    )
    cells: dict[Slug, Cell] = Field(
        description="What the row says about each level of care, by the level's id.",
        examples=[{"intensive-outpatient": {"text": "You sleep at home."}}],
    )


class LevelsOfCare(Model):
    """The comparison of levels of care: add a level or a dimension here and it appears everywhere."""

    checked: date = Field(
        description="The day the whole comparison was last compared with its sources.",
        examples=["2026-11-23"],
    )
    levels: tuple[Level, ...] = Field(
        min_length=2,
        description="The levels of care, from the lightest to the most intensive.",
        examples=[LEVELS],
    )
    dimensions: tuple[Dimension, ...] = Field(
        min_length=1,
        description="The rows of the comparison. Each one says something about every level.",
        examples=[
            [{"id": "safety", "label": "Safety", "cells": {"outpatient": {"text": "You live at home."}}}]
        ],
    )

    @model_validator(mode="after")
    def _every_cell_is_filled(self) -> LevelsOfCare:
        ids = [level.id for level in self.levels]
        for number, dimension in enumerate(self.dimensions):
            where = ("dimensions", number, "cells")
            for name in set(ids) - set(dimension.cells):
                message = f"the dimension '{dimension.id}' says nothing about '{name}'"
                raise MisfitError(message, f"add a line '{name}: {{text: …}}' under 'cells'", *where)
            for name in set(dimension.cells) - set(ids):
                message = f"'{name}' is not one of the levels"
                raise MisfitError(message, f"use one of: {', '.join(ids)}", *where, name)
        return self


class TextMessage(Model):
    """How to reach a line by text message."""

    number: Phone = Field(description="The number to send a text message to.", examples=["555-0100"])
    keyword: Text | None = Field(
        default=None, description="The word to send, if the line asks for one.", examples=["HOME"]
    )


class HelpLine(Model):
    """A help line, its numbers written once, with the day somebody checked them."""

    id: Slug = Field(description="A short name that no other line has.", examples=["us-988"])
    name: Text = Field(
        description="The line's name, as its operator writes it.", examples=["988 Suicide & Crisis Lifeline"]
    )
    what_for: Text = Field(
        description="What one calls it for, beginning with 'for' or 'if'.",
        examples=["for danger to life, now"],
    )
    kind: Literal["emergency", "crisis", "topic", "information"] = Field(
        description="How urgent it is: emergency and crisis lines stand on every page.", examples=["crisis"]
    )
    call: Phone | None = Field(
        default=None, description="The number to call, in quotes.", examples=["555-0100"]
    )
    press: Text | None = Field(
        default=None, description="What to press after the call is answered.", examples=["1"]
    )
    text: TextMessage | None = Field(
        default=None,
        description="Where to send a text message, and with which word.",
        examples=[{"number": "555-0101"}],
    )
    chat: Web | None = Field(
        default=None,
        description="The web address of its chat, beginning with https://.",
        examples=["https://988lifeline.org/chat/"],
    )
    url: Web | None = Field(
        default=None,
        description="The web address of the operator's own page, beginning with https://.",
        examples=["https://988lifeline.org/"],
    )
    hours: Text | None = Field(
        default=None, description="When somebody answers.", examples=["Day and night, every day"]
    )
    cost: Text | None = Field(
        default=None, description="What it costs, if that was seen.", examples=["Free and confidential"]
    )
    languages: Text | None = Field(
        default=None, description="The languages it speaks.", examples=["English and Spanish"]
    )
    status: Literal["verified", "unverified"] = Field(
        description="'verified' when the number was seen on the operator's own page on 'checked'.",
        examples=["verified"],
    )
    checked: date = Field(description="The day somebody last looked at it.", examples=["2026-11-23"])
    source: Text | None = Field(
        default=None, description="Where it was seen.", examples=["988lifeline.org, what to expect"]
    )

    @model_validator(mode="after")
    def _can_be_reached(self) -> HelpLine:
        if not (self.call or self.text or self.chat or self.url):
            raise MisfitError("nobody can reach this help line", "give 'call', 'text', 'chat' or 'url'")
        return self

    @property
    def check_again_by(self) -> date:
        """The last day on which the check still counts."""
        return self.checked + HELP_LINE_LASTS


class HelpRegion(Model):
    """The help lines of one country, most urgent first."""

    id: Slug = Field(description="A short name for the region.", examples=["us"])
    name: Text = Field(description="Its name, as readers see it.", examples=["United States"])
    lines: tuple[HelpLine, ...] = Field(
        min_length=1, description="Its help lines, the most urgent first.", examples=[[HELP_LINE]]
    )


class RetiredNumber(Model):
    """A number that must not appear anywhere any more."""

    number: Text = Field(description="The number that must not be used any more.", examples=["555-0199"])
    use_instead: Text = Field(description="The number that took its place.", examples=["555-0100"])


class HelpLines(Model):
    """All help lines. ``default_region`` is the one shown on every page."""

    default_region: Slug = Field(description="The id of the region shown on every page.", examples=["us"])
    regions: tuple[HelpRegion, ...] = Field(
        min_length=1,
        description="The regions and their help lines.",
        examples=[[{"id": "us", "name": "United States", "lines": [HELP_LINE]}]],
    )
    retired: tuple[RetiredNumber, ...] = Field(
        default=(),
        description="Numbers that were closed and must not appear anywhere.",
        examples=[[{"number": "555-0199", "use_instead": "555-0100"}]],
    )

    @model_validator(mode="after")
    def _default_exists(self) -> HelpLines:
        if self.default_region not in {region.id for region in self.regions}:
            names = ", ".join(region.id for region in self.regions)
            message = f"there is no region '{self.default_region}'"
            raise MisfitError(message, f"use one of: {names}", "default_region")
        if not any(line.kind in {"emergency", "crisis"} and line.call for line in self.default.lines):
            message = "the default region has nobody to call in an emergency or a crisis"
            raise MisfitError(message, "add a line of kind 'emergency' or 'crisis' with 'call'", "regions")
        return self

    @property
    def default(self) -> HelpRegion:
        """The region shown on every page."""
        return next(region for region in self.regions if region.id == self.default_region)


class Question(Model):
    """A heading that pages of one kind must have, in this order."""

    id: Slug = Field(
        description="The address of the section, after #. Never change it.", examples=["what-helps"]
    )
    heading: Text = Field(
        description="The question, word for word as pages have it.", examples=["What helps?"]
    )
    component: Text | None = Field(
        default=None, description="A component the section must contain.", examples=["evidence"]
    )
    arguments: tuple[Text, ...] = Field(
        default=(),
        description="What stands between the brackets of that component in a new page.",
        examples=[["intensive-outpatient"]],
    )
    hint: Text | None = Field(
        default=None,
        description="What to write here, for the editor of a new page.",
        examples=["Name the treatments that guidelines put first."],
    )


class QuestionSet(Model):
    """The questions of one kind of page. With ``free`` other headings may stand before them."""

    free: bool = Field(
        default=False, description="true when headings of your own may stand before these.", examples=[True]
    )
    questions: tuple[Question, ...] = Field(
        min_length=1, description="The questions, in the order of the page.", examples=[QUESTIONS]
    )


class Questions(Model):
    """Which questions each kind of page answers."""

    condition: QuestionSet = Field(
        description="What every page about a condition answers.", examples=[{"questions": QUESTIONS}]
    )
    therapy: QuestionSet = Field(
        description="What every page about a therapy answers.", examples=[{"questions": QUESTIONS}]
    )
    level: QuestionSet = Field(
        description="What every page about a level of care answers.", examples=[{"questions": QUESTIONS}]
    )
    guide: QuestionSet = Field(
        description="How every guide ends.", examples=[{"free": True, "questions": QUESTIONS}]
    )


class Term(Model):
    """A word that a reader may not know. In capitals it counts only in capitals: WHO is not 'who'."""

    term: Line = Field(
        description="The term as it is written inside a sentence.", examples=["prior authorization"]
    )
    forms: tuple[Line, ...] = Field(
        default=(),
        description="Plurals, short forms and other spellings that count as the same term.",
        examples=[["prior authorizations", "preauthorization"]],
    )
    definition: Text = Field(
        description="What it means, in one or two plain sentences of at most 20 words.",
        examples=["A yes from your insurance plan that you need before treatment begins."],
    )
    address: Address | None = Field(
        default=None,
        description="The page that says more about it, like /levels-of-care/inpatient/.",
        examples=["/levels-of-care/inpatient/"],
    )
    sources: tuple[Slug, ...] = Field(
        default=(),
        description="The ids of the sources, from sources.yml; needed when there is a number in it.",
        examples=[["medicare-iop"]],
    )

    @property
    def written(self) -> tuple[str, ...]:
        """The term and its other forms."""
        return (self.term, *self.forms)


class Glossary(Model):
    """Words that readers may not know, in plain words."""

    terms: tuple[Term, ...] = Field(
        min_length=1, description="The terms, in any order; pages show them A to Z.", examples=[[TERM]]
    )

    @model_validator(mode="after")
    def _a_word_has_one_meaning(self) -> Glossary:
        first: dict[str, str] = {}
        for number, term in enumerate(self.terms):
            for position, word in enumerate(term.written):
                other = first.setdefault(word.casefold(), term.term)
                if other is not term.term or word in term.written[:position]:
                    place = ("forms", position - 1) if position else ("term",)
                    message = f"'{word}' stands here twice; it belongs to '{other}' already"
                    raise MisfitError(message, "keep it in one place", "terms", number, *place)
        return self


class Service(Model):
    """Something the program offers, linked to the page about it."""

    name: Text = Field(description="What it is called.", examples=["Family sessions"])
    text: Text = Field(
        description="What it is, in one to three short sentences.",
        examples=["People close to you can join, if you agree."],
    )
    address: Address | None = Field(
        default=None,
        description="The page about it, like /therapies/family-therapy/.",
        examples=["/therapies/family-therapy/"],
    )
    evidence: Text | None = Field(
        default=None,
        description="What is known, in honest words.",
        examples=["Limited: a few small studies suggest that it may help."],
    )


class Group(Model):
    """A group of the program."""

    name: Text = Field(description="The group's name.", examples=["Peer group"])
    text: Text = Field(description="What happens in it.", examples=["You talk with people like you."])
    days: Text = Field(description="On which days it meets.", examples=["Mondays and Fridays"])
    time: Text = Field(description="From when to when.", examples=["11:30 am to 12:30 pm"])


class TeamMember(Model):
    """A role on the team. A sample names roles, never people."""

    role: Text = Field(description="What the person is on the team.", examples=["Nurse"])
    text: Text = Field(
        description="What the person does for you.", examples=["Looks after your medicines and your health."]
    )
    name: Text | None = Field(
        default=None, description="The person's name, if they agreed to it.", examples=["Ana Example"]
    )


class DayPlan(Model):
    """One day of the program's week."""

    day: Text = Field(description="The day of the week.", examples=["Monday"])
    blocks: tuple[Text, ...] = Field(
        min_length=1,
        description="What happens on it, from morning to evening.",
        examples=[["10:00 am to 11:15 am: peer group"]],
    )


class Contact(Model):
    """How to reach the program."""

    phone: Text = Field(description="The program's phone number.", examples=["555-0100"])
    email: Text = Field(description="The program's email address.", examples=["hello@example.org"])
    address: Text = Field(description="Where it is.", examples=["1 Sample Street, Example City"])
    hours: Text = Field(
        description="When somebody answers, and what to do when nobody does.",
        examples=["Monday to Friday, 9:00 am to 5:00 pm"],
    )


PLAIN_WEB = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[\w./-]*)?")


class ExitPage(Model):
    """The button that leads away fast. Pages have it that say 'exit_page: true', or all of them."""

    everywhere: bool = Field(
        default=False,
        description="true to show the button on every page, reading lists and their sheets among them. "
        "A page at a short address, under /p/, has a plain link instead: there is no script on it.",
        examples=[True],
    )
    address: Text = Field(
        default="https://www.weather.gov/",
        description="Where it leads: a page that anybody could be looking at, such as the weather. "
        "Take none that shows what was looked at before.",
        examples=["https://www.weather.gov/"],
    )

    @model_validator(mode="after")
    def _leads_to_a_plain_page(self) -> ExitPage:
        if not PLAIN_WEB.fullmatch(self.address):
            remedy = (
                "write a whole address that begins with https:// and has no ?, # or @ in it, "
                "like https://www.weather.gov/"
            )
            raise MisfitError(
                f"the button 'Exit this page' can't lead to '{self.address}'", remedy, "address"
            )
        return self


class Program(Model):
    """The clinic's own program. While ``sample`` is true every page that shows it says so."""

    sample: bool = Field(
        description="true while it is made up; every page that shows it says so.", examples=[False]
    )
    name: Text = Field(description="The program's name.", examples=["Sample Intensive Outpatient Program"])
    summary: Text = Field(
        description="What it is and for whom, in two or three sentences.",
        examples=["A program for adults. It meets on 3 days a week for 3 hours."],
    )
    approach: tuple[Service, ...] = Field(
        min_length=1, description="How the program sees treatment.", examples=[SERVICES]
    )
    services: tuple[Service, ...] = Field(
        min_length=1, description="The treatments it offers.", examples=[SERVICES]
    )
    holistic: tuple[Service, ...] = Field(
        default=(), description="What it offers for body and mind besides.", examples=[SERVICES]
    )
    skills: tuple[Service, ...] = Field(default=(), description="The skills it teaches.", examples=[SERVICES])
    groups: tuple[Group, ...] = Field(
        min_length=1,
        description="Its groups.",
        examples=[[{"name": "Peer group", "text": "You talk.", "days": "Mondays", "time": "11 am to noon"}]],
    )
    team: tuple[TeamMember, ...] = Field(
        min_length=1,
        description="The people on the team. A sample names roles only.",
        examples=[[{"role": "Nurse", "text": "Looks after your medicines and your health."}]],
    )
    schedule: tuple[DayPlan, ...] = Field(
        min_length=1,
        description="A usual week, day by day.",
        examples=[[{"day": "Monday", "blocks": ["10:00 am to 11:15 am: peer group"]}]],
    )
    contact: Contact = Field(
        description="Where and when people reach the program.",
        examples=[
            {"phone": "555-0100", "email": "hello@example.org", "address": "1 Street", "hours": "Days"}
        ],
    )
    funding: Text | None = Field(
        default=None,
        description="Who pays for the site, in a sentence or two, with any money that came from others. "
        "While it is missing, the page 'About this site' says that it is not known, and '--publish' refuses.",
        examples=["Sample Clinic pays for this site. Nobody else has given money for it."],
    )
    hosting: Text | None = Field(
        default=None,
        description="Which company's computers the site is on, what they keep of visits, and for how long. "
        "While it is missing, the page 'Privacy on this site' says that it is not known, and '--publish' "
        "refuses.",
        examples=["Our host is Sample Host. It keeps a record of visits for two weeks."],
    )
    exit_page: ExitPage = Field(
        default=ExitPage(),
        description="Where the button 'Exit this page' leads, and whether every page has it.",
        examples=[{"address": "https://www.weather.gov/"}],
    )


class FigureStep(Model):
    """One step of a figure."""

    name: Text = Field(description="The step in a few words.", examples=["A frightening thought"])
    text: Text = Field(
        description="What happens in it, in one or two sentences.",
        examples=["The feeling seems to mean danger."],
    )


class Cycle(Model):
    """A figure of steps that lead back to the first one."""

    caption: Text = Field(description="What the figure shows.", examples=["How panic feeds itself"])
    steps: tuple[FigureStep, ...] = Field(
        min_length=2,
        max_length=6,
        description="The steps in order. The last one leads to the first.",
        examples=[CIRCLE],
    )
    around: Text = Field(description="What one has to know besides.", examples=["The circle can be broken."])
    sources: tuple[Slug, ...] = Field(
        default=(),
        description="The ids of the sources that say so, from sources.yml.",
        examples=[["clark-1986-panic"]],
    )


class Curve(Model):
    """One line of a drawing. Its points are an example, never a measurement."""

    name: Text = Field(description="What the line is called.", examples=["First time"])
    text: Text = Field(
        description="The course of the line in words.",
        examples=["Fear rises quickly, and then eases a little."],
    )
    points: tuple[Annotated[float, Field(ge=0, le=100)], ...] = Field(
        min_length=2,
        description="Heights from 0 (bottom) to 100 (top), from left to right.",
        examples=[[30, 85, 95, 68]],
    )


class Curves(Model):
    """A figure of a few lines in one drawing."""

    caption: Text = Field(description="What the figure shows.", examples=["How fear may change: an example"])
    low: Text = Field(description="What the bottom means.", examples=["less fear"])
    high: Text = Field(description="What the top means.", examples=["more fear"])
    across: Text = Field(description="What goes from left to right.", examples=["time in the exercise"])
    curves: tuple[Curve, ...] = Field(
        min_length=1,
        max_length=4,
        description="The lines.",
        examples=[[{"name": "First time", "text": "Fear rises.", "points": [30, 85]}]],
    )
    around: Text = Field(description="What one has to know besides.", examples=["Yours may be another."])
    sources: tuple[Slug, ...] = Field(
        default=(),
        description="The ids of the sources that say so, from sources.yml.",
        examples=[["craske-2014-exposure"]],
    )


class Steps(Model):
    """The words on the figure of the levels of care as steps. The levels come from levels-of-care.yml."""

    caption: Text = Field(description="What the figure shows.", examples=["Stepping up and stepping down"])
    up: Text = Field(description="When to step up.", examples=["Step up when you need more."])
    down: Text = Field(description="When to step down.", examples=["Step down when you can do with less."])
    around: Text = Field(description="What one has to know besides.", examples=["You can skip some."])


class Figures(Model):
    """The texts and shapes of the figures that no other data file holds."""

    panic_cycle: Cycle = Field(
        description="The circle of fear and feelings in the body.",
        examples=[{"caption": "A circle", "steps": CIRCLE, "around": "It can be broken."}],
    )
    exposure: Curves = Field(
        description="Fear over time when it is faced again and again.",
        examples=[CURVES],
    )
    steps: Steps = Field(
        description="Stepping up and down between levels of care.",
        examples=[{"caption": "Steps", "up": "More.", "down": "Less.", "around": "Skip some."}],
    )


# --- sheets to fill in ---


class ToolField(Model):
    """One thing to write or to tick on a sheet."""

    id: Slug = Field(
        description="A short name, by which a saved sheet knows the answer. Never change it.",
        examples=["first-signs"],
    )
    label: Text = Field(
        description="What to write there, or what is ticked.", examples=["The first signs I notice"]
    )
    lines: int = Field(
        default=1, ge=1, le=8, description="How many lines there are to write on, 1 to 8.", examples=[3]
    )
    tick: bool = Field(
        default=False, description="true for a box to tick, without lines to write on.", examples=[True]
    )
    help: Text | None = Field(
        default=None,
        description="An example or a hint, in one short sentence.",
        examples=["For example: short nights, no appetite."],
    )


class ToolSection(Model):
    """A part of a sheet under a heading of its own."""

    id: Slug = Field(description="A short name of the part. Never change it.", examples=["signs"])
    heading: Text = Field(description="The heading of the part.", examples=["My warning signs"])
    text: Text | None = Field(
        default=None,
        description="What this part is for, in one or two short sentences; it may cite like [@source-id].",
        examples=["Write what you and others notice first."],
    )
    fields: tuple[ToolField, ...] = Field(
        min_length=1, description="What to write and tick there.", examples=[SHEET_FIELDS]
    )


class LetterPart(Model):
    """A paragraph of a letter. ``{first-day}`` stands for what the person wrote in the field of that id."""

    text: Text = Field(
        description="The paragraph; the id of a field in curly braces is a blank.",
        examples=["I ask for time off from {first-day} to {last-day}."],
    )
    when: Slug | None = Field(
        default=None,
        description="The id of the field that has to be filled in or ticked for this paragraph.",
        examples=["first-day"],
    )

    @property
    def pieces(self) -> tuple[str, ...]:
        """Text and the ids of blanks in turn: every second piece is an id."""
        return tuple(BLANK.split(self.text))


class Tool(Model):
    """A sheet to fill in on the screen or on paper, or a letter made from one."""

    name: Text = Field(description="The heading of the sheet.", examples=["My plan"])
    sections: tuple[ToolSection, ...] = Field(
        min_length=1, description="The parts of the sheet, in order.", examples=[SHEET_SECTIONS]
    )
    letter: tuple[LetterPart, ...] = Field(
        default=(),
        description="The paragraphs of the letter, if the sheet makes one. Only the letter is printed then.",
        examples=[[{"text": "Dear {name},"}, {"text": "Please keep this private.", "when": "private"}]],
    )

    @property
    def fields(self) -> dict[str, ToolField]:
        """Everything to write and tick, by its id."""
        return {field.id: field for section in self.sections for field in section.fields}

    @model_validator(mode="after")
    def _each_id_stands_once(self) -> Tool:
        seen: set[str] = set()
        for place, name in self._ids():
            if name in seen:
                message = f"the id '{name}' stands twice on this sheet"
                raise MisfitError(message, "give one of them another id", *place)
            seen.add(name)
        return self

    def _ids(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        for number, section in enumerate(self.sections):
            yield ("sections", number, "id"), section.id
            for position, field in enumerate(section.fields):
                yield ("sections", number, "fields", position, "id"), field.id

    @model_validator(mode="after")
    def _the_letter_knows_its_fields(self) -> Tool:
        written = [name for name, field in self.fields.items() if not field.tick]
        for number, part in enumerate(self.letter):
            for name in part.pieces[1::2]:
                _known(name, written, "field to write in", "letter", number, "text")
            if part.when:
                _known(part.when, list(self.fields), "field", "letter", number, "when")
        return self


class Permalink(Model):
    """What is kept of a page for good: its address, those it had before, and a number for each section."""

    address: Address = Field(description="Where the page is.", examples=["/conditions/panic-disorder/"])
    before: tuple[Address, ...] = Field(
        default=(), description="Where it was before.", examples=[["/conditions/old-name/"]]
    )
    sections: dict[Anchor, int] = Field(
        default_factory=dict,
        description="The number of each section by its anchor. A number is never used again.",
        examples=[{"what-it-is": 1, "signs": 2}],
    )

    @model_validator(mode="after")
    def _a_number_stands_once(self) -> Permalink:
        seen: dict[int, str] = {}
        for anchor, number in self.sections.items():
            if number < 1 or number in seen:
                message = f"the number {number} of '{anchor}' " + (
                    f"belongs to '{seen[number]}' already" if number in seen else "is too small"
                )
                highest = max(self.sections.values())
                raise MisfitError(message, f"give it the number {highest + 1}", "sections", anchor)
            seen[number] = anchor
        return self


def _known(name: str, known: list[str], noun: str, *where: str | int) -> None:
    if name not in known:
        otherwise = f"use one of: {', '.join(known)}" if known else "add it to the sheet"
        message = f"there is no {noun} with the id '{name}' on this sheet"
        raise MisfitError(message, did_you_mean(name, known, otherwise), *where)


# --- ready-made reading lists --------------------------------------------------------------------


class HandoutSet(Model):
    """Pages that a clinician may give to a client together, as a starting point."""

    id: Slug = Field(
        description="A short name that no other set has. The address of its sheet for paper ends in it.",
        examples=["first-week"],
    )
    title: Annotated[Line, StringConstraints(max_length=LONGEST_TITLE)] = Field(
        description="What the set is called, at most 60 characters.", examples=["First week of an IOP"]
    )
    for_whom: Text = Field(
        description="Whom it is for, in one short sentence.", examples=["For people who begin treatment."]
    )
    pages: tuple[Place, ...] = Field(
        min_length=1,
        max_length=MOST_ON_A_LIST,
        description="The pages in the order in which to read them, at most 30. For one section, write its "
        "anchor after the address, like /conditions/ptsd/#what-helps.",
        examples=[["/guides/what-is-an-iop/", "/conditions/ptsd/#what-helps"]],
    )
    note: Annotated[Text, StringConstraints(max_length=LONGEST_NOTE)] | None = Field(
        default=None,
        description="A note to begin with, at most 300 characters. The clinician can change it.",
        examples=["Read one page a day. Bring your questions."],
    )

    @model_validator(mode="after")
    def _a_place_stands_once(self) -> HandoutSet:
        for number, place in enumerate(self.pages):
            if place in self.pages[:number]:
                raise MisfitError(f"'{place}' stands twice in this set", "take one out", "pages", number)
        return self


class HandoutSets(Model):
    """The sets that the page for making reading lists offers as starting points."""

    sets: tuple[HandoutSet, ...] = Field(
        min_length=1,
        description="The sets, in the order in which they are offered.",
        examples=[[HANDOUT_SET]],
    )

    @model_validator(mode="after")
    def _an_id_stands_once(self) -> HandoutSets:
        seen: set[str] = set()
        for number, each in enumerate(self.sets):
            if each.id in seen:
                message = f"the id '{each.id}' stands twice"
                raise MisfitError(message, "give one of the two sets another id", "sets", number, "id")
            seen.add(each.id)
        return self


# --- words that people search with ---------------------------------------------------------------


class Feeling(Model):
    """Something a person lives with, in their own words, and the pages that may help."""

    say: Line = Field(description="The person's own words, which are printed.", examples=["I feel so low"])
    pages: tuple[Address, ...] = Field(
        min_length=1, description="The pages to offer, best first.", examples=[["/conditions/depression/"]]
    )


class Abbreviation(Model):
    """A short form with several meanings."""

    short: Line = Field(description="The short form.", examples=["bpd"])
    pages: tuple[Address, ...] = Field(
        min_length=1,
        description="The page of each meaning, the likeliest first.",
        examples=[["/conditions/borderline-personality-disorder/", "/conditions/bipolar-disorder/"]],
    )


class Vocabulary(Model):
    """The words people search with."""

    pages: dict[Address, PageWords] = Field(
        description="The words for each page, by its address.",
        examples=[{"/conditions/depression/": {"say": ["low mood"]}}],
    )
    feelings: tuple[Feeling, ...] = Field(
        default=(),
        description="Lists in plain words for the A to Z.",
        examples=[[{"say": "I feel so low", "pages": ["/conditions/depression/"]}]],
    )
    abbreviations: tuple[Abbreviation, ...] = Field(
        default=(),
        description="Short forms with several meanings.",
        examples=[[{"short": "pe", "pages": ["/therapies/prolonged-exposure/"]}]],
    )
    alike: tuple[Words, ...] = Field(
        default=(),
        description="Groups of words that say nearly the same.",
        examples=[[["mind", "head", "brain"]]],
    )
    fillers: Words = Field(
        default=(),
        description="Words that say nothing about what is looked for.",
        examples=[["the", "what", "is"]],
    )


# --- searches that speak of danger ---------------------------------------------------------------


class DangerPatterns(Model):
    """Patterns that stand together, and why."""

    why: Text = Field(description="What these patterns are for.", examples=["A wish to be dead."])
    when: Words = Field(
        min_length=1,
        description="The patterns. The beginning of content/data/danger.yml says how to write one.",
        examples=[["suicid*", "{want} [to] die"]],
    )


class DangerKind(Model):
    """One kind of danger, how a search speaks of it, and whom to call besides the usual lines."""

    id: Slug = Field(description="A short name.", examples=["suicide"])
    lines: tuple[Slug, ...] = Field(
        default=(),
        description="The ids of help lines to show besides, from help-lines.yml.",
        examples=[["us-poison"]],
    )
    about: tuple[DangerPatterns, ...] = Field(
        min_length=1,
        description="The patterns, in groups.",
        examples=[[{"why": "A wish to be dead.", "when": ["suicid*"]}]],
    )


class Danger(Model):
    """When a search shows the help lines first."""

    short: dict[str, Text] = Field(
        default={},
        description="How people write in a hurry, and the words it stands for.",
        examples=[{"im": "i am", "my self": "myself"}],
    )
    skip: Words = Field(
        default=(), description="Words that are passed over wherever they stand.", examples=[["the", "my"]]
    )
    real: Words = Field(
        default=(),
        description="Real words that look like a typing mistake in a word of danger.",
        examples=[["cooking"]],
    )
    words: dict[Slug, Words] = Field(
        default={},
        description="Lists of words that patterns call by name, as {want}. A list may call other lists.",
        examples=[{"want": ["want", "going to"]}],
    )
    harmless: tuple[DangerPatterns, ...] = Field(
        default=(),
        description="Harmless sayings, which are taken out of a search first.",
        examples=[[{"why": "Sayings with 'kill'.", "when": ["killing it"]}]],
    )
    kinds: tuple[DangerKind, ...] = Field(
        min_length=1,
        description="The kinds of danger.",
        examples=[
            [{"id": "suicide", "about": [{"why": "Words that say it.", "when": ["suicid*"]}]}],
        ],
    )


class DangerExamples(Model):
    """Searches of which the site learns which words speak of danger, one a line."""

    danger: Text = Field(
        description="Searches of people in danger, or who fear for somebody, as they type them.",
        examples=["i cant do this anymore\nhe put his hands round my neck"],
    )
    harmless: Text = Field(
        description="Searches that sound like danger and are none, and everyday ones.",
        examples=["killing time before my session\nhow long is an iop"],
    )
