"""Check again whenever a file changes, and tell only what that changed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from queue import Empty, Queue
from typing import Protocol

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from ..problems import Problem, count
from .report import Report
from .view import View

FOLDERS = ("content", "docs")
# Reading a file is an event too, and a check reads them all.
CHANGES = {"created", "modified", "deleted", "moved"}
# Saving one file is several events; a check waits until nothing has happened for a moment.
QUIET, AWHILE, ASK_AGAIN = 0.2, 3.0, 0.5


class Form(Protocol):
    """A format for people: a whole report, or only its problems."""

    def write(self, report: Report, view: View) -> str:
        """The whole report."""

    def problems(self, report: Report, view: View) -> str:
        """Its problems."""


def watch(root: Path, check: Callable[[], Report], form: Form, view: View) -> int:
    """Tell everything, then what each change changes, until Ctrl-C. Returns the exit code."""
    changed: Queue[str] = Queue()
    observer = _observer(root, changed)
    try:
        report = check()
        _say(form.write(report, view), f"Watching {' and '.join(FOLDERS)} (Ctrl-C stops it)")
        while True:
            names = _settled(changed)
            report, before = _again(check, report), report
            _say("", *news(before, report, names, lambda part: form.problems(part, view)))
    except KeyboardInterrupt:
        return 0
    finally:
        observer.stop()
        observer.join()


def _say(*lines: str) -> None:
    print(*lines, sep="\n", flush=True)


def _again(check: Callable[[], Report], last: Report) -> Report:
    """A new report, or the last one while files come and go faster than they can be read."""
    try:
        return check()
    except OSError:
        time.sleep(ASK_AGAIN)
    try:
        return check()
    except OSError as error:
        _say(f"The files could not be read ({error.strerror}); they are checked again at the next change.")
        return last


# --- what happened to the files ---


class _Listener(FileSystemEventHandler):
    def __init__(self, root: Path, changed: Queue[str]) -> None:
        self.root, self.changed = root, changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self.put(Path(str(path)))

    def put(self, path: Path) -> None:
        """Hidden files are an editor's own, and no part of the site."""
        inner = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        if not any(part.startswith(".") for part in inner.parts):
            self.changed.put(inner.as_posix())


def _observer(root: Path, changed: Queue[str]) -> BaseObserver:
    """Something that watches the folders; where the system can't tell of changes, by looking again."""
    for kind in (Observer, PollingObserver):
        observer = kind()
        for folder in FOLDERS:
            if (root / folder).is_dir():
                observer.schedule(_Listener(root, changed), str(root / folder), recursive=True)
        try:
            observer.start()
        except OSError:
            observer.unschedule_all()
            continue
        return observer
    raise AssertionError("looking again needs nothing from the system")


def _settled(changed: Queue[str]) -> set[str]:
    """The files that changed, once nothing more happens to them."""
    names = {_next(changed)}
    end = time.monotonic() + AWHILE
    while time.monotonic() < end:
        try:
            names.add(changed.get(timeout=QUIET))
        except Empty:
            break
    return names


def _next(changed: Queue[str]) -> str:
    """The next change. It wakes now and then, for on Windows Ctrl-C can't end a wait."""
    while True:
        try:
            return changed.get(timeout=ASK_AGAIN)
        except Empty:
            continue


# --- what that changed ---


def news(before: Report, now: Report, names: set[str], write: Callable[[Report], str]) -> Iterator[str]:
    """What each file's change did, the problems that are new, and the totals."""
    new, mended = list(_beyond(now, before)), list(_beyond(before, now))
    known = before.checked | now.checked | {problem.path for problem in (*new, *mended)}
    for name in sorted(names & known | {problem.path for problem in (*new, *mended)}):
        gone = name in before.checked and name not in now.checked
        yield f"{name}: {'taken away' if gone else _in_short(name, new, mended, now)}"
    if new:
        yield write(replace(now, problems=tuple(new)))
    yield now.totals


def _beyond(report: Report, other: Report) -> Iterator[Problem]:
    """The problems of one report that another lacks. One that only moved to another line is no news."""
    left = Counter(map(_same, other.problems))
    for problem in report.problems:
        left[_same(problem)] -= 1
        if left[_same(problem)] < 0:
            yield problem


def _same(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.message


def _in_short(name: str, new: list[Problem], mended: list[Problem], now: Report) -> str:
    fresh, gone, all_ = (sum(each.path == name for each in part) for part in (new, mended, now.problems))
    counts = (
        (fresh, count(fresh, "new problem")),
        (gone, f"{gone} mended"),
        (all_ - fresh, f"{all_ - fresh} as before"),
    )
    return ", ".join(words for number, words in counts if number) or "nothing wrong"
