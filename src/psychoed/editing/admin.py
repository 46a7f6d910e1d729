"""The editor at /admin/: Sveltia CMS from vendor/, set up from the models, the questions and mkdocs.yml.

Nothing of it is committed or published unless mkdocs.yml says ``extra: admin: true``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from ..loading import DATA, FILE_NAME, FOLDERS
from ..problems import ContentError, Problem
from ..site import META, Kind, Page, Settings, Site
from .form_fields import Field, FormMaker, NoFormError, label_of
from .templates import body_text, in_order

FOLDER = "admin"
VENDOR = Path(__file__).parents[3] / "vendor"
SCRIPT = Path(__file__).with_name("admin.js")
ICONS = "icons.woff2"
# Where the script would fetch the font of its icons from: it gets the file beside it instead.
FOREIGN_ICONS = re.compile(r"https://[^\s()]+/material-symbols-outlined[^\s()]+\.woff2")

GUIDES = "docs/guides"
NAMES = {
    Kind.CONDITION: ("conditions", "Conditions", "condition"),
    Kind.THERAPY: ("therapies", "Therapies", "therapy"),
    Kind.LEVEL: ("levels-of-care", "Levels of care", "level of care"),
    Kind.GUIDE: ("guides", "Guides", "guide"),
    Kind.PLAIN: ("pages", "Other pages", "page"),
}
BODY_HINT = (
    "The page below its facts, in Markdown. Keep the questions (lines with ##) word for word and in order. "
    "Lines with {{ … }} are parts made from data. Every sentence with a number cites a source: [@source-id]."
)
# Data files that have no form, and why. Those with a shape that a form can't hold tell it themselves.
LEFT_OUT = {
    "permalinks": "check.py gives its lines, and none of them ever changes",
    "sources": "it has hundreds of entries, more than one form can show",
    "questions": "a question changes together with the heading of every page of its kind",
}


@dataclass(frozen=True)
class Saving:
    """Where the editor saves, and which other addresses the browser may talk to for it."""

    backend: Mapping[str, Any]
    hosts: tuple[str, ...] = ()
    by_pull_request: bool = False


def published(settings: Settings) -> Saving:
    """Saving for everyone: a branch and a pull request on GitHub for each page. Raises ContentError."""
    address = urlsplit(settings.repo_url)
    repository = address.path.strip("/").removesuffix(".git")
    if address.hostname != "github.com" or repository.count("/") != 1:
        message = f"the editor at /admin/ can't save to '{settings.repo_url}'"
        remedy = "write your repository on github.com as 'repo_url', or 'admin: false' under 'extra'"
        raise ContentError([Problem("mkdocs.yml", 1, "L008", message, remedy)])
    branch = settings.edit_uri.strip("/").partition("/")[2].partition("/")[0] or "main"
    backend = {
        "name": "github",
        "repo": repository,
        "branch": branch,
        "auth_methods": ["token"],
        "open_authoring": True,
        "auth_scope": "public_repo",
    }
    return Saving(backend, ("https://api.github.com",), by_pull_request=True)


def local(settings: Settings) -> Saving:
    """Saving to a folder of this computer. The browser talks to nobody; a repository only gives its name."""
    name = urlsplit(settings.repo_url).path.strip("/")
    repository = name if re.fullmatch(r"[^/:]+/[^/:]+", name) else "this/repository"
    return Saving({"name": "github", "repo": repository, "branch": "main", "auth_methods": ["token"]})


def admin_files(site: Site, templates: Environment, saving: Saving) -> dict[str, str | bytes]:
    """Every file of the editor, by its place in the site."""
    script = (VENDOR / "sveltia-cms" / "sveltia-cms.js").read_text(encoding="utf-8")
    page = templates.get_template("admin.html").render(site_name=site.settings.site_name, hosts=saving.hosts)
    files: dict[str, str | bytes] = {
        "index.html": page,
        "config.json": json.dumps(admin_config(site, saving), indent=1, ensure_ascii=False) + "\n",
        "admin.js": SCRIPT.read_text(encoding="utf-8"),
        "sveltia-cms.js": FOREIGN_ICONS.sub(ICONS, script),
        "js-yaml.js": (VENDOR / "js-yaml" / "js-yaml.umd.min.js").read_text(encoding="utf-8"),
        ICONS: next((VENDOR / "material-symbols").glob("*.woff2")).read_bytes(),
        "licenses.txt": "\n\n".join(_licenses()),
    }
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def _licenses() -> list[str]:
    """The terms under which the others' files are passed on, each below the name of its folder."""
    files = sorted(VENDOR.glob("*/LICENSE"))
    return [f"{path.parent.name}\n\n{path.read_text(encoding='utf-8').strip()}" for path in files]


# --- the configuration ---


