"""Fixtures that many tests share. A project is a folder of a test's own, so that it may be broken."""

from __future__ import annotations

from pathlib import Path

import pytest

import support


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small valid project."""
    return support.small_project(tmp_path)


@pytest.fixture
def engine_project(tmp_path: Path) -> Path:
    """A small valid project with the real settings, so that an engine can build it."""
    return support.engine_project(tmp_path)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once, outside the checkout."""
    from psychoed.engines.mkdocs import build_into  # noqa: PLC0415 (importing MkDocs takes a second)

    folder = tmp_path_factory.mktemp("real") / "site"
    build_into(support.ROOT, folder)
    return folder
