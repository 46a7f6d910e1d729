"""The editor at /admin/ as a person uses it, for tests and for its picture.

A browser that is driven can't be asked for a folder, so it gets one of its own in which the project lies.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from playwright.sync_api import Locator, Page

import support

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

    @classmethod
    def on(cls, page: Page, address: str, project: Path) -> Editor:
        """Open the editor, served at ``address``, with a copy of a project."""
        page.goto(f"{address}404.html")
        page.evaluate(PUT, texts(project))
        page.add_init_script(PICK)
        page.goto(f"{address}admin/")
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_text("Conditions").first.wait_for()
        return cls(page, address, project)

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
        self.reach(path)
        return self.field(path).locator("input:visible, textarea:visible").first

    def reach(self, path: str) -> None:
        """Scroll to a field. The editor draws what is in view, and what stands above may grow meanwhile, so
        the field around it, or the last that is there, is scrolled to until this one is there.
        """
        around = path.rpartition(".")[0]

        def drawn() -> bool:
            (self.field(around).first if around else self.field("").last).scroll_into_view_if_needed()
            return self.field(path).count() > 0

        assert self.field(path).count() or support.wait_for(drawn, pause=support.in_browser(self.page))
        self.field(path).scroll_into_view_if_needed()

    def add(self, path: str) -> None:
        """Add an item to a list."""
        self.reach(path)
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
        return difference((self.project / path).read_text(encoding="utf-8"), self.save(path))


def texts(project: Path) -> dict[str, str]:
    files = (path for part in ("content", "docs") for path in sorted((project / part).rglob("*")))
    return {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for path in files
        if path.suffix in {".md", ".yml"}
    }


def difference(old: str, new: str) -> list[str]:
    """The lines in which two texts differ, with - and + before them."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]
