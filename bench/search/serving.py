"""A server on this computer for the benchmark: compressed like a real one, counted, and slow on demand.

The slow network is made here, not by the browser, because Chromium slows only what the page itself asks for
and not what its worker does: the server waits a round trip before each answer and sends all of them through
one line.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Lighthouse's phone on slow 4G: a round trip in seconds, bytes a second, how much slower its processor is.
ROUND_TRIP, BYTES_A_SECOND, SLOWER = 0.15, 1.6e6 / 8, 4


@functools.lru_cache(maxsize=2000)
def compressed(path: Path, _changed: int, added: str) -> bytes:
    return gzip.compress(path.read_bytes() + added.encode())


class Server(http.server.ThreadingHTTPServer):
    """Remembers what was asked for and how many bytes that took."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        self.slow = False
        self.line = threading.Lock()
        self.sent: list[tuple[str, int]] = []
        self.added: dict[str, str] = {}  # what stands behind a file's own text

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @contextmanager
    def counting(self) -> Iterator[list[tuple[str, int]]]:
        """What is sent in the meantime: each path with its bytes."""
        self.sent = []
        yield self.sent

    @contextmanager
    def slowly(self) -> Iterator[None]:
        self.slow = True
        yield
        self.slow = False


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: object) -> None:
        """Tell nothing: the server counts by itself."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        added = self.server.added.get(self.path, "")
        body = compressed(path, path.stat().st_mtime_ns, added) if path.is_file() else b""
        if self.server.slow:
            time.sleep(ROUND_TRIP)
            with self.server.line:
                time.sleep(len(body) / BYTES_A_SECOND)
        self.server.sent.append((self.path, len(body)))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
