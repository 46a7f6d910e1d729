"""What words weigh for danger, learned from the searches of danger-examples.yml.

Patterns recognize what somebody thought of. The weights recognize what is said with the same words in another
way: each word and each pair of words has one, and a search has the sum of its own. They are learned by
logistic regression when the site is built, the same from the same examples.

``docs/assets/search-danger.js`` reads words in the same way; a test compares both.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .search_words import plain

# A word is known by its first letters, so that its endings share a weight.
LETTERS = 5
# Words and pairs have their weight at a place, by a sum over their letters. Few share one.
PLACES = 65536
# A weight is written as one letter: this one is none, those after it speak of danger, those before it do not.
NONE, MOST = "n", 12
ROUNDS, STEP, FADING = 25, 0.8, 0.003
# From one example to the next, so that both kinds alternate: a prime number, larger than there are examples.
LEAP = 65537
# What was seen once tells nothing of others.
LEAST = 2
# A missed danger is worse than a false alarm.
DANGER_COUNTS = 2.0

Weights = list[float]
Example = tuple[list[int], bool]


# A preview builds again and again; only the last examples are worth keeping.
@lru_cache(maxsize=1)
def learned(
    danger: tuple[str, ...], harmless: tuple[str, ...], short: tuple[tuple[str, str], ...]
) -> dict[str, Any]:
    """The weights from searches of both kinds."""
    written = dict(short)
    examples = [(places(text, written), True) for text in danger]
    examples += [(places(text, written), False) for text in harmless]
    weights, start = _learn([example for example in examples if example[0]])
    return {"start": round(start, 2), "weights": "".join(_letter(weight) for weight in weights)}


def words(text: str, short: Mapping[str, str]) -> list[str]:
    """The words of a search with short forms written out: "im" is "i am"."""
    every = plain(text).split()
    found: list[str] = []
    at = 0
    while at < len(every):
        two = short.get(" ".join(every[at : at + 2])) if at + 1 < len(every) else None
        found += (two or short.get(every[at], every[at])).split(" ")
        at += 2 if two else 1
    return found


def places(text: str, short: Mapping[str, str]) -> list[int]:
    """Where the words of a search and its pairs have their weights: neighbors, and words with one between.
    All numbers are one word; the beginning and the end of a search are neighbors, too."""
    starts = ["#" if word.isdigit() else word[:LETTERS] for word in words(text, short)]
    pairs = [f"{one} {other}" for one, other in itertools.pairwise(["", *starts, ""])]
    apart = [f"{one} _ {other}" for one, other in zip(starts, starts[2:], strict=False)]
    return sorted({_place(each) for each in [*starts, *pairs, *apart]}) if starts else []


def _place(text: str) -> int:
    place = 0
    for letter in text:
        place = (place * 31 + ord(letter)) % 4294967291
    return place % PLACES


def _learn(examples: list[Example]) -> tuple[Weights, float]:
    """Step by step towards weights that tell both kinds apart. Weights that are not needed fade."""
    weights, start = [0.0] * PLACES, 0.0
    seen = Counter(place for found, _ in examples for place in found)
    telling = [
        ([place for place in found if seen[place] >= LEAST], 1 / math.sqrt(len(found)), speaks)
        for found, speaks in examples
    ]
    for done in range(ROUNDS):
        step = STEP / (1 + done * 0.05)
        fade = 1 - step * FADING
        for at in range(len(telling)):
            found, share, speaks = telling[(at * LEAP + done) % len(telling)]
            score = start + share * sum(weights[place] for place in found)
            error = (speaks - 1 / (1 + math.exp(-score))) * (DANGER_COUNTS if speaks else 1)
            start += step * 0.1 * error
            change = step * share * error
            for place in found:
                weights[place] = weights[place] * fade + change
    return weights, start


def _letter(weight: float) -> str:
    return chr(ord(NONE) + max(-MOST, min(MOST, round(weight))))
