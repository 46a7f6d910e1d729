"""Addresses: absolute in what editors write, relative in what is published.

A relative address works wherever a clinic puts the site: at a domain's root, in a folder, on a stick.
"""

from __future__ import annotations

import base64
import posixpath
from urllib.parse import urlsplit

from ..site import Settings, Site


def relative(origin: str, target: str) -> str:
    """The way from the page at ``origin`` to ``target``, an address or a file with an optional anchor.

    >>> relative("/conditions/ptsd/", "/therapies/emdr/#risks")
    '../../therapies/emdr/#risks'
    """
    path, mark, anchor = target.partition("#")
    if path == origin:
        return f"#{anchor}" if anchor else "./"
    way = posixpath.relpath(path, origin)
    folder = "/" if path.endswith("/") and way != "." else ""
    return f"{'./' if way == '.' else way + folder}{mark}{anchor}"


def markdown_target(origin_uri: str, target_uri: str, anchor: str = "") -> str:
    """A Markdown link from one source file to another, which engines check and turn into an address."""
    way = posixpath.relpath(target_uri, posixpath.dirname(origin_uri) or ".")
    return f"{way}#{anchor}" if anchor else way


def host_of(address: str) -> str:
    """The domain of an address on the web as people know it; empty when there is none.

    >>> host_of("https://www.weather.gov/")
    'weather.gov'
    """
    return (urlsplit(address).hostname or "").removeprefix("www.")


def in_full(settings: Settings, address: str) -> str:
    """An address with the site's own before it, in whatever folder that is.

    As it is when the settings name none.

    >>> in_full(Settings("Mine", "https://example.org/mind"), "/about/")
    'https://example.org/mind/about/'
    """
    return settings.site_url.rstrip("/") + address if settings.site_url else address


def discreet_url(site: Site, address: str, anchor: str = "") -> str:
    """The short address of a page or a section in full, or without the site's own when that is not known."""
    return in_full(site.settings, site.permalinks.path_for(address, anchor))


def data_url(kind: str, content: bytes) -> str:
    """A file as an address of its own, for a sheet that has no site around it."""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
