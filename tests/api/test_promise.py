"""A change of the records that breaks those who read the files is refused, in words that tell what to do."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import support
from psychoed.api.promise import RECORD, PromiseError, broken_promises, record_files, refuse_broken_promises
from psychoed.editing.generate import generate, recorded

Schema = dict[str, Any]
LINES = f"{RECORD}/help-lines.json"


def line(schema: Schema) -> Schema:
    found: Schema = schema["definitions"]["HelpLineFacts"]
    return found


def without(name: str) -> Callable[[Schema], None]:
    def change(schema: Schema) -> None:
        del line(schema)["properties"][name]

    return change


def optional(schema: Schema) -> None:
    line(schema)["required"].remove("checked")


def another_type(schema: Schema) -> None:
    line(schema)["properties"]["call"]["type"] = "integer"


def another_format(schema: Schema) -> None:
    del line(schema)["properties"]["checked"]["format"]


def a_word_less(schema: Schema) -> None:
    line(schema)["properties"]["kind"]["enum"].remove("crisis")


def another_version(schema: Schema) -> None:
    schema["properties"]["version"]["const"] = 2


def no_list(schema: Schema) -> None:
    schema["properties"]["regions"] = {"type": "object"}


BREAKS = [
    (
        without("checked"),
        "'checked' in each entry of 'lines' in each entry of 'regions' in the file would be gone",
    ),
    (optional, "was always there and could now be missing"),
    (another_type, "would be integer and was string"),
    (another_format, "would be string and was string date"),
    (a_word_less, "would no longer have the word 'crisis'"),
    (another_version, "'version' in the file would be always 2 and was always 1"),
    (no_list, "'regions' in the file would be object and was array"),
]


def changed(change: Callable[[Schema], None]) -> tuple[Schema, Schema]:
    before = json.loads(record_files()[LINES])
    after = copy.deepcopy(before)
    change(after)
    return before, after


@pytest.mark.parametrize(("change", "message"), BREAKS)
def test_a_change_that_breaks_a_reader_is_told(change: Callable[[Schema], None], message: str) -> None:
    told = broken_promises(*changed(change))
    assert len(told) == 1
    assert message in told[0]


def more(schema: Schema) -> None:
    line(schema)["properties"]["fax"] = {"type": "string"}
    line(schema)["properties"]["kind"]["enum"].append("chat")
    line(schema)["required"].append("fax")


def open_words(schema: Schema) -> None:
    del line(schema)["properties"]["kind"]["enum"]


@pytest.mark.parametrize("change", [more, open_words])
def test_what_is_new_breaks_nobody(change: Callable[[Schema], None]) -> None:
    assert broken_promises(*changed(change)) == []


def test_the_records_keep_to_what_was_promised() -> None:
    """This fails when a change of src/psychoed/api/shapes.py breaks v1. The message tells what to do."""
    refuse_broken_promises(recorded(support.ROOT))


def test_a_file_that_is_gone_is_told_with_what_to_do() -> None:
    with pytest.raises(PromiseError) as caught:
        refuse_broken_promises({f"{RECORD}/prices.json": "{}"})
    told = str(caught.value)
    assert told.startswith("schemas/api/v1/prices.json: the whole file would be gone\n")
    assert "Put it back as it was in src/psychoed/api/shapes.py" in told
    assert "publish v2" in told


def test_the_record_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that promises more than the models hold stays as it is, and so does everything else."""
    schema = json.loads(record_files()[LINES])
    line(schema)["properties"]["fax"] = {"type": "string"}
    path = tmp_path / LINES
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(schema), encoding="utf-8")
    assert generate(tmp_path) == 1
    told = capsys.readouterr().err
    assert "'fax' in each entry of 'lines'" in told
    assert "would be gone" in told
    assert json.loads(path.read_text(encoding="utf-8")) == schema
    assert [each.name for each in tmp_path.iterdir()] == ["schemas"]
