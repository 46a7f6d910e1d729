"""What is promised to those who read the files: within v1 a file may gain, and never lose or change.

The schemas in ``schemas/api/v1/`` are published with the site and are the record of what was promised. A
schema made from changed records is held against the recorded one before it takes its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from ..json_schema import Schema
from . import content
from .files import schema_texts

RECORD = f"schemas/{content.FOLDER}"
REMEDY = (
    "Programs of other people read this. Put it back as it was in src/psychoed/api/shapes.py; what is new "
    "can stand beside it under a name of its own. If it really has to go, publish v2 at an address of its "
    "own, and keep v1 beside it for the year that the page /about/data/ promises."
)


class PromiseError(Exception):
    """A change of the records would break programs that read the published files."""


def record_files() -> dict[str, str]:
    """The schemas by their place in the repository."""
    return {f"{RECORD}/{name}.json": text for name, text in schema_texts().items()}


def refuse_broken_promises(recorded: Mapping[str, str]) -> None:
    """Raise PromiseError when the records no longer keep to the recorded schemas, given by their place."""
    now = record_files()
    broken = [
        f"{path}: {problem}"
        for path, text in sorted(recorded.items())
        for problem in broken_promises(json.loads(text), json.loads(now[path]) if path in now else None)
    ]
    if broken:
        raise PromiseError("\n".join([*broken, REMEDY]))


def broken_promises(before: Schema, after: Schema | None) -> list[str]:
    """What a reader of the shape ``before`` would miss or misread in the shape ``after``."""
    if after is None:
        return ["the whole file would be gone"]
    return list(_compare("the file", (before, before), (after, after)))


# A part of a schema, and the whole schema that holds its definitions.
Part = tuple[Any, Schema]


def _compare(place: str, before: Part, after: Part) -> Iterator[str]:
    old, new = _resolved(before), _resolved(after)
    if _kind(old) != _kind(new):
        yield f"{place} would be {_kind(new)} and was {_kind(old)}"
        return
    gone = [word for word in old.get("enum", ()) if word not in new.get("enum", ())]
    if gone and "enum" in new:
        yield f"{place} would no longer have the word {', '.join(map(repr, gone))}"
    yield from _fields(place, (old, before[1]), (new, after[1]))
    for key in ("items", "additionalProperties"):
        if isinstance(old.get(key), dict):
            yield from _compare(f"each entry of {place}", (old[key], before[1]), (new.get(key, {}), after[1]))


def _fields(place: str, before: Part, after: Part) -> Iterator[str]:
    old, new = before[0], after[0]
    for name, field in old.get("properties", {}).items():
        inner = f"'{name}' in {place}"
        if name not in new.get("properties", {}):
            yield f"{inner} would be gone"
            continue
        if name in old.get("required", ()) and name not in new.get("required", ()):
            yield f"{inner} was always there and could now be missing"
        yield from _compare(inner, (field, before[1]), (new["properties"][name], after[1]))


def _resolved(part: Part) -> Schema:
    """A part with what it refers to in its place."""
    schema, whole = part
    for reference in [schema, *schema.get("allOf", ())]:
        if "$ref" in reference:
            return _resolved((whole["definitions"][reference["$ref"].rpartition("/")[2]], whole))
    return dict(schema)


def _kind(schema: Schema) -> str:
    """What kind of value it is, in words. A closed list of words is text, and so may become open."""
    if "const" in schema:
        return f"always {schema['const']!r}"
    return " ".join(str(schema[key]) for key in ("type", "format") if key in schema)
