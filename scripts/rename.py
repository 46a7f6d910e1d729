"""Give a page another address, and change every link to it. The old address leads to the new one.

python3 scripts/rename.py content/conditions/old-name.md new-name
"""

import _environment

_environment.enter("build")

import sys  # noqa: E402
from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.editing.rename import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd(), date.today()))
