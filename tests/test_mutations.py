"""A hurried hand in the real content: whatever is edited, it is told in words or a valid site comes of it.

Ten kinds of edits, twenty of each, at random places of random files.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import support
from psychoed.engines.mkdocs import build_into
from psychoed.problems import Problem, errors
from psychoed.project import load_and_check
from psychoed.rendering.context import template_environment
from psychoed.rendering.site import render_page
from psychoed.site import Site

TODAY = date(2100, 1, 1)
EACH = 20
# The same edits every time. One that fails is told as it is: to look for a smaller one would take minutes.
FIXED = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
# What people paste, and what tools leave behind.
FRAGMENTS = (
    *(
        "<script>alert(1)</script>",
        "{{ evidence() }}",
        "{{ config }}",
        "{% raw %}",
        "[@",
        "[@nobody]",
        "](/x/)",
    ),
    *(
        "---",
        "```",
        "| a |",
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> main",
        "<!--",
        "# One",
        "#### Four",
        "## What?",
    ),
    *(
        ": ",
        "- ",
        "\t",
        "&#60;b&#62;",
        "{#id}",
        "* * *",
        "1. ",
        "\u202e",
        "\x00",
        "\x1b[31m",
        "😀",
        "null",
        "~",
        "'",
    ),
    *(
        '"',
        "[x]: /y",
        "![](/a.png)",
        "http://x.example",
        "988",
        "5 people",
        "\u2028",
        "{: .x }",
        "&",
        "%s",
        "\\",
    ),
)
Edit = tuple[str, bytes | None]


def files() -> list[str]:
    """What editors write, by its path in the repository."""
    found = [path for folder in ("content", "docs") for path in (support.ROOT / folder).rglob("*")]
    names = [path.relative_to(support.ROOT).as_posix() for path in found if path.suffix in {".md", ".yml"}]
    return sorted(names)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, list[str], int]:
    """A file, its lines, and one of them."""
    name = draw(st.sampled_from(files()))
    lines = (support.ROOT / name).read_text(encoding="utf-8").split("\n")
    return name, lines, draw(st.integers(0, len(lines) - 1))


def _joined(name: str, lines: list[str]) -> Edit:
    return name, "\n".join(lines).encode("utf-8", "surrogatepass")


@st.composite
def line_gone(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    return _joined(name, lines[:at] + lines[at + 1 + draw(st.integers(0, 3)) :])


@st.composite
def line_twice(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    return _joined(name, [*lines[: at + 1], lines[at], *lines[at + 1 :]])


@st.composite
def lines_moved(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    other = draw(st.integers(0, len(lines) - 1))
    lines[at], lines[other] = lines[other], lines[at]
    return _joined(name, lines)


@st.composite
def characters_gone(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    start = draw(st.integers(0, len(lines[at])))
    lines[at] = lines[at][:start] + lines[at][start + draw(st.integers(1, 12)) :]
    return _joined(name, lines)


@st.composite
def anything_typed(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    start = draw(st.integers(0, len(lines[at])))
    lines[at] = lines[at][:start] + draw(st.text(min_size=1, max_size=8)) + lines[at][start:]
    return _joined(name, lines)


@st.composite
def fragment_pasted(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    fragment, alone = draw(st.sampled_from(FRAGMENTS)), draw(st.booleans())
    start = draw(st.integers(0, len(lines[at])))
    lines[at : at + 1] = (
        [lines[at], fragment] if alone else [lines[at][:start] + fragment + lines[at][start:]]
    )
    return _joined(name, lines)


@st.composite
def indent_changed(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    lines[at] = draw(st.sampled_from(["", " ", "  ", "    ", "\t", "      "])) + lines[at].lstrip()
    return _joined(name, lines)


@st.composite
def word_misspelled(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    words = list(re.finditer(r"[\w-]{3,}", lines[at]))
    if words:
        word = draw(st.sampled_from(words))
        swapped = word[0][1] + word[0][0] + word[0][2:]
        lines[at] = lines[at][: word.start()] + swapped + lines[at][word.end() :]
    return _joined(name, lines)


@st.composite
def file_cut_off(draw: st.DrawFn) -> Edit:
    name, lines, at = draw(places())
    return _joined(name, lines[:at])


@st.composite
def file_damaged(draw: st.DrawFn) -> Edit:
    """Gone, empty, in another encoding, with other ends of lines, or with bytes that are no text."""
    name, lines, _ = draw(places())
    text = "\n".join(lines)
    junk = draw(st.binary(min_size=1, max_size=6))
    gone: tuple[bytes | None, ...] = (None, b"")
    other = (text.encode("utf-16"), text.encode("latin-1", "replace"), text.replace("\n", "\r\n").encode())
    around = (text.encode() + junk, junk + text.encode(), b"\xef\xbb\xbf" + text.encode())
    return name, draw(st.sampled_from((*gone, *other, *around)))


KINDS = (
    *(line_gone, line_twice, lines_moved, characters_gone, anything_typed),
    *(fragment_pasted, indent_changed, word_misspelled, file_cut_off, file_damaged),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, in a folder where it may be broken."""
    return support.copy_of_the_site(tmp_path_factory.mktemp("mutated"))


