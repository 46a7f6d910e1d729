"""``python -m psychoed``: check the content, or stage the rendered site for another generator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .editing.generate import generate
from .engines.staged import stage
from .problems import ContentError, errors, report
from .project import find_problems


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code: 1 when there are errors."""
    options = _parser().parse_args(arguments)
    root = Path.cwd()
    if options.command == "stage":
        return _stage(root, options.folder, options.publish)
    if options.command == "generate":
        return generate(root, check=options.check)
    problems = find_problems(root, publish=options.publish)
    print(report(problems))
    return 1 if errors(problems) else 0


def _stage(root: Path, folder: Path, publish: bool) -> int:
    try:
        print(stage(root, folder, publish=publish))
    except (ContentError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="psychoed", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="tell every problem in the content")
    staging = commands.add_parser("stage", help="write the rendered pages to a folder")
    staging.add_argument("folder", type=Path, help="a new folder")
    generating = commands.add_parser("generate", help="write the files made from the models and rules")
    generating.add_argument("--check", action="store_true", help="only tell which are not up to date")
    for command in (check, staging):
        command.add_argument(
            "--publish", action="store_true", help="refuse samples and unverified help lines"
        )
    return parser


if __name__ == "__main__":
    sys.exit(main())
