"""Give a page another address: its file, the links to it and its name in the data change together."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..checks import check_site
from ..loading import FILE_NAME, load_site
from ..permalinks import FILE as PERMALINKS
from ..problems import Problem, count, report
from ..rendering.site import MENU
from ..site import Kind, Page, Site, address_of
from .changes import Changes, RefusedError
from .recorded import with_record

DATA = "content/data"
EVIDENCE = f"{DATA}/evidence.yml"
# What a rename may not bring: links and names that lead nowhere.
BROKEN = ("C004", "V002", "X001", "X007")


@dataclass(frozen=True)
class Renaming:
    """A page and the last part of its new address."""

    site: Site
    page: Page
    slug: str

    @property
    def path(self) -> str:
        """The new file."""
        return f"{self.page.path.rpartition('/')[0]}/{self.slug}.md"

    @property
    def address(self) -> str:
        """Where readers will find the page."""
        folder = self.page.uri.rpartition("/")[0]
        return address_of(f"{folder}/{self.slug}.md" if folder else f"{self.slug}.md")

    def links(self, text: str) -> str:
        """``text`` with the new address wherever the old one stood."""
        old = rf"(?<![\w./-]){re.escape(self.page.address)}(?![\w-])"
        return re.sub(old, self.address, text)


def main(arguments: Sequence[str], root: Path, today: date) -> int:
    """Run the command line. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="rename.py", description="Give a page another address.")
    parser.add_argument("path", help="the page's file, like content/conditions/old-name.md")
    parser.add_argument("slug", help="its new name, like new-name")
    options = parser.parse_args(arguments)
    try:
        renaming, changes = plan(root, options.path, options.slug.removesuffix(".md"))
        _refuse_damage(today, renaming, changes)
        changes = with_record(changes)
        changes.write()
    except RefusedError as error:
        print(f"Nothing was changed: {error}", file=sys.stderr)
        return 1
    print(_told(renaming, changes))
    return 0


def plan(root: Path, path: str, slug: str) -> tuple[Renaming, Changes]:
    """Everything that has to change, without changing it. Raises RefusedError with the reason."""
    site, problems = load_site(root)
    if problems:
        raise RefusedError(f"mend this first:\n{report(problems)}")
    renaming = Renaming(site, _page(root, site, path), slug)
    _refuse(root, renaming)
    files: dict[str, bytes | None] = {}
    for name in _editable(root):
        before = _text(root, name)
        after = _changed(renaming, name, before)
        if name == renaming.page.path:
            files |= {name: None, renaming.path: after.encode()}
        elif after != before:
            files[name] = after.encode()
    return renaming, Changes(root, files)


def _page(root: Path, site: Site, path: str) -> Page:
    full = (root / path.replace("\\", "/")).resolve()
    for page in site.pages:
        if (root / page.path).resolve() == full:
            return page
    raise RefusedError(f"there is no page '{path}': give its file, like content/conditions/old-name.md")


def _refuse(root: Path, renaming: Renaming) -> None:
    page, slug, new = renaming.page, renaming.slug, renaming.address
    if not FILE_NAME.fullmatch(slug):
        raise RefusedError(f"'{slug}' can't be an address: use lower-case letters, digits and single hyphens")
    if page.kind is Kind.LEVEL:
        raise RefusedError(
            f"'{page.slug}' is the id of a level of care, and the comparison uses it everywhere: change its "
            "'name' in content/data/levels-of-care.yml and the page's 'title', and leave the file's name"
        )
    fixed = _fixed(root, page)
    if fixed:
        raise RefusedError(f"{fixed} leads to {page.address}: this page has to stay where it is")
    if new in renaming.site.addresses() or (root / renaming.path).exists():
        raise RefusedError(f"there is a page {new} already: choose another name")
    owner = renaming.site.moved().get(new)
    if owner and owner is not page:
        raise RefusedError(f"{new} is an old address of {owner.path}: choose another name")


def _fixed(root: Path, page: Page) -> str | None:
    """What names the page's address and is no content, if anything does."""
    if page.uri.endswith("index.md"):
        return "its folder"
    if page.address in {address for _, address in MENU}:
        return "the menu"
    named = re.compile(rf"""["']{re.escape(page.address)}(?:#[\w-]*)?["']""")
    templates = sorted((root / "overrides").rglob("*.html"))
    found = [path for path in templates if named.search(path.read_text(encoding="utf-8"))]
    return found[0].relative_to(root).as_posix() if found else None


def _editable(root: Path) -> Iterator[str]:
    for folder, ending in (("content", "*.md"), (DATA, "*.yml"), ("docs", "*.md")):
        for path in sorted((root / folder).rglob(ending)):
            name = path.relative_to(root).as_posix()
            if name != PERMALINKS:  # the old address stays in it
                yield name


