"""Pages that are questions and answers throughout, as pairs.

Pages with fixed questions are not among them: "What is it?" asks nothing without the page around it. Nor is a
page with a part made from data, such as a table: its answer can't be told in full, and half of an answer
about treatment can do harm. A list of pages leads to answers and gives none.
"""

from __future__ import annotations

from ...markup import Piece, headings, scan
from ...prose import Place
from ...site import Kind, Page, Site

FEWEST = 3
PAIR = tuple[str, str]


def questions_and_answers(site: Site, page: Page) -> list[PAIR]:
    """Every question of such a page with its whole answer as plain text; nothing for another page."""
    is_list = page.uri.endswith("index.md")
    if page.kind not in (Kind.GUIDE, Kind.PLAIN) or is_list or not _is_text(page):
        return []
    asked = [heading.text for heading in headings(page.body) if heading.level == 2]
    if len(asked) < FEWEST or not all(text.endswith("?") for text in asked):
        return []
    answers = _answers(page)
    fixed = site.question_set(page.kind)
    ends = {question.heading for question in fixed.questions} if fixed else set()
    return [(text, answers[text]) for text in asked if text not in ends and answers.get(text)]


def _is_text(page: Page) -> bool:
    pieces = {token.piece for token in scan(page.body)}
    cells = any(block.place is Place.CELL for block in page.blocks)
    return not cells and not pieces & {Piece.COMPONENT, Piece.IMAGE, Piece.FENCE}


def _answers(page: Page) -> dict[str, str]:
    texts: dict[str, list[str]] = {}
    for block in page.blocks:
        if block.place in (Place.PARAGRAPH, Place.ITEM) or block.words != block.section:
            texts.setdefault(block.section, []).append(" ".join(block.words.split()))
    return {section: "\n".join(lines) for section, lines in texts.items()}
