"""Check the content without building it.

python3 scripts/check.py              everything an editor can get wrong
python3 scripts/check.py --publish    also samples and unverified help lines
"""

import _environment

_environment.enter("build")

import sys  # noqa: E402

from psychoed.__main__ import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(["check", *sys.argv[1:]]))
