"""What the rules about wording share: topics, tables of words, and where words may stand.

Some places are never judged. A citation and the address of a link are not read. An official name is as its
owner writes it: an organization, a help line, the title of a source. A quotation may hold a word in order to
talk about it ("say 'died by suicide', not 'committed suicide'"). For person-first language it may also be
what a person says about themselves. Words that stand only in a search vocabulary are shown to nobody, so
they are not read either; ``also_called`` is printed, so it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..passages import FileText, Passage, Topic, sentence_at
from ..site import Site
from .rule import Found, Run

# --- what a passage can be about -----------------------------------------------------------------

SELF = r"(?:your|him|her|them|my|our|one)sel(?:f|ves)"
SUICIDE = Topic(
    "suicid|kill| life| lives",
    rf"\bsuicid\w*|\bend(?:s|ed|ing)? (?:your|his|her|their|my|one's) (?:own )?li(?:fe|ves)\b"
    rf"|\bkill(?:s|ed|ing)? {SELF}\b|\bt(?:akes?|aking|ook|aken) (?:your|his|her|their) own li(?:fe|ves)\b",
)
# "They may be harmed themselves" is about what others do.
SELF_HARM = Topic(
    "harm|hurt|injur",
    r"\bself-?(?:harm|injur)\w*|(?<!be )(?<!been )(?<!being )(?<!are )(?<!were )(?<!was )"
    rf"\b(?:harm|hurt|injur)(?:s|e|es|ed|ing)? {SELF}\b",
)
OVERDOSE = Topic("overdos|poisoning", r"\boverdos\w*|\balcohol poisoning\b")
EATING_DISORDER = Topic(
    "eating|anorexi|bulimi", r"\beating disorders?\b|\banorexi\w*|\bbulimi\w*|\bbinge[-\s]eating\b"
)
SUBSTANCES = Topic(
    "substance|alcohol|drug|opioid|heroin|fentanyl|cocaine|meth|cannabis|stimulant|benzodiazepine|addict",
    r"\bsubstances?\b|\balcohol\w*|\bdrug use|\bdrugs\b|\bopioids?\b|\bheroin\b|\bfentanyl\b|\bcocaine\b"
    r"|\bmeth(?:amphetamine)?\b|\bcannabis\b|\bstimulants?\b|\bbenzodiazepines?\b|\baddict\w*",
)

# --- where words may stand -----------------------------------------------------------------------

QUOTED = re.compile(r"\"[^\"]{1,300}\"|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){1,300}'(?!\w)")
ABOUT_LANGUAGE = re.compile(
    r"\b(?:say|saying|words?|terms?|phrases?|called|labels?|labell?ed|write|writing|instead of|rather than"
    r"|language|wording|means?|avoid|myth)\b",
    re.IGNORECASE,
)
OWN_WORDS = re.compile(r"\b(?:i|i'm|i've|i'd|me|my|myself|we|we're|our)\b", re.IGNORECASE)
CAPITALS = r"[A-Z][\w.'-]*"
NAME = re.compile(
    rf"{CAPITALS}(?:,?\s+(?:(?:of|for|and|on|the|in|to|against|with|from|&)\s+){{0,2}}{CAPITALS})+"
)
ORGANIZATION = re.compile(
    r"\b(?:Anonymous|Adult Children|Administration|Association|Institutes?|Office|Cent(?:er|re)s?|Society"
    r"|Foundation|Lifeline|Help ?line|Hotline|Alliance|Network|Coalition|Council|Department|Act|Journal"
    r"|Survey|Commission|Committee|Agency|Federation|Union|Trust|Mothers)\b"
)


class Hit(NamedTuple):
    """Words that were found in a passage, and where."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words as an editor wrote them, on one line."""
        return " ".join(self.passage.text[self.start : self.end].split())

    @property
    def line(self) -> int:
        """The line of the file on which they begin."""
        return self.passage.line_at(self.start)

    @property
    def sentence(self) -> str:
        """The sentence around them."""
        return sentence_at(self.passage.text, self.start, self.end)


def is_talked_about(hit: Hit, own_words: bool = False) -> bool:
    """Whether the words stand in a quotation that talks about language, or in a person's own words."""
    text = hit.passage.text
    for quote in QUOTED.finditer(text):
        if quote.start() <= hit.start and hit.end <= quote.end():
            around = QUOTED.sub("", sentence_at(text, quote.start(), quote.end()))
            return bool(ABOUT_LANGUAGE.search(around)) or (own_words and bool(OWN_WORDS.search(quote[0])))
    return False


