"""The words of the search speak of pages and help lines that exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..models import Vocabulary
from ..words import did_you_mean
from .rule import Found, Rule, Run

Where = tuple[str | int, ...]


def find(run: Run) -> Iterator[Found]:
    words, file = run.site.vocabulary, run.site.files["vocabulary"]
    assert words
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
    yield from _no_help_line(run)


def _no_help_line(run: Run) -> Iterator[Found]:
    danger, file = run.site.danger, run.site.files["danger"]
    assert danger and run.site.help_lines
    lines = {line.id for region in run.site.help_lines.regions for line in region.lines}
    for number, kind in enumerate(danger.kinds):
        for position, name in enumerate(kind.lines):
            if name not in lines:
                remedy = did_you_mean(name, lines, "use an id from content/data/help-lines.yml")
                line = file.line("kinds", number, "lines", position)
                yield Found(file.path, line, f"there is no help line '{name}'", remedy)


def _addresses(words: Vocabulary) -> Iterator[tuple[Where, str]]:
    for address in words.pages:
        yield ("pages", address), address
    for part in ("feelings", "abbreviations"):
        for number, entry in enumerate(getattr(words, part)):
            for position, address in enumerate(entry.pages):
                yield (part, number, "pages", position), address


RULE = Rule(
    code="V002",
    name="search-words-without-page",
    why="A search must not lead to a page that is not there.",
    remedy="correct the address",
    find=find,
    needs=frozenset({"vocabulary", "danger", "help_lines"}),
)
