"""Show what a search finds on this site, and why.

    python3 scripts/search.py "my head wont shut up"
    python3 scripts/search.py "axiety" --page /conditions/panic-disorder/
    python3 scripts/search.py "axiety" --json

Tells the pages in their order, the words that led to each and where they stand, and whether the help lines
are shown first. It asks the site's own search engine about the content as it is now; nothing has to be built.

Exit codes: 0 a page is found, 1 none is found, 2 the search could not be tried. Needs Chromium; as root on
Debian it is installed.
"""

import _environment

_environment.enter("handouts")

import argparse  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.finding.engine import FindingError, Search, explained, readable_site  # noqa: E402
from psychoed.finding.telling import in_words  # noqa: E402
from psychoed.problems import ContentError  # noqa: E402
from psychoed.words import did_you_mean  # noqa: E402

FOUND, NOTHING, NOT_TRIED = range(3)


def main(arguments: list[str] | None = None, root: Path | None = None) -> int:
    options = _options(arguments)
    root = root or Path.cwd()
    try:
        site = readable_site(root)
        search = Search(options.query, _known(options.page, site.addresses()))
        answer = explained(root, site, search, _chromium())
    except (ContentError, FindingError) as error:
        print(error, file=sys.stderr)
        return NOT_TRIED
    if options.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        print(in_words(answer))
    return FOUND if any(page["shown"] for page in answer["pages"]) else NOTHING


def _chromium() -> str:
    """The browser's path. What is missing was told already when there is none."""
    try:
        return _environment.chromium()
    except SystemExit:
        raise FindingError("Without a browser no search can be tried.") from None


def _known(page: str, addresses: set[str]) -> str:
    address = f"/{page.strip('/')}/" if page.strip("/") else page and "/"
    if address and address not in addresses:
        remedy = did_you_mean(address, addresses, "the A to Z of the site lists every page")
        raise FindingError(f"There is no page {address}: {remedy}")
    return address


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("query", help="what somebody types, in quotes")
    parser.add_argument("--page", default="", metavar="ADDRESS", help="tell of this page wherever it stands")
    parser.add_argument("--json", action="store_true", help="for other programs")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