def admin_config(site: Site, saving: Saving) -> dict[str, Any]:
    """What the editor has to know: where to save, and a form for every kind of page and data file."""
    return {
        "backend": dict(saving.backend),
        "publish_mode": "editorial_workflow" if saving.by_pull_request else "simple",
        "app_title": f"Edit {site.settings.site_name}",
        "site_url": site.settings.site_url or "/",
        "media_folder": "docs/assets",
        "public_folder": "/assets",
        "media_libraries": {"stock_assets": {"providers": []}},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            {**each, "publish": False}  # a person merges on GitHub, where the checks are seen
            for each in (*_page_collections(site), _lists(site), _data(site))
        ],
    }


def _page_collections(site: Site) -> list[dict[str, Any]]:
    return [_collection(site, kind, folder) for folder, kind in _folders()]


def _folders() -> list[tuple[str, Kind]]:
    folders = [(folder, kind) for folder, _, kind in FOLDERS]
    return [*folders[:-1], (GUIDES, Kind.GUIDE), folders[-1]]


def _collection(site: Site, kind: Kind, folder: str) -> dict[str, Any]:
    name, label, singular = NAMES[kind]
    other = {"name": "index", "label": "List of guides", "fields": _page_fields(site, Kind.PLAIN)}
    return {
        "name": name,
        "label": label,
        "label_singular": singular,
        "folder": folder,
        "format": "yaml-frontmatter",
        "extension": "md",
        "create": kind is not Kind.LEVEL,  # a level is a column of the comparison first
        "delete": False,  # other pages and saved bookmarks lead to it
        "duplicate": False,
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "pattern": [f"^{FILE_NAME.pattern}$", "Use lower-case letters, digits and single hyphens."],
            "hint": "The last part of the page's address. It can't be changed here later.",
        },
        "sortable_fields": {"fields": ["title"]},
        "fields": _page_fields(site, kind),
        **({"index_file": other} if kind is Kind.GUIDE else {}),
    }


def _page_fields(site: Site, kind: Kind) -> list[Field]:
    model = META[kind]
    made = {each["name"]: each for each in _maker(site).fields(model)}
    return [*(made[name] for name in in_order(model.model_fields)), _body(site, kind)]


def _body(site: Site, kind: Kind) -> Field:
    asked = site.question_set(kind)
    start = body_text(asked).rstrip("\n") if asked else ""
    return {
        "name": "body",
        "label": "Text",
        "hint": BODY_HINT,
        "widget": "markdown",
        "modes": ["raw"],  # rich text would write our citations and components its own way
        "use_emoji_autocomplete": False,
        **({"default": start} if start else {}),
    }


def _maker(site: Site) -> FormMaker:
    levels = site.levels_of_care.levels if site.levels_of_care else ()
    authors = Counter(page.meta.review.author for page in site.pages)
    usual = {"review.author": authors.most_common(1)[0][0]} if authors else {}
    return FormMaker(
        tables={"cells": {level.id: level.short_name for level in levels}},
        pages={"parent": NAMES[Kind.CONDITION][0]},
        defaults={**usual, "review.written": "{{now}}"},
    )


def _lists(site: Site) -> dict[str, Any]:
    """The plain pages in folders of their own: lists and comparisons."""
    pages = [page for page in site.of_kind(Kind.PLAIN) if _is_in_a_folder(page)]
    fields = _page_fields(site, Kind.PLAIN)
    return {
        "name": "lists",
        "label": "Lists and comparisons",
        "files": [
            {
                "name": page.uri.removesuffix(".md").replace("/", "-"),
                "label": page.meta.title,
                "file": page.path,
                "format": "yaml-frontmatter",
                "fields": fields,
            }
            for page in pages
        ],
    }


def _is_in_a_folder(page: Page) -> bool:
    return page.uri.count("/") > 0 and page.path != f"{GUIDES}/index.md"


def _data(site: Site) -> dict[str, Any]:
    forms, _ = data_forms(site)
    return {
        "name": "data",
        "label": "Data",
        "files": [
            {
                "name": name,
                "label": label_of(name),
                "file": f"content/data/{name}.yml",
                "format": "yaml",
                "fields": fields,
            }
            for name, fields in forms.items()
        ],
    }


def data_forms(site: Site) -> tuple[dict[str, list[Field]], dict[str, str]]:
    """The data files that have a form with its fields, and those that have none with the reason."""
    maker, forms, without = _maker(site), {}, dict(LEFT_OUT)
    for name, model in DATA.items():
        if name in without:
            continue
        try:
            forms[name] = (
                _fixed_levels(maker.fields(model)) if name == "levels-of-care" else maker.fields(model)
            )
        except NoFormError as error:
            without[name] = str(error)
    return forms, without


def _fixed_levels(fields: list[Field]) -> list[Field]:
    """The comparison without new levels: each needs a page, and a cell in every row, before it is saved."""
    return [
        {**each, "allow_add": False, "allow_remove": False} if each["name"] == "levels" else each
        for each in fields
    ]
