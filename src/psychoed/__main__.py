"""``python -m psychoed``: check the content, or stage the rendered site for another generator."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from .checks.severities import Occasion
from .engines.staged import stage
from .problems import ContentError, errors, report
from .project import load_and_check


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code: 1 when there are errors."""
    options = _parser().parse_args(arguments)
    root, occasion = Path.cwd(), Occasion(options.occasion)
    if options.command == "stage":
        return _stage(root, options.folder, occasion)
    problems = load_and_check(root, date.today(), occasion)[1]
    print(report(problems))
    return 1 if errors(problems) else 0


def _stage(root: Path, folder: Path, occasion: Occasion) -> int:
    try:
        print(stage(root, folder, date.today(), occasion))
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
    for command in (check, staging):
        command.set_defaults(occasion=Occasion.WRITING)
        command.add_argument(
            "--publish",
            dest="occasion",
            action="store_const",
            const=Occasion.PUBLISH,
            help="refuse samples and unverified help lines",
        )
    return parser


if __name__ == "__main__":
    sys.exit(main())
