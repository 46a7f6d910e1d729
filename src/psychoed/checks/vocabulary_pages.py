"""Every page can be found by the words of people who don't know its name.

A warning and no error: a new page may be published before somebody has thought of words for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        words = run.site.words_of(page)
        if not page.meta.also_called and not words.say and not words.find:
            remedy = (
                f"add '{page.address}:' under 'pages' in content/data/vocabulary.yml, with the words that "
                "people type for it under 'say' (printed) and 'find' (never printed)"
            )
            yield Found(page.path, 1, "search knows no everyday words for this page", remedy)


RULE = Rule(
    code="V001",
    name="no-search-words",
    why="People search with their own words, not with ours.",
    remedy="add words for it to content/data/vocabulary.yml",
    find=find,
    needs=frozenset({"vocabulary"}),
)
