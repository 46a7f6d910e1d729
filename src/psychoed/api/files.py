"""The files under ``/api/v1/``: data as JSON and as tables, and schemas that tell the shape of the JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ..json_schema import DRAFT, Schema, as_json, schema_of
from ..rendering.previews.feed import FILE
from ..site import Site
from ..tables import table
from . import content, shapes
from .content import DOCUMENTATION, FOLDER, Publisher

FEED = f"/{FILE}"


class File(NamedTuple):
    """A kind of file: its shape, the name of its list of records, what is in it, and its tables."""

    shape: type[shapes.Head]
    records: str
    title: str
    tables: tuple[str, ...]


FILES = {
    "conditions": File(
        shapes.Conditions, "conditions", "Conditions, in short", (f"/{FOLDER}/conditions.csv",)
    ),
    "evidence": File(
        shapes.Evidence, "evidence", "How sure the evidence is, with notes", ("/compare/evidence.csv",)
    ),
    "glossary": File(shapes.GlossaryTerms, "terms", "Words and what they mean", (f"/{FOLDER}/glossary.csv",)),
    "help-lines": File(
        shapes.HelpLines, "regions", "Help lines, with the day of each check", (f"/{FOLDER}/help-lines.csv",)
    ),
    "levels": File(
        shapes.Levels,
        "levels",
        "Levels of care and their comparison",
        (f"/{FOLDER}/levels.csv", "/compare/levels-of-care.csv"),
    ),
    "sources": File(shapes.Sources, "sources", "Sources, and what they say", (f"/{FOLDER}/sources.csv",)),
    "therapies": File(shapes.Therapies, "therapies", "Therapies, in short", (f"/{FOLDER}/therapies.csv",)),
}
SHAPES: dict[str, type[shapes.Head]] = {
    "index": shapes.Index,
    **{name: file.shape for name, file in FILES.items()},
}


def api_files(
    site: Site, cited: Mapping[str, Iterable[str]], embeds: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """Every file by its place in the docs folder.

    ``cited`` names the sources that each page lists, by its address; ``embeds`` are the title and the address
    of each small page for other sites.
    """
    publisher = Publisher(site, cited)
    made = _made(publisher)
    index = _index(publisher, made, embeds)
    tables = {f"{FOLDER}/{name}.csv": text for name, text in _tables(made).items()}
    schemas = {f"{FOLDER}/schemas/{name}.json": text for name, text in schema_texts().items()}
    data = {f"{FOLDER}/{name}.json": _text(file) for name, file in [("index", index), *made.items()]}
    return {**data, **tables, **schemas}


def _made(publisher: Publisher) -> dict[str, Any]:
    site = publisher.site
    assert site.levels_of_care and site.evidence and site.help_lines and site.glossary
    return {
        "conditions": content.conditions(publisher),
        "evidence": content.evidence(publisher, site.evidence),
        "glossary": content.glossary(publisher, site.glossary),
        "help-lines": content.help_lines(publisher, site.help_lines),
        "levels": content.levels(publisher, site.levels_of_care),
        "sources": content.sources(publisher),
        "therapies": content.therapies(publisher),
    }


def _index(publisher: Publisher, made: Mapping[str, Any], embeds: Iterable[tuple[str, str]]) -> shapes.Index:
    entries = (
        shapes.FileEntry(
            id=name,
            title=file.title,
            url=publisher.url(f"/{FOLDER}/{name}.json"),
            schema_url=publisher.url(f"/{FOLDER}/schemas/{name}.json"),
            csv_urls=tuple(map(publisher.url, file.tables)),
            records=len(getattr(made[name], file.records)),
        )
        for name, file in FILES.items()
    )
    origins = [each.generated_from for each in made.values()]
    files = sorted({path for origin in origins for path in origin.files})
    days = [origin.newest_day for origin in origins if origin.newest_day]
    shown = sorted((publisher.url(address), title) for title, address in embeds)
    return shapes.Index(
        **publisher.head("index", "index", DOCUMENTATION, files, days),
        site=publisher.site.settings.site_name,
        language="en-US",
        documentation=publisher.url(DOCUMENTATION),
        feed=publisher.url(FEED) if publisher.site.settings.site_url else None,
        files=tuple(entries),
        embeds=tuple(shapes.EmbedEntry(title=title, url=url) for url, title in shown),
    )


def _text(file: shapes.Head) -> str:
    """A file as text: what is not known is left out."""
    data = file.model_dump(mode="json", exclude_none=True)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


# --- tables ---

PAGE = {
    "Id": "id",
    "Title": "title",
    "Summary": "summary.text",
    "Also called": "also_called",
    "Reviewed by a clinician": "review.reviewed",
    "Written": "review.written",
    "Next review": "review.next_review",
    "Address": "url",
}
LEVEL = {
    "Id": "id",
    "Position": "position",
    "Name": "name",
    "Short name": "short_name",
    "Summary": "summary",
    "Fewest hours a week": "hours_a_week.least",
    "Most hours a week": "hours_a_week.most",
    "Hours in words": "hours_a_week.text",
    "Address": "page.url",
}
LINE = {
    "Id": "id",
    "Name": "name",
    "What for": "what_for",
    "Kind": "kind",
    "Call": "call",
    "Then press": "press",
    "Text to": "text.number",
    "Text message": "text.keyword",
    "Chat": "chat",
    "Website": "website",
    "Hours": "hours",
    "Cost": "cost",
    "Languages": "languages",
    "Status": "status",
    "Checked": "checked",
    "Check again by": "check_again_by",
    "Seen at": "source",
}
SOURCE = {
    "Id": "id",
    "Kind": "kind",
    "Title": "title",
    "Authors": "authors",
    "Publisher": "publisher",
    "Year": "year",
    "Link": "link",
    "Region": "region",
    "Checked": "checked",
    "What it says": "says",
}
TERM = {"Id": "id", "Term": "term", "Other forms": "forms", "Definition": "definition", "Address": "url"}
TABLES = {"conditions": PAGE, "therapies": PAGE, "levels": LEVEL, "sources": SOURCE, "glossary": TERM}


def _tables(made: Mapping[str, Any]) -> dict[str, str]:
    plain = {
        name: table(columns, (_row(columns, each) for each in getattr(made[name], FILES[name].records)))
        for name, columns in TABLES.items()
    }
    lines = (
        [region.id, region.name, *_row(LINE, line)]
        for region in made["help-lines"].regions
        for line in region.lines
    )
    return {**plain, "help-lines": table(("Region id", "Region", *LINE), lines)}


def _row(columns: Mapping[str, str], record: object) -> list[object]:
    return [_cell(record, path) for path in columns.values()]


def _cell(record: object, path: str) -> object:
    """A value inside a record. Several are one cell, with a line between them."""
    value: Any = record
    for name in path.split("."):
        value = getattr(value, name, None)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " | ".join(value) if isinstance(value, tuple) else value


# --- schemas ---


def schema_texts() -> dict[str, str]:
    """The schema of each file as text, by the file's name."""
    return {name: as_json(_schema(name, shape)) for name, shape in SHAPES.items()}


def _schema(name: str, shape: type[shapes.Head]) -> Schema:
    head = {"$schema": DRAFT, "$id": f"{name}.json", "title": f"{FOLDER}/{name}.json"}
    return {**head, **_open(schema_of(shape, "validation"))}


def _open(schema: Any) -> Any:
    """A schema for readers: a field may be left out, but is never null, and new fields may come."""
    if isinstance(schema, list):
        return [_open(each) for each in schema if each != {"type": "null"}]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _open(value) for key, value in schema.items() if (key, value) not in NOT_FOR_READERS}
    only = kept.get("anyOf")
    if isinstance(only, list) and len(only) == 1:
        del kept["anyOf"]
        return {**only[0], **kept} if "$ref" not in only[0] else {**kept, "allOf": only}
    return kept


NOT_FOR_READERS = (("additionalProperties", False), ("default", None))
