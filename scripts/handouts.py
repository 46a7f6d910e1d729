"""Make the handouts: a PDF of each page, to print or to send.

    python3 scripts/handouts.py                           all pages
    python3 scripts/handouts.py conditions/depression     one page or a few, by address or by file
    python3 scripts/handouts.py --large                   with letters of 18 points
    python3 scripts/handouts.py --paper a4                on another paper than the site's region uses
    python3 scripts/handouts.py --discreet                files whose name and title do not tell the page

They go to build/handouts/usual/ (with another option to a folder beside it). What did not change is
kept as it is. 'scripts/build.py --handouts' puts them into the site. Needs Chromium; as root on Debian it
is installed.
"""

import _environment

_environment.enter("handouts")

import argparse  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402

from psychoed.checks.severities import Occasion  # noqa: E402
from psychoed.handouts.making import HandoutError, Machine, Wanted, folder_of, make, remove_others, sheets  # noqa: E402
from psychoed.handouts.paper import Size  # noqa: E402
from psychoed.handouts.printer import PrinterError  # noqa: E402
from psychoed.problems import ContentError, count  # noqa: E402


def main(arguments: list[str] | None = None, occasion: Occasion = Occasion.WRITING) -> int:
    options = _options(arguments)
    start = time.monotonic()
    size = Size(options.paper) if options.paper else None
    wanted = Wanted(tuple(options.pages), size, options.large, options.discreet)
    folder = folder_of(wanted)
    try:
        chosen = sheets(Path.cwd(), wanted, date.today(), occasion)
        made = make(Path.cwd(), chosen, folder, Machine(_environment.chromium(), options.jobs, tell))
    except (ContentError, HandoutError, PrinterError) as error:
        print(f"{error}\nNo handout was changed that is not told above.", file=sys.stderr)
        return 1
    if not options.pages:
        remove_others(folder, chosen)
    _environment.progress("")
    megabytes = sum(path.stat().st_size for path in made.all) / 1e6
    print(
        f"Made {count(len(made.new), 'handout')}, kept {len(made.kept)} that did not change: "
        f"{megabytes:.1f} MB in {folder}/, {time.monotonic() - start:.1f} s"
    )
    return 0


def usual_folder() -> Path:
    """Where the handouts are that go into the site."""
    return folder_of(Wanted())


def tell(title: str, done: int, total: int) -> None:
    """Show how far it is: on one line of a terminal, as lines now and then in a log."""
    if sys.stderr.isatty():
        _environment.progress(f"  {done}/{total} {title}")
    elif done == total or done % 20 == 0:
        _environment.say(f"  {done}/{total} handouts")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="*", help="addresses or files of pages (default: all)")
    parser.add_argument("--large", action="store_true", help="letters of 18 points")
    parser.add_argument(
        "--paper", choices=[size.value for size in Size], help="default: what the region uses"
    )
    parser.add_argument("--discreet", action="store_true", help="name the files p/<code>.pdf, title: Handout")
    parser.add_argument("--jobs", type=int, default=0, help="how many at a time (default: one a core)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
