"""The comparison of levels of care as files, made from the same data as the tables."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from ..models import LevelsOfCare
from ..site import Site

FOLDER = "compare"


def comparison_files(site: Site) -> dict[str, str]:
    """``compare/levels-of-care.csv`` and ``.json``, by their place in the docs folder."""
    data = site.levels_of_care
    if data is None:
        return {}
    records = comparison_records(site, data)
    return {
        f"{FOLDER}/levels-of-care.csv": _csv(records),
        f"{FOLDER}/levels-of-care.json": _json(data, records),
    }


def comparison_records(site: Site, data: LevelsOfCare) -> list[dict[str, Any]]:
    """One record a cell: dimension, level, what it says, and its sources as title, year and link."""
    return [
        {
            "dimension": dimension.id,
            "dimension_label": dimension.label,
            "level": level.id,
            "level_name": level.name,
            "text": dimension.cells[level.id].text,
            "sources": [_source(site, name) for name in dimension.cells[level.id].sources],
        }
        for dimension in data.dimensions
        for level in data.levels
    ]


def _source(site: Site, name: str) -> dict[str, Any]:
    source = site.sources[name]
    return {"id": name, "title": source.title, "year": source.year, "link": source.link}


def _csv(records: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["Dimension", "Level of care", "What it is like", "Sources"])
    for record in records:
        sources = "; ".join(f"{s['title']} ({s['year']}) {s['link']}" for s in record["sources"])
        row = [record["dimension_label"], record["level_name"], record["text"], sources]
        writer.writerow([_as_text(value) for value in row])
    return out.getvalue()


def _as_text(value: str) -> str:
    """A value that a spreadsheet would take for a formula, marked as text."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value


def _json(data: LevelsOfCare, records: list[dict[str, Any]]) -> str:
    levels = [
        {
            "id": level.id,
            "name": level.name,
            "summary": level.summary,
            "hours_a_week": {"least": level.hours.least, "most": level.hours.most, "text": level.hours.text},
        }
        for level in data.levels
    ]
    content = {"checked": data.checked.isoformat(), "levels": levels, "cells": records}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
