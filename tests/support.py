"""Projects for tests: a small one of a few files, and broken copies of it."""

from __future__ import annotations

import functools
import http.server
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from psychoed.checks.days_to_come import DONE
from psychoed.checks.severities import Occasion
from psychoed.loading import load_site
from psychoed.project import load_and_check

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
SMALL = ROOT / "tests" / "small"


def small_project(folder: Path) -> Path:
    """A copy of the small site, with the real templates, that a test may change."""
    project = folder / "project"
    shutil.copytree(SMALL, project)
    shutil.copytree(ROOT / "overrides", project / "overrides")
    shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets")
    return project


def engine_project(folder: Path) -> Path:
    """The small site with the real settings, so that an engine can build it."""
    project = small_project(folder)
    _write_settings(project)
    return project


def copy_of_the_site(folder: Path) -> Path:
    """The real site in a folder where it may be broken, with settings that an engine can build."""
    project = folder / "site"
    for part in ("content", "docs", "overrides"):
        shutil.copytree(ROOT / part, project / part)
    _write_settings(project)
    return project


def _write_settings(project: Path) -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    hook = "src/psychoed/engines/mkdocs_hook.py"
    (project / "mkdocs.yml").write_text(settings.replace(hook, str(ROOT / hook)), encoding="utf-8")


def newest_day() -> date:
    """The last day on which something was done in the real site. What becomes overdue later is the weekly
    check's to tell."""
    site, _ = load_site(ROOT)
    documents = [page.front_matter for page in site.pages] + [file.document for file in site.files.values()]
    done = [
        value for document in documents for where, value in document.values() if where and where[-1] in DONE
    ]
    return max(value for value in done if isinstance(value, date))


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Replace text that has to be there in one file of a project."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# The day on which every test stands.
TODAY = date(2026, 11, 23)


def messages(project: Path, occasion: Occasion = Occasion.WRITING, today: date = TODAY) -> list[str]:
    """Every problem of a project as its line of text."""
    return [str(problem) for problem in sorted(set(load_and_check(project, today, occasion)[1]))]


def wait_for(
    condition: Callable[[], bool], seconds: float = 60, pause: Callable[[float], object] = time.sleep
) -> bool:
    """Ask again and again until a condition holds. The limit is generous: test machines can be slow.

    A browser hears nothing while Python sleeps: give its own way to pause.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        pause(0.1)
    return False


def in_browser(page: Page) -> Callable[[float], None]:
    """A browser's own way to pause."""
    return lambda seconds: page.wait_for_timeout(1000 * seconds)


@dataclass(frozen=True)
class Preview:
    """A preview and where it is served. Called with an address it gives what stands there, errors too."""

    base: str

    def __call__(self, address: str) -> str:
        try:
            with urllib.request.urlopen(self.base + address, timeout=30) as answer:
                return str(answer.read(), "utf-8")
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""


@contextmanager
def preview(project: Path) -> Iterator[Preview]:
    """``mkdocs serve`` on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=project, stdout=nowhere, stderr=nowhere) as server:
        served = Preview(f"http://127.0.0.1:{port}/")
        try:
            assert wait_for(lambda: bool(served(""))), "the preview did not start"
            yield served
        finally:
            server.terminate()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, *_: object, **__: object) -> None:
        """Answer with the site's own page for what is not there, as hosts do."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder over HTTP; gives the address of its root with a slash at the end."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
