"""What stands in the files under ``/api/v1/``. Their published schemas are made from these records.

Other programs rely on them. ``promise.py`` tells what may change and what may not.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from ..models import Model, Slug, Strength

VERSION: Literal[1] = 1


class License(Model):
    """How the file may be used."""

    name: str = Field(description="The short name of the license.")
    url: str = Field(description="Where its text stands.")


class Origin(Model):
    """What the file was made from. It names no day of a build: the same content gives the same file."""

    files: tuple[str, ...] = Field(description="The files or folders of the site's repository.")
    newest_day: date | None = Field(
        default=None,
        description="The newest day that these files name as written, reviewed or checked. Not there when "
        "they name none.",
    )


class Head(Model):
    """What every file begins with."""

    format: str = Field(description="What file this is.")
    version: Literal[1] = Field(description="The version of the shape.")
    schema_url: str = Field(description="Where the JSON Schema of this file stands.")
    url: str = Field(description="The page that shows the same to people.")
    license: License = Field(description="How the file may be used.")
    attribution: str = Field(description="The words to show beside what is used.")
    note: str = Field(description="What to know before one uses it.")
    generated_from: Origin = Field(description="What the file was made from.")


class Statement(Model):
    """A sentence or a few, and what they rest on."""

    text: str = Field(description="Plain text.")
    sources: tuple[Slug, ...] = Field(description="The ids of its sources, in sources.json.")


class Section(Model):
    """A part of a page."""

    id: str = Field(description="The address of the part, after the # sign. It stays.")
    title: str = Field(description="Its heading. It may be reworded.")
    url: str = Field(description="Where it stands.")
    discreet_url: str = Field(description="The same with no word of what it is about in it.")


class PageReview(Model):
    """Who wrote a page and who has read it, as its author stated it."""

    author: str = Field(description="Who wrote the page.")
    written: date = Field(description="The day the text was last changed in substance.")
    reviewed: bool = Field(description="Whether a clinician has read the whole page. Say so when none has.")
    reviewer: str | None = Field(default=None, description="The clinician who read it.")
    credentials: str | None = Field(default=None, description="The clinician's license or degree.")
    reviewed_on: date | None = Field(default=None, description="The day the clinician finished reading.")
    next_review: date = Field(description="The day by which the page has to be read again.")


class PageFacts(Model):
    """A page of the site in short. The page itself has the whole text."""

    id: Slug = Field(description="The name of the page. It stays, and other files use it.")
    title: str = Field(description="Its heading.")
    url: str = Field(description="Its address: what to link to.")
    code: str = Field(description="The short code of the page. It stays, even when the page moves.")
    discreet_url: str = Field(description="An address with no word of what the page is about in it.")
    summary: Statement = Field(description="The short answer.")
    key_points: tuple[Statement, ...] = Field(description="What to take away.")
    also_called: tuple[str, ...] = Field(description="Other names.")
    sections: tuple[Section, ...] = Field(description="Its parts, in order.")
    sources: tuple[Slug, ...] = Field(description="The ids of all sources of the page, in order of use.")
    review: PageReview = Field(description="Who wrote it and who has read it.")


class Condition(PageFacts):
    """A mental health condition."""

    name: str = Field(description="Its name inside a sentence.")
    parent: Slug | None = Field(default=None, description="The id of the wider condition it belongs to.")


class Therapy(PageFacts):
    """A therapy or service."""

    name: str = Field(description="Its name inside a sentence.")
    abbreviation: str | None = Field(default=None, description="Its short form.")


class WeeklyHours(Model):
    """Hours a week that a person spends at a level of care."""

    least: float = Field(description="The fewest.")
    most: float | None = Field(default=None, description="The most. Not there: no upper limit.")
    text: str = Field(description="The same in words.")
    sources: tuple[Slug, ...] = Field(description="The ids of the sources.")


class ComparisonCell(Model):
    """What one row of the comparison says about a level."""

    dimension: Slug = Field(description="The id of the row.")
    label: str = Field(description="The name of the row.")
    text: str = Field(description="What it says.")
    sources: tuple[Slug, ...] = Field(description="The ids of the sources.")


class LevelOfCare(Model):
    """A level of care."""

    id: Slug = Field(description="The name of the level. It stays, and other files use it.")
    position: int = Field(description="Its place from the lightest, 1, to the most intensive.")
    name: str = Field(description="Its full name.")
    short_name: str = Field(description="Its name where there is little room.")
    summary: str = Field(description="One sentence that tells it from the others.")
    hours_a_week: WeeklyHours = Field(description="How many hours a week a person spends there.")
    comparison: tuple[ComparisonCell, ...] = Field(
        description="What the comparison says about it, row by row."
    )
    page: PageFacts | None = Field(default=None, description="Its page, if it has one.")


class EvidenceCell(Model):
    """How sure the evidence is about one therapy, or one setting, for one condition."""

    id: str = Field(description="The parts of the claim with dots between them. It stays.")
    condition: Slug = Field(description="The id of the condition.")
    kind: Literal["therapy", "level-of-care"] = Field(
        description="What the claim is about. That a therapy helps and that a setting helps are two claims."
    )
    subject: Slug = Field(description="The id of the therapy, or of the level of care.")
    strength: Strength = Field(description="How sure the evidence is, in one of the words of 'words'.")
    note: str = Field(description="What is known, with its limits. Show it beside the word.")
    sources: tuple[Slug, ...] = Field(description="The ids of the sources.")
    checked: date = Field(description="The day the claim was last compared with its sources.")
    url: str = Field(description="Where the claim stands for readers.")


class TextNumber(Model):
    """How to reach a line by text message."""

    number: str = Field(description="The number.")
    keyword: str | None = Field(default=None, description="The word to send.")


class HelpLineFacts(Model):
    """A help line. Look at the operator's own page before you show it."""

    id: Slug = Field(description="A short name that stays.")
    name: str = Field(description="The line's name, as its operator writes it.")
    what_for: str = Field(description="What one calls it for.")
    kind: Literal["emergency", "crisis", "topic", "information"] = Field(description="How urgent it is.")
    call: str | None = Field(default=None, description="The number to call.")
    press: str | None = Field(default=None, description="What to press after the call is answered.")
    text: TextNumber | None = Field(default=None, description="Where to send a text message.")
    chat: str | None = Field(default=None, description="The address of its chat.")
    website: str | None = Field(default=None, description="The operator's own page.")
    hours: str | None = Field(default=None, description="When somebody answers.")
    cost: str | None = Field(default=None, description="What it costs, if that was seen.")
    languages: str | None = Field(default=None, description="The languages it speaks.")
    status: Literal["verified", "unverified"] = Field(
        description="'verified': the number was seen on a page of the operator, or of who runs or funds the "
        "line, on 'checked'. Nobody dialed it. 'unverified': it was not seen there. Say so if you show it."
    )
    checked: date = Field(description="The day somebody last looked at it.")
    check_again_by: date = Field(description="The day by which it has to be looked at again.")
    source: str | None = Field(default=None, description="Where it was seen.")


