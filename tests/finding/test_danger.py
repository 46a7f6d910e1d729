"""The real words of danger recognize what they were made for, and leave everyday searches alone."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import support
from psychoed.loading import load_site
from psychoed.rendering.danger import danger_data
from psychoed.rendering.danger_learned import learned, places

NODE = shutil.which("node")
DANGER = (support.ROOT / "docs/assets/search-danger.js").read_text(encoding="utf-8")
ASK = """
global.self = global
const { code, data, texts, how } = JSON.parse(require("fs").readFileSync(0, "utf8"))
;(0, eval)(code)
self.psychoedCrisis = data
const ask = how ? (text) => self.psychoedDanger.likeness(text).score : self.psychoedDanger
console.log(JSON.stringify(texts.map((text) => ask(text))))
"""


def asked(data: dict[str, Any], texts: list[str], how: str = "") -> Any:
    assert NODE
    said = json.dumps({"code": DANGER, "data": data, "texts": texts, "how": how})
    done = subprocess.run([NODE, "-e", ASK], input=said, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def kinds(data: dict[str, Any], texts: list[str]) -> list[list[str]]:
    answer: list[list[str]] = asked(data, texts)
    return answer


def lines(name: str) -> list[str]:
    return (support.ROOT / "bench/search" / name).read_text(encoding="utf-8").split("\n")[:-1]


@pytest.fixture(scope="module")
def real() -> dict[str, Any]:
    return danger_data(load_site(Path(support.ROOT))[0])


needs_node = pytest.mark.skipif(NODE is None, reason="Node runs the page's own code here")


@needs_node
def test_danger_is_recognized(real: dict[str, Any]) -> None:
    texts = lines("crisis.txt") + lines("blind-a-crisis.txt")
    missed = [text for text, found in zip(texts, kinds(real, texts), strict=True) if not found]
    assert len(missed) <= 1, missed


@needs_node
def test_everyday_searches_raise_no_alarm(real: dict[str, Any]) -> None:
    texts = lines("near-misses.txt") + lines("blind-a-near-misses.txt")
    alarms = [text for text, found in zip(texts, kinds(real, texts), strict=True) if found]
    assert len(alarms) <= len(texts) // 50, alarms


@needs_node
@pytest.mark.parametrize(
    ("pattern", "fits", "other"),
    [
        ("{want} [to] die", ["i wanna die", "WANT TO DIE", "want die"], ["want to know who died"]),
        ("(pass out/faint) ... blood", ["pass out and see blood", "fainting, blood"], ["blood, pass out"]),
        ("pills + tonight", ["tonight my pills", "pills. tonight"], ["pills"]),
        ("suicid*", ["suicidal", "suicdal"], ["sued"]),
        ("# kms", ["5 kms"], ["kms"]),
    ],
)
def test_a_pattern_fits(pattern: str, fits: list[str], other: list[str]) -> None:
    data = {
        "short": {"wanna": "want to"},
        "skip": ["my"],
        "real": [],
        "words": {"want": ["want"]},
        "learned": None,
    }
    found = kinds({**data, "harmless": [], "kinds": {"danger": [pattern]}}, [*fits, *other])
    assert found == [["danger"]] * len(fits) + [[]] * len(other)


NOTHING = {
    "short": {"im": "i am"},
    "skip": [],
    "real": [],
    "words": {"numbers": ["555"]},
    "harmless": [],
    "kinds": {},
}
SAID = ("the dark is calling me", "im done with it all", "the dark has me", "done with it all today")
EVERYDAY = ("calling my therapist today", "homework for group", "im late for group", "parking at the clinic")


@needs_node
def test_what_examples_say_is_recognized_in_other_words() -> None:
    data = {**NOTHING, "learned": learned(SAID * 9, EVERYDAY * 9, tuple(NOTHING["short"].items()))}
    assert kinds(data, ["i am done with all of it", "group homework today", ""]) == [["learned"], [], []]


@needs_node
def test_a_pattern_does_not_count_where_everything_is_harmless() -> None:
    weights = learned(SAID * 9, EVERYDAY * 9, tuple(NOTHING["short"].items()))
    data = {**NOTHING, "kinds": {"danger": ["group/dark/{numbers}"]}, "learned": weights}
    found = kinds(data, ["im late for group", "in the dark", "group", "555"])
    assert found == [[], ["danger"], ["danger"], ["danger"]]


@needs_node
def test_a_search_is_read_as_it_was_learned(real: dict[str, Any]) -> None:
    texts = [*lines("blind-a-crisis.txt"), "Caf\u00e9 \u2018OK\u2019 100 x", "i'm  5", "a"]
    found = [places(text, real["short"]) for text in texts]
    weight = {at: ord(letter) - ord("n") for at, letter in enumerate(real["learned"]["weights"])}
    scores = [real["learned"]["start"] + sum(weight[at] for at in each) / len(each) ** 0.5 for each in found]
    assert asked(real, texts, "likeness") == pytest.approx(scores)


@needs_node
def test_mistakes_and_numbers_of_help_lines_are_recognized_among_other_words(real: dict[str, Any]) -> None:
    texts = ["feeling suicdal pls help", "comiting suiside", "he chocked me", "call 911", "dial 988", "988"]
    assert [text for text, found in zip(texts, kinds(real, texts), strict=True) if not found] == []
