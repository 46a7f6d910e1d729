"""Pages to begin with: annotated templates, and new pages of the same form."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..checks.to_write import MARK
from ..models import PageMeta, Question, QuestionSet
from ..site import META, Kind
from .written import written

FOLDER = "templates"
KINDS = (Kind.CONDITION, Kind.THERAPY, Kind.LEVEL, Kind.GUIDE)
TITLES = {
    Kind.CONDITION: "Panic disorder",
    Kind.THERAPY: "Cognitive behavioral therapy",
    Kind.LEVEL: "Intensive outpatient program",
    Kind.GUIDE: "Before your first visit",
}
HEAD = (
    "Copy this page, or let scripts/new.py ask you and write it. Lines that begin with # are notes.",
    "To use a key that has a # right before it, take the # away. Delete the notes when you are done.",
)
# A guide is free to ask its own questions before the fixed ones.
OWN = Question(
    id="your-question",
    heading="Your own question?",
    hint="Answer it here, then write your own question above and add as many more as you need.",
)
SENTENCES = {"summary", "key_points"}  # always in quotes: a colon in a sentence would break them


def page_text(kind: Kind, asked: QuestionSet, values: Mapping[str, Any]) -> str:
    """A new page with ``values`` in its front matter and every answer still to write."""
    fields = in_order(META[kind].model_fields)
    head = "".join(_key(name, values[name]) for name in fields if values.get(name))
    return f"---\n{head}---\n\n{body_text(asked)}"


def template_text(kind: Kind, asked: QuestionSet) -> str:
    """The annotated template of a kind of page."""
    notes = "".join(f"# {line}\n" for line in HEAD)
    parts = "".join(_annotated(kind, name, info) for name, info in in_order(META[kind].model_fields).items())
    return f"---\n{notes}{parts}---\n\n{body_text(asked)}"


def in_order(fields: Mapping[str, FieldInfo]) -> dict[str, FieldInfo]:
    """The title, then what only this kind of page has, then what every page has."""
    own = [name for name in fields if name not in PageMeta.model_fields]
    rest = [name for name in PageMeta.model_fields if name != "title"]
    return {name: fields[name] for name in ("title", *own, *rest)}


def _annotated(kind: Kind, name: str, info: FieldInfo) -> str:
    """A key with a note above it. One that is not needed is switched off."""
    example = TITLES[kind] if name == "title" else _example(info)
    record = info.annotation
    if isinstance(record, type) and issubclass(record, BaseModel):
        fields = record.model_fields.items()
        inner = "".join(_noted(key, field, _example(field)) for key, field in fields)
        return f"{_note(info)}{name}:\n{textwrap.indent(inner, '  ')}"
    return _noted(name, info, example)


def _noted(name: str, info: FieldInfo, example: Any) -> str:
    lines = _key(name, example)
    return _note(info) + (lines if info.is_required() else textwrap.indent(lines, "#"))


def _note(info: FieldInfo) -> str:
    words = f"{'' if info.is_required() else 'Optional. '}{info.description}"
    return "\n" + textwrap.indent(textwrap.fill(words, 98), "# ") + "\n"


def _example(info: FieldInfo) -> Any:
    return (info.examples or [""])[0]


def _key(name: str, value: Any, indent: str = "") -> str:
    """``key: value`` as lines of YAML, written the way the pages of this site are."""
    if isinstance(value, dict):
        return f"{indent}{name}:\n" + "".join(_key(key, inner, f"{indent}  ") for key, inner in value.items())
    if isinstance(value, list | tuple):
        return f"{indent}{name}:\n" + "".join(_item(name, item, indent) for item in value)
    return f"{indent}{name}: {_scalar(name, value)}\n"


def _item(name: str, item: Any, indent: str) -> str:
    if not isinstance(item, dict):
        return f"{indent}  - {_scalar(name, item)}\n"
    lines = "".join(_key(key, inner, f"{indent}    ") for key, inner in item.items())
    return f"{indent}  - {lines.lstrip()}"


def _scalar(name: str, value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if name in SENTENCES else written(value)


def body_text(asked: QuestionSet) -> str:
    """The questions of a new page, each with its answer still to write."""
    questions = (OWN, *asked.questions) if asked.free else asked.questions
    return "\n\n".join(part for question in questions for part in _section(question)) + "\n"


def _section(question: Question) -> Iterator[str]:
    yield f"## {question.heading}"
    yield f"{MARK} {question.hint or 'your answer.'}"
    if question.component:
        arguments = ", ".join(json.dumps(argument) for argument in question.arguments)
        yield f"{{{{ {question.component}({arguments}) }}}}"


def template_files(asked: Mapping[Kind, QuestionSet]) -> dict[str, str]:
    """Every template, by its path in the repository."""
    return {f"{FOLDER}/{kind.value}.md": template_text(kind, asked[kind]) for kind in KINDS}
