"""Which files somebody asked about."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..loading import site_files


class PathError(Exception):
    """Something was named that is no part of the site. The text says what to do."""


@dataclass(frozen=True)
class Selection:
    """Files and folders by their paths from the project's folder. Neither means everything."""

    files: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not self.files and not self.folders

    def __contains__(self, path: object) -> bool:
        name = str(path)
        return self.everything or name in self.files or name.startswith(self.folders)


def select(root: Path, here: Path, named: Sequence[str]) -> Selection:
    """What ``named`` paths mean for somebody in the folder ``here``. Raises PathError."""
    known = [name for names in site_files(root) for name in names]
    files, folders = set(), []
    for path in named:
        name, is_folder = _place(root, here, path, known)
        if name == "":
            return Selection()
        if is_folder:
            folders.append(f"{name}/")
        else:
            files.add(name)
    return Selection(frozenset(files), tuple(folders))


def _place(root: Path, here: Path, path: str, known: list[str]) -> tuple[str, bool]:
    """The path from ``root`` of something that belongs to the site, and whether it is a folder."""
    found = _found(root, here, path)
    name = None if found is None else _from_root(root, found)
    if found is None:
        raise PathError(f"there is no file or folder '{path}': {_hint(path, known)}")
    if name is None:
        raise PathError(f"'{path}' is outside the project: name a file under content/ or docs/")
    if found.is_dir():
        if name and not any(each.startswith(f"{name}/") for each in known):
            raise PathError(f"the folder '{path}' has no page or data file: name one under content/ or docs/")
        return name, True
    if name not in known:
        raise PathError(f"'{path}' is no page or data file of the site: {_hint(path, known)}")
    return name, False


def _found(root: Path, here: Path, path: str) -> Path | None:
    """The file or folder, named from where somebody is or from the project's folder, with / or \\ in it."""
    names = dict.fromkeys(name for name in (path, path.replace("\\", "/")) if name.strip())
    places = [Path(os.path.normpath(base / name)) for name in names for base in (here, root)]
    return next((place for place in places if _is_there(place)), None)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):  # a name too long, or with a character that no file's name can have
        return False


def _from_root(root: Path, place: Path) -> str | None:
    for base, inner in ((root, place), (root.resolve(), place.resolve())):
        if inner.is_relative_to(base):
            name = inner.relative_to(base).as_posix()
            return "" if name == "." else name
    return None


def _hint(path: str, known: Iterable[str]) -> str:
    name = path.replace("\\", "/").rpartition("/")[2]
    by_name = {each.rpartition("/")[2]: each for each in known}
    close = difflib.get_close_matches(name, by_name, 1)
    return f"did you mean {by_name[close[0]]}?" if close else "name a file under content/ or docs/"
