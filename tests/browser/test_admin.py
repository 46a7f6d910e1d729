"""The editor at /admin/ in real Chromium: what it writes is what a person would have written by hand.

It works on a folder, as scripts/admin.py lets it. A browser under test can't be asked for a folder, so it
gets one of its own in which the project lies.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

import support
from psychoed.checks.to_write import MARK
from psychoed.editing.admin_local import write_editor
from psychoed.editing.templates import page_text
from psychoed.loading import load_site
from psychoed.site import Kind

pytestmark = pytest.mark.browser

PICK = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
PUT = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    let folder = root;
    const parts = path.split("/");
    const name = parts.pop();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(text);
    await writer.close();
  }
}"""
GET = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split("/");
  const name = parts.pop();
  try {
    for (const part of parts) folder = await folder.getDirectoryHandle(part);
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (error.name === "NotFoundError") return null;
    throw error;
  }
}"""


class Editor:
    """The editor with a project open in it."""

    def __init__(self, page: Page, address: str, project: Path) -> None:
        self.page, self.address, self.project = page, address, project

    def open(self, route: str) -> None:
        """Open a form, like ``collections/conditions/new``."""
        self.page.goto(f"{self.address}admin/#/{route}")
        self.field("title" if "data" not in route else "").first.wait_for()

    def field(self, path: str) -> Locator:
        """A field by its place in the record, like ``review.author``; of everything when it is empty."""
        return self.page.locator(f'[data-key-path="{path}"]' if path else "[data-key-path]")

    def write(self, path: str, text: str) -> None:
        """Write into a field."""
        self.text_box(path).fill(text)

    def text_box(self, path: str) -> Locator:
        """The box of a field that has one."""
        self.field(path).scroll_into_view_if_needed()
        return self.field(path).locator("input:visible, textarea:visible").first

    def add(self, path: str) -> None:
        """Add an item to a list."""
        self.field(path).scroll_into_view_if_needed()
        self.field(path).get_by_role("button", name="Add").click()

    def save(self, path: str) -> str:
        """Save, and give what the file holds then."""
        before = self.read(path)
        self.page.get_by_role("button", name="Save", exact=True).click()
        assert support.wait_for(lambda: self.read(path) not in (before, "", None), 10)
        return str(self.read(path))

    def read(self, path: str) -> str | None:
        found: str | None = self.page.evaluate(GET, path)
        return found

    def changed(self, path: str) -> list[str]:
        """The lines of the saved file that are not those of the project, with - and +."""
        old = (self.project / path).read_text(encoding="utf-8").splitlines()
        lines = difflib.unified_diff(old, self.save(path).splitlines(), lineterm="", n=0)
        return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


OpenEditor = Callable[[Path], Editor]


@pytest.fixture
def open_editor(browser: Browser, tmp_path: Path) -> Iterator[OpenEditor]:
    """Open the editor with a project. When the test ends, no request must have left, and no script failed."""
    left: list[str] = []
    failures: list[str] = []
    closing: list[Any] = []

    def open_(project: Path) -> Editor:
        folder = tmp_path / "editor"
        write_editor(project, folder)
        (folder / "404.html").write_text("nothing", encoding="utf-8")
        serving = support.served(folder)
        address = serving.__enter__()
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
        closing.extend([context.close, lambda: serving.__exit__(None, None, None)])
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("requestfinished", lambda request: note(request.url))
        page.on("requestfailed", lambda request: note(request.url) if request.failure != "csp" else None)

        def note(url: str) -> None:
            if not url.startswith((address, "data:", "blob:")):
                left.append(url)

        page.goto(f"{address}404.html")
        page.evaluate(PUT, texts(project))
        page.add_init_script(PICK)
        page.goto(f"{address}admin/")
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_role("option", name="Conditions").or_(page.get_by_text("Conditions")).first.wait_for()
        return Editor(page, address, project)

    yield open_
    for close in closing:
        close()
    assert left == []
    assert failures == []


def texts(project: Path) -> dict[str, str]:
    files = (path for part in ("content", "docs") for path in sorted((project / part).rglob("*")))
    return {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for path in files
        if path.suffix in {".md", ".yml"}
    }


SUMMARY = "It was hard: now it is easier. No number, nothing to cite."
POINTS = ["It is common.", "It can be treated.", "You can ask: today."]
NOT_LINKED_YET: list[str] = []
NEW = "content/conditions/panic-disorder.md"


def start_a_condition(editor: Editor) -> None:
    editor.open("collections/conditions/new")
    editor.write("title", "Panic disorder")
    editor.write("name", "panic disorder")
    editor.write("summary", SUMMARY)
    for number, point in enumerate(POINTS):
        editor.add("key_points")
        editor.write(f"key_points.{number}", point)
    editor.field("review").scroll_into_view_if_needed()
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
    assert [each for each in support.messages(project) if each not in waiting] == NOT_LINKED_YET


def test_a_page_with_all_its_answers_is_accepted(open_editor: OpenEditor, project: Path) -> None:
    editor = open_editor(project)
    start_a_condition(editor)
    body = editor.text_box("body")
    start = body.input_value()
    body.fill("\n".join("It is short." if line.startswith(MARK) else line for line in start.split("\n")))
    (project / NEW).write_text(editor.save(NEW), encoding="utf-8")
    assert support.messages(project) == NOT_LINKED_YET


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