@settings(FIXED, max_examples=EACH)
@given(st.tuples(*(kind() for kind in KINDS)))
def test_it_is_told_or_makes_a_valid_site(copy: Path, edits: tuple[Edit, ...]) -> None:
    """One edit of each kind at a time, each in a file of its own: to check everything costs a second."""
    site, left = untold(copy, dict(edits))
    for name in left:
        assert_valid(copy, site, name)


def untold(project: Path, edits: dict[str, bytes | None]) -> tuple[Site, dict[str, bytes | None]]:
    """The edits that nothing is said about even when they are alone, and the site that they make."""
    while True:
        site, problems = checked(project, edits)
        assert all(told(problem) for problem in problems)
        caught = {problem.path for problem in errors(problems)}
        if not caught:
            return site, edits
        # An error can stand in another file than the one that was edited: then each of them counts as told.
        edits = {
            name: content for name, content in edits.items() if name not in caught and caught & edits.keys()
        }


def checked(project: Path, edits: dict[str, bytes | None]) -> tuple[Site, list[Problem]]:
    """What is said of the project with some edits, which are taken back again."""
    before = {name: (project / name).read_bytes() for name in edits}
    try:
        for name, content in edits.items():
            write(project / name, content)
        return load_and_check(project, TODAY)
    finally:
        for name, content in before.items():
            (project / name).write_bytes(content)


def write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)


def told(problem: Problem) -> bool:
    """Whether a problem has a place, a message and something to do, on one line."""
    return problem.line >= 1 and bool(problem.message and problem.remedy) and "\n" not in str(problem)


def assert_valid(project: Path, site: Site, name: str) -> None:
    """The pages that one edit may have changed are whole: nothing is left that only an editor should see."""
    assert len({page.address for page in site.pages}) == len(site.pages)
    templates = template_environment(project / "overrides")
    for page in [page for page in site.pages if page.path == name] or site.pages[:3]:
        if "quality_report" in page.body:  # it is rendered last, from all the others
            continue
        found = Reader(converted(render_page(site, page, templates).markdown))
        assert found.titles == 1, name
        assert not found.unsafe, found.unsafe
        assert not re.search(r"\{\{|\{%|\[@", found.text), name


def converted(text: str) -> str:
    extensions = yaml.safe_load((support.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))[
        "markdown_extensions"
    ]
    names = [each if isinstance(each, str) else next(iter(each)) for each in extensions]
    return markdown.markdown(text, extensions=names)


class Reader(HTMLParser):
    """The titles, the text and everything unsafe of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.titles, self.text, self.unsafe = 0, "", list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.titles += tag == "h1"
        acts = [name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")]
        never = tag in {"script", "iframe", "object", "embed", "base", "form"} and not ours(tag, dict(attrs))
        self.unsafe += [tag] if never or acts else []

    def handle_data(self, data: str) -> None:
        self.text += data


def ours(tag: str, attrs: dict[str, str | None]) -> bool:
    """Whether a component may have made it: a script of the site's own, a page of the site's own in a frame
    that runs nothing, or a filter that sends nothing."""
    if tag == "script":
        own = re.fullmatch(r"(?:\.\./)*assets/[a-z-]+\.js", attrs.get("src") or "")
        return bool(own) and attrs.keys() in ({"type", "src"}, {"defer", "src"})
    if tag == "iframe":
        allowed = set((attrs.get("sandbox") or "allow-scripts").split())
        own = re.fullmatch(r"(?:\.\./)+[a-z0-9/-]*", attrs.get("src") or "")
        return bool(own) and not allowed & {"allow-scripts", "allow-same-origin", "allow-forms"}
    return tag == "form" and attrs.keys() <= {"class", "hidden"}


def some(kind) -> tuple[Edit, ...]:
    """Six edits of a kind, the same ones every time."""
    edits: list[Edit] = []

    @settings(FIXED, max_examples=6)
    @given(kind())
    def note(edit: Edit) -> None:
        edits.append(edit)

    note()
    return tuple(edits)


def test_what_nothing_is_said_about_builds(copy: Path, tmp_path: Path) -> None:
    """Edits of every kind that passed the checks, all together, through the real engine."""
    project = tmp_path / "project"
    shutil.copytree(copy, project)
    there = [edit for kind in KINDS for edit in some(kind) if edit[1] is not None]
    edits = untold(copy, dict(there))[1]
    assert len(edits) >= 5
    for name, content in edits.items():
        write(project / name, content)
    build_into(project, tmp_path / "site")
    pages = [path for path in (tmp_path / "site").rglob("index.html") if path.stat().st_size]
    assert len(pages) >= len([name for name in files() if name.endswith(".md")])
