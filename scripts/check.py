"""Check the content without building it. ``--help`` tells everything it can do.

python3 scripts/check.py                                    everything an editor can get wrong
python3 scripts/check.py content/conditions/depression.md   one page
"""

import _environment

_environment.enter("build")

import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.reporting.command import Surroundings, main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Surroundings(Path.cwd(), Path(_environment.HERE))))
