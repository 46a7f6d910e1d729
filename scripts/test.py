"""Run every check of the code and every test.

    python3 scripts/test.py               all of it
    python3 scripts/test.py -k links      arguments go to pytest; the linters are left out then

Needs only Python 3.11 or newer; as root on Debian it installs Chromium for the browser tests.
"""

import _environment

_environment.enter("test")

import os  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LINTERS = (
    ("ruff check", ["ruff", "check", "."]),
    ("ruff format", ["ruff", "format", "--check", "."]),
    ("mypy", ["mypy"]),
)


def main(arguments: list[str]) -> int:
    need_chromium()
    failed = [] if arguments else [name for name, command in LINTERS if not passes(name, command)]
    code = subprocess.call([sys.executable, "-m", "pytest", *arguments])
    if failed:
        print(f"Failed before the tests: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else code


def passes(name: str, command: list[str]) -> bool:
    print(f"Running {name}", flush=True)
    return subprocess.call([sys.executable, "-m", *command]) == 0


def need_chromium() -> None:
    """Find Chromium, or install it as root on Debian, or say what to do."""
    if os.environ.get("CHROMIUM"):
        return
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        print("Installing Chromium for the browser tests (first time only)", flush=True)
        if not _environment.apt_install(["chromium", "fonts-liberation"]):
            _environment.stop(
                "The browser tests need Chromium. Install it (on Debian and Ubuntu: 'sudo apt-get install"
                " chromium'), or set CHROMIUM to the path of a Chromium or Chrome, and run this again."
            )
        found = shutil.which("chromium")
    os.environ["CHROMIUM"] = str(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
