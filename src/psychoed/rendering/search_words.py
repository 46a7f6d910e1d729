"""Words as the search engine takes them apart, for files that are sorted by them.

``docs/assets/search-engine.js`` decides; these functions repeat its ``wordsOf`` and ``stem``. A test compares
both over every word of the site.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

NO_SIGNS = re.compile(r"[\u0300-\u036f'\u2018\u2019`]")
NO_WORD = re.compile(r"[^a-z0-9]+")
LETTERS = re.compile(r"\b[a-z0-9](?: [a-z0-9]\b)+")
ISE = re.compile(r"is(e|ed|es|er|ing|ation|ations)$")
# Forms that no rule makes.
FORMS = {
    "eat": "ate eaten",
    "drink": "drank drunk",
    "feel": "felt",
    "sleep": "slept",
    "lose": "lost",
    "throw": "threw thrown",
    "take": "took taken",
    "keep": "kept",
    "tell": "told",
    "see": "saw seen",
    "hear": "heard",
    "fight": "fought",
    "spend": "spent",
    "wake": "woke",
    "quit": "quitting",
    "hide": "hid hiding",
    "forget": "forgot forgotten",
    "die": "dying died",
    "lie": "lying",
    "go": "went gone",
    "come": "came",
    "child": "children",
    "wife": "wives",
    "foot": "feet",
    "woman": "women",
    "man": "men",
    "say": "said",
    "police": "cops cop",
}
IRREGULAR = {form: word for word, forms in FORMS.items() for form in forms.split()}


def plain(text: str) -> str:
    """A text in small letters without accents, with one space between its words."""
    return NO_WORD.sub(" ", NO_SIGNS.sub("", unicodedata.normalize("NFKD", text.lower()))).strip()


def words_of(text: str) -> list[str]:
    """The words of a text; single letters in a row are one word."""
    return LETTERS.sub(lambda letters: letters[0].replace(" ", ""), plain(text)).split()


@cache
def stem(word: str) -> str:
    """What forms of a word have in common."""
    return _cut(_american(IRREGULAR.get(word, word)))


def _american(written: str) -> str:
    word = re.sub(r"^programme", "program", written)
    word = re.sub(r"(behavi|col|fav|neighb|hum|lab)our", r"\1or", word, count=1)
    word = ISE.sub(r"iz\1", word) if len(written) > 6 else word
    word = re.sub(r"ll(ing|ed|or|ors|er)$", r"l\1", word)
    word = re.sub(r"tre(s?)$", r"ter\1", word)
    return re.sub(r"^(p|orthop)aed", r"\1ed", word)


def _cut(word: str) -> str:
    if len(word) < 4:
        return word
    short = re.sub(r"ie[sd]$", "y", word)
    short = re.sub(r"(ss|sh|ch|x|z)es$", r"\1", short)
    short = re.sub(r"([^sui])s$", r"\1", short)
    before = short
    short = re.sub(r"(ing|ed)$", "", short)
    if len(short) < 3 or not re.search("[aeiouy]", short):
        short = before
    if short != before:
        short = re.sub(r"([bdfgmnprt])\1$", r"\1", short)
    if len(short) > 7:
        short = re.sub(r"ion$", "", short)
    return re.sub(r"y$", "i", re.sub(r"e$", "", short))
