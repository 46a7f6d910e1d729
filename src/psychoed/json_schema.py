"""JSON Schemas made from models.

They are draft-07, the newest that the YAML extension of VS Code takes.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]

# Keys of a schema whose value is a schema, a list of them, or a table of them.
ONE = ("items", "additionalProperties", "propertyNames")
MANY = ("anyOf", "allOf", "oneOf")
NAMED = ("properties", "patternProperties", "definitions")


def schema_of(model: Any, mode: JsonSchemaMode) -> Schema:
    """The schema of what a model takes ('validation') or of what it writes ('serialization')."""
    schema = TypeAdapter(model).json_schema(mode=mode)
    definitions = schema.pop("$defs", None)
    if definitions:
        schema["definitions"] = definitions
    return _draft7(schema)


def as_json(value: Schema) -> str:
    """``value`` as a text file."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _draft7(schema: Schema) -> Schema:
    """A schema of pydantic's as draft-07 has it: nothing beside a reference, and closed tables of names."""
    result = {key: _inner(key, value) for key, value in schema.items() if key != "title"}
    if "description" in result:
        result["description"] = _plain(result["description"])
    if "patternProperties" in result:
        result.setdefault("additionalProperties", False)
    if "$ref" in result:
        reference = result.pop("$ref").replace("#/$defs/", "#/definitions/")
        return {**result, "allOf": [{"$ref": reference}]} if result else {"$ref": reference}
    return result


def _inner(key: str, value: Any) -> Any:
    if key in ONE and isinstance(value, dict):
        return _draft7(value)
    if key in MANY:
        return [_draft7(item) for item in value]
    if key in NAMED:
        return {name: _draft7(item) for name, item in value.items()}
    return value


def _plain(text: str) -> str:
    """A docstring as one line of text."""
    return re.sub(r"``([^`]+)``", r"'\1'", " ".join(text.split()))
