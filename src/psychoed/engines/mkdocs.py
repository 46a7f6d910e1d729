"""MkDocs: rendered pages become virtual files, so ``mkdocs build`` and ``mkdocs serve`` just work."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from ..checks.severities import Occasion
from ..problems import ContentError, Problem, errors, report
from ..project import render_project
from ..rendering import Rendered
from ..rendering.policies import PREVIEW, as_text

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice; HACKING.md says how we prepared

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import File, Files

# MkDocs hands nothing to a hook; the occasion of a build reaches it through the environment.
OCCASION = "PSYCHOED_OCCASION"
HANDOUTS = "PSYCHOED_HANDOUTS"


class Adapter:
    """The MkDocs events, in the order in which MkDocs calls them. One build keeps its pages between them."""

    def __init__(self) -> None:
        self.rendered: Rendered | None = None
        self.serving = False

    def on_startup(self, *, command: str, **_: object) -> None:
        """MkDocs says once whether this is a build or a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load, check and render before MkDocs touches the output. Errors end a build here.

        A preview goes on with the last good pages and shows the errors on them.
        """
        root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        unfinished: list[str] = []
        try:
            self.rendered, problems = render_project(root, date.today(), _occasion(), _handouts())
        except ContentError as error:
            if not self.serving or self.rendered is None:
                raise Abort(str(error)) from None
            problems = error.problems
            unfinished = [str(problem) for problem in errors(problems)]
        _tell(problems)
        config.nav = self.rendered.nav
        config.extra.update(self.rendered.extra, unfinished=unfinished)
        if self.serving:
            config.extra["psychoed"] = {**config.extra["psychoed"], "policy": as_text(PREVIEW)}
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Put the rendered pages in the place of the written ones."""
        assert self.rendered is not None
        for file in list(files.documentation_pages()):
            files.remove(file)
        for page in self.rendered.pages.values():
            file = File.generated(config, page.uri, content=page.text)
            file.edit_uri = page.source
            files.append(file)
        for uri, content in self.rendered.files.items():
            files.append(File.generated(config, uri, content=content))
        return files

    def events(self) -> dict[str, Callable[..., Any]]:
        """The functions that a hook module has to have."""
        return {name: getattr(self, name) for name in ("on_startup", "on_config", "on_files")}


def _occasion() -> Occasion:
    return Occasion(os.environ.get(OCCASION, Occasion.WRITING))


def _handouts() -> Path | None:
    folder = os.environ.get(HANDOUTS)
    return Path(folder) if folder else None


def _tell(problems: list[Problem]) -> None:
    if problems:
        print(report(problems), file=sys.stderr)


class BuildError(Exception):
    """MkDocs could not build the site. The text is what to tell the person who asked for it."""


def build(root: Path, occasion: Occasion = Occasion.WRITING, handouts: Path | None = None) -> Path:
    """Build ``root`` into its ``site`` folder and return that folder.

    MkDocs writes into a new folder beside it; only a finished build takes the old one's place, so a
    failure leaves the published site as it was. Raises BuildError with every problem found.
    """
    site = (root / "site").resolve()
    with tempfile.TemporaryDirectory(prefix=".site-", dir=site.parent) as work:
        new = Path(work) / "new"
        build_into(root, new, occasion, handouts)
        if site.exists():
            site.rename(Path(work) / "old")
        new.rename(site)
    return site


def build_into(
    root: Path, folder: Path, occasion: Occasion = Occasion.WRITING, handouts: Path | None = None
) -> None:
    """Build ``root`` into ``folder``, with the PDFs in ``handouts``. Raises BuildError with every problem."""
    os.environ[OCCASION] = occasion
    os.environ[HANDOUTS] = str(handouts or "")
    with _told_as_build_error():
        config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(folder))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()


def serve(root: Path, port: int) -> None:
    """Preview ``root`` with live reload until interrupted. Raises BuildError when it can't start."""
    try:
        with _told_as_build_error():
            mkdocs_serve(str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")
    except OSError as error:
        message = f"The preview can't listen on port {port} ({error.strerror}): choose another with --port"
        raise BuildError(message) from error


@contextmanager
def _told_as_build_error() -> Iterator[None]:
    """MkDocs' warnings on standard error, and its ways of giving up as one exception of ours."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        yield
    except (MkDocsException, SystemExit) as error:
        raise BuildError(str(error)) from error
    except TemplateError as error:
        raise BuildError(f"a template in overrides/ fails: {error}") from error
    finally:
        log.removeHandler(handler)
