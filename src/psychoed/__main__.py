"""``python -m psychoed check``: the checks on the command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .problems import errors, report
from .project import find_problems


def main(arguments: list[str] | None = None) -> int:
    """Run the command line. Returns the exit code: 1 when there are errors."""
    parser = argparse.ArgumentParser(prog="psychoed", description="Check the content of the site.")
    parser.add_argument("command", choices=["check"])
    parser.add_argument("--publish", action="store_true", help="also refuse samples and unverified numbers")
    options = parser.parse_args(arguments)
    problems = find_problems(Path.cwd(), publish=options.publish)
    print(report(problems))
    return 1 if errors(problems) else 0


if __name__ == "__main__":
    sys.exit(main())