class Region(Model):
    """The help lines of one country."""

    id: Slug = Field(description="A short name that stays.")
    name: str = Field(description="Its name.")
    lines: tuple[HelpLineFacts, ...] = Field(description="Its help lines, the most urgent first.")


class Retired(Model):
    """A number that was closed."""

    number: str = Field(description="The number that must not be shown any more.")
    use_instead: str = Field(description="The number that took its place.")


class SourceFacts(Model):
    """A work that pages cite."""

    id: Slug = Field(description="The id that other files name. It stays.")
    kind: Literal["guideline", "review", "trial", "study", "statistics", "official", "reference"] = Field(
        description="What kind of work it is."
    )
    title: str = Field(description="Its full title.")
    authors: str | None = Field(default=None, description="Who wrote it.")
    publisher: str = Field(description="Who published it.")
    year: int = Field(description="The year it came out.")
    link: str = Field(description="Where a reader finds it. A DOI goes first because it does not move.")
    doi: str | None = Field(default=None, description="Its DOI.")
    region: str = Field(description="Where it comes from or applies.")
    checked: date = Field(description="The day somebody saw that it says what 'says' lists.")
    says: tuple[str, ...] = Field(description="What it was seen to say, in our words.")


class GlossaryTerm(Model):
    """A word and what it means."""

    id: str = Field(description="The address of the term on the page, after the # sign.")
    term: str = Field(description="The term inside a sentence.")
    forms: tuple[str, ...] = Field(description="Other forms of it.")
    definition: str = Field(description="What it means.")
    sources: tuple[Slug, ...] = Field(description="The ids of the sources.")
    url: str = Field(description="Where it stands.")


