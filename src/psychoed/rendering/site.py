"""Render a whole site: its pages, its files and what the theme has to know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from ..handouts.files import place_of
from ..markup import Piece, scan
from ..models import HelpLine
from ..permalinks import FOLDER as DISCREET
from ..permalinks import QR_FILE
from ..quality.report import Checked, Report, report_of
from ..reading_lists import LIST
from ..site import Kind, Page, Settings, Site
from .addresses import discreet_url, in_full
from .body import render_body, sections
from .context import PageContext, template_environment
from .downloads import comparison_files, evidence_files, report_files
from .embeds import embed_files, embeds_of
from .exit_page import exit_button
from .filters import for_theme
from .help_now import urgent, urgent_lines
from .paper import paper_values
from .policies import HEADERS_FILE, THEME, as_text, headers_file
from .previews.descriptions import description
from .qr import qr_drawing
from .redirects import redirect_files
from .related import neighbours, related_pages
from .search_index import FOLDER as SEARCH
from .search_index import search_files

# The parts of the site that its menu leads to, in order.
MENU = (
    ("Conditions", "/conditions/"),
    ("Therapies", "/therapies/"),
    ("Levels of care", "/levels-of-care/"),
    ("Compare", "/compare/"),
    ("Guides", "/guides/"),
    ("For clinicians", "/for-clinicians/"),
    ("About", "/about/"),
)
PARENT = {
    Kind.CONDITION: ("Conditions", "/conditions/"),
    Kind.THERAPY: ("Therapies", "/therapies/"),
    Kind.LEVEL: ("Levels of care", "/levels-of-care/"),
    Kind.GUIDE: ("Guides", "/guides/"),
}


@dataclass(frozen=True)
class RenderedPage:
    """A page as an engine takes it: front matter and Markdown, and the file its editor edits.

    ``cited`` are the ids of the sources in its list, in order.
    """

    uri: str
    source: str
    meta: dict[str, Any]
    markdown: str
    cited: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The page as one Markdown file."""
        head = yaml.safe_dump(self.meta, allow_unicode=True, sort_keys=False)
        return f"---\n{head}---\n\n{self.markdown}\n"


@dataclass(frozen=True)
class Rendered:
    """Everything an engine needs: pages and files by their place in the docs folder, and the theme's data."""

    pages: dict[str, RenderedPage]
    files: dict[str, str | bytes]
    nav: list[dict[str, str]]
    extra: dict[str, Any] = field(default_factory=dict)


def render(site: Site, overrides: Path, checked: Checked) -> Rendered:
    """Render every page. The site has passed its checks, and ``checked`` tells what they found and when;
    ``overrides`` is the folder of templates.

    The report tells how many sources each page shows, its own page among them. So a page that shows the
    report is rendered once more when all others are done.
    """
    # A check loads this module and makes no files: it shall not wait for what they need.
    from ..api.files import api_files  # noqa: PLC0415
    from .discreet import discreet_files  # noqa: PLC0415
    from .list_pages import list_files  # noqa: PLC0415
    from .previews.everything import preview_files, theme_data  # noqa: PLC0415

    templates = template_environment(overrides)
    pages = {page.uri: render_page(site, page, templates) for page in site.pages}
    cited = {page.address: pages[page.uri].cited for page in site.pages}
    report = report_of(site, checked, cited)
    again = (page for page in site.pages if shows(page, "quality_report"))
    pages |= {page.uri: render_page(site, page, templates, report) for page in again}
    files: dict[str, str | bytes] = {
        **comparison_files(site),
        **evidence_files(site),
        **report_files(report),
        **redirect_files(site, templates),
        **api_files(site, cited, [(embed.title, embed.address) for embed in embeds_of(site)]),
        **embed_files(site, templates, cited),
        **preview_files(site),
        **search_files(site),
        **discreet_files(site, templates, cited),
        HEADERS_FILE: headers_file([*site.addresses(), f"/{DISCREET}/", LIST]),
        **list_files(site, templates),
    }
    return Rendered(pages, files, _nav(site), {"psychoed": _theme_data(site, files) | theme_data(site)})


def shows(page: Page, component: str) -> bool:
    """Whether a page calls a component."""
    calls = (token.text for token in scan(page.body) if token.piece is Piece.COMPONENT)
    return any(component in call for call in calls)


def render_page(site: Site, page: Page, templates: Environment, report: Report | None = None) -> RenderedPage:
    """One page: its head, its body with components and citations, its sources, its end."""
    ctx = PageContext(site, page, templates, report)
    around = paper_values(site, page, shows(page, "help_lines"))
    head = ctx.render("sheet_head", **around, code=qr_drawing(around["door"]))
    crumbs = ctx.render("crumbs", parent=parent_of(site, page))
    start = ctx.render("page_start", contents=_contents(site, page))
    body = render_body(ctx)
    end = _end(ctx)
    parts = [head, crumbs, f"# {page.meta.title}", start, body, end, ctx.render("sheet_end", **around)]
    text = "\n\n".join(part for part in parts if part)
    return RenderedPage(page.uri, page.path, _meta(site, page), text, tuple(ctx.citations.numbers))


