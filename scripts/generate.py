"""Write the files that are made from the models, the rules and the questions.

python3 scripts/generate.py            write those that are not up to date
python3 scripts/generate.py --check    only tell which they are
"""

import _environment

_environment.enter("build")

import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.editing.generate import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path.cwd()))
