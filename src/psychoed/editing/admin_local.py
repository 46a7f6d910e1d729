"""The editor on this computer: its files in a folder that goes away again, and a server for them."""

from __future__ import annotations

import functools
import sys
import tempfile
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from ..loading import load_site
from ..problems import report
from ..rendering.context import template_environment
from .admin import FOLDER, admin_files, local
from .changes import RefusedError

NEEDED = {"questions", "levels_of_care"}
HERE = "127.0.0.1"


def write_editor(root: Path, folder: Path) -> None:
    """Write the editor of the project at ``root`` below ``folder``. Raises RefusedError."""
    site, problems = load_site(root)
    if NEEDED & site.broken:
        raise RefusedError(f"mend this first:\n{report(problems)}")
    templates = template_environment(root / "overrides")
    for name, content in admin_files(site, templates, local(site.settings)).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def serve_editor(root: Path, port: int) -> int:
    """Serve the editor until Ctrl-C. Returns the exit code."""
    with tempfile.TemporaryDirectory(prefix="psychoed-") as folder:
        try:
            write_editor(root, Path(folder))
            server = ThreadingHTTPServer((HERE, port), functools.partial(Quiet, directory=folder))
        except RefusedError as error:
            print(f"The editor can't start: {error}", file=sys.stderr)
            return 1
        except OSError as error:
            message = f"The editor can't listen on port {port} ({error.strerror}): choose another with --port"
            print(message, file=sys.stderr)
            return 1
        print(_what_to_do(root, port), flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nThe editor is closed. What you saved is in this folder.")
        finally:
            server.server_close()
    return 0


def _what_to_do(root: Path, port: int) -> str:
    return "\n".join(
        [
            f"1. Open http://{HERE}:{port}/{FOLDER}/ in Chromium, Chrome, Edge or Opera.",
            "2. Click 'Work with Local Repository'.",
            f"3. Choose this folder and allow the browser to change its files: {root}",
            "4. Choose a page, change it, and click 'Save'. The file is written at once.",
            "5. Check it: python3 scripts/check.py",
            "Ctrl-C closes the editor.",
        ]
    )


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of requests, and leads from / to the editor."""

    def do_GET(self) -> None:
        if self.path == "/":
            self.send_response(302)
            self.send_header("Location", f"/{FOLDER}/")
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""
