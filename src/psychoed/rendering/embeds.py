"""Small pages that a clinic shows inside a page of its own: help lines of a region, and a comparison.

Each is one file with a style of its own and no script. A policy in its head lets nothing else in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from ..markup import Piece, scan
from ..models import HelpRegion
from ..site import Page, Site
from .addresses import relative
from .calls import Call, CallError, parse_call
from .components import values_of
from .context import Citations, PageContext
from .policies import inline_style, style_only

FOLDER = "/embed"
HELP = "/get-help-now/"
COMPARISON = "comparison"
STYLE = "embed.css"

# What a frame may do: open links in a tab of their own, outside of the sandbox. A browser that hands a number
# to the phone from inside a sandbox asks for 'allow-popups', too. No script, form, cookie or download.
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"


@dataclass(frozen=True)
class Embed:
    """A small page: where it stands, what it shows, the whole page it is from, how high it likes to be."""

    address: str
    title: str
    full: str
    height: int
    region: HelpRegion | None = None
    call: Call | None = None


@dataclass
class EmbedContext(PageContext):
    """A part of a page at an address of its own. Its numbers are those of the page's list of sources."""

    address: str = ""

    @property
    def embedded(self) -> bool:
        return True

    @property
    def sources_at(self) -> str:
        return self.url(self.page.address)

    def url(self, target: str) -> str:
        return relative(self.address, target)


def embeds_of(site: Site) -> list[Embed]:
    """Every small page of the site: one a region of help lines, one a page that compares levels of care."""
    return [*_help_embeds(site), *_comparison_embeds(site)]


def _help_embeds(site: Site) -> Iterator[Embed]:
    if site.help_lines is None or HELP not in site.by_address():
        return
    default = site.help_lines.default_region
    for region in sorted(site.help_lines.regions, key=lambda each: each.id != default):
        address = f"{FOLDER}/help-lines/{region.id}/"
        height = min(150 + 130 * len(region.lines), 600)
        yield Embed(address, f"Help lines: {region.name}", HELP, height, region=region)


def _comparison_embeds(site: Site) -> Iterator[Embed]:
    for page in sorted(site.pages, key=lambda each: each.address):
        call = _comparison_on(page)
        if call:
            yield Embed(f"{FOLDER}{page.address}", page.meta.title, page.address, 700, call=call)


def _comparison_on(page: Page) -> Call | None:
    for token in scan(page.body):
        if token.piece is Piece.COMPONENT:
            try:
                call = parse_call(token.text)
            except CallError:
                continue
            if call.name == COMPARISON:
                return call
    return None


def embed_files(site: Site, templates: Environment, cited: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The small pages by their place in the docs folder. ``cited`` names the sources that each page lists."""
    return {
        f"{embed.address.strip('/')}/index.html": _html(site, templates, embed, cited[embed.full])
        for embed in embeds_of(site)
    }


def _html(site: Site, templates: Environment, embed: Embed, cited: Iterable[str]) -> str:
    numbers = {name: number for number, name in enumerate(cited, 1)}
    page = site.by_address()[embed.full]
    ctx = EmbedContext(site, page, templates, citations=Citations(numbers), address=embed.address)
    style = inline_style(templates, STYLE)
    return str(
        ctx.render("embed", embed=embed, body=_body(ctx, embed), style=style, policy=style_only(style))
    )


def _body(ctx: EmbedContext, embed: Embed) -> Markup:
    if embed.call:
        return ctx.render(COMPARISON, **values_of(ctx, embed.call))
    return ctx.render("embed_help_lines", region=embed.region)
