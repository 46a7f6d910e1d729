"""Build the site into site/.

    python3 scripts/build.py              build
    python3 scripts/build.py --publish    build, and refuse samples and unverified help lines

Needs only Python 3.11 or newer. The last good build stays in site/ when this one fails.
"""

import _environment

_environment.enter("build")

import argparse  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.checks.severities import Occasion  # noqa: E402
from psychoed.engines.mkdocs import BuildError, build  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--publish", action="store_true", help="refuse samples and unverified help lines")
    options = parser.parse_args()
    start = time.monotonic()
    print("Checking and building the site", flush=True)
    try:
        site = build(Path.cwd(), Occasion.PUBLISH if options.publish else Occasion.WRITING)
    except BuildError as error:
        print(f"{error}\nNothing was published: site/ is as it was.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in site.rglob("index.html"))
    print(f"Built {pages} pages in {time.monotonic() - start:.1f} s: {site.name}/")
    print("To view it: python3 -m http.server --directory site 8000, then open http://localhost:8000/")
    print("To preview while you write: python3 scripts/serve.py")
    return 0


if __name__ == "__main__":
    sys.exit(main())
