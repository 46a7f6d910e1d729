"""Everything that can be told to an editor, by its code: the rules, and what stops a file from being read."""

from __future__ import annotations

import difflib
from functools import cache
from typing import NamedTuple

from .checks import rules
from .checks.exceptions import CODE as EXCEPTION
from .checks.severities import ERROR, NEVER, SEVERITIES, Severities


class Entry(NamedTuple):
    """What there is to know about one code."""

    code: str
    name: str
    why: str
    remedy: str
    severities: Severities


# Code, name, why, and what to do. The loader words each case itself; these are what its cases share.
READING = (
    (
        "L001",
        "not-utf-8",
        "Other encodings turn letters like é into signs that nobody can read.",
        "save the file with the encoding UTF-8",
    ),
    (
        "L002",
        "not-yaml",
        "The facts of a page and all data are written in YAML; half of a file is never used.",
        "compare the line and the one above with one that works: quotes, colons, indentation",
    ),
    (
        "L003",
        "key-twice",
        "Of two lines with one key, one would be lost without a word.",
        "keep one of the two lines",
    ),
    (
        "L004",
        "no-front-matter",
        "Without its facts a page has no title, no summary and no review.",
        "begin the file with the lines between '---' that other pages of its kind have",
    ),
    (
        "L005",
        "front-matter-not-closed",
        "Without its end, the whole page would count as facts.",
        "write a line '---' below the last fact",
    ),
    (
        "L006",
        "unknown-key",
        "A key with a slip in it would be left out without a word.",
        "correct the key, or take the line out",
    ),
    (
        "L007",
        "missing-key",
        "Every page of a kind tells the same facts, and readers rely on them.",
        "add the line that is missing",
    ),
    (
        "L008",
        "wrong-value",
        "A value that can't be understood can't be shown.",
        "correct the value as the message says",
    ),
    (
        "L009",
        "file-name",
        "The file's name becomes the page's address, which people share and type.",
        "rename the file with lower-case letters, digits and single hyphens",
    ),
    (
        "L010",
        "address-clash",
        "One address leads to one page.",
        "rename one of the two files, or take the old address out",
    ),
    ("L011", "missing-file", "The site is made from all of its data files.", "put the file back"),
    (
        "L012",
        "file-that-nothing-reads",
        "A file in the wrong place would be lost, or published, without a word.",
        "move it where it belongs, correct its name, or take it out",
    ),
    ("L013", "page-too-large", "Nobody can read a page of that size.", "split it into several pages"),
)
UNNECESSARY = (
    EXCEPTION,
    "unnecessary-exception",
    "An exception that nothing needs would hide the next problem.",
    "take it out, or correct the rule or the words that it names",
)


@cache
def entries() -> tuple[Entry, ...]:
    """Every code, in order."""
    always = Severities(ERROR, ERROR, ERROR, NEVER)
    reading = [Entry(*facts, always) for facts in READING]
    own = [Entry(rule.code, rule.name, rule.why, rule.remedy, SEVERITIES[rule.code]) for rule in rules()]
    return tuple(sorted([*reading, *own, Entry(*UNNECESSARY, SEVERITIES[EXCEPTION])]))


@cache
def by_code() -> dict[str, Entry]:
    """Every entry by its code."""
    return {entry.code: entry for entry in entries()}


def find(word: str) -> Entry | None:
    """The entry with this code or name, in capitals or not."""
    wanted = word.strip().casefold()
    return next((each for each in entries() if wanted in (each.code.casefold(), each.name)), None)


def like(word: str) -> str | None:
    """The code or name that somebody may have meant."""
    wanted = word.strip().casefold()
    known = {name.casefold(): name for each in entries() for name in (each.code, each.name)}
    close = difflib.get_close_matches(wanted, known, 1)
    return known[close[0]] if close else None