def is_in_a_name(hit: Hit, site: Site) -> bool:
    """Whether the words are a part of an official name."""
    text, words = hit.passage.text, hit.passage.text[hit.start : hit.end]
    return any(
        start <= hit.start and hit.end <= end
        for start, end in (
            *(name.span() for name in NAME.finditer(text) if ORGANIZATION.search(name[0])),
            *(
                found.span()
                for name in _known_names(site, words)
                for found in re.finditer(re.escape(name), text)
            ),
        )
    )


def _known_names(site: Site, words: str) -> Iterator[str]:
    """The names of help lines and sources that hold some words."""
    for source in site.sources.values():
        yield from (name for name in (source.title, source.publisher) if words in name)
    for region in site.help_lines.regions if site.help_lines else ():
        yield from (line.name for line in region.lines if words in line.name)


DENIAL = re.compile(r"(?:\b(?:not|never|nor|rarely)|n't)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)

# --- tables of words -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Phrase:
    """One line of a table: words not to use, why not, and what to write instead.

    ``stem`` holds pieces, between bars, of which one is always there: looking for those first is fast.
    ``words`` is a pattern in which a space stands for any space. ``near`` is what the passage has to be
    about, ``unless`` what the same sentence may hold with which the words are right, and ``denied`` says that
    they are right after a 'not'.
    """

    stem: str
    words: str
    why: str
    use: str
    near: Topic | None = None
    unless: str = ""
    denied: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words as whole words."""
        parts = re.split(r"(\(\?<[!=][^)]*\))", self.words)  # what looks behind has to have one width
        words = "".join(part if part.startswith("(?<") else _spaces(part) for part in parts)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    @cached_property
    def right_with(self) -> re.Pattern[str] | None:
        """What makes the words right."""
        return re.compile(rf"\b(?:{self.unless})\b", re.IGNORECASE) if self.unless else None

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The pieces of which one is always there."""
        return tuple(self.stem.split("|"))

    def may_stand_in(self, lower: str) -> bool:
        """Whether the words could be in a text of small letters at all."""
        return any(stem in lower for stem in self.stems)

    def may_concern(self, file: FileText) -> bool:
        """Whether a file could hold the words, and a passage that is about the right thing."""
        return self.may_stand_in(file.lower) and (self.near is None or bool(file.about(self.near)))

    def hits(self, passage: Passage) -> Iterator[Hit]:
        """Where the words stand in a passage that is about the right thing."""
        if not self.may_stand_in(passage.lower) or (self.near and not passage.speaks_of(self.near)):
            return
        for match in self.pattern.finditer(passage.text):
            hit = Hit(passage, match.start(), match.end())
            if self.denied and DENIAL.search(passage.text[: match.start()]):
                continue
            if not (self.right_with and self.right_with.search(hit.sentence)):
                yield hit


def _spaces(words: str) -> str:
    """A pattern in which a space stands for any space, and a space with ``?`` for any or none."""
    return words.replace(" ?", r"\s*").replace(" ", r"\s+")


def hits(
    run: Run,
    phrases: Iterable[Phrase],
    own_words: bool = False,
    concerns: Callable[[Passage], bool] | None = None,
) -> Iterator[tuple[Phrase, Hit]]:
    """Everything of a table that stands where it may not; of two at one place the first in the table.

    ``concerns`` tells which passages to look at.
    """
    table = tuple(phrases)
    for file in run.texts:
        possible = [phrase for phrase in table if phrase.may_concern(file)]
        for passage in filter(concerns, file.passages if possible else ()):
            taken: list[Hit] = []
            for phrase in possible:
                for hit in phrase.hits(passage):
                    if any(hit.start < other.end and other.start < hit.end for other in taken):
                        continue
                    if not (is_talked_about(hit, own_words) or is_in_a_name(hit, run.site)):
                        taken.append(hit)
                        yield phrase, hit


def wording(phrases: Iterable[Phrase], own_words: bool = False) -> Callable[[Run], Iterator[Found]]:
    """The ``find`` of a rule that is a table of words."""

    def find(run: Run) -> Iterator[Found]:
        for phrase, hit in hits(run, phrases, own_words):
            yield Found(hit.passage.path, hit.line, f"'{hit.words}' {phrase.why}", phrase.use)

    return find


def beginning(hit: Hit, length: int = 50) -> str:
    """How a message points to a sentence without printing the words that were found: by what stands before
    them."""
    at = hit.passage.text.rfind(hit.sentence[:10], 0, hit.start + 10)
    words = " ".join(hit.passage.text[max(at, 0) : hit.start].split())[:length].strip()
    return f"the sentence that begins '{words}'" if words else "the sentence"
