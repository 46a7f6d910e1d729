"""All of it at once, for rendering. A check never comes here, so it loads no drawing library."""

from __future__ import annotations

from typing import Any

from ...site import Page, Site
from ..addresses import in_full
from ..filters import for_theme
from .feed import FILE, feed_files
from .listings import listing_files, sitemap_entries
from .pictures import SIZE, part_of, picture_files, previews_of
from .structured import script_text, structured_data


def page_data(site: Site, page: Page, parent: tuple[str, str] | None) -> dict[str, str]:
    """What the head of one page needs besides its title, its description and its address."""
    return {"preview": part_of(page), "structured": script_text(structured_data(site, page, parent))}


def theme_data(site: Site) -> dict[str, Any]:
    """What the theme needs for all pages."""
    has_address = bool(site.settings.site_url)
    return {
        "previews": _pictures(site) if has_address else {},
        "sitemap": sitemap_entries(site),
        "feed": FILE if has_address else "",
    }


def preview_files(site: Site) -> dict[str, str | bytes]:
    """The files, by their place in the docs folder."""
    return {**picture_files(site), **listing_files(site), **feed_files(site)}


def _pictures(site: Site) -> dict[str, dict[str, Any]]:
    """The picture of each part of the site. Others fetch it, so its address is a full one."""
    width, height = SIZE
    return {
        name: {
            "url": in_full(site.settings, preview.path),
            "alt": for_theme(preview.alt),
            "width": width,
            "height": height,
        }
        for name, preview in previews_of(site).items()
    }
