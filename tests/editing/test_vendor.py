"""Other people's files are the ones that they published."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import pytest
import yaml

import support
from psychoed.editing.admin import VENDOR

LISTED: dict[str, Any] = yaml.safe_load((VENDOR / "vendor.yml").read_text(encoding="utf-8"))


def test_everything_is_listed_with_its_license() -> None:
    there = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    listed = {f"{folder}/{name}" for folder, package in LISTED.items() for name in package["files"]}
    assert there == listed | {"vendor.yml"}
    assert {f"{folder}/LICENSE" for folder in LISTED} <= listed
    for package in LISTED.values():
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"])
        assert package["license"] in {"MIT", "OFL-1.1"}


@pytest.mark.parametrize("folder", LISTED)
def test_no_file_was_changed(folder: str) -> None:
    for name, file in LISTED[folder]["files"].items():
        assert hashlib.sha256((VENDOR / folder / name).read_bytes()).hexdigest() == file["sha256"], name


def test_nothing_of_it_lies_where_it_would_be_published() -> None:
    for folder in ("docs", "overrides"):
        names = {path.name for path in (support.ROOT / folder).rglob("*")}
        assert not names & {name for package in LISTED.values() for name in package["files"]}
