"""The editor at /admin/ in real Chromium: what it writes is what a person would have written by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

import support
from browser.conftest import PATIENCE
from editor import Editor, difference, texts
from psychoed.checks.to_write import MARK
from psychoed.editing.admin import data_forms
from psychoed.editing.admin_local import write_editor
from psychoed.editing.templates import page_text
from psychoed.engines.mkdocs import build_into
from psychoed.loading import load_site
from psychoed.site import Kind

pytestmark = pytest.mark.browser

OpenEditor = Callable[[Path], Editor]
Visit = Callable[[Path], tuple[Page, str]]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A page, and the address of a folder that is served. In the end no request may have left this computer.

    What the page's policy stopped never left it.
    """
    left: list[str] = []
    failures: list[str] = []
    with ExitStack() as closing:

        def visit_(folder: Path) -> tuple[Page, str]:
            (folder / "404.html").write_text("nothing", encoding="utf-8")
            address = closing.enter_context(support.served(folder))
            context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
            closing.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.on("pageerror", lambda error: failures.append(str(error)))
            page.on("requestfinished", lambda request: note(request.url, address))
            page.on("requestfailed", lambda request: note(request.url, address, request.failure))
            return page, address

        def note(url: str, address: str, failure: str | None = None) -> None:
            if failure != "csp" and not url.startswith((address, "data:", "blob:")):
                left.append(url)

        yield visit_
    assert left == []
    assert failures == []


@pytest.fixture
def open_editor(visit: Visit, tmp_path: Path) -> OpenEditor:
    """Open the editor with a project, as scripts/admin.py does."""

    def open_(project: Path) -> Editor:
        write_editor(project, tmp_path / "editor")
        page, address = visit(tmp_path / "editor")
        return Editor.on(page, address, project)

    return open_


SUMMARY = "It was hard: now it is easier. No number, nothing to cite."
POINTS = ["It is common.", "There is help.", "You can ask: today."]
# Nothing leads to a page that was just begun: no other page, no everyday word, no short code.
NOT_LINKED_YET = ["V001", "X002", "X006"]
NEW = "content/conditions/panic-disorder.md"


def codes(messages: list[str]) -> list[str]:
    return [message.split()[1] for message in messages]


def start_a_condition(editor: Editor) -> None:
    editor.open("collections/conditions/new")
    editor.write("title", "Panic disorder")
    editor.write("name", "panic disorder")
    editor.write("summary", SUMMARY)
    for number, point in enumerate(POINTS):
        editor.add("key_points")
        editor.write(f"key_points.{number}", point)
    editor.write("review.written", "2026-11-23")
    editor.write("review.next_review", "2027-11-23")


def test_a_new_page_is_what_new_py_writes(open_editor: OpenEditor, project: Path) -> None:
    editor = open_editor(project)
    start_a_condition(editor)
    text = editor.save(NEW)
    review = {"author": "The team", "written": "2026-11-23", "next_review": "2027-11-23"}
    values = {"title": "Panic disorder", "name": "panic disorder", "summary": SUMMARY}
    asked = load_site(project)[0].question_set(Kind.CONDITION)
    assert asked
    assert text == page_text(Kind.CONDITION, asked, {**values, "key_points": POINTS, "review": review})
    (project / NEW).write_text(text, encoding="utf-8")
    waiting = [message for message in support.messages(project) if "To write" in message]
    assert len(waiting) == len(asked.questions)
    assert codes([each for each in support.messages(project) if each not in waiting]) == NOT_LINKED_YET


def test_a_page_with_all_its_answers_is_accepted(open_editor: OpenEditor, project: Path) -> None:
    editor = open_editor(project)
    start_a_condition(editor)
    body = editor.text_box("body")
    start = body.input_value()
    body.fill("\n".join("It is short." if line.startswith(MARK) else line for line in start.split("\n")))
    (project / NEW).write_text(editor.save(NEW), encoding="utf-8")
    assert codes(support.messages(project)) == NOT_LINKED_YET


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("conditions/entries/ptsd", "content/conditions/ptsd.md"),
        ("guides/entries/after-iop", "docs/guides/after-iop.md"),
        ("lists/entries/compare-evidence", "docs/compare/evidence.md"),
    ],
)
def test_only_the_lines_change_that_were_changed(open_editor: OpenEditor, name: str, path: str) -> None:
    editor = open_editor(support.ROOT)
    editor.open(f"collections/{name}")
    editor.write("summary", SUMMARY)
    body = editor.text_box("body")
    text = body.input_value()
    assert text in (support.ROOT / path).read_text(encoding="utf-8")
    body.fill(f"{text}\n\nOne more thing.")
    removed, added, *end = editor.changed(path)
    assert removed.startswith("-summary:")
    assert added == f'+summary: "{SUMMARY}"'
    assert end == ["+", "+One more thing."]


def test_keys_and_words_that_the_form_does_not_know_stay(open_editor: OpenEditor, project: Path) -> None:
    """Flow style, comments and an unknown key: the small page has a record in one line."""
    page = "content/conditions/sadness.md"
    support.edit(project, page, "also_called:", "# a note\ncolor: 'no'  # why\nalso_called:")
    editor = open_editor(project)
    editor.open("collections/conditions/entries/sadness")
    editor.write("title", "Low mood")
    assert editor.changed(page) == ["-title: Sadness", "+title: Low mood"]


