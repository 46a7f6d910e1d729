"""Preview the site with live reload.

    python3 scripts/serve.py                http://127.0.0.1:8000/
    python3 scripts/serve.py --port 9000    another port

Save a file under content/, docs/ or overrides/ and the open page reloads. A mistake is told here, and
the preview keeps showing the last good state until it is mended.
"""

import _environment

_environment.enter("build")

import argparse  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.engines.mkdocs import BuildError, serve  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
    options = parser.parse_args()
    print(f"Starting the preview at http://127.0.0.1:{options.port}/ (Ctrl-C stops it)", flush=True)
    try:
        serve(Path.cwd(), options.port)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
