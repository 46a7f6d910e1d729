"""Start a page: ask for what it needs, and write it with every answer still to write."""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from ..checks import check_site
from ..loading import FOLDERS, load_site
from ..models import GuideMeta, Line
from ..problems import Problem, count, report
from ..site import Kind, Site
from .asking import Asker, Question, one_of, plain_words
from .changes import Changes, RefusedError
from .evidence import PATH as EVIDENCE
from .evidence import with_cell
from .recorded import with_record
from .templates import KINDS, page_text

NEEDED = {"questions", "evidence", "levels_of_care"}
GUIDES = "docs/guides"
NO_PARENT = "none"


@dataclass(frozen=True)
class Start:
    """The page to start: its kind, its title and the last part of its address."""

    kind: Kind
    title: str
    slug: str

    @property
    def path(self) -> str:
        """The file it is written to."""
        folders = {kind: folder for folder, _, kind in FOLDERS}
        return f"{GUIDES if self.kind is Kind.GUIDE else folders[self.kind]}/{self.slug}.md"

    @property
    def address(self) -> str:
        """Where readers will find it."""
        return f"/{self.path.removesuffix('.md').partition('/')[2]}/"


def main(arguments: Sequence[str], root: Path, today: date, asker: Asker | None = None) -> int:
    """Run the command line. Returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        start, changes = _plan(root, today, options, asker or Asker(sys.stdin.isatty()))
        _refuse_unreadable(start, changes)
        changes = with_record(changes)
        changes.write()
    except RefusedError as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nNothing was written.", file=sys.stderr)
        return 1
    print(_what_next(root, today, start, sorted(changes.files)))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="new.py", description="Start a page. What is not given as a flag is asked."
    )
    parser.add_argument("kind", choices=[kind.value for kind in KINDS], help="what the page is about")
    parser.add_argument("title", help='the heading of the page, in quotes: "Panic disorder"')
    parser.add_argument("--name", help="its name inside a sentence (conditions and therapies)")
    parser.add_argument("--summary", help="the short answer, in one to three sentences")
    parser.add_argument("--key-point", action="append", default=[], help="a thing to take away; 3 to 5 times")
    parser.add_argument("--author", help="who writes the page: a person or a team")
    parser.add_argument("--parent", help="the wider condition it belongs to, by its file's name")
    parser.add_argument("--group", help="the list of guides it stands in: understand, choose, support, after")
    return parser


# --- what will be written ---


def _plan(root: Path, today: date, options: argparse.Namespace, asker: Asker) -> tuple[Start, Changes]:
    site, problems = load_site(root)
    if NEEDED & site.broken:
        raise RefusedError(f"mend this first:\n{report(problems)}")
    start = _start(site, Kind(options.kind), options.title)
    asked = site.question_set(start.kind)
    assert asked is not None
    values = _values(site, today, start, options, asker)
    files: dict[str, bytes | None] = {start.path: page_text(start.kind, asked, values).encode()}
    return start, Changes(root, {**files, **_evidence(root, site, start)})


def _start(site: Site, kind: Kind, title: str) -> Start:
    if _fault_of(Line, title) or plain_words(title):
        raise RefusedError(f"'{title}' can't be a title: use plain words, without brackets")
    slug = _level(site, title) if kind is Kind.LEVEL else slug_of(title)
    start = Start(kind, title.strip(), slug)
    if not slug:
        raise RefusedError(f"'{title}' makes no address: use letters or digits")
    if start.address in site.addresses():
        raise RefusedError(
            f"there is a page {start.address} already: choose another title, or edit {start.path}"
        )
    moved = site.moved().get(start.address)
    if moved:
        raise RefusedError(f"{start.address} is an old address of {moved.path}: choose another title")
    return start


def slug_of(title: str) -> str:
    """The last part of an address: ``Post-traumatic stress`` becomes ``post-traumatic-stress``."""
    plain = unicodedata.normalize("NFKD", re.sub("['\u2019]", "", title))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def _level(site: Site, title: str) -> str:
    """The id of the level of care that a title names. Its page has to have that address."""
    assert site.levels_of_care
    levels = site.levels_of_care.levels
    for level in levels:
        if slug_of(title) in {level.id, slug_of(level.name), slug_of(level.short_name)}:
            return level.id
    rows = ", ".join(dimension.id for dimension in site.levels_of_care.dimensions)
    raise RefusedError(
        f"content/data/levels-of-care.yml has no level '{slug_of(title)}': add it there first, under "
        f"'levels' with this id, and under 'cells' of each dimension ({rows})"
    )


def _evidence(root: Path, site: Site, start: Start) -> dict[str, bytes | None]:
    """The evidence file, when the page shows cells that it lacks."""
    asked = site.question_set(start.kind)
    shown = [each for each in asked.questions if each.component == "setting_evidence"] if asked else []
    if start.kind is not Kind.CONDITION or not shown:
        return {}
    before = (root / EVIDENCE).read_bytes().decode("utf-8")
    text = before
    for question in shown:
        for level in question.arguments:
            text = with_cell(text, start.slug, level)
    return {} if text == before else {EVIDENCE: text.encode()}


# --- what the page needs to know ---


def _values(
    site: Site, today: date, start: Start, options: argparse.Namespace, asker: Asker
) -> dict[str, Any]:
    own = _own_questions(site, start)
    points = options.key_point + [None] * (3 - len(options.key_point))
    if len(points) > 5:
        raise RefusedError(f"there are {len(points)} key points: give 3 to 5")
    fixed = [
        Question("--summary", "The short answer, in one to three sentences", plain_words),
        *(Question("--key-point", f"Key point {n}", plain_words) for n in range(1, len(points) + 1)),
        Question("--author", "Who writes the page", plain_words, _usual_author(site)),
    ]
    given = [getattr(options, name) for name in own] + [options.summary, *points, options.author]
    answers = asker.answers([*own.values(), *fixed], given)
    values = dict(zip(own, answers, strict=False))
    summary, *key_points, author = answers[len(own) :]
    review = {"author": author, "written": today, "next_review": _in_a_year(today)}
    parent = {"parent": None} if values.get("parent") == NO_PARENT else {}
    return {
        "title": start.title, **values, **parent,
        "summary": summary, "key_points": key_points, "review": review,
    }  # fmt: skip


def _own_questions(site: Site, start: Start) -> dict[str, Question]:
    """What only this kind of page needs."""
    name = Question("--name", "Its name inside a sentence", _line, _in_sentence(start.title))
    if start.kind is Kind.THERAPY:
        return {"name": name}
    if start.kind is Kind.CONDITION:
        known = [*sorted(site.slugs(Kind.CONDITION)), NO_PARENT]
        words = "The wider condition it belongs to, by its file's name"
        return {"name": name, "parent": Question("--parent", words, one_of(known), NO_PARENT)}
    if start.kind is Kind.GUIDE:
        groups = list(get_args(GuideMeta.model_fields["group"].annotation))
        words = f"The list of guides it stands in ({', '.join(groups)})"
        return {"group": Question("--group", words, one_of(groups))}
    return {}


def _line(text: str) -> str | None:
    return plain_words(text) or ("leave the brackets out" if _fault_of(Line, text) else None)


def _fault_of(type_: Any, text: str) -> bool:
    try:
        TypeAdapter(type_).validate_python(text)
    except ValidationError:
        return True
    return False


def _in_sentence(title: str) -> str:
    """``Panic disorder`` becomes ``panic disorder``; ``OCD`` stays."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _usual_author(site: Site) -> str | None:
    authors = Counter(page.meta.review.author for page in site.pages)
    return authors.most_common(1)[0][0] if authors else None