class Conditions(Head):
    """The conditions, by id."""

    format: Literal["psychoed-conditions"] = Field(description="What file this is.")
    conditions: tuple[Condition, ...] = Field(description="The conditions, by id.")


class Therapies(Head):
    """The therapies, by id."""

    format: Literal["psychoed-therapies"] = Field(description="What file this is.")
    therapies: tuple[Therapy, ...] = Field(description="The therapies, by id.")


class Levels(Head):
    """The levels of care and their comparison."""

    format: Literal["psychoed-levels"] = Field(description="What file this is.")
    checked: date = Field(description="The day the comparison was last compared with its sources.")
    levels: tuple[LevelOfCare, ...] = Field(
        description="The levels, from the lightest to the most intensive."
    )


class Evidence(Head):
    """How sure the evidence is, claim by claim."""

    format: Literal["psychoed-evidence"] = Field(description="What file this is.")
    words: dict[Strength, str] = Field(description="What each word for how sure the evidence is means.")
    evidence: tuple[EvidenceCell, ...] = Field(description="The claims, by id.")


class HelpLines(Head):
    """The help lines, by country."""

    format: Literal["psychoed-help-lines"] = Field(description="What file this is.")
    default_region: Slug = Field(description="The id of the region that stands on every page of the site.")
    regions: tuple[Region, ...] = Field(description="The regions, in the order of the site.")
    retired: tuple[Retired, ...] = Field(description="Numbers that must not be shown any more.")


class Sources(Head):
    """The sources, by id."""

    format: Literal["psychoed-sources"] = Field(description="What file this is.")
    sources: tuple[SourceFacts, ...] = Field(description="The sources, by id.")


class GlossaryTerms(Head):
    """The glossary, by id."""

    format: Literal["psychoed-glossary"] = Field(description="What file this is.")
    terms: tuple[GlossaryTerm, ...] = Field(description="The terms, by id.")


class FileEntry(Model):
    """One file of this interface."""

    id: Slug = Field(description="Its name.")
    title: str = Field(description="What is in it.")
    url: str = Field(description="Where it stands.")
    schema_url: str = Field(description="Where its JSON Schema stands.")
    csv_urls: tuple[str, ...] = Field(description="The same as tables, if there are any.")
    records: int = Field(description="How many records it has.")


class EmbedEntry(Model):
    """A small page to show inside a page of another site."""

    title: str = Field(description="What it shows.")
    url: str = Field(description="Where it stands.")


class Index(Head):
    """Where everything is."""

    format: Literal["psychoed-index"] = Field(description="What file this is.")
    site: str = Field(description="The name of the site.")
    language: Literal["en-US"] = Field(description="The language of all texts.")
    documentation: str = Field(description="The page that explains the files.")
    feed: str | None = Field(default=None, description="A feed of changes to pages, in the Atom format.")
    files: tuple[FileEntry, ...] = Field(description="The files, by id.")
    embeds: tuple[EmbedEntry, ...] = Field(description="The small pages for other sites, by address.")
