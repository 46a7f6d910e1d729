"""The schemas describe what the models take: in full, with examples, and as code editors read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import pytest
from jsonschema import Draft7Validator, FormatChecker
from pydantic import BaseModel, TypeAdapter

import support
from psychoed import models
from psychoed.editing.schemas import schema_files
from psychoed.loading import DATA, load_site
from psychoed.site import META, Page

MODELS = [each for each in vars(models).values() if isinstance(each, type) and issubclass(each, BaseModel)]
FIELDS = [
    (model, name) for model in MODELS if model not in (BaseModel, models.Model) for name in model.model_fields
]
REPORT = "schemas/quality-report.json"  # Nobody writes it by hand: a description of each field is enough.
SCHEMAS = {name: json.loads(text) for name, text in schema_files().items()}


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_every_field_is_explained_and_its_examples_can_be_used(model: type[BaseModel], name: str) -> None:
    info = model.model_fields[name]
    assert info.description and info.description.endswith(".")
    assert info.examples
    for example in info.examples:
        TypeAdapter(Annotated[info.annotation, info]).validate_python(example)


def properties(schema: Any) -> Iterator[tuple[str, Any]]:
    """Every property of every record in a schema."""
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            yield name, inner
        for key, inner in schema.items():
            if key != "examples":
                yield from properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_whole(name: str) -> None:
    schema = SCHEMAS[name]
    Draft7Validator.check_schema(schema)
    assert schema["title"]
    assert f"schemas/{schema['$id']}" == name
    found = list(properties(schema))
    assert found
    for key, inner in found:
        assert inner.get("description"), key
        assert inner.get("examples") or name == REPORT, key


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_stands_beside_a_reference(name: str) -> None:
    """In draft-07 what stands beside a reference is ignored, and editors would show no description."""

    def look(node: Any) -> None:
        if isinstance(node, dict):
            assert "$ref" not in node or len(node) == 1, node
            assert "$defs" not in node
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            look(inner)

    look(SCHEMAS[name])


def in_json(value: Any) -> Any:
    """A YAML value as JSON has it: days are text."""
    if isinstance(value, dict):
        return {key: in_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [in_json(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(name: str, value: Any) -> list[str]:
    validator = Draft7Validator(SCHEMAS[f"schemas/{name}.json"], format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(in_json(value))]


SITE = load_site(support.ROOT)[0]


@pytest.mark.parametrize("page", SITE.pages, ids=lambda page: page.path)
def test_the_front_matter_of_every_real_page_fits(page: Page) -> None:
    assert faults(page.kind.value, page.front_matter.value) == []


@pytest.mark.parametrize("name", DATA)
def test_every_real_data_file_fits(name: str) -> None:
    assert faults(name, SITE.files[name.replace("-", "_")].document.value) == []


@pytest.mark.parametrize("kind", META)
def test_a_mistake_in_front_matter_is_seen(kind: str) -> None:
    page = next(page for page in SITE.pages if page.kind == kind)
    broken = {key: value for key, value in page.front_matter.value.items() if key != "title"}
    assert "'title' is a required property" in faults(kind, broken)
    assert any("'titel' was unexpected" in fault for fault in faults(kind, {**broken, "titel": "A"}))
    assert faults(kind, {**broken, "title": "A <b>"})


def test_a_mistake_in_data_is_seen() -> None:
    source = SITE.files["sources"].document.value["nice-ng222"]
    assert faults("sources", {"nice-ng222": source}) == []
    assert faults("sources", {"NICE ng222": source}), "an id that can't be cited"
    assert faults("sources", {"nice-ng222": {**source, "year": "long ago"}})
    assert faults("sources", {"nice-ng222": {**source, "checked": "yesterday"}})
