from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychoed.markup import Piece, citation_ids, headings, plain, scan, slugify


def pieces(text: str) -> list[tuple[Piece, int]]:
    return [(token.piece, token.line) for token in scan(text)]


def test_pieces_know_their_lines() -> None:
    text = "## One\n\ntext [@a] and [link](/x/)\n\n{{ help_card() }}\n"
    assert pieces(text) == [
        (Piece.HEADING, 1),
        (Piece.CITATION, 3),
        (Piece.LINK, 3),
        (Piece.COMPONENT, 5),
    ]


@pytest.mark.parametrize(
    "code", ["`{{ x() }} [@a] <b>`", "``a ` {{ x() }}``", "```\n{{ x() }}\n## no\n```", "~~~\n<b>\n~~~"]
)
def test_nothing_inside_code_is_taken_for_anything_else(code: str) -> None:
    assert {piece for piece, _ in pieces(f"before\n{code}\nafter")} <= {Piece.CODE, Piece.FENCE}


@pytest.mark.parametrize("text", ["1 < 2 and 3 > 2", "a <3", "AT&T", "5 * 3", "[not a link]", "a [@] mark"])
def test_plain_writing_is_not_html(text: str) -> None:
    assert Piece.HTML not in {piece for piece, _ in pieces(text)}


@pytest.mark.parametrize(
    "text",
    ["<b>", "</div>", '<a href="x">', "<https://example.org>", "<script>alert(1)</script>", "<IMG SRC=x>"],
)
def test_html_is_seen(text: str) -> None:
    assert Piece.HTML in {piece for piece, _ in pieces(text)}


def test_one_citation_may_name_several_sources() -> None:
    assert citation_ids("[@one-2020; @two]") == ["one-2020", "two"]


def test_headings_and_their_anchors() -> None:
    found = headings("# A\ntext\n## What's *new*, then?\n", first_line=5)
    assert [(h.level, h.text, h.line) for h in found] == [(1, "A", 5), (2, "What's *new*, then?", 7)]
    assert slugify(found[1].text) == "whats-new-then"


def test_plain_words() -> None:
    assert plain("About **1 in 5** people [@a; @b]. See [here](/x/#y).") == "About 1 in 5 people. See here."


@given(st.text(alphabet="[]()@{}%#`~<>!: \nab", max_size=80))
def test_scanning_covers_the_text_in_order(text: str) -> None:
    position = 0
    for token in scan(text):
        assert token.match.start() >= position
        assert token.line == text.count("\n", 0, token.match.start()) + 1
        position = token.match.end()