def _text(root: Path, name: str) -> str:
    return (root / name).read_bytes().decode("utf-8")


# --- one file ---


def _changed(renaming: Renaming, name: str, text: str) -> str:
    """A file's new text. All bytes stay that name nothing of the page."""
    text = renaming.links(text)
    if name == renaming.page.path:
        text = _with_old_address(renaming, text)
    if name == EVIDENCE:
        text = _in_evidence(renaming, text)
    return _in_parents(renaming, name, text)


def _in_evidence(renaming: Renaming, text: str) -> str:
    """The page's slug as a row or a column of the evidence."""
    file, old = renaming.site.files["evidence"], renaming.page.slug
    depth = {Kind.CONDITION: 2, Kind.THERAPY: 3}.get(renaming.page.kind)
    parts = {"therapies", "settings"} if depth == 2 else {"therapies"}
    keys = {
        path: line for path, line in file.document.lines.items() if len(path) == depth and path[0] in parts
    }
    for path, line in keys.items():
        if path[-1] == old:
            if (*path[:-1], renaming.slug) in keys:
                raise RefusedError(
                    f"{EVIDENCE}:{line}: there is a '{renaming.slug}' beside '{old}': keep one of them"
                )
            key = rf"""(?<![\w-])(["']?){re.escape(old)}(?=["']?\s*:)"""
            text = _on_line(text, line, key, rf"\g<1>{renaming.slug}", EVIDENCE)
    return text


def _in_parents(renaming: Renaming, name: str, text: str) -> str:
    """The page as the parent of another condition."""
    if renaming.page.kind is not Kind.CONDITION:
        return text
    for page in renaming.site.of_kind(Kind.CONDITION):
        if page.path == name and page.meta.parent == renaming.page.slug:
            key = rf"""(?<=parent:)(\s*["']?){re.escape(renaming.page.slug)}(?![\w-])"""
            text = _on_line(text, page.line("parent"), key, rf"\g<1>{renaming.slug}", name)
    return text


def _with_old_address(renaming: Renaming, text: str) -> str:
    """The page's text with its old address under 'moved_from'."""
    page, old = renaming.page, renaming.page.address
    written = page.meta.moved_from
    if renaming.address in written:  # it moves back, so the two addresses change places
        line = page.line("moved_from", written.index(renaming.address))
        return _on_line(text, line, rf"(?<![\w/-]){re.escape(renaming.address)}(?![\w/-])", old, page.path)
    lines = text.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    if not written and "moved_from" not in page.front_matter.value:
        at = page.line("review") - 1
        lines[at:at] = [f"moved_from:{end}", f"  - {old}{end}"]
        return "\n".join(lines)
    key, first = page.line("moved_from"), page.line("moved_from", 0)
    if written and first > key:
        indent = lines[first - 1].partition("-")[0]
        lines.insert(first - 1, f"{indent}- {old}{end}")
        return "\n".join(lines)
    comma = ", " if written else ""
    return _on_line(text, key, r"(?<=moved_from:)(\s*\[)", rf"\g<1>{old}{comma}", page.path)


def _on_line(text: str, number: int, pattern: str, new: str, path: str) -> str:
    """``text`` with the one match of ``pattern`` on one line replaced. Refused unless there is one."""
    lines = text.split("\n")
    lines[number - 1], made = re.subn(pattern, new, lines[number - 1])
    if made != 1:
        raise RefusedError(
            f"{path}:{number}: this can't be changed by itself: write each key on a line of its own"
        )
    return "\n".join(lines)


# --- before and after ---


def _refuse_damage(today: date, renaming: Renaming, changes: Changes) -> None:
    """Try it on a copy: everything has to load, and no link or name may lead nowhere that did not before."""
    before = {renaming.links(problem.message) for problem in _leading_nowhere(renaming.site, today)}
    with changes.tried() as copy:
        site, problems = load_site(copy)
        moved = site.moved().get(renaming.page.address)
        found = problems or [each for each in _leading_nowhere(site, today) if each.message not in before]
    if found or moved is None or moved.path != renaming.path:
        raise RefusedError(f"the site would have these problems then:\n{report(found)}")


def _leading_nowhere(site: Site, today: date) -> list[Problem]:
    return [problem for problem in check_site(site, today) if problem.code in BROKEN]


def _told(renaming: Renaming, changes: Changes) -> str:
    others = [name for name in changes.files if name not in (renaming.page.path, renaming.path)]
    return "\n".join(
        [
            f"Moved {renaming.page.path} to {renaming.path}",
            *(f"Changed {name}" for name in others),
            f"{count(len(others), 'other file')} changed.",
            f"{renaming.page.address} leads to {renaming.address} now.",
            "Check it: python3 scripts/check.py",
        ]
    )
