"""Read ``content/`` and ``docs/`` into a Site, collecting every problem instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from . import models
from .permalinks import Permalinks, derived_code
from .problems import Problem
from .recording import completed
from .site import META, DataFile, Kind, Page, Settings, Site, address_of
from .words import did_you_mean
from .yamlines import Document, YamlError, read_yaml

# Which folder becomes which kind of page, and where its pages go in the docs folder an engine sees.
FOLDERS = (
    ("content/conditions", "conditions", Kind.CONDITION),
    ("content/therapies", "therapies", Kind.THERAPY),
    ("content/levels-of-care", "levels-of-care", Kind.LEVEL),
    ("docs", "", Kind.PLAIN),
)

# Each data file, and what it holds. The name is also the Site's attribute, with underscores.
DATA: dict[str, Any] = {
    "sources": dict[models.Slug, models.Source],
    "evidence": models.Evidence,
    "levels-of-care": models.LevelsOfCare,
    "help-lines": models.HelpLines,
    "questions": models.Questions,
    "program": models.Program,
    "glossary": models.Glossary,
    "figures": models.Figures,
    "tools": dict[models.Slug, models.Tool],
    "vocabulary": models.Vocabulary,
    "handout-sets": models.HandoutSets,
    "danger": models.Danger,
    "danger-examples": models.DangerExamples,
    "permalinks": dict[models.Code, models.Permalink],
}

# What may stand under docs/ besides pages.
ASSETS = frozenset({".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".txt", ".woff2", ".pdf"})
LARGEST_PAGE, LONGEST_LINE = 200_000, 5_000
FENCE = "---"
ADMIN = re.compile(r"^extra:[ \t]*\n(?:[ \t].*\n|\n)*?[ \t]+admin:[ \t]*true\b", re.MULTILINE)
FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_site(root: Path) -> tuple[Site, list[Problem]]:
    """Load everything under ``root``. What could not be loaded is left out and told as a problem."""
    loader = _Loader(root)
    return loader.load(), loader.problems


def site_files(root: Path) -> tuple[list[str], list[str]]:
    """The pages and the data files that are there under ``root``, readable or not."""
    loader = _Loader(root)
    pages = [loader.name(path) for path, _, _ in loader.page_files()]
    data = [loader.data_file(name) for name in DATA]
    return pages, [loader.name(path) for path in data if path.is_file()]


@dataclass
class _Loader:
    root: Path
    problems: list[Problem] = field(default_factory=list)

    def load(self) -> Site:
        site = Site(self.settings())
        self.refuse_strangers()
        for name, model in DATA.items():
            self.load_data(site, name, model)
        for path, uri, kind in self.page_files():
            page = self.page(path, uri, kind)
            if page:
                site.pages.append(page)
            else:
                site.unreadable[address_of(uri)] = kind
        site.assets = self.assets()
        self.refuse_clashes(site)
        self.refuse_claims(site)
        site.recorded = site.permalinks
        site.permalinks = completed(site, derived_code)
        return site

    # --- files ---

    def page_files(self) -> Iterator[tuple[Path, str, Kind]]:
        for folder, target, kind in FOLDERS:
            base = self.root / folder
            for path in sorted(
                path for path in base.rglob("*.md") if path.is_file() and not path.is_symlink()
            ):
                inner = path.relative_to(base).as_posix()
                uri = f"{target}/{inner}" if target else inner
                yield path, uri, _kind_in_docs(uri) if kind is Kind.PLAIN else kind

    def assets(self) -> dict[str, Path]:
        docs = self.root / "docs"
        files = (path for path in docs.rglob("*") if path.is_file() and path.suffix != ".md")
        return {path.relative_to(docs).as_posix(): path for path in files}

    def text(self, path: Path) -> str | None:
        name = self.name(path)
        try:
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            return text if self.has_a_size_to_read(name, text) else None
        except OSError:
            self.add(name, 1, "L011", "this file is missing", "put it back; the site needs it")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            message = "this file is not UTF-8 text; an unreadable character stands on this line"
            self.add(name, line, "L001", message, "save the file again with the encoding UTF-8")
        return None

    def has_a_size_to_read(self, name: str, text: str) -> bool:
        """Whether a page is of a size that a person could have written; data files may be larger."""
        longest = max((len(line) for line in text.split("\n")), default=0)
        if not name.endswith(".md") or (len(text) <= LARGEST_PAGE and longest <= LONGEST_LINE):
            return True
        message = f"this page has {len(text):,} characters, {longest:,} of them on one line"
        limits = f"at most {LARGEST_PAGE:,}, and {LONGEST_LINE:,} on a line"
        self.add(name, 1, "L013", message, f"make it {limits}, or split it into several pages")
        return False

    def refuse_strangers(self) -> None:
        """Everything under docs/ would be published, and what nothing reads would be lost without a word."""
        for folder in ("docs", "content"):
            for path in sorted(self.root.joinpath(folder).rglob("*")):
                inner = path.relative_to(self.root / folder)
                if any(part.startswith(".") for part in inner.parts):
                    continue
                if path.is_symlink() or not (path.is_dir() or path.is_file()):
                    self.add(
                        self.name(path),
                        1,
                        "L012",
                        "this is a link and not a file",
                        "put the file itself here",
                    )
                elif path.is_dir() and path.suffix:
                    self.add(self.name(path), 1, "L012", "this is a folder", "give it a name without a dot")
                elif path.is_file() and not self.is_read(folder, inner):
                    remedy = "take it out, or correct its folder or the end of its name"
                    self.add(self.name(path), 1, "L012", "nothing on the site is made from this file", remedy)

    def is_read(self, folder: str, inner: Path) -> bool:
        if folder == "docs":
            return inner.suffix in ASSETS or inner.suffix == ".md"
        if inner.parent.as_posix() == "data":
            return inner.suffix == ".yml" and inner.stem in DATA
        return inner.suffix == ".md" and f"content/{inner.parent.as_posix()}" in {
            place for place, _, _ in FOLDERS
        }

    def settings(self) -> Settings:
        path = self.root / "mkdocs.yml"
        text = self.text(path)
        known: dict[str, Any] = {}
        for key in Settings.__dataclass_fields__:
            match = re.search(rf"^{key}:[ \t]*(.+)$", text or "", re.MULTILINE)
            if match:
                known[key] = match[1].strip().strip("'\"")
        return Settings(**{"site_name": "psychoed", **known, "admin": bool(ADMIN.search(text or ""))})

    # --- data ---

    def data_file(self, name: str) -> Path:
        return self.root / "content" / "data" / f"{name}.yml"

    def load_data(self, site: Site, name: str, model: Any) -> None:
        attribute = name.replace("-", "_")
        path = self.data_file(name)
        document = self.document(path)
        value = None if document is None else self.validate(model, document, self.name(path))
        if value is None:
            site.broken.add(attribute)
            return
        assert document is not None
        setattr(site, attribute, Permalinks(value) if name == "permalinks" else value)
        site.files[attribute] = DataFile(self.name(path), document)

    def document(self, path: Path) -> Document | None:
        text = self.text(path)
        return None if text is None else self.parse(text, 1, self.name(path))

    def parse(self, text: str, first_line: int, name: str) -> Document | None:
        try:
            return read_yaml(text, first_line)
        except YamlError as problem:
            code = "L003" if problem.duplicate else "L002"
            self.add(name, problem.line, code, problem.message, problem.remedy)
            return None

    def validate(self, model: Any, document: Document, name: str) -> Any:
        try:
            return TypeAdapter(model).validate_python(document.value)
        except ValidationError as error:
            for detail in _telling(error.errors()):
                code, message, remedy = _explain(detail, model)
                self.add(name, document.line(_where(detail)), code, message, remedy)
            return None

    # --- pages ---

    def page(self, path: Path, uri: str, kind: Kind) -> Page | None:
        name = self.name(path)
        self.check_file_name(path, name)
        text = self.text(path)
        split = None if text is None else self.split(text, name)
        if split is None:
            return None
        head, body, body_line = split
        document = self.parse(head, 2, name)
        if document is None:
            return None
        meta = self.validate(META[kind], document, name)
        return meta and Page(name, uri, kind, meta, body, body_line, document, f"\n{head}")

    def split(self, text: str, name: str) -> tuple[str, str, int] | None:
        """Front matter, body, and the line on which the body begins."""
        lines = text.split("\n")
        if lines[0].rstrip() != FENCE:
            remedy = (
                "begin the file with a line of three dashes, the title and the other keys, then three dashes"
            )
            self.add(name, 1, "L004", "this page has no front matter", remedy)
            return None
        for number, line in enumerate(lines[1:], start=2):
            if line.rstrip() == FENCE:
                return "\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1
        remedy = "put a line of three dashes after its last key"
        self.add(name, 1, "L005", "the front matter is not closed", remedy)
        return None

    def check_file_name(self, path: Path, name: str) -> None:
        if not FILE_NAME.fullmatch(path.stem):
            remedy = "rename it with lower-case letters, digits and single hyphens, like panic-disorder.md"
            self.add(name, 1, "L009", f"the file name '{path.name}' can't be an address", remedy)

    def refuse_clashes(self, site: Site) -> None:
        first: dict[str, Page] = {}
        for page in site.pages:
            other = first.setdefault(page.address, page)
            if other is not page:
                message = f"this page and {other.path} both want the address {page.address}"
                self.add(page.path, 1, "L010", message, "rename one of the two files")

    def refuse_claims(self, site: Site) -> None:
        """An old address leads to one page, and to none while a page has it."""
        taken = {page.address: page.path for page in reversed(site.pages)}
        for page in site.pages:
            for number, old in enumerate(page.meta.moved_from):
                other = taken.get(old) or ("another page" if old in site.unreadable else None)
                taken.setdefault(old, page.path)
                if other:
                    whose = "this page" if other == page.path else other
                    message = f"the old address {old} belongs to {whose} already"
                    self.add(page.path, page.line("moved_from", number), "L010", message, "take it out here")

    # --- problems ---

    def name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def add(self, path: str, line: int, code: str, message: str, remedy: str) -> None:
        self.problems.append(Problem(path, line, code, message, remedy))


def _kind_in_docs(uri: str) -> Kind:
    return Kind.GUIDE if uri.startswith("guides/") and uri != "guides/index.md" else Kind.PLAIN


def _telling(details: list[Any]) -> list[Any]:
    """Without the lists that are too short only because their items are wrong."""
    places = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(
            place != detail["loc"] and place[: len(detail["loc"])] == detail["loc"] for place in places
        )
    ]


def _where(detail: Any) -> tuple[str | int, ...]:
    misfit = (detail.get("ctx") or {}).get("error")
    return (*detail["loc"], *(misfit.where if isinstance(misfit, models.MisfitError) else ()))


def _explain(detail: Any, model: Any) -> tuple[str, str, str]:
    """Turn one of pydantic's error details into a code, a message and a remedy for an editor."""
    where, key = detail["loc"], str(detail["loc"][-1]) if detail["loc"] else ""
    kind = detail["type"]
    if kind == "extra_forbidden":
        known = sorted(_fields_at(model, where[:-1]))
        remedy = did_you_mean(key, known, f"use one of: {', '.join(known)}")
        return "L006", f"the key '{key}' is unknown here", remedy
    if kind == "missing":
        return "L007", f"the key '{key}' is missing", f"add a line '{key}: …'{_describe(model, where)}"
    misfit = (detail.get("ctx") or {}).get("error")
    if isinstance(misfit, models.MisfitError):
        return "L008", str(misfit), misfit.remedy
    subject = f"'{key}'" if key and not key.isdigit() else "this value"
    return (
        "L008",
        f"{subject} is not right ({_sentence(detail)})",
        f"correct {subject}{_describe(model, where)}",
    )


