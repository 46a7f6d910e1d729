"""Several files changed together, or none of them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PARTS = ("content", "docs", "mkdocs.yml")


class RefusedError(Exception):
    """A change can't be made. The text says why and what to do; nothing was written."""


@dataclass(frozen=True)
class Changes:
    """What files of a project will hold, by their path. None takes a file away."""

    root: Path
    files: Mapping[str, bytes | None]

    def write(self) -> None:
        """Write everything. When one file can't be written, the others get back what they held."""
        before = {name: _read(self.root / name) for name in self.files}
        try:
            for name, content in self.files.items():
                _put(self.root / name, content)
        except OSError as error:
            for name, content in before.items():
                _restore(self.root / name, content)
            raise RefusedError(f"{error.filename} can't be written ({error.strerror})") from error

    @contextmanager
    def tried(self) -> Iterator[Path]:
        """A copy of the project's content, elsewhere, with the changes made."""
        with tempfile.TemporaryDirectory(prefix="psychoed-") as folder:
            copy = Path(folder)
            for part in PARTS:
                _copy(self.root / part, copy / part)
            Changes(copy, self.files).write()
            yield copy


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _restore(path: Path, content: bytes | None) -> None:
    """As it was; a file that is as it was is left alone, for it may be the one that can't be written."""
    if _read(path) != content:
        _put(path, content)


def _copy(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, target)
    elif path.is_file():
        shutil.copyfile(path, target)
