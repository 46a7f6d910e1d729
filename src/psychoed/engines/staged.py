"""The same pages as a plain folder, for any generator that reads mkdocs.yml but runs no plugins.

Zensical is the one that is tested: ``zensical build -f FOLDER/mkdocs.yml``.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..checks.severities import Occasion
from ..project import render_project
from ..rendering import Rendered

# What only MkDocs itself understands, or what has been done already by the time the folder is there.
MKDOCS_ONLY = ("hooks", "watch", "validation", "docs_dir", "site_dir", "edit_uri", "nav", "extra")


def stage(root: Path, target: Path, today: date, occasion: Occasion = Occasion.WRITING) -> Path:
    """Write the rendered site to ``target``, an empty or new folder, and return its mkdocs.yml.

    Raises ContentError with every problem found, and FileExistsError when ``target`` holds anything.
    """
    if target.exists() and any(target.iterdir()):
        raise FileExistsError(f"'{target}' is not empty: name a new folder")
    rendered, _ = render_project(root, today, occasion)
    docs = target / "docs"
    shutil.copytree(root / "docs", docs, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    shutil.copytree(root / "overrides", target / "overrides", ignore=shutil.ignore_patterns("components"))
    for uri, content in _contents(rendered).items():
        path = docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return _configuration(root, target, rendered)


def _contents(rendered: Rendered) -> dict[str, str | bytes]:
    return {**{uri: page.text for uri, page in rendered.pages.items()}, **rendered.files}


def _configuration(root: Path, target: Path, rendered: Rendered) -> Path:
    config: dict[str, Any] = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: value for key, value in config.items() if key not in MKDOCS_ONLY}
    kept["theme"] = {**kept["theme"], "variant": "classic"}
    kept["nav"] = rendered.nav
    kept["extra"] = {**config.get("extra", {}), **rendered.extra}
    path = target / "mkdocs.yml"
    path.write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path
