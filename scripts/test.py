"""Run every check of the code and every test.

    python3 scripts/test.py               all of it
    python3 scripts/test.py -k links      arguments go to pytest; the linters are left out then

Needs only Python 3.11 or newer; as root on Debian it installs Chromium for the browser tests.
"""

import _environment

_environment.enter("test")

import os  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402

import lint  # noqa: E402

# Every worker builds the real site and starts a browser of its own: more than four cost more than they save.
TOGETHER = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    os.environ["CHROMIUM"] = _environment.chromium()
    failed = [] if arguments else lint.failed()
    code = subprocess.call([sys.executable, "-m", "pytest", *(arguments or TOGETHER)])
    if failed:
        print(f"Failed before the tests: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
