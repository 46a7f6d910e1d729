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


class Article(HTMLParser):
    """Collects the text of the ``<article>`` element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text.append(data)


def article_text(html: str) -> str:
    article = Article()
    article.feed(html)
    article.close()
    return comparable("".join(article.text))


def comparable(text: str) -> str:
    return " ".join(text.translate(STRAIGHT).casefold().split())


def test_items_are_complete() -> None:
    assert [entry["item"] for entry in ENTRIES] == list(range(1, 95))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"item-{entry['item']}")
def test_the_page_says_it(real_site: Path, entry: dict[str, Any]) -> None:
    page = real_site / entry["page"].strip("/") / "index.html"
    assert page.is_file(), f"{entry['page']} is not a page of the site"
    text = article_text(page.read_text(encoding="utf-8"))
    assert entry["words"], f"{entry['topic']}: nothing to look for"
    missing = [words for words in entry["words"] if comparable(words) not in text]
    assert not missing, f"{entry['page']} does not say {missing} ({entry['topic']})"
