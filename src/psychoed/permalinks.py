"""Short codes and section numbers: what a link needs that has to arrive for as long as the site is there.

A code is a page's second address, ``/p/<code>/``. It tells nothing of the page: no vowels, so no words; no
letters that look like another letter or a digit; and never three letters in a row, so no abbreviation either.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .models import CODE_DIGITS, CODE_LENGTH, CODE_LETTERS, CODE_PATTERN, Permalink

FOLDER = "p"
# The picture of a page's QR code, beside the page at its code.
QR_FILE = "qr.svg"
FILE = "content/data/permalinks.yml"
SIGNS = CODE_LETTERS + CODE_DIGITS
CODE = re.compile(rf"(?!.*[{CODE_LETTERS}]{{3}}){CODE_PATTERN.removeprefix('^')}")
# Words that YAML takes for something else than text.
NOT_PLAIN = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
# Gives a new code for an address; the codes that are taken already come along.
Choose = Callable[[str, Collection[str]], str]


def random_code(address: str, taken: Collection[str]) -> str:
    """A new code that nobody could foresee. ``address`` is not in it in any way."""
    del address
    while True:
        code = "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))
        if CODE.fullmatch(code) and code not in taken:
            return code


def derived_code(address: str, taken: Collection[str]) -> str:
    """The code that a page has until one is recorded: the same in every run, so that a message can tell it.

    It depends on the codes that this site has drawn, so the same page has another one on another site.
    """
    seed = " ".join([*sorted(taken), address])
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{seed} {attempt}".encode()).digest()
        code = "".join(SIGNS[byte % len(SIGNS)] for byte in digest[:CODE_LENGTH])
        if CODE.fullmatch(code) and code not in taken:
            return code
        attempt += 1


@dataclass(frozen=True)
class Permalinks:
    """The entries of ``permalinks.yml`` by their code."""

    entries: Mapping[str, Permalink] = field(default_factory=dict)

    @cached_property
    def _codes(self) -> dict[str, str]:
        """Every address with its code; where a page is now goes before where another one was."""
        before = {old: code for code, entry in self.entries.items() for old in entry.before}
        return before | {entry.address: code for code, entry in self.entries.items()}

    def code_for(self, address: str) -> str:
        """The code of the page at an address, or of the page that had this address before."""
        return self._codes[address]

    def knows(self, address: str) -> bool:
        """Whether an address has a code."""
        return address in self._codes

    def entry_for(self, address: str) -> Permalink:
        """What is recorded of the page at an address."""
        return self.entries[self.code_for(address)]

    def section_number(self, address: str, anchor: str) -> int:
        """The number of a section of the page at an address. It stays, whatever becomes of the page."""
        return self.entry_for(address).sections[anchor]

    def path_for(self, address: str, anchor: str = "") -> str:
        """The discreet address of a page or a section, like ``/p/b2c3d4/#3``."""
        number = f"#{self.section_number(address, anchor)}" if anchor else ""
        return f"/{FOLDER}/{self.code_for(address)}/{number}"


def line_of(code: str, entry: Permalink) -> str:
    """An entry as its line of the file, which an editor may also paste by hand."""
    parts = [f"address: {entry.address}"]
    if entry.before:
        parts.append(f"before: [{', '.join(entry.before)}]")
    if entry.sections:
        sections = sorted(entry.sections.items(), key=lambda item: item[1])
        parts.append(f"sections: {{{', '.join(f'{_key(anchor)}: {number}' for anchor, number in sections)}}}")
    return f"{code}: {{{', '.join(parts)}}}"


def _key(anchor: str) -> str:
    """An anchor as a key of YAML; what is no plain word there goes into quotes."""
    plain = re.fullmatch(r"[a-z][a-z0-9-]*", anchor) and anchor not in NOT_PLAIN
    return anchor if plain else json.dumps(anchor, ensure_ascii=False)


HEAD = """\
# The short code of every page that was ever published, its address, and the number of each of its sections.
# Links and printed QR codes rely on it. Lines are added by scripts/generate.py, new.py and rename.py,
# or pasted from the message of check.py. Never take a line out, and never change a code or a number.
"""


def file_text(permalinks: Permalinks) -> str:
    """The whole file, by address."""
    ordered = sorted(permalinks.entries.items(), key=lambda item: item[1].address)
    return HEAD + "".join(f"{line_of(code, entry)}\n" for code, entry in ordered)
