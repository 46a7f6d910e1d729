"""Build the site into site/.

    python3 scripts/build.py               build
    python3 scripts/build.py --handouts    build with the handouts, a PDF of each page
    python3 scripts/build.py --publish     the same, and refuse samples and unverified help lines

Needs only Python 3.11 or newer. The last good build stays in site/ when this one fails.
"""

import _environment

_environment.enter("handouts" if _environment.asked("--handouts", "--publish") else "build")

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
    parser.add_argument("--handouts", action="store_true", help="make the handouts too, a PDF of each page")
    options = parser.parse_args()
    occasion = Occasion.PUBLISH if options.publish else Occasion.WRITING
    start = time.monotonic()
    print("Checking and building the site", flush=True)
    try:
        site = build(
            Path.cwd(), occasion, handouts_for(occasion) if options.handouts or options.publish else None
        )
    except BuildError as error:
        print(f"{error}\nNothing was published: site/ is as it was.", file=sys.stderr)
        return 1
    pages = sum(1 for _ in site.rglob("index.html"))
    print(f"Built {pages} pages in {time.monotonic() - start:.1f} s: {site.name}/")
    print("To view it: python3 -m http.server --directory site 8000, then open http://localhost:8000/")
    print("To preview while you write: python3 scripts/serve.py")
    return 0


def handouts_for(occasion: Occasion) -> Path:
    """Make the handouts that changed. Ends the script when that fails."""
    import handouts  # noqa: PLC0415 (only with its requirements installed)

    if handouts.main([], occasion):
        sys.exit(1)
    return handouts.usual_folder()


if __name__ == "__main__":
    sys.exit(main())
