"""Edit the site in forms, without git: the editor of /admin/ on this computer only.

    python3 scripts/admin.py                http://127.0.0.1:8001/admin/
    python3 scripts/admin.py --port 9000    another port

Needs a browser that can open a folder: Chromium, Chrome, Edge or Opera. Nothing is published, and what you
save is written to the files of this folder.
"""

import _environment

_environment.enter("build")

import argparse  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.editing.admin_local import serve_editor  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8001, help="the port to listen on (default: 8001)")
    return serve_editor(Path.cwd(), parser.parse_args().port)


if __name__ == "__main__":
    sys.exit(main())
