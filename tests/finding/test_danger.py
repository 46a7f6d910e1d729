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

NODE = shutil.which("node")
DANGER = (support.ROOT / "docs/assets/search-danger.js").read_text(encoding="utf-8")
ASK = """
global.self = global
const { code, data, texts } = JSON.parse(require("fs").readFileSync(0, "utf8"))
;(0, eval)(code)
self.psychoedCrisis = data
console.log(JSON.stringify(texts.map((text) => self.psychoedDanger(text))))
"""


def kinds(data: dict[str, Any], texts: list[str]) -> list[list[str]]:
    assert NODE
    asked = json.dumps({"code": DANGER, "data": data, "texts": texts})
    done = subprocess.run([NODE, "-e", ASK], input=asked, capture_output=True, text=True, check=True)
    answer: list[list[str]] = json.loads(done.stdout)
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
    assert [text for text, found in zip(texts, kinds(real, texts), strict=True) if found] == []


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
    data = {"short": {"wanna": "want to"}, "skip": ["my"], "real": [], "words": {"want": ["want"]}}
    found = kinds({**data, "harmless": [], "kinds": {"danger": [pattern]}}, [*fits, *other])
    assert found == [["danger"]] * len(fits) + [[]] * len(other)
