"""What a component can see while one page is rendered: the site, the page, and its citations so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..markup import Piece, Token, citation_ids, plain, scan
from ..models import Source, Term
from ..quality.report import Report
from ..site import Page, Site
from .addresses import relative
from .filters import add_filters
from .terms import ADDRESS, Terms, anchor, terms_of

# HTML of ours stands inside a line of Markdown; what it quotes of the data must not act there.
NOT_MARKDOWN = {ord(character): f"&#{ord(character)};" for character in "\\`*_[]{}!"}


def template_environment(overrides: Path) -> Environment:
    """The templates of the components, which may include parts of the theme's. Everything put into them is
    escaped unless it is Markup."""
    environment = Environment(
        loader=FileSystemLoader([overrides / "components", overrides]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return add_filters(environment)


@dataclass
class Citations:
    """The sources a page cites, numbered in the order of their first use."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, source_id: str) -> int:
        """The number of a source on this page."""
        return self.numbers.setdefault(source_id, len(self.numbers) + 1)


@dataclass
class PageContext:
    """One page being rendered. The report is there only once all pages have been rendered.

    ``paper``: for a handout, where nothing opens at a tap and links are followed from the page's address.
    """

    site: Site
    page: Page
    templates: Environment
    report: Report | None = None
    citations: Citations = field(default_factory=Citations)
    defined: dict[str, Term] = field(default_factory=dict)
    paper: bool = False

    def render(self, template: str, **values: Any) -> Markup:
        """A component's HTML. Blank lines are taken out so that it stays one block of Markdown."""
        values = {"ctx": self, "page": self.page, "site": self.site, **values}
        html = self.templates.get_template(f"{template}.html").render(values)
        return Markup("\n".join(line.strip() for line in html.splitlines() if line.strip()))  # noqa: S704

    @property
    def embedded(self) -> bool:
        """Whether this is shown inside a page of another site."""
        return False

    @property
    def sources_at(self) -> str:
        """The page that has the list of sources; nothing: this one."""
        return ""

    def url(self, target: str) -> str:
        """The relative address of a page or file of this site."""
        return relative(self.page.address, target)

    def cite(self, source_ids: Iterable[str]) -> Markup:
        """Numbered links to sources."""
        cited = [(self.citations.number(name), self.site.sources[name]) for name in source_ids]
        return self.render("citation", cited=cited) if cited else Markup()

    def prose(self, text: str) -> Markup:
        """A line of an editor's text as HTML: citations, links, emphasis; anything else is escaped."""
        result, position = Markup(), 0
        for token in scan(text):
            before = text[position : token.match.start()]
            before = before.rstrip() if token.piece is Piece.CITATION else before
            result += self.define(_emphasis(before)) + self._inline(token)
            position = token.match.end()
        return result + self.define(_emphasis(text[position:]))

    def define(self, text: str) -> Markup:
        """``text``, with a definition at the first use on the page of each glossary term."""
        glossary = self.site.glossary
        if glossary is None or ADDRESS not in self.pages:
            return Markup(text)  # noqa: S704 (text of Markdown or text that was escaped already)
        terms = terms_of(glossary)
        return Markup(terms.pattern.sub(lambda match: self._defined(terms, match[0]), text))  # noqa: S704

    def _defined(self, terms: Terms, written: str) -> str:
        term = terms.of(written)
        if term is None or term.term in self.defined or self.page.address in (term.address, ADDRESS):
            return written
        self.defined[term.term] = term
        number = len(self.defined)
        html = self.render("term", written=written, term=term, number=number, anchor=anchor(term))
        return html.translate(NOT_MARKDOWN)

    def _inline(self, token: Token) -> Markup:
        if token.piece is Piece.CITATION:
            return self.cite(citation_ids(token.text))
        if token.piece is Piece.LINK and token.match["target"].startswith(("/", "https://")):
            target = token.match["target"]
            href = self.url(target) if target.startswith("/") else target
            return self.render("link", href=href, text=token.match["text"])
        return escape(token.text)

    def plain(self, text: str) -> str:
        """A line of an editor's text without citations and emphasis, for lists."""
        return plain(text)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All pages by address."""
        return self.site.by_address()

    def cited_sources(self) -> list[tuple[int, Source]]:
        """The reference list: numbers and sources, in order."""
        numbers = self.citations.numbers
        return [(number, self.site.sources[name]) for name, number in numbers.items()]


def _emphasis(text: str) -> Markup:
    """``**bold**`` is the one bit of Markdown that data files use besides links."""
    parts = text.split("**")
    strong = [
        Markup("<strong>{}</strong>").format(part) if i % 2 else escape(part) for i, part in enumerate(parts)
    ]
    return Markup().join(strong)
