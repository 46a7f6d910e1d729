"""Check every link of the built site: pages, files, anchors, and that nothing comes from anybody else.

    python3 scripts/links.py              the site that scripts/build.py has put into site/
    python3 scripts/links.py FOLDER       another folder

No network is used: other people's pages are looked at every week, see .github/workflows/weekly.yml.
"""

import _environment

_environment.enter("build")

import argparse  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.built.links import broken_links  # noqa: E402
from psychoed.problems import count  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("site"), help="default: site")
    site = parser.parse_args().folder
    if not (site / "index.html").is_file():
        print(f"There is no built site in {site}: run 'python3 scripts/build.py' first.", file=sys.stderr)
        return 1
    found = broken_links(site)
    for problem in found:
        print(problem)
    print(count(len(found), "broken link"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