def parent_of(site: Site, page: Page) -> tuple[str, str] | None:
    """The page above this one, as a name and an address."""
    if page.kind in PARENT:
        return PARENT[page.kind]
    above = page.address.rstrip("/").rpartition("/")[0] + "/"
    found = site.by_address().get(above)
    return (found.meta.title, above) if found and above not in ("/", page.address) else None


def _contents(site: Site, page: Page) -> list[tuple[str, str]]:
    """The questions of a page that has them, as headings and anchors."""
    return [] if page.kind is Kind.PLAIN else sections(site, page)


def _end(ctx: PageContext) -> str:
    """Sources, related pages, review, previous and next."""
    previous, following = neighbours(ctx.site, ctx.page)
    related = ctx.render("related", pages=related_pages(ctx.site, ctx.page))
    review = ctx.render("review", review=ctx.page.meta.review, edit_url=edit_url(ctx.site.settings, ctx.page))
    printing = ctx.render("printing", pdf=_pdf(ctx))
    around = ctx.render("neighbours", previous=previous, following=following)
    cited = ctx.cited_sources()
    sources = f"## Sources {{#sources}}\n\n{ctx.render('references', cited=cited)}" if cited else ""
    parts = (sources, related, _share(ctx), review, printing, around)
    return "\n\n".join(part for part in parts if part)


def _share(ctx: PageContext) -> str:
    """The panel for sharing the page and its sections."""
    site, address = ctx.site, ctx.page.address
    links = site.permalinks
    parts = [
        (title, anchor, ctx.url(links.path_for(address, anchor)))
        for title, anchor in sections(site, ctx.page)
    ]
    return ctx.render(
        "share",
        page_url=in_full(site.settings, address),
        discreet_url=discreet_url(site, address),
        qr=ctx.url(f"{links.path_for(address)}{QR_FILE}"),
        sections=parts,
        pdf=_pdf(ctx),
    )


def _pdf(ctx: PageContext) -> str:
    """The place of the page's handout, or nothing when the site is built without it."""
    place = place_of(ctx.page.address)
    return place if place in ctx.site.handouts else ""


def edit_url(settings: Settings, page: Page) -> str:
    """Where an editor changes the page's real file, or nothing when the site names no repository."""
    if not settings.repo_url or not settings.edit_uri:
        return ""
    return f"{settings.repo_url.rstrip('/')}/{settings.edit_uri.strip('/')}/{page.path}"


def _meta(site: Site, page: Page) -> dict[str, Any]:
    """What the theme reads of a page. Addresses are without the first slash, as engines have them."""
    from .previews.everything import page_data  # noqa: PLC0415

    address = page.address.lstrip("/")
    section = address.split("/")[0]
    return {
        "title": for_theme(page.meta.title),
        "description": for_theme(description(page)),
        "kind": page.kind.value,
        "address": address,
        "section": f"{section}/" if section else "",
        "exit_page": page.meta.exit_page,
        **page_data(site, page, parent_of(site, page)),
    }


def _nav(site: Site) -> list[dict[str, str]]:
    """The engine's navigation: only the menu, so that a page costs the same however many there are."""
    pages = site.by_address()
    entries = [("Home", "/"), ("Get help now", "/get-help-now/"), *MENU]
    return [{title: pages[address].uri} for title, address in entries if address in pages]


def _theme_data(site: Site, files: Iterable[str]) -> dict[str, Any]:
    """What the theme's own templates show on every page."""
    pages = site.by_address()
    menu = [{"title": title, "url": address.lstrip("/")} for title, address in MENU if address in pages]
    return {
        "menu": menu,
        "policy": as_text(THEME),
        "help": urgent_lines(site),
        "search": {"index": _search_file(files, "index"), "crisis": _search_file(files, "crisis")},
        "crisis_lines": _crisis_lines(site),
        "exit": exit_button(site),
    }


def _search_file(files: Iterable[str], name: str) -> str:
    """Where a file of the search is: its name changes with what it holds."""
    return next((path for path in files if path.startswith(f"{SEARCH}/{name}-")), "")


def _crisis_lines(site: Site) -> list[dict[str, str]]:
    """The lines that a search for something dangerous shows. ``for`` names the kinds of danger that a line
    is for; the most urgent lines are for all of them."""
    now = urgent(site)
    kinds = site.danger.kinds if site.danger else ()
    lines = [(line, "") for line in now]
    for line in site.help_lines.default.lines if site.help_lines else ():
        of = " ".join(kind.id for kind in kinds if line.id in kind.lines)
        if of and line.call and line not in now:
            lines.append((line, of))
    return [_shown(line, of) for line, of in lines]


def _shown(line: HelpLine, of: str) -> dict[str, str]:
    text = line.text
    return {
        "name": line.name,
        "what_for": line.what_for,
        "call": line.call or "",
        "tel": (line.call or "").replace(" ", ""),
        "text": text.number if text else "",
        "keyword": (text.keyword if text else None) or "",
        "for": of,
    }
