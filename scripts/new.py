"""Start a page. What is not given as a flag is asked.

python3 scripts/new.py condition "Panic disorder"
python3 scripts/new.py guide "Before your first visit" --group choose
"""

import _environment

_environment.enter("build")

import sys  # noqa: E402
from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.editing.new_page import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd(), date.today()))