def test_a_data_file_keeps_its_comments(open_editor: OpenEditor) -> None:
    editor = open_editor(support.ROOT)
    editor.open("collections/data/entries/program")
    editor.write("name", "Riverside program")
    changed = editor.changed("content/data/program.yml")
    assert changed == ["-name: Sample Intensive Outpatient Program", "+name: Riverside program"]


# Changes every text of a file, one after the other, and gives what did not come out as it should.
CHANGE_EACH = """([path, file]) => {
  const isPage = path.endsWith(".md");
  const read = isPage ? psychoed.readPage : psychoed.readData;
  const write = isPage ? psychoed.writePage : psychoed.writeData;
  const notes = (text) => text.split("\\n").filter((line) => /^ *#/.test(line)).join("\\n");
  const places = (value, place) =>
    value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([key, inner]) => places(inner, [...place, key]))
      : typeof value === "string" && place[0] !== "_source" ? [place] : [];
  const faults = write(read(file)) === file ? [] : ["not the same when nothing is changed"];
  for (const place of places(read(file), [])) {
    const record = structuredClone(read(file));
    let inner = record;
    for (const key of place.slice(0, -1)) inner = inner[key];
    inner[place.at(-1)] = "Changed: [words] # here";
    const written = write(record);
    const { _source: _, ...again } = read(written);
    const { _source: __, ...wanted } = record;
    if (JSON.stringify(again) !== JSON.stringify(wanted)) faults.push(`${place}: says something else`);
    if (place[0] !== "body" && notes(written) !== notes(file)) faults.push(`${place}: comments are lost`);
    const rest = written.split("\\n").filter((line) => !file.includes(line));
    if (rest.length > 1) faults.push(`${place}: ${rest.length} new lines`);
  }
  return faults;
}"""


def test_each_text_of_each_file_can_be_changed_alone(visit: Visit, tmp_path: Path) -> None:
    write_editor(support.ROOT, tmp_path)
    page, address = visit(tmp_path)
    page.goto(f"{address}admin/")
    site, _ = load_site(support.ROOT)
    known = {page.path for page in site.pages} | {f"content/data/{name}.yml" for name in data_forms(site)[0]}
    files = {name: text for name, text in texts(support.ROOT).items() if name in known}
    assert len(files) > 60
    faults = {name: page.evaluate(CHANGE_EACH, [name, text]) for name, text in files.items()}
    assert {name: found for name, found in faults.items() if found} == {}


FILE = """# first
color: red

# about the items
items:
  # about a
  - id: a
    size: 1
  - id: b   # said of b
    size: 2
# at the end
"""
A, B, C = {"id": "a", "size": 1}, {"id": "b", "size": 2}, {"id": "no", "size": 3}
CHANGES = {
    "an item more": ({"color": "red", "items": [A, B, C]}, ['+  - id: "no"', "+    size: 3"]),
    "an item less": ({"color": "red", "items": [A]}, ["-  - id: b   # said of b", "-    size: 2"]),
    "a key more": ({"color": "red", "shape": "x: y", "items": [A, B]}, ['+shape: "x: y"']),
    "a key less": ({"items": [A, B]}, ["-color: red"]),
    "empty fields of a form": ({"color": "red", "items": [A, B], "shape": "", "open": False, "list": []}, []),
    "two lines": ({"color": "red\nblue", "items": [A, B]}, ["-color: red", '+color: "red\\nblue"']),
    "a number": (
        {"color": "red", "items": [A, {**B, "size": 5}]},
        ["-    size: 2", "+    size: 5"],
    ),
}
WRITE = "([file, now]) => psychoed.writeData({ ...now, _source: psychoed.readData(file)._source })"


def test_what_is_new_is_written_between_what_stays(visit: Visit, tmp_path: Path) -> None:
    write_editor(support.ROOT, tmp_path)
    page, address = visit(tmp_path)
    page.goto(f"{address}admin/")
    for name, (now, lines) in CHANGES.items():
        written = page.evaluate(WRITE, [FILE, now])
        changed = [line for line in difference(FILE, written) if line not in ("-", "+")]
        assert changed == lines, name
        loaded = yaml.safe_load(written)
        assert loaded == {key: value for key, value in now.items() if value not in ("", False, [])}, name


def test_what_a_published_editor_may_do(visit: Visit, engine_project: Path, tmp_path: Path) -> None:
    """It asks for a token, and before somebody signs in nothing is asked of GitHub."""
    support.edit(engine_project, "mkdocs.yml", "admin: false", "admin: true")
    build_into(engine_project, tmp_path / "site")
    page, address = visit(tmp_path / "site")
    page.goto(f"{address}admin/")
    page.get_by_role("button", name="Sign In Using Access Token").wait_for()
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    hosts = {word for word in policy.split() if "://" in word}
    assert hosts == {"https://api.github.com;"}
