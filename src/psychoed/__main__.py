"""``python -m psychoed``: check the content, or stage the rendered site for another generator."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from .engines.staged import stage
from .problems import ContentError
from .reporting import command


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code."""
    options = _parser().parse_args(arguments)
    root = Path.cwd()
    if options.command == "check":
        return command.run(options, command.Surroundings(root, root))
    try:
        print(stage(root, options.folder, date.today(), options.occasion))
    except (ContentError, FileExistsError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="psychoed", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command.add_options(commands.add_parser("check", help="tell every problem in the content"))
    staging = commands.add_parser("stage", help="write the rendered pages to a folder")
    staging.add_argument("folder", type=Path, help="a new folder")
    command.add_occasions(staging)
    return parser


if __name__ == "__main__":
    sys.exit(main())
