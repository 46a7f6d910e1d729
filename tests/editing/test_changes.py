"""Several files change together, or none does."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from psychoed.editing.changes import Changes, RefusedError


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_bytes(b"a\r\n")
    (tmp_path / "docs" / "b.md").write_bytes(b"b")
    return tmp_path


def test_files_are_written_and_taken_away(root: Path) -> None:
    Changes(root, {"docs/a.md": None, "docs/b.md": b"B", "new/c.md": b"C"}).write()
    assert everything(root) == {"docs/b.md": b"B", "new/c.md": b"C"}


def test_when_one_file_can_not_be_written_all_stay_as_they_were(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(root)
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if content == b"C":
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RefusedError, match="No space left"):
        Changes(root, {"docs/a.md": None, "docs/b.md": b"B", "docs/c.md": b"C"}).write()
    assert everything(root) == before


def test_trying_leaves_the_project_alone(root: Path) -> None:
    before = everything(root)
    with Changes(root, {"docs/a.md": None, "docs/b.md": b"B"}).tried() as copy:
        assert everything(copy) == {"docs/b.md": b"B"}
    assert everything(root) == before
    assert not copy.exists()
