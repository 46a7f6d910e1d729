"""What the site set out to cover is covered, and each page of ``coverage.yml`` says it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

ENTRIES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("coverage.yml").read_text(encoding="utf-8")
)
STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'"})


VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "rect", "source", "wbr"}


class Article(HTMLParser):
    """Collects the text of the ``<article>`` element as a reader meets it.

    A definition from the glossary stands inside a sentence, but stays shut until somebody opens it:
    it is left out.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.definition = 0
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        opens = "pe-definition" in (dict(attrs).get("class") or "").split()
        if tag not in VOID and (self.definition or opens):
            self.definition += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"
        if self.definition and tag not in VOID:
            self.definition -= 1

    def handle_data(self, data: str) -> None:
        if self.depth and not self.definition:
            self.text.append(data)


def article_text(html: str) -> str:
    article = Article()
    article.feed(html)
    article.close()
    return comparable("".join(article.text))


def comparable(text: str) -> str:
    return " ".join(text.translate(STRAIGHT).casefold().split())


def test_items_are_complete() -> None:
    assert [entry["item"] for entry in ENTRIES] == list(range(1, 121))


def test_a_definition_does_not_break_a_sentence() -> None:
    html = (
        "<p>before</p><article>You pick <button>a level</button>"
        '<span class="pe-definition" popover>A <a href="/">word<br></a> explained</span> of care.'
        "</article>after"
    )
    assert article_text(html) == "you pick a level of care."


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"item-{entry['item']}")
def test_the_page_says_it(real_site: Path, entry: dict[str, Any]) -> None:
    page = real_site / entry["page"].strip("/") / "index.html"
    assert page.is_file(), f"{entry['page']} is not a page of the site"
    text = article_text(page.read_text(encoding="utf-8"))
    assert entry["words"], f"{entry['topic']}: nothing to look for"
    missing = [words for words in entry["words"] if comparable(words) not in text]
    assert not missing, f"{entry['page']} does not say {missing} ({entry['topic']})"
