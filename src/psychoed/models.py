"""What a page's front matter and each data file may hold.

Field descriptions are written for editors: error messages and the field reference quote them.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n<>{}\[\]`]+$")]
Web = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"'<>]+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[\d ().-]+$")]
Address = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9-]+/)*$")]
Region = Literal["US", "UK", "Canada", "Ireland", "Australia", "New Zealand", "international"]


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

    author: Text = Field(description="Who wrote the page: a person or a team.")
    written: date = Field(description="The day the text was last changed in substance, like 2026-11-23.")
    reviewer: Text | None = Field(
        default=None, description="The clinician who read the whole page. Leave out until it has happened."
    )
    credentials: Text | None = Field(default=None, description="The reviewer's license or degree.")
    reviewed: date | None = Field(default=None, description="The day the reviewer finished reading.")
    next_review: date = Field(description="The day by which the page has to be read again.")

    @model_validator(mode="after")
    def _reviewer_and_day_come_together(self) -> Review:
        if (self.reviewer is None) != (self.reviewed is None):
            raise MisfitError("'reviewer' and 'reviewed' belong together", "give both, or neither")
        return self


class PageMeta(Model):
    """The front matter that every page has."""

    title: Line = Field(description="The heading of the page, and its name in lists.")
    summary: Text = Field(description="The short answer, first on the page: one to three sentences.")
    key_points: tuple[Text, ...] = Field(
        default=(), min_length=0, max_length=5, description="Three to five things to take away."
    )
    also_called: tuple[Text, ...] = Field(
        default=(), description="Other names that may be shown on the page and found by search."
    )
    related: tuple[Address, ...] = Field(
        default=(), description="Addresses of pages to offer at the end, like /guides/after-iop/."
    )
    review: Review


class TopicMeta(PageMeta):
    """A page whose key points are required."""

    key_points: tuple[Text, ...] = Field(
        min_length=3, max_length=5, description="Three to five things to take away."
    )


class ConditionMeta(TopicMeta):
    """Front matter of a page in content/conditions/."""

    name: Line = Field(description="The condition's name inside a sentence, like 'depression'.")
    parent: Slug | None = Field(default=None, description="The wider condition this one belongs to.")


class TherapyMeta(TopicMeta):
    """Front matter of a page in content/therapies/."""

    name: Line = Field(description="The therapy's name inside a sentence.")
    abbreviation: Text | None = Field(default=None, description="Its usual short form, like CBT.")


class LevelMeta(TopicMeta):
    """Front matter of a page in content/levels-of-care/. The file's name is the level's id."""


class GuideMeta(TopicMeta):
    """Front matter of a page in docs/guides/."""

    group: Literal["understand", "choose", "support", "after"] = Field(
        description="Which list of guides it stands in: understand, choose, support or after."
    )


class Choice(Model):
    """One of the choices the home page offers."""

    title: Text
    text: Text
    address: Address
    urgent: bool = False


class PlainMeta(PageMeta):
    """Front matter of any other page in docs/: home, lists, get help now, about."""

    choices: tuple[Choice, ...] = Field(default=(), description="The cards of the home page.")


# --- data ----------------------------------------------------------------------------------------


class Source(Model):
    """One work that pages cite by its id."""

    kind: Literal["guideline", "review", "trial", "study", "statistics", "official", "reference"]
    title: Text
    authors: Text | None = None
    publisher: Text = Field(description="Who published it: an organization, or the journal.")
    year: int = Field(ge=1950, le=2100)
    url: Web | None = None
    doi: Annotated[str, StringConstraints(pattern=r"^10\.\d{4,}/[^\s\"<>]+$")] | None = None
    region: Region
    checked: date = Field(description="The day somebody saw that the source says what 'says' lists.")
    says: tuple[Text, ...] = Field(min_length=1, description="What it was seen to say, in our words.")

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

    strength: Strength
    note: Text = Field(description="One or two short sentences for readers, with the limits.")
    sources: tuple[Slug, ...] = ()

    @model_validator(mode="after")
    def _claims_have_sources(self) -> Finding:
        unsourced = {Strength.LIMITED, Strength.INSUFFICIENT}
        if not self.sources and self.strength not in unsourced:
            message = f"'{self.strength}' is a claim without a source"
            raise MisfitError(message, "add 'sources: [source-id]', or say 'insufficient'", "strength")
        return self


class Evidence(Model):
    """The two kinds of claim, kept apart: a therapy helps a condition; a setting helps a condition."""

    checked: date
    words: dict[Strength, Text] = Field(description="What each of the five words means to a reader.")
    therapies: dict[Slug, dict[Slug, Finding]] = Field(description="condition, then therapy")
    settings: dict[Slug, dict[Slug, Finding]] = Field(description="condition, then level of care")


class Hours(Model):
    """Hours a week that a person spends there. Without ``most`` there is no upper limit."""

    least: float = Field(ge=0, le=168)
    most: float | None = Field(default=None, ge=0, le=168)
    text: Text = Field(description="The same in words, for the figure.")
    sources: tuple[Slug, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _most_is_not_less(self) -> Hours:
        if self.most is not None and self.most < self.least:
            raise MisfitError("'most' is less than 'least'", "exchange them, or correct one", "most")
        return self


class Level(Model):
    """One level of care, from the lightest to the most intensive."""

    id: Slug
    name: Text
    short_name: Text
    summary: Text
    hours: Hours


class Cell(Model):
    """What one dimension says about one level."""

    text: Text
    sources: tuple[Slug, ...] = ()


class Dimension(Model):
    """One row of the comparison."""

    id: Slug
    label: Text
    cells: dict[Slug, Cell]


class LevelsOfCare(Model):
    """The comparison of levels of care: add a level or a dimension here and it appears everywhere."""

    checked: date
    levels: tuple[Level, ...] = Field(min_length=2)
    dimensions: tuple[Dimension, ...] = Field(min_length=1)

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

    number: Phone
    keyword: Text | None = None


class HelpLine(Model):
    """A help line, its numbers written once, with the day somebody checked them."""

    id: Slug
    name: Text
    what_for: Text
    kind: Literal["emergency", "crisis", "topic", "information"]
    call: Phone | None = None
    press: Text | None = Field(default=None, description="What to press after the call is answered.")
    text: TextMessage | None = None
    chat: Web | None = None
    url: Web | None = None
    hours: Text | None = None
    cost: Text | None = None
    languages: Text | None = None
    status: Literal["verified", "unverified"] = Field(
        description="'verified' when the number was seen on the operator's own page on 'checked'."
    )
    checked: date
    source: Text | None = Field(default=None, description="Where it was seen.")

    @model_validator(mode="after")
    def _can_be_reached(self) -> HelpLine:
        if not (self.call or self.text or self.chat or self.url):
            raise MisfitError("nobody can reach this help line", "give 'call', 'text', 'chat' or 'url'")
        return self


class HelpRegion(Model):
    """The help lines of one country, most urgent first."""

    id: Slug
    name: Text
    lines: tuple[HelpLine, ...] = Field(min_length=1)


class RetiredNumber(Model):
    """A number that must not appear anywhere any more."""

    number: Text
    use_instead: Text


class HelpLines(Model):
    """All help lines. ``default_region`` is the one shown on every page."""

    default_region: Slug
    regions: tuple[HelpRegion, ...] = Field(min_length=1)
    retired: tuple[RetiredNumber, ...] = ()

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

    id: Slug = Field(description="The address of the section, after #. Never change it.")
    heading: Text
    component: Text | None = Field(default=None, description="A component the section must contain.")


class QuestionSet(Model):
    """The questions of one kind of page. With ``free`` other headings may stand before them."""

    free: bool = False
    questions: tuple[Question, ...] = Field(min_length=1)


class Questions(Model):
    """Which questions each kind of page answers."""

    condition: QuestionSet
    therapy: QuestionSet
    level: QuestionSet
    guide: QuestionSet


class Service(Model):
    """Something the program offers, linked to the page about it."""

    name: Text
    text: Text
    address: Address | None = None
    evidence: Text | None = Field(default=None, description="What is known, in honest words.")


class Group(Model):
    """A group of the program."""

    name: Text
    text: Text
    days: Text
    time: Text


class TeamMember(Model):
    """A role on the team. A sample names roles, never people."""

    role: Text
    text: Text
    name: Text | None = None


class DayPlan(Model):
    """One day of the program's week."""

    day: Text
    blocks: tuple[Text, ...] = Field(min_length=1)


class Contact(Model):
    """How to reach the program."""

    phone: Text
    email: Text
    address: Text
    hours: Text


class Program(Model):
    """The clinic's own program. While ``sample`` is true every page that shows it says so."""

    sample: bool
    name: Text
    summary: Text
    approach: tuple[Service, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    holistic: tuple[Service, ...] = ()
    skills: tuple[Service, ...] = ()
    groups: tuple[Group, ...] = Field(min_length=1)
    team: tuple[TeamMember, ...] = Field(min_length=1)
    schedule: tuple[DayPlan, ...] = Field(min_length=1)
    contact: Contact
