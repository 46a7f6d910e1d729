"""A page as a document for paper: the same text, sources and figures, without a site around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markdown import Markdown
from markupsafe import Markup

from ..quality.report import Report
from ..rendering.addresses import data_url, in_full
from ..rendering.body import render_body
from ..rendering.context import PageContext
from ..rendering.paper import paper_values
from ..rendering.qr import qr_svg
from ..rendering.site import shows
from ..site import Page, Site
from .files import name_of
from .paper import Paper

# What a heading gets on a screen and does not need on paper.
ON_PAPER = {"toc": {"permalink": False}}


@dataclass(frozen=True)
class Sheet:
    """One page for paper: an HTML document, and the address in full where it seems to stand.

    ``file`` is the PDF's place in a folder of handouts.
    """

    address: str
    url: str
    title: str
    html: str
    file: str = ""


class Press:
    """Writes the sheets of one site. ``extensions`` are those of mkdocs.yml, with their settings."""

    def __init__(self, site: Site, templates: Environment, extensions: list[Any]) -> None:
        self.site = site
        self.templates = templates
        self.markdown = _converter(extensions)

    def sheet(self, page: Page, paper: Paper, report: Report | None = None) -> Sheet:
        """The sheet of one page. A page that shows the quality report needs the report."""
        ctx = PageContext(self.site, page, self.templates, report, paper=True)
        url = in_full(self.site.settings, page.address)
        around = paper_values(self.site, page, shows(page, "help_lines"))
        start = ctx.render("page_start", contents=[])
        body = self._html(render_body(ctx))
        values = {
            **{"ctx": ctx, "site": self.site, "page": page, "paper": paper},
            **{"start": start, "body": body, "words": list(enumerate(ctx.defined.values(), 1))},
            "references": ctx.render("references", cited=cited) if (cited := ctx.cited_sources()) else "",
            **around,
            "code": _picture(qr_svg(around["door"])),
        }
        html = self.templates.get_template("handout.html").render(values)
        return Sheet(page.address, url, page.meta.title, html, name_of(page.address))

    def _html(self, text: str) -> Markup:
        self.markdown.reset()
        return Markup(self.markdown.convert(text))  # noqa: S704 (checked Markdown, as the engines take it)


def _picture(svg: str) -> str:
    """A drawing as the source of an image: that is printed as one figure with its words."""
    return data_url("image/svg+xml", svg.encode())


def _converter(extensions: list[Any]) -> Markdown:
    configs = {name: dict(config or {}) for each in extensions for name, config in _named(each)}
    for name, config in ON_PAPER.items():
        if name in configs:
            configs[name] |= config
    return Markdown(extensions=list(configs), extension_configs=configs)


def _named(extension: Any) -> list[tuple[str, Any]]:
    return list(extension.items()) if isinstance(extension, dict) else [(extension, None)]
