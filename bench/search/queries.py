"""The searches of the benchmark, with the pages that answer them, and how many of them an engine answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
Found = dict[str, list[str]]


class Query(NamedTuple):
    half: str
    kind: str
    text: str
    answers: list[str]

    @property
    def blind(self) -> bool:
        """Written by somebody who had not seen our words. Only ours is asked these: others take minutes."""
        return self.half.startswith("blind")


class Danger(NamedTuple):
    """Searches that speak of danger, and harmless ones that look like it, by the same writer."""

    name: str
    crisis: list[str]
    near_misses: list[str]


class Score(NamedTuple):
    searches: int
    first: float
    top3: float

    def __str__(self) -> str:
        return f"{self.first:.0%} / {self.top3:.0%}"


def lines(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def queries() -> list[Query]:
    """Every search, with the half it belongs to. README.md says how far each may be trusted."""
    return [
        Query(half, kind, text, answers.split(","))
        for half, line in _halves()
        for kind, text, answers in [line.split("\t")]
    ]


def _halves() -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines("queries.tsv")):
        yield ("untouched" if number % 2 else "tuned"), line
    for file in sorted([*HERE.glob("blind-*.tsv"), *HERE.glob("fresh-*.tsv")]):
        for line in lines(file.name):
            yield file.stem.replace("-", " "), line


def dangers() -> list[Danger]:
    names = sorted(file.name.removesuffix("crisis.txt") for file in HERE.glob("*crisis.txt"))
    return [
        Danger(name.strip("-") or "first", lines(f"{name}crisis.txt"), lines(f"{name}near-misses.txt"))
        for name in names
    ]


def scores(found: Found) -> dict[tuple[str, str], Score]:
    """By half and kind: the right page is the first, or among the first three.

    A half counts if all of it was asked.
    """
    right: dict[tuple[str, str], list[tuple[bool, bool]]] = {}
    missing = {query.half for query in queries() if query.text not in found}
    for query in queries():
        if query.half in missing:
            continue
        hits = [address in query.answers for address in found[query.text][:3]]
        for key in ((query.half, "all"), (query.half, query.kind)):
            right.setdefault(key, []).append((hits[:1] == [True], any(hits)))
    return {
        key: Score(
            len(hits), sum(one for one, _ in hits) / len(hits), sum(any3 for _, any3 in hits) / len(hits)
        )
        for key, hits in sorted(right.items())
    }
