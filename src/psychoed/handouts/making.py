"""Make the PDFs of many pages: side by side, and only those that changed."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue

import yaml
from jinja2 import Environment

from ..checks.severities import Occasion
from ..problems import ContentError, errors
from ..project import load_and_check
from ..quality.report import Checked, Report, report_of
from ..rendering.context import template_environment
from ..rendering.site import render_page, shows
from ..site import Page, Site
from ..words import did_you_mean
from .files import discreet_name
from .paper import Paper, Size, usual_size
from .printer import Printer, PrinterError
from .sheets import Press, Sheet

FOLDER = Path("build/handouts")
NOTES = ".made.json"
# The title of a PDF that shall not tell what it is about before it is opened.
NEUTRAL_TITLE = "Handout"
CODE = ("artifacts.py", "printer.py", "sheets.py")


class HandoutError(Exception):
    """Handouts could not be made. The text is what to tell the person who asked for them."""


@dataclass(frozen=True)
class Wanted:
    """What to make. No pages: all of them. ``discreet``: the file's name and title do not tell the page."""

    pages: tuple[str, ...] = ()
    size: Size | None = None
    large: bool = False
    discreet: bool = False


@dataclass(frozen=True)
class Made:
    """What was made anew and what was there already, by file."""

    new: tuple[Path, ...]
    kept: tuple[Path, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file, in order."""
        return tuple(sorted(self.new + self.kept))


def folder_of(wanted: Wanted) -> Path:
    """Where such handouts are kept: each variant in a folder of its own."""
    words = [
        *(str(wanted.size) if wanted.size else "", "large" if wanted.large else ""),
        "discreet" if wanted.discreet else "",
    ]
    return FOLDER / ("-".join(word for word in words if word) or "usual")


def sheets(root: Path, wanted: Wanted, today: date, occasion: Occasion = Occasion.WRITING) -> list[Sheet]:
    """The sheets that are wanted. Raises ContentError with what is wrong in the content."""
    site, problems = load_and_check(root, today, occasion)
    if errors(problems):
        raise ContentError(problems)
    if not site.settings.site_url:
        raise HandoutError(
            "mkdocs.yml has no 'site_url': a handout prints the site's address. Write it there."
        )
    pages = _chosen(site, wanted.pages)
    templates = template_environment(root / "overrides")
    report = _report(site, templates, Checked(today, tuple(problems)), pages)
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    press = Press(site, templates, settings.get("markdown_extensions", []))
    paper = Paper(wanted.size or _size(site), wanted.large)
    made = [press.sheet(page, paper, report) for page in pages]
    return [_discreet(site, sheet) for sheet in made] if wanted.discreet else made


def _discreet(site: Site, sheet: Sheet) -> Sheet:
    """The same sheet, in a file that is named by the page's code."""
    name = discreet_name(site.permalinks.code_for(sheet.address))
    return replace(sheet, title=NEUTRAL_TITLE, file=name)


def _report(site: Site, templates: Environment, checked: Checked, pages: list[Page]) -> Report | None:
    """The quality report, when one of the pages shows it: it counts the sources of every page."""
    if not any(shows(page, "quality_report") for page in pages):
        return None
    cited = {page.address: render_page(site, page, templates).cited for page in site.pages}
    return report_of(site, checked, cited)


def _size(site: Site) -> Size:
    return usual_size(site.help_lines.default_region if site.help_lines else "")


def _chosen(site: Site, names: tuple[str, ...]) -> list[Page]:
    """The pages called by address or by file; all of them when none is called."""
    known = site.by_address()
    by_name = {page.path: page for page in site.pages} | {
        _bare(address): page for address, page in known.items()
    }
    for name in names:
        if name not in by_name and _bare(name) not in by_name:
            remedy = did_you_mean(_bare(name), by_name, "write its address, like conditions/depression")
            raise HandoutError(f"there is no page '{name}': {remedy}")
    return [by_name.get(name) or by_name[_bare(name)] for name in names] or list(known.values())


def _bare(address: str) -> str:
    return address.strip("/") or "home"


# --- printing what changed ---

Tell = Callable[[str, int, int], None]
Done = SimpleQueue[tuple[Sheet, bytes]]


class Shelf:
    """A folder of PDFs that remembers what each was made of."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.notes = folder, folder / NOTES
        self.made: dict[str, str] = {}
        with suppress(OSError, ValueError):
            self.made = json.loads(self.notes.read_text(encoding="utf-8"))

    def has(self, name: str, mark: str) -> bool:
        """Whether the file is there and was made of the same."""
        return self.made.get(name) == mark and (self.folder / name).is_file()

    def put(self, name: str, mark: str, pdf: bytes) -> None:
        """Keep a PDF. It is never there by half."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.write_bytes(pdf)
        half.replace(path)
        self.made[name] = mark

    def close(self, only: set[str] | None = None) -> None:
        """Write down what is there. ``only`` names all that may stay."""
        for name in [name for name in self.made if only is not None and name not in only]:
            (self.folder / name).unlink(missing_ok=True)
            del self.made[name]
        self.folder.mkdir(parents=True, exist_ok=True)
        self.notes.write_text(json.dumps(self.made, indent=1, sort_keys=True), encoding="utf-8")


def marks_of(sheets: list[Sheet], root: Path, engine: str) -> dict[str, str]:
    """What each PDF is made of, by its file: text, look, pictures, and what prints it."""
    code = [(Path(__file__).parent / name).read_text(encoding="utf-8") for name in CODE]
    assets = [path for path in sorted((root / "docs").rglob("*")) if path.is_file() and path.suffix != ".md"]
    return {sheet.file: _mark(sheet, [engine, *code], assets) for sheet in sheets}


def _mark(sheet: Sheet, printer: list[str], assets: list[Path]) -> str:
    digest = hashlib.sha256("\0".join([sheet.address, sheet.title, sheet.html, *printer]).encode())
    for path in assets:
        if path.name in sheet.html:
            digest.update(path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True)
class Machine:
    """The browser that prints, how many sheets at a time (0: one a core), and whom to tell how far it is."""

    chromium: str
    jobs: int = 0
    tell: Tell | None = None


def make(root: Path, sheets: list[Sheet], folder: Path, machine: Machine) -> Made:
    """Print the sheets that changed into ``folder``. Raises PrinterError."""
    engine = version_of(machine.chromium)
    shelf = Shelf(folder)
    marks = marks_of(sheets, root, engine)
    changed = [sheet for sheet in sheets if not shelf.has(sheet.file, marks[sheet.file])]
    try:
        for sheet, pdf in _printed(root, changed, machine):
            shelf.put(sheet.file, marks[sheet.file], pdf)
    finally:
        shelf.close()
    new = {sheet.file for sheet in changed}
    return Made(
        tuple(folder / name for name in sorted(new)),
        tuple(folder / name for name in sorted(marks.keys() - new)),
    )


def remove_others(folder: Path, sheets: list[Sheet]) -> None:
    """Take away the PDFs of pages that are no more."""
    Shelf(folder).close(only={sheet.file for sheet in sheets})


def version_of(chromium: str) -> str:
    """What a browser says of its version; another version prints anew."""
    try:
        answer = subprocess.run(
            [chromium, "--version"], capture_output=True, text=True, timeout=60, check=False
        )
    except OSError as error:
        raise PrinterError(
            f"there is no browser at '{chromium}' ({error.strerror}): set CHROMIUM to the path of "
            "a Chromium or Chrome, and run this again"
        ) from error
    return answer.stdout.strip()


def _printed(root: Path, sheets: list[Sheet], machine: Machine) -> Iterator[tuple[Sheet, bytes]]:
    """The sheets and their PDFs as they get ready. Each worker has a browser of its own."""
    queue: SimpleQueue[Sheet] = SimpleQueue()
    for sheet in sorted(sheets, key=lambda sheet: -len(sheet.html)):
        queue.put(sheet)
    done: Done = SimpleQueue()
    workers = min(machine.jobs or os.cpu_count() or 1, len(sheets))
    with ThreadPoolExecutor(max(workers, 1)) as pool:
        printers = [Printer(machine.chromium, root / "docs") for _ in range(workers)]
        waiting = [pool.submit(_print, printer, queue, done) for printer in printers]
        for finished in range(1, len(sheets) + 1):
            sheet, pdf = _next(done, waiting, queue)
            if machine.tell:
                machine.tell(sheet.title, finished, len(sheets))
            yield sheet, pdf


def _print(printer: Printer, queue: SimpleQueue[Sheet], done: Done) -> None:
    """The work of one worker: sheet after sheet, until none waits."""
    with printer:
        for sheet in _taken(queue):
            done.put((sheet, printer.print(sheet)))


def _taken(queue: SimpleQueue[Sheet]) -> Iterator[Sheet]:
    with suppress(Empty):
        while True:
            yield queue.get_nowait()


def _next(done: Done, waiting: list[Future[None]], queue: SimpleQueue[Sheet]) -> tuple[Sheet, bytes]:
    """The next sheet that is printed. Raises what a worker could not do."""
    while True:
        try:
            return done.get(timeout=0.2)
        except Empty:
            _raise_failure(waiting, queue)


def _raise_failure(waiting: list[Future[None]], queue: SimpleQueue[Sheet]) -> None:
    """When one worker failed, the others stop after their sheet."""
    failed = next((worker.exception() for worker in waiting if worker.done() and worker.exception()), None)
    if failed is None:
        return
    for _ in _taken(queue):
        pass
    raise failed
