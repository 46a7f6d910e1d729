"""The field reference and the table of rules in CONTRIBUTING.md, made from the models and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..catalog import entries
from ..loading import DATA
from ..models import PageMeta
from ..problems import Severity
from ..site import META
from .written import written

Row = tuple[str, ...]
Told = dict[type[BaseModel], str]
FIELD_HEAD = ("field", "needed?", "what it is", "example")
RULE_HEAD = ("code", "name", "writing", "weekly", "publish", "exception?", "why", "what to do")


class MarkerError(Exception):
    """A file lacks the marks between which a generated part stands."""


def put_between(text: str, mark: str, part: str) -> str:
    """``text`` with ``part`` between ``<!-- mark -->`` and ``<!-- /mark -->``."""
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    if text.count(start) != 1 or text.count(end) != 1 or text.index(end) < text.index(start):
        raise MarkerError(f"a line '{start}' and, below it, a line '{end}' are needed once each")
    before, _, rest = text.partition(start)
    return f"{before}{start}\n\n{part}\n\n{end}{rest.partition(end)[2]}"


# --- fields ---


def field_reference() -> str:
    """Every field of every kind of page and of every data file, as Markdown."""
    parts = ["### Front matter of every page", _table(FIELD_HEAD, _fields(_shared()))]
    for kind, model in META.items():
        own = {name: info for name, info in model.model_fields.items() if name not in _shared()}
        parts += [f"### Front matter: {kind.value} page, besides", _table(FIELD_HEAD, _fields(own))]
    for name, model in DATA.items():
        parts += [f"### content/data/{name}.yml", _table(FIELD_HEAD, _in_file(model))]
    return "\n\n".join(parts)


def _in_file(model: Any) -> Iterator[Row]:
    record, inside = _record(model)
    assert record is not None
    return _fields(record.model_fields, inside)


def _shared() -> dict[str, FieldInfo]:
    """The fields that are the same on all kinds of pages."""
    models = META.values()
    return {
        name: info
        for name, info in PageMeta.model_fields.items()
        if all(model.model_fields[name].is_required() == info.is_required() for model in models)
    }


def _fields(fields: dict[str, FieldInfo], before: str = "", told: Told | None = None) -> Iterator[Row]:
    """A row for each field, then for the fields inside it. ``told`` knows where a record was told before."""
    told = {} if told is None else told
    for name, info in fields.items():
        path = f"{before}{name}"
        model, inside = _record(info.annotation, f"{path}.")
        example = f"`{written(info.examples[0])}`" if info.examples and not model else ""
        if model and model in told:
            example = f"like `{told[model]}`"
        yield f"`{path}`", "yes" if info.is_required() else "no", info.description or "", example
        if model and model not in told:
            told[model] = path
            yield from _fields(model.model_fields, inside, told)


def _record(annotation: Any, path: str = "") -> tuple[type[BaseModel] | None, str]:
    """The record inside a type, be it in a list or a table, and the beginning of its fields' paths."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, path
    arguments = [item for item in get_args(annotation) if item not in (..., type(None))]
    if get_origin(annotation) is dict:
        return _record(arguments[1], f"{path}*.")
    return _record(arguments[0], path) if arguments else (None, path)


# --- rules ---


def rule_reference() -> str:
    """Every code that a problem can have, with its severities, why it is there and what to do."""
    rows = []
    for entry in entries():
        on = entry.severities
        severities = [_severity(each) for each in (on.writing, on.weekly, on.publish)]
        excepted = "yes" if on.excepted else "no"
        rows.append((entry.code, f"`{entry.name}`", *severities, excepted, entry.why, entry.remedy))
    return _table(RULE_HEAD, rows)


def _severity(severity: Severity | None) -> str:
    return severity.value if severity else "off"


# --- Markdown ---


def _table(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(text) for text in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
