"""How long the handouts take, and how many bytes a PDF has, beside two other ways to the same sheets.

    python3 bench/handouts.py               12 pages with the peers, then all pages with ours
    python3 bench/handouts.py --pages 4     fewer pages beside the peers
    python3 bench/handouts.py --alone       without the peers

All of it happens in a folder of its own: what is in build/handouts/ stays as it is. "Cold" makes every PDF,
"unchanged" makes none, and "one changed" makes one anew. The text of the sheets is rendered before the clock
starts, in about as long for everybody.

The peers print the same HTML with the same style sheet. One is Chromium by its command line, one process for
each page, as many at a time as ours. The other is WeasyPrint, installed by pip into a temporary environment
by this script; it needs Pango from the system. One that can't be had has its reason in the table.
Neither peer mends what PDF/UA asks for; ours does, in the time that is shown.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import _environment

_environment.enter("handouts")

import argparse  # noqa: E402
import os  # noqa: E402
import subprocess  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable, Iterable  # noqa: E402
from concurrent.futures import ThreadPoolExecutor  # noqa: E402
from dataclasses import dataclass, replace  # noqa: E402
from datetime import date  # noqa: E402

from psychoed.browser import ARGUMENTS  # noqa: E402
from psychoed.handouts.making import Machine, Wanted, make, sheets  # noqa: E402
from psychoed.handouts.sheets import Sheet  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
JOBS = os.cpu_count() or 1
WEASYPRINT = "weasyprint==70.0"
CODE = """
import sys
from weasyprint import HTML
for path in sys.argv[1:]:
    HTML(filename=path).write_pdf(path.removesuffix(".html") + ".pdf", pdf_variant="pdf/ua-1")
"""


@dataclass(frozen=True)
class Row:
    """One line of the table: seconds and the sizes of the PDFs, or why there are none."""

    name: str
    seconds: float = 0.0
    sizes: tuple[int, ...] = ()
    reason: str = ""

    def __str__(self) -> str:
        if self.reason:
            return f"| {self.name} | {self.reason} | | |"
        each = f"{sum(self.sizes) / len(self.sizes) / 1000:.0f} kB" if self.sizes else ""
        return f"| {self.name} | {self.seconds:.1f} s | {len(self.sizes)} | {each} |"


def main() -> int:
    options = _options()
    every = sheets(ROOT, Wanted(), date.today())
    some = every[:: max(1, len(every) // options.pages)][: options.pages]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables = [] if options.alone else [(f"{len(some)} pages", beside(some, folder))]
        tables.append((f"{len(every)} pages", ours(every, folder / "every")))
    for title, rows in tables:
        print(f"\n{title}, {JOBS} at a time\n")
        print("| what | time | PDFs | bytes of a PDF |\n| --- | --- | --- | --- |")
        print("\n".join(map(str, rows)))
    return 0


def beside(some: list[Sheet], folder: Path) -> list[Row]:
    """Ours and the peers on the same pages, in the same run."""
    written = written_as_files(some, folder / "html")
    chromium = timed("Chromium, one process a page", lambda: by_chromium(written, folder))
    return [ours(some, folder / "some")[0], chromium, by_weasyprint(written, folder)]


def ours(some: list[Sheet], folder: Path) -> list[Row]:
    """Everything, nothing, and one page anew."""
    machine = Machine(_environment.chromium(), JOBS)
    changed = [replace(some[0], html=some[0].html.replace("</main>", "<p>Changed.</p></main>")), *some[1:]]
    ways = (("psychoed, cold", some), ("psychoed, unchanged", some), ("psychoed, one changed", changed))
    rows = []
    for name, wanted in ways:
        start = time.monotonic()
        made = make(ROOT, wanted, folder, machine)
        rows.append(Row(name, time.monotonic() - start, sizes(made.new)))
    return rows


def written_as_files(some: list[Sheet], folder: Path) -> list[Path]:
    """The sheets as files beside which their style sheet lies."""
    folder.mkdir()
    style = (ROOT / "docs" / "assets" / "handout.css").as_uri()
    paths = [folder / f"{number}.html" for number in range(len(some))]
    for path, sheet in zip(paths, some, strict=True):
        way = "../" * (sheet.address.count("/") - 1) + "assets/handout.css"
        path.write_text(sheet.html.replace(f'"{way}"', f'"{style}"'), encoding="utf-8")
    return paths


def timed(name: str, act: Callable[[], list[Path]]) -> Row:
    """How long a way of printing takes and what it makes."""
    start = time.monotonic()
    try:
        made = act()
    except (OSError, subprocess.SubprocessError) as error:
        return Row(name, reason=f"could not be had ({type(error).__name__})")
    return Row(name, time.monotonic() - start, sizes(made))


def by_chromium(pages: list[Path], folder: Path) -> list[Path]:
    """One process a page, as a small script would do it."""

    def printed(page: Path) -> Path:
        pdf = page.with_suffix(".chromium.pdf")
        profile = f"--user-data-dir={folder / 'profiles' / page.stem}"
        command = [_environment.chromium(), "--headless", *ARGUMENTS, profile, "--no-pdf-header-footer"]
        subprocess.run(
            [*command, f"--print-to-pdf={pdf}", page.as_uri()], check=True, capture_output=True, timeout=120
        )
        return pdf

    with ThreadPoolExecutor(JOBS) as pool:
        return list(pool.map(printed, pages))


def by_weasyprint(pages: list[Path], folder: Path) -> Row:
    """As many processes as ours has, each with its share of the pages."""
    python = folder / "venv" / "bin" / "python"
    venv = [sys.executable, "-m", "venv", folder / "venv"]
    install = [python, "-m", "pip", "install", "--quiet", WEASYPRINT]
    try:
        for command in (venv, install, [python, "-c", "import weasyprint"]):
            subprocess.run(command, check=True, capture_output=True, timeout=300)
    except (OSError, subprocess.SubprocessError) as error:
        return Row("WeasyPrint", reason=f"could not be had ({type(error).__name__})")

    def share(number: int) -> None:
        subprocess.run(
            [python, "-c", CODE, *pages[number::JOBS]], check=True, capture_output=True, timeout=900
        )

    def act() -> list[Path]:
        with ThreadPoolExecutor(JOBS) as pool:
            list(pool.map(share, range(JOBS)))
        return [page.with_suffix(".pdf") for page in pages]

    return timed("WeasyPrint", act)


def sizes(paths: Iterable[Path]) -> tuple[int, ...]:
    """The bytes of each file."""
    return tuple(path.stat().st_size for path in paths)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=12, help="pages beside the peers (default: 12)")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