def _sentence(detail: Any) -> str:
    """Pydantic's message in words an editor knows."""
    kind, context = detail["type"], detail.get("ctx") or {}
    known = {
        "string_type": "it has to be text; put it in quotes",
        "dict_type": "it has to be a group of 'key: value' lines",
        "model_type": "it has to be a group of 'key: value' lines",
        "model_attributes_type": "it has to be a group of 'key: value' lines",
        "tuple_type": "it has to be a list, each item after a dash",
        "list_type": "it has to be a list, each item after a dash",
        "date_type": "it has to be a day like 2026-11-23",
        "date_from_datetime_parsing": "it has to be a day like 2026-11-23",
        "date_parsing": "it has to be a day like 2026-11-23",
        "bool_parsing": "it has to be true or false",
        "bool_type": "it has to be true or false",
        "int_parsing": "it has to be a whole number, like 2024",
        "int_type": "it has to be a whole number, like 2024",
        "float_parsing": "it has to be a number",
        "float_type": "it has to be a number",
    }
    if kind in known:
        return known[kind]
    if kind in {"too_short", "too_long"}:
        limit = context.get("min_length") or context.get("max_length")
        bound = "needs at least" if kind == "too_short" else "may have at most"
        return f"it {bound} {limit}, and has {context.get('actual_length')}"
    if kind in {"enum", "literal_error"}:
        return f"it has to be one of {context.get('expected')}"
    if kind == "string_pattern_mismatch":
        return _pattern(str(context.get("pattern")), detail.get("input"))
    texts = {
        "string_too_short": "it is empty",
        "string_too_long": f"it may have at most {context.get('max_length')} characters, and has "
        f"{len(str(detail.get('input')))}",
    }
    return texts.get(kind, str(detail["msg"]).removeprefix("Value error, "))


