"""Sources that nobody cites."""

from __future__ import annotations

from collections.abc import Iterator

from .citations import cited_ids
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    site = run.site
    data = site.files["sources"]
    if data.path not in run.files:
        return  # Reading every page for its citations would be for nothing.
    cited = cited_ids(site)
    for name in site.sources:
        if name not in cited:
            yield Found(data.path, data.line(name), f"nothing cites the source '{name}'")


RULE = Rule(
    code="S004",
    name="unused-source",
    why="The list of sources stays short enough to be checked by a person.",
    remedy="cite it where it belongs, or take it out",
    find=find,
    needs=frozenset({"sources", "evidence", "levels_of_care", "glossary", "tools"}),
)
