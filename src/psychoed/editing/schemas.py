"""JSON Schemas of the front matter and the data files, for code editors that check while one types, and of
the quality report, for programs that read it.
"""

from __future__ import annotations

from ..json_schema import DRAFT, as_json, schema_of
from ..loading import DATA
from ..quality.report import Report
from ..site import META

FOLDER = "schemas"


def schema_files() -> dict[str, str]:
    """Every schema as JSON, by its path in the repository."""
    pages = {kind.value: (f"Front matter: {kind.value} page", model) for kind, model in META.items()}
    data = {name: (f"content/data/{name}.yml", model) for name, model in DATA.items()}
    taken = {
        name: (title, schema_of(model, "validation")) for name, (title, model) in {**pages, **data}.items()
    }
    made = {"quality-report": ("The quality report: about/quality.json", schema_of(Report, "serialization"))}
    return {
        f"{FOLDER}/{name}.json": as_json({"$schema": DRAFT, "$id": f"{name}.json", "title": title, **schema})
        for name, (title, schema) in {**taken, **made}.items()
    }


def editor_settings() -> str:
    """``.vscode/settings.json``: which schema belongs to which data file."""
    schemas = {f"./{FOLDER}/{name}.json": f"content/data/{name}.yml" for name in DATA}
    return as_json({"yaml.schemas": schemas, "files.encoding": "utf8", "files.eol": "\n"})
