"""The search vocabulary speaks of pages and help lines that exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Vocabulary
from ..words import did_you_mean
from .rule import Found, Rule, Run

Where = tuple[str | int, ...]


def find(run: Run) -> Iterator[Found]:
    words, file = run.site.vocabulary, run.site.files["vocabulary"]
    assert words and run.site.help_lines
    known, moved = run.site.addresses(), run.site.moved()
    for where, address in _addresses(words):
        if address in known:
            continue
        if address in moved:
            line = file.line(*where)
            yield Found(file.path, line, f"the page {address} has moved", f"write {moved[address].address}")
        else:
            remedy = did_you_mean(address, known, f"write its page, or take '{address}' out")
            yield Found(file.path, file.line(*where), f"there is no page '{address}'", remedy)
    lines = {line.id for region in run.site.help_lines.regions for line in region.lines}
    for where, name in _lines(words):
        if name not in lines:
            remedy = did_you_mean(name, lines, "use an id from content/data/help-lines.yml")
            yield Found(file.path, file.line(*where), f"there is no help line '{name}'", remedy)


def _addresses(words: Vocabulary) -> Iterator[tuple[Where, str]]:
    for address in words.pages:
        yield ("pages", address), address
    for part in ("feelings", "abbreviations"):
        for number, entry in enumerate(getattr(words, part)):
            for position, address in enumerate(entry.pages):
                yield (part, number, "pages", position), address


def _lines(words: Vocabulary) -> Iterator[tuple[Where, str]]:
    for number, category in enumerate(words.crisis.categories):
        for position, name in enumerate(category.lines):
            yield ("crisis", "categories", number, "lines", position), name


RULE = Rule(
    code="V002",
    name="search-words-without-page",
    why="A search must not lead to a page that is not there.",
    remedy="correct the address",
    find=find,
    needs=frozenset({"vocabulary", "help_lines"}),
)
