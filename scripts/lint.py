"""Run the checks of the code: style, types, and the safety of the workflows. No test.

python3 scripts/lint.py
"""

import _environment

_environment.enter("test")

import subprocess  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

LINTERS = {
    "ruff check": [sys.executable, "-m", "ruff", "check", "."],
    "ruff format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "zizmor": [
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--strict-collection",
        "--quiet",
        ".github",
    ],
}


def failed() -> list[str]:
    """Run every linter; returns the names of those that found something."""
    return [name for name, command in LINTERS.items() if not passes(name, command)]


def passes(name: str, command: list[str]) -> bool:
    print(f"Running {name}", flush=True)
    return subprocess.call(command) == 0


def main() -> int:
    found = failed()
    if found:
        print(f"Failed: {', '.join(found)}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
