"""The comparison of levels of care, the evidence and the quality report as files, made from the same data as
the tables."""

from __future__ import annotations

import json
from typing import Any

from ..models import LevelsOfCare
from ..quality.report import Report
from ..site import Site
from ..tables import table
from ..walk import findings

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


def evidence_files(site: Site) -> dict[str, str]:
    """``compare/evidence.csv`` and ``.json``, by their place in the docs folder."""
    if site.evidence is None:
        return {}
    records: list[dict[str, Any]] = [
        {
            "kind": {"therapies": "therapy", "settings": "setting"}[cell.part],
            "condition": cell.condition,
            "of": cell.name,
            "strength": cell.finding.strength.value,
            "note": cell.finding.note,
            "sources": [_source(site, name) for name in cell.finding.sources],
        }
        for _, cell in findings(site)
    ]
    words = {strength.value: text for strength, text in site.evidence.words.items()}
    content = {"checked": site.evidence.checked.isoformat(), "words": words, "findings": records}
    rows = [
        (r["condition"], r["kind"], r["of"], r["strength"], r["note"], _cited(r["sources"])) for r in records
    ]
    head = ("Condition", "Kind", "Therapy or setting", "How sure", "What is known", "Sources")
    return {
        f"{FOLDER}/evidence.csv": table(head, rows),
        f"{FOLDER}/evidence.json": json.dumps(content, ensure_ascii=False, indent=2) + "\n",
    }


def report_files(report: Report) -> dict[str, str]:
    """``about/quality.json``; ``schemas/quality-report.json`` tells its shape."""
    content = report.model_dump(mode="json")
    return {"about/quality.json": json.dumps(content, ensure_ascii=False, indent=2) + "\n"}


def _cited(sources: list[dict[str, Any]]) -> str:
    return "; ".join(f"{source['title']} ({source['year']}) {source['link']}" for source in sources)


def _source(site: Site, name: str) -> dict[str, Any]:
    source = site.sources[name]
    return {"id": name, "title": source.title, "year": source.year, "link": source.link}


def _csv(records: list[dict[str, Any]]) -> str:
    head = ("Dimension", "Level of care", "What it is like", "Sources")
    return table(
        head, [(r["dimension_label"], r["level_name"], r["text"], _cited(r["sources"])) for r in records]
    )


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
