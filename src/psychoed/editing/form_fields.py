"""The fields of a form in the editor at /admin/, made from the same models that the checks use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

Field = dict[str, Any]
Schema = dict[str, Any]
Names = Mapping[str, str]  # a key that a table may have, and what to call it

DAY = "YYYY-MM-DD"
# What a record is called in a list while it is folded up, the best first.
TITLES = ("title", "name", "term", "label", "day", "role", "rule", "number")


class NoFormError(Exception):
    """A form can't hold this shape without losing something. The text says why."""


@dataclass(frozen=True)
class FormMaker:
    """Makes fields of a model's schema.

    ``tables`` names the keys of the tables that may have any, by their own name: a form has one field a
    key, so it has to know them. ``pages`` are fields that name a page, and the collection it stands in.
    ``defaults`` is what stands in a new form, by the field's whole name.
    """

    tables: Mapping[str, Names] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, Any] = field(default_factory=dict)

    def fields(self, model: Any) -> list[Field]:
        """The fields of a model, in its own order. Raises NoFormError."""
        schema = TypeAdapter(model).json_schema()
        return self._of_record(schema, schema.get("$defs", {}), "")

    def _of_record(self, schema: Schema, known: Schema, above: str) -> list[Field]:
        if "properties" not in schema:
            raise NoFormError("its first level is a table of names that editors choose")
        needed = schema.get("required", [])
        return [
            self._field(name, inner, known, above, name in needed)
            for name, inner in schema["properties"].items()
        ]

    def _field(self, name: str, schema: Schema, known: Schema, above: str, needed: bool) -> Field:
        whole = f"{above}{name}"
        about = {
            "name": name,
            "label": label_of(name),
            "hint": _hint(schema),
            "required": needed,
            **({"default": self.defaults[whole]} if whole in self.defaults else {}),
        }
        if name in self.pages:
            return {**about, "widget": "relation", **_page(self.pages[name])}
        return {**about, **self._widget(name, _meant(schema, known), known, f"{whole}.")}

    def _widget(self, name: str, schema: Schema, known: Schema, inside: str) -> Field:
        kind = schema.get("type")
        if kind == "array":
            return self._list(schema, known, inside)
        if kind == "object":
            return {"widget": "object", "fields": self._record_or_table(name, schema, known, inside)}
        return _scalar(schema)

    def _record_or_table(self, name: str, schema: Schema, known: Schema, inside: str) -> list[Field]:
        if "properties" in schema:
            return self._of_record(schema, known, inside)
        if name not in self.tables:
            raise NoFormError(f"'{name}' is a table of names that editors choose")
        inner = (
            next(iter(schema.get("patternProperties", {}).values()), None) or schema["additionalProperties"]
        )
        meant = _meant(inner, known)
        return [
            {**self._field(key, meant, known, inside, True), "label": label}
            for key, label in self.tables[name].items()
        ]

    def _list(self, schema: Schema, known: Schema, inside: str) -> Field:
        limits = {
            key: schema[limit] for key, limit in (("min", "minItems"), ("max", "maxItems")) if limit in schema
        }
        item = _meant(schema["items"], known)
        if item.get("type") != "object":
            about = {"description": schema.get("description", ""), **item}
            one = {**self._field("item", about, known, inside, True), "hint": ""}
            return {"widget": "list", **limits, "field": one}
        fields = self._of_record(item, known, inside)
        title = next((each for each in TITLES if each in item["properties"]), None)
        summary = {"summary": f"{{{{fields.{title}}}}}"} if title else {}
        return {"widget": "list", **limits, "collapsed": True, **summary, "fields": fields}


def label_of(name: str) -> str:
    """``next_review`` becomes ``Next review``."""
    words = name.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


def _page(collection: str) -> Field:
    return {"collection": collection, "value_field": "{{slug}}", "display_fields": ["title"]}


def _hint(schema: Schema) -> str:
    """The description, and an example where it is a few words."""
    about = str(schema.get("description", ""))
    example = next(iter(schema.get("examples", [])), None)
    if not isinstance(example, str) or example.endswith(".") or "like" in about:
        return about
    return f"{about} For example: {example}"


def _meant(schema: Schema, known: Schema) -> Schema:
    """A schema with its references followed, and of 'this or nothing' the this."""
    for key in ("anyOf", "allOf", "oneOf"):
        if key in schema:
            parts = [part for part in schema[key] if part.get("type") != "null"]
            return {
                **_meant(parts[0], known),
                **{name: value for name, value in schema.items() if name != key},
            }
    if "$ref" in schema:
        target = known[schema["$ref"].rpartition("/")[2]]
        return {**target, **{name: value for name, value in schema.items() if name != "$ref"}}
    return schema


def _scalar(schema: Schema) -> Field:
    if "enum" in schema:
        return {"widget": "select", "options": list(schema["enum"])}
    if schema.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": DAY}
    kind = schema.get("type")
    if kind == "boolean":
        return {"widget": "boolean", "required": False, "default": bool(schema.get("default", False))}
    if kind in {"integer", "number"}:
        limits = {
            key: schema[limit] for key, limit in (("min", "minimum"), ("max", "maximum")) if limit in schema
        }
        return {"widget": "number", "value_type": "int" if kind == "integer" else "float", **limits}
    return _text(schema)


def _text(schema: Schema) -> Field:
    """One line, or a box for sentences. Neither may turn a colon into an emoji."""
    pattern = {"pattern": [_for_browsers(schema["pattern"]), _wrong(schema)]} if "pattern" in schema else {}
    length = {"minlength": schema["minLength"]} if schema.get("minLength", 1) > 1 else {}
    widget = "text" if not pattern and _is_prose(schema) else "string"
    return {"widget": widget, "use_emoji_autocomplete": False, **length, **pattern}


def _is_prose(schema: Schema) -> bool:
    """Whether its example is a sentence."""
    return any(str(example).endswith(".") for example in schema.get("examples", ["."]))


def _for_browsers(pattern: str) -> str:
    """A pattern without escapes that Python allows and JavaScript does not need."""
    return re.sub(r'\\(["\'])', r"\1", pattern)


def _wrong(schema: Schema) -> str:
    about = schema.get("description")
    return f"This does not fit. {about}" if about else "This does not fit: compare it with the others."


def every_field(fields: list[Field]) -> Iterator[Field]:
    """The fields and all that stand inside them."""
    for each in fields:
        yield each
        yield from every_field([*each.get("fields", []), *([each["field"]] if "field" in each else [])])
