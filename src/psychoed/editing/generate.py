"""Write every file that is made from the models, the rules and the questions, or tell which are stale."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..api.promise import RECORD, PromiseError, record_files, refuse_broken_promises
from ..loading import load_site
from ..permalinks import FILE as PERMALINKS
from ..problems import ContentError, count
from ..recording import record_text
from .changes import Changes
from .reference import MarkerError, field_reference, put_between, rule_reference
from .schemas import FOLDER as SCHEMAS
from .schemas import editor_settings, schema_files
from .templates import FOLDER as TEMPLATES
from .templates import KINDS, template_files

COMMAND = "python3 scripts/generate.py"
GUIDE = "CONTRIBUTING.md"


def main(arguments: Sequence[str], root: Path) -> int:
    """Run the command line. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="generate.py", description="Write the generated files.")
    parser.add_argument("--check", action="store_true", help="only tell which are not up to date")
    return generate(root, check=parser.parse_args(arguments).check)


def generated(root: Path) -> dict[str, str | None]:
    """What every generated file has to hold, by its path. None: nothing makes this file any more."""
    site, problems = load_site(root)
    if {"questions", "permalinks"} & site.broken:
        needed = ("questions.yml", "permalinks.yml")
        raise ContentError(problem for problem in problems if problem.path.endswith(needed))
    asked = {kind: getattr(site.questions, kind.value) for kind in KINDS}
    files: dict[str, str | None] = {
        **schema_files(),
        **record_files(),
        **template_files(asked),
        ".vscode/settings.json": editor_settings(),
        PERMALINKS: record_text(site, (root / PERMALINKS).read_text(encoding="utf-8")),
        GUIDE: _guide((root / GUIDE).read_text(encoding="utf-8")),
    }
    left = [
        path
        for folder in (SCHEMAS, RECORD, TEMPLATES)
        for path in (root / folder).glob("*")
        if path.is_file()
    ]
    names = [path.relative_to(root).as_posix() for path in left]
    return {**files, **{name: None for name in names if name not in files}}


def _guide(text: str) -> str:
    return put_between(put_between(text, "fields", field_reference()), "rules", rule_reference())


def recorded(root: Path) -> dict[str, str]:
    """The recorded schemas of the files for other programs, by their place."""
    files = sorted((root / RECORD).glob("*.json"))
    return {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in files}


def stale(root: Path) -> dict[str, str | None]:
    """The generated files that are not what they have to be."""
    return {name: text for name, text in generated(root).items() if _read(root / name) != text}


def _read(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


def generate(root: Path, *, check: bool = False) -> int:
    """Write what is stale, or only tell it. Returns the exit code."""
    try:
        refuse_broken_promises(recorded(root))
        found = stale(root)
    except (ContentError, MarkerError, PromiseError, OSError) as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    if check:
        for name in found:
            print(f"{name}: is not up to date: run {COMMAND}", file=sys.stderr)
        return 1 if found else 0
    Changes(root, {name: None if text is None else text.encode() for name, text in found.items()}).write()
    for name, text in found.items():
        print(f"{'took away' if text is None else 'wrote'} {name}")
    print(f"{count(len(found), 'file')} changed")
    return 0
