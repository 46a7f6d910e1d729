"""What programs that look through the whole site ask for: the sitemap's entries, robots.txt and llms.txt."""

from __future__ import annotations

from collections.abc import Iterator

from ...api.content import LICENSE
from ...site import Kind, Page, Site
from ..addresses import in_full
from .descriptions import beginning, description

LLMS = "llms.txt"
KINDS = (
    ("Conditions", Kind.CONDITION),
    ("Therapies", Kind.THERAPY),
    ("Levels of care", Kind.LEVEL),
    ("Guides", Kind.GUIDE),
)
# The pages to read first, in order. What stands in no list of a kind comes at the end.
FIRST = ("/get-help-now/", "/about/", "/about/quality/", "/for-clinicians/")


def sitemap_entries(site: Site) -> list[dict[str, str]]:
    """Every page and the day on which its text last changed in substance. A sitemap needs full addresses."""
    pages = sorted(site.pages, key=lambda page: page.address) if site.settings.site_url else []
    return [
        {"url": in_full(site.settings, page.address), "day": page.meta.review.written.isoformat()}
        for page in pages
    ]


def listing_files(site: Site) -> dict[str, str]:
    """The text files, by their place in the docs folder."""
    return {"robots.txt": robots(site), LLMS: llms(site)}


def robots(site: Site) -> str:
    """Everything may be read. Pages that are of no use in a search say so, and have to be read for that."""
    lines = ["User-agent: *", "Allow: /"]
    if site.settings.site_url:
        lines += ["", f"Sitemap: {in_full(site.settings, '/sitemap.xml')}"]
    return "\n".join(lines) + "\n"


def llms(site: Site) -> str:
    """The site on one page of Markdown, in the form of llmstxt.org."""
    parts = ["\n".join(_head(site)), *(_section(site, title, pages) for title, pages in _sections(site))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(site: Site) -> Iterator[str]:
    home = site.by_address().get("/")
    yield f"# {_line(site.settings.site_name)}"
    if home:
        yield f"\n> {_line(home.meta.summary)}"
    reviewed = sum(1 for page in site.pages if page.meta.review.reviewer)
    yield f"\n- Review: a clinician has reviewed {reviewed} of {len(site.pages)} pages; each says so itself."
    yield f"- License of the text: [{LICENSE.name}]({LICENSE.url}). Name this site when you use it."
    help_now = in_full(site.settings, "/get-help-now/")
    yield f"- For someone in danger or in a crisis: [help lines]({help_now}). Don't quote from memory."
    yield "- This is information. It does not take the place of a professional who knows the person."


def _sections(site: Site) -> Iterator[tuple[str, list[Page]]]:
    known = site.by_address()
    yield "Read first", [known[address] for address in FIRST if address in known]
    for title, kind in KINDS:
        yield title, site.in_reading_order(kind)
    rest = [page for page in site.of_kind(Kind.PLAIN) if page.address not in (*FIRST, "/")]
    yield "Other pages", rest


def _section(site: Site, title: str, pages: list[Page]) -> str:
    lines = [
        f"- [{_line(page.meta.title)}]({in_full(site.settings, page.address)}): {_line(description(page))}"
        for page in pages
    ]
    return "\n".join([f"## {title}", "", *lines]) if lines else ""


def _line(text: str) -> str:
    return beginning(" ".join(text.split()), 400).replace("[", "(").replace("]", ")")
