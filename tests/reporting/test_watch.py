"""A watch tells what a saved file changes, whatever happens to the files."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

import support
from psychoed.problems import Problem
from psychoed.reporting import watch as watch_module
from psychoed.reporting.report import Report
from psychoed.reporting.watch import news

PAGE = "content/conditions/sadness.md"
OTHER = "content/therapies/talking.md"


class Watch:
    """A running ``--watch`` and what it has printed."""

    def __init__(self, process: subprocess.Popen[bytes], output: Path) -> None:
        self.process, self.output = process, output

    def text(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def says(self, words: str, times: int = 1) -> None:
        assert support.wait_for(lambda: self.text().count(words) >= times), (
            f"{words!r} is not in: {self.text()}"
        )


@contextmanager
def heard_ctrl_c() -> Iterator[None]:
    """A shell starts what runs in the background with Ctrl-C ignored, and a child inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.fixture
def watching(project: Path, tmp_path: Path) -> Iterator[Callable[..., Watch]]:
    """Start a watch of the project with arguments; it is ended with the test, whatever happens."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> Watch:
        output = tmp_path / "output.txt"
        environ = {**os.environ, "PYTHONPATH": str(support.ROOT / "src"), "GITHUB_ACTIONS": "true"}
        with output.open("wb") as file:
            command = [sys.executable, "-m", "psychoed", "check", "--watch", *arguments]
            with heard_ctrl_c():
                process = subprocess.Popen(command, cwd=project, env=environ, stdout=file, stderr=file)
        started.append(process)
        watch = Watch(process, output)
        watch.says("Watching content and docs (Ctrl-C stops it)")
        return watch

    yield start
    for process in started:
        process.kill()
        process.wait(30)


def test_a_save_tells_what_it_changed(project: Path, watching) -> None:
    watch = watching()
    assert "0 errors, 0 warnings; 7 pages" in watch.text()
    support.edit(project, PAGE, "[@first-2020].\n  - There", "[@frist-2020].\n  - There")
    watch.says(f"1 new problem\n{PAGE}\n  7  S001  error    there is no source 'frist-2020'\n")
    watch.says("1 error, 0 warnings in 1 file; 7 pages")
    before = watch.text()
    support.edit(project, PAGE, "[@frist-2020]", "[@first-2020]")
    watch.says("1 mended\n0 errors, 0 warnings; 7 pages")
    assert "\x1b" not in watch.text()
    assert watch.text().startswith(before)


def test_files_that_break_vanish_and_move(project: Path, watching) -> None:
    watch = watching("--format", "lines")
    (project / PAGE).write_bytes(b"---\ntitle: [\n\xff")
    watch.says(f"1 new problem\n{PAGE}:3: L001")
    (project / PAGE).unlink()
    watch.says(f"{PAGE}: taken away")
    shutil.copyfile(support.SMALL / PAGE, project / PAGE)
    watch.says("0 errors, 0 warnings; 7 pages", times=2)
    (project / OTHER).rename(project / "content/therapies/speaking.md")
    watch.says(f"{OTHER}: taken away")
    watch.says(f"{PAGE}: ")
    (project / "content/therapies/speaking.md").rename(project / OTHER)
    watch.says("0 errors, 0 warnings; 7 pages", times=3)
    shutil.rmtree(project / "content/therapies")
    watch.says("6 pages and 14 data files checked", times=1)
    assert watch.process.poll() is None
    assert "Traceback" not in watch.text()


@pytest.mark.skipif(os.name == "nt", reason="another process can't be sent Ctrl-C there")
def test_ctrl_c_ends_it_quietly(watching) -> None:
    watch = watching(PAGE)
    before = watch.text()
    watch.process.send_signal(signal.SIGINT)
    assert watch.process.wait(60) == 0
    assert watch.text() == before


def test_where_the_system_tells_of_no_changes_the_folders_are_looked_at(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_more_watches(_: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watch_module.Observer, "start", no_more_watches)
    changed: Queue[str] = Queue()
    observer = watch_module._observer(project, changed)
    try:
        (project / PAGE).write_text("changed", encoding="utf-8")
        assert support.wait_for(lambda: PAGE in changed.queue)
    finally:
        observer.stop()
        observer.join()


def test_files_that_come_and_go_keep_the_last_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def check() -> Report:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(watch_module, "ASK_AGAIN", 0)
    last = report(problem(7))
    assert watch_module._again(check, last) is last
    assert "checked again at the next change" in capsys.readouterr().out


# --- what counts as news ---


def problem(line: int, message: str = "wrong", path: str = PAGE) -> Problem:
    return Problem(path, line, "S001", message, "mend it")


def report(*problems: Problem, pages: frozenset[str] = frozenset({PAGE, OTHER})) -> Report:
    return Report(problems, pages=pages)


def told(before: Report, now: Report, *names: str) -> list[str]:
    lines = list(news(before, now, set(names), lambda part: "; ".join(map(str, part.problems))))
    assert lines[-1] == now.totals
    return lines[:-1]


def test_a_problem_that_moved_is_no_news() -> None:
    assert told(report(problem(7)), report(problem(9)), PAGE) == [f"{PAGE}: 1 as before"]


def test_a_second_problem_of_the_same_words_is_news() -> None:
    assert told(report(problem(7)), report(problem(7), problem(9)), PAGE) == [
        f"{PAGE}: 1 new problem, 1 as before",
        str(problem(9)),
    ]


def test_what_a_save_does_to_other_files_is_told() -> None:
    assert told(report(problem(7)), report(problem(3, path=OTHER)), PAGE) == [
        f"{PAGE}: 1 mended",
        f"{OTHER}: 1 new problem",
        str(problem(3, path=OTHER)),
    ]


def test_files_that_are_no_part_of_the_site_are_not_named() -> None:
    assert told(report(), report(), PAGE, f"{PAGE}~", "docs/4913") == [f"{PAGE}: nothing wrong"]


def test_a_page_that_is_gone_is_told_so() -> None:
    left = report(pages=frozenset({OTHER}))
    assert told(report(problem(7)), left, PAGE) == [f"{PAGE}: taken away"]
