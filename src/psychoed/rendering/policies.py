"""What a browser lets a page do. The policy in each page and the headers that a host may send have one home.

A policy in a page can't say who may show it in a frame; a header can. Hosts that read a ``_headers`` file
send it by themselves.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from jinja2 import Environment
from markupsafe import Markup

SELF, NONE = "'self'", "'none'"
# A small page without the theme: nothing from anywhere, the site itself included.
NOTHING = {"default-src": NONE, "base-uri": NONE, "form-action": NONE}
# The page at an old address leads on by a script.
REDIRECT = NOTHING | {"script-src": SELF}
# A reading list, without the theme: the site's own files, and its list of codes.
READING_LIST = REDIRECT | {"style-src": SELF, "img-src": f"{SELF} data:", "connect-src": SELF}
# A page of the theme. Pictures as data: Material's style sheet draws its symbols that way. Frames: the page
# about data shows an embed at work.
THEME = NOTHING | {
    "script-src": SELF,
    "style-src": SELF,
    "img-src": f"{SELF} data:",
    "connect-src": SELF,
    "worker-src": SELF,
    "frame-src": SELF,
}
# The preview writes a script with a number of its own into each page, to load it again when a file changes.
PREVIEW = THEME | {"script-src": f"{SELF} 'unsafe-inline'"}

HEADERS_FILE = "_headers"
EVERYWHERE = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
NO_FRAMES = {"Content-Security-Policy": "frame-ancestors 'self'"}
# Small pages that are made for frames on other sites.
FOR_FRAMES = "embed"


def as_text(policy: dict[str, str]) -> str:
    """A policy as it stands in a page or a header."""
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def inline_style(templates: Environment, name: str) -> Markup:
    """A style as it stands in a page, sign for sign: the policy names it by its sum."""
    lines = templates.get_template(name).render().splitlines()
    return Markup("\n".join(line.strip() for line in lines if line.strip()))  # noqa: S704 (a file of ours)


def style_only(style: str) -> str:
    """The policy of a small page: its one style, and an icon that is no file."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return as_text(NOTHING | {"style-src": f"'sha256-{digest}'", "img-src": "data:"})


def headers_file(addresses: Iterable[str]) -> str:
    """A file of headers as some hosts read it. ``addresses`` are the site's pages.

    Where two rules meet, one host adds the second to the first and another can't take it back. So each folder
    that nobody else may frame is named, and the folder of embeds is not.
    """
    folders = sorted({address.split("/")[1] for address in addresses} - {"", FOR_FRAMES})
    framed = ["/", *(f"/{folder}/*" for folder in folders)]
    rules = [_rule("/*", EVERYWHERE), *(_rule(path, NO_FRAMES) for path in framed)]
    return "\n".join(rules)


def _rule(path: str, headers: dict[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
