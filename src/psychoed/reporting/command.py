"""The command line of ``scripts/check.py``."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from ..checks.severities import Occasion
from .report import Report
from .view import View, view_of

FORMATS = ("text", "lines", "github", "json", "sarif")
FOR_PEOPLE = ("text", "lines")
OK, ERRORS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
DESCRIPTION = "Check the content without building it: everything, or only the files and folders named."
EXIT_CODES = """\
exit codes: 0 no errors (warnings and hints never fail), 1 errors, 2 the command was not understood

examples:
  python3 scripts/check.py                                   everything
  python3 scripts/check.py content/conditions/depression.md  one page
  python3 scripts/check.py --watch content                   again at every change
  python3 scripts/check.py --explain S003                    what a code means
  python3 scripts/check.py --publish                         also samples and unverified help lines
"""


class UsageError(Exception):
    """The command can't be done as it was given. The text says what to do."""


class Surroundings(NamedTuple):
    """Where the command runs: the project, the folder somebody called it from, and how to learn the day."""

    root: Path
    here: Path
    environ: Mapping[str, str] = os.environ
    today: Callable[[], date] = date.today


def main(arguments: Sequence[str], surroundings: Surroundings) -> int:
    """Run the command line. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="check.py")
    add_options(parser)
    return run(parser.parse_intermixed_args(arguments), surroundings)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the command to a parser."""
    parser.description, parser.epilog = DESCRIPTION, EXIT_CODES
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="a page, a data file or a folder (default: everything)")
    add("--format", choices=FORMATS, help="default: text, or github when it runs in GitHub Actions")
    add("--output", metavar="FILE", help="write the problems to a file, and show only the totals")
    add("--hints", action="store_true", help="tell hints too, not only how many there are")
    add("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")
    add("--explain", metavar="CODE", help="tell what a code or a rule's name means")
    add_occasions(parser)


def add_occasions(parser: argparse.ArgumentParser) -> None:
    """The options that say on which occasion the content is checked."""
    parser.set_defaults(occasion=Occasion.WRITING)
    either = parser.add_mutually_exclusive_group()
    for occasion, words in (
        (Occasion.WEEKLY, "as strict as the check that runs every week: overdue reviews are errors"),
        (Occasion.PUBLISH, "refuse samples, unverified help lines, and a site that does not say who pays"),
    ):
        either.add_argument(
            f"--{occasion}", dest="occasion", action="store_const", const=occasion, help=words
        )


def run(options: argparse.Namespace, surroundings: Surroundings) -> int:
    """Do what the options ask for. Returns the exit code."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # A console without a character shows its code instead.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        if options.explain is not None:
            return _explain(options.explain)
        return _check(options, surroundings)
    except UsageError as error:
        print(f"check.py: {error}", file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        return OK if options.watch else INTERRUPTED


def _explain(word: str) -> int:
    from .explain import UnknownCodeError, explain  # noqa: PLC0415 (a check need not wait for it)

    try:
        print(explain(word))
    except UnknownCodeError as error:
        raise UsageError(str(error)) from error
    return OK


def _check(options: argparse.Namespace, surroundings: Surroundings) -> int:
    name = _format(options, surroundings.environ)
    checked = _checker(options, surroundings)
    if options.watch:
        from .watch import watch  # noqa: PLC0415 (watchdog takes its time, and only this needs it)

        return watch(surroundings.root, checked, _form(name), view_of(sys.stdout, surroundings.environ))
    report = checked()
    _tell(name, report, options.output, surroundings)
    return ERRORS if report.failed else OK


def _format(options: argparse.Namespace, environ: Mapping[str, str]) -> str:
    in_github = environ.get("GITHUB_ACTIONS") == "true" and not options.watch
    name: str = options.format or ("github" if in_github else "text")
    if options.watch and (name not in FOR_PEOPLE or options.output):
        raise UsageError(f"--watch shows problems as they come: leave --output out, and any --format but "
                         f"{' or '.join(FOR_PEOPLE)}")  # fmt: skip
    return name


def _checker(options: argparse.Namespace, surroundings: Surroundings) -> Callable[[], Report]:
    """What checks the content, once or again and again."""
    from .checking import check  # noqa: PLC0415 (--help and a slip in an option are answered at once)
    from .selection import PathError, select  # noqa: PLC0415

    root, here = surroundings.root, surroundings.here
    try:
        selection = select(root, here, options.paths)
    except PathError as error:
        raise UsageError(str(error)) from error
    return lambda: check(root, surroundings.today(), options.occasion, selection, hints=options.hints)


def _tell(name: str, report: Report, output: str | None, surroundings: Surroundings) -> None:
    if name == "github" and surroundings.environ.get("GITHUB_STEP_SUMMARY"):
        _append_summary(report, Path(surroundings.environ["GITHUB_STEP_SUMMARY"]))
    if output is None:
        print(_written(name, report, view_of(sys.stdout, surroundings.environ)))
        return
    path = surroundings.here / output
    try:
        path.write_text(_written(name, report, View()) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"'{output}' can't be written ({error.strerror}): name another file") from error
    print(report.totals)


def _written(name: str, report: Report, view: View) -> str:
    return str(_form(name).write(report, view))


def _form(name: str) -> Any:
    """The module that writes a format."""
    return importlib.import_module(f"{__package__}.as_{name}")


def _append_summary(report: Report, path: Path) -> None:
    from .as_github import summary  # noqa: PLC0415 (only GitHub's runs have one)

    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(summary(report))
    except OSError as error:
        raise UsageError(f"the summary can't be written ({error.strerror})") from error