def _pattern(pattern: str, value: object) -> str:
    shapes = {
        "^[a-z0-9]": "lower-case-words-with-hyphens",
        "^/": "/folder/page/",
        "^https": "https://…",
        "^10": "10.1000/something",
        r"^\+?": "a phone number: digits and spaces",
        "^[^": "one line of plain words",
    }
    shape = next((text for start, text in shapes.items() if pattern.startswith(start)), pattern)
    return f"'{value}' has to look like {shape}"


def _model_at(model: Any, where: tuple[Any, ...]) -> type[BaseModel] | None:
    """The model class that describes the record at a path, following lists and mappings."""
    current: Any = model
    for part in where:
        current = _step(current, part)
    return _unwrap(current)


def _step(current: Any, part: Any) -> Any:
    inner = _unwrap(current)
    if inner is not None:
        info = inner.model_fields.get(str(part))
        return None if info is None else info.annotation
    arguments = [item for item in getattr(current, "__args__", ()) if item not in (..., type(None))]
    if len(arguments) == 1 and not isinstance(part, int):
        return _step(arguments[0], part)
    return arguments[-1] if arguments else None


def _unwrap(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [
        item
        for item in getattr(annotation, "__args__", ())
        if isinstance(item, type) and issubclass(item, BaseModel)
    ]
    optional = type(None) in getattr(annotation, "__args__", ())
    return found[0] if found and optional else None


def _fields_at(model: Any, where: tuple[Any, ...]) -> set[str]:
    found = _model_at(model, where)
    return set(found.model_fields) if found else set()


def _describe(model: Any, where: tuple[Any, ...]) -> str:
    """The description that the model gives a field, to follow a remedy in brackets."""
    names = [part for part in where if isinstance(part, str)]
    for length in range(len(where), 0, -1):
        parent = _model_at(model, where[: length - 1])
        info = parent.model_fields.get(str(where[length - 1])) if parent else None
        if info is not None and names:
            text = info.description or ""
            return f" ({text[:1].lower()}{text[1:].rstrip('.')})" if text else ""
    return ""
