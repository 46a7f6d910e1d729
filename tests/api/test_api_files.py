"""The files for other programs on the real site: they fit their schemas, join, and say what they rest on."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

import support
from psychoed.api.content import FOLDER, Publisher
from psychoed.api.files import FILES, SHAPES, TABLES
from psychoed.engines.staged import stage
from psychoed.loading import load_site
from psychoed.project import render_project
from psychoed.site import Settings, Site
from psychoed.tables import FORMULA

NAMES = pytest.mark.parametrize("name", SHAPES)
WITH_RECORDS = pytest.mark.parametrize("name", FILES)
REPORT = "about/quality.json"  # It tells the day on which it was measured.
COUNTS = {"conditions": 18, "therapies": 24, "levels": 5, "help-lines": 7}


Data = Callable[[str], Any]


@pytest.fixture(scope="session")
def data(real_site: Path) -> Data:
    """The JSON of a file of the real site, by its name."""
    return cache(lambda name: json.loads((real_site / FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def values(node: Any, key: str) -> Iterator[Any]:
    """Everything that stands anywhere under a key."""
    if isinstance(node, dict):
        yield from ([node[key]] if key in node else [])
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from values(inner, key)


def texts(node: Any) -> Iterator[Any]:
    if isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from texts(inner)
    else:
        yield node


def ids(data: Data, name: str) -> set[str]:
    return {record["id"] for record in data(name)[FILES[name].records]}


@NAMES
def test_a_file_fits_the_schema_published_beside_it(data: Data, name: str) -> None:
    schema = data(f"schemas/{name}")
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema, format_checker=FormatChecker())
    assert list(validator.iter_errors(data(name))) == []
    assert data(name)["schema_url"].endswith(f"/{FOLDER}/schemas/{name}.json")
    assert data(name).keys() - set(schema["required"]) <= {"feed"}
    for key in schema["required"]:
        assert list(validator.iter_errors({k: v for k, v in data(name).items() if k != key})), key
    assert not list(validator.iter_errors({**data(name), "new": 1})), "an old reader can meet a new field"


@NAMES
def test_the_schema_in_the_repository_is_the_published_one(real_site: Path, name: str) -> None:
    recorded = (support.ROOT / "schemas" / FOLDER / f"{name}.json").read_text(encoding="utf-8")
    published = (real_site / FOLDER / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    assert recorded == published, "run python3 scripts/generate.py"


@NAMES
def test_a_file_says_how_it_may_be_used_and_what_it_is_from(data: Data, name: str) -> None:
    file = data(name)
    assert (file["format"], file["version"]) == (f"psychoed-{name}", 1)
    assert file["license"]["name"] == "CC BY 4.0"
    assert file["attribution"] == "psychoed, https://psychoed.example.org/, CC BY 4.0"
    for path in file["generated_from"]["files"]:
        assert (support.ROOT / path).exists()
    assert ("newest_day" in file["generated_from"]) == (name != "glossary"), (
        "no term of the glossary has a day"
    )
    assert None not in texts(file)


def test_the_bytes_depend_on_the_content_alone(project: Path) -> None:
    """The day of the build is in no file."""
    now, later = (
        {name: text for name, text in render_project(project, day)[0].files.items() if name != REPORT}
        for day in (support.TODAY, support.TODAY.replace(year=2027))
    )
    assert now == later
    assert f"{FOLDER}/sources.csv" in now


@WITH_RECORDS
def test_records_have_ids_of_their_own_in_order(data: Data, name: str) -> None:
    records = [record["id"] for record in data(name)[FILES[name].records]]
    assert len(set(records)) == len(records) >= COUNTS.get(name, 80)
    if name not in ("levels", "help-lines"):
        assert records == sorted(records)


def test_everything_that_is_named_is_there(data: Data) -> None:
    sources = ids(data, "sources")
    for name in FILES:
        if name != "sources":
            assert {each for found in values(data(name), "sources") for each in found} <= sources, name
    conditions, therapies, levels = ids(data, "conditions"), ids(data, "therapies"), ids(data, "levels")
    assert set(values(data("conditions"), "parent")) <= conditions
    for claim in data("evidence")["evidence"]:
        assert claim["condition"] in conditions
        assert claim["subject"] in (therapies if claim["kind"] == "therapy" else levels)
        assert claim["strength"] in data("evidence")["words"]
        assert claim["note"] and claim["checked"]


def test_every_address_leads_to_something(data: Data, real_site: Path) -> None:
    home = "https://psychoed.example.org/"
    for name in SHAPES:
        discreet = [url.partition("#")[0] for url in values(data(name), "discreet_url")]
        for url in [*values(data(name), "url"), *values(data(name), "schema_url"), *discreet]:
            if url.startswith(home):
                path, _, anchor = url.removeprefix(home).partition("#")
                file = real_site / path / "index.html" if not path or path.endswith("/") else real_site / path
                assert file.is_file(), url
                assert not anchor or f'id="{anchor}"' in file.read_text(encoding="utf-8"), url
    assert (real_site / data("index")["feed"].removeprefix(home)).is_file()
    for csv_url in (url for each in data("index")["files"] for url in each["csv_urls"]):
        assert (real_site / csv_url.removeprefix(home)).is_file()


def test_another_engine_gets_the_same_files(engine_project: Path, tmp_path: Path) -> None:
    docs = stage(engine_project, tmp_path / "staged", support.TODAY).parent / "docs"
    for name, text in render_project(engine_project, support.TODAY)[0].files.items():
        assert (docs / name).read_bytes() == (text if isinstance(text, bytes) else text.encode()), name
    assert (docs / "embed" / "help-lines" / "here" / "index.html").is_file()


def test_a_help_line_tells_its_check_and_when_to_look_again(data: Data) -> None:
    file = data("help-lines")
    assert "Look at the operator's own page" in file["note"]
    for region in file["regions"]:
        for line in region["lines"]:
            assert line["status"] in ("verified", "unverified")
            assert line["checked"] < line["check_again_by"]
    known = load_site(support.ROOT)[0].help_lines
    assert known
    assert [each["number"] for each in file["retired"]] == [each.number for each in known.retired]


def test_a_page_says_whether_a_clinician_has_read_it(project: Path) -> None:
    facts = "reviewer: Dr. Somebody, reviewed: 2026-02-03, next_review"
    support.edit(project, "content/conditions/sadness.md", "next_review", facts)
    files = render_project(project, support.TODAY)[0].files
    review = json.loads(files[f"{FOLDER}/conditions.json"])["conditions"][0]["review"]
    assert review["reviewed"] is True
    assert (review["reviewer"], review["reviewed_on"]) == ("Dr. Somebody", "2026-02-03")
    other = json.loads(files[f"{FOLDER}/therapies.json"])["therapies"][0]["review"]
    assert other["reviewed"] is False
    assert "reviewer" not in other


def test_a_page_tells_its_discreet_address(data: Data, real_site: Path) -> None:
    for name in ("conditions", "therapies"):
        codes = [page["code"] for page in data(name)[name]]
        assert len(set(codes)) == len(codes)
        for page in data(name)[name]:
            assert page["id"] not in page["discreet_url"]
            assert f"/{page['code']}/" in page["discreet_url"]
            for section in page["sections"]:
                assert section["discreet_url"].startswith(f"{page['discreet_url']}#")
                assert section["id"] not in section["discreet_url"]


def test_texts_are_plain_and_keep_their_sources(project: Path) -> None:
    file = json.loads(render_project(project, support.TODAY)[0].files[f"{FOLDER}/conditions.json"])
    assert file["conditions"][0]["key_points"][1] == {
        "text": "It affects about 1 in 5 people.",
        "sources": ["first-2020"],
    }


def test_addresses_without_a_site_of_ones_own_stay_within_the_site() -> None:
    assert Publisher(Site(Settings("A")), {}).url("/glossary/") == "/glossary/"
    assert (
        Publisher(Site(Settings("A", "https://a.test/b")), {}).url("/glossary/")
        == "https://a.test/b/glossary/"
    )


# --- tables ---


@pytest.mark.parametrize("name", [*TABLES, "help-lines"])
def test_a_table_has_a_row_of_names_and_a_row_a_record(data: Data, real_site: Path, name: str) -> None:
    content = (real_site / FOLDER / f"{name}.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    records = data(name)[FILES[name].records]
    if name == "help-lines":
        records = [line for region in records for line in region["lines"]]
    assert [row["Id"] for row in rows] == [record["id"] for record in records]
    assert all(None not in row and None not in row.values() for row in rows), (
        "every row is as long as the first"
    )
    assert not any(value.startswith(FORMULA) for row in rows for value in row.values())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t="])
def test_a_spreadsheet_runs_nothing(project: Path, sign: str) -> None:
    title = f'title: "{sign}HYPERLINK(1)"'
    support.edit(project, "content/data/sources.yml", 'title: "A first review"', title.replace("\t", "\\t"))
    files = render_project(project, support.TODAY)[0].files
    row = next(csv.DictReader(io.StringIO(str(files[f"{FOLDER}/sources.csv"]), newline="")))
    assert row["Title"].lstrip("'").startswith(("=", "+", "-", "@"))
    assert not row["Title"].startswith(FORMULA)
