"""A condition and a therapy that speak of each other meet in the evidence, so that both pages show it."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import Piece, scan, sections
from ..site import Kind, Page, Site
from .rule import Found, Rule, Run

# Which pages the other half of the pair are, by their folder.
OTHERS = {Kind.CONDITION: "therapies", Kind.THERAPY: "conditions"}


def find(run: Run) -> Iterator[Found]:
    site = run.site
    assert site.evidence
    table = site.evidence.therapies
    for page in run.pages:
        for line, other in _named(site, page):
            condition, therapy = (page.slug, other) if page.kind is Kind.CONDITION else (other, page.slug)
            if therapy not in table.get(condition, {}):
                message = f"this page speaks of '{other}' here, and the evidence has no cell for the two"
                remedy = f"add '{therapy}' under 'therapies: {condition}:' in content/data/evidence.yml"
                yield Found(page.path, line, message, remedy)


def _named(site: Site, page: Page) -> Iterator[tuple[int, str]]:
    """The pages of the other kind that a page links to where it shows the evidence, each once."""
    first, end = _section(site, page)
    seen: set[str] = set()
    for token in scan(page.body, page.body_line):
        if token.piece is Piece.LINK and first < token.line < end:
            parts = token.match["target"].partition("#")[0].strip("/").split("/")
            if len(parts) == 2 and parts[0] == OTHERS.get(page.kind) and parts[1] not in seen:
                seen.add(parts[1])
                yield token.line, parts[1]


def _section(site: Site, page: Page) -> tuple[int, int]:
    """The lines between which the question with the evidence is answered; nothing, when it is not."""
    asked = site.question_set(page.kind)
    wanted = (
        {question.heading for question in asked.questions if question.component == "evidence"}
        if asked
        else set()
    )
    found = [(top.line, end) for top, end in sections(page.body, page.body_line) if top.text in wanted]
    return found[0] if found else (0, 0)


RULE = Rule(
    code="X003",
    name="both-directions",
    why="Who reads about a condition finds the therapy, and who reads about the therapy finds the condition.",
    remedy="add the pair to content/data/evidence.yml",
    find=find,
    needs=frozenset({"evidence", "questions"}),
)