def _in_a_year(today: date) -> date:
    """The same day next year; a year after February 29 is March 1."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:
        return today + timedelta(days=366)


# --- before and after ---


def _refuse_unreadable(start: Start, changes: Changes) -> None:
    with changes.tried() as copy:
        found = [problem for problem in load_site(copy)[1] if problem.path in (start.path, EVIDENCE)]
    if found:
        raise RefusedError(f"the page could not be read:\n{report(found)}")


def _what_next(root: Path, today: date, start: Start, paths: list[str]) -> str:
    site, _ = load_site(root)
    found = sorted(check_site(site, today, only={start.path}))
    waiting = [problem for problem in found if problem.code == "C010"]
    lines = [f"Wrote {path}" for path in paths]
    lines += [
        "",
        "What to do next:",
        *(f"{n}. {text}" for n, text in enumerate(_steps(start, waiting, paths), 1)),
    ]
    others = [str(problem) for problem in found if problem not in waiting]
    return "\n".join([*lines, *(["", "Also to mend:", *others] if others else [])])


def _steps(start: Start, waiting: list[Problem], paths: list[str]) -> list[str]:
    lines = count(len(waiting), "line")
    steps = [
        f"Open {start.path}. Write an answer in place of each line with 'To write:' ({lines}).",
        "Cite a source for each number, like [@source-id]. New sources go to content/data/sources.yml.",
    ]
    if EVIDENCE in paths:
        steps.append(
            f"Look for research on this setting and correct the new cell in {EVIDENCE}. "
            f"Add a row for '{start.slug}' under 'therapies' there as well."
        )
    return [
        *steps,
        f"See the page while you write: python3 scripts/serve.py, then open {start.address}",
        "Check it: python3 scripts/check.py",
        f"Open a pull request with {' and '.join(paths)}.",
    ]
