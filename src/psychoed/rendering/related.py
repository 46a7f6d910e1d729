"""Which pages to offer next: neighbours in order, and pages related by the data."""

from __future__ import annotations

from ..models import Strength
from ..site import Kind, Page, Site

MOST_RELATED = 6
WORTH_OFFERING = (Strength.STRONG, Strength.MODERATE)


def neighbours(site: Site, page: Page) -> tuple[Page | None, Page | None]:
    """The pages before and after this one among its kind."""
    if page.kind is Kind.PLAIN:
        return None, None
    pages = site.in_reading_order(page.kind)
    at = pages.index(page)
    return (pages[at - 1] if at else None), (pages[at + 1] if at + 1 < len(pages) else None)


def related_pages(site: Site, page: Page) -> list[Page]:
    """Pages named by the editor first, then those the evidence data joins to this one."""
    known = site.by_address()
    addresses = [*page.meta.related, *_from_family(site, page), *_from_evidence(site, page)]
    unique = dict.fromkeys(address for address in addresses if address in known and address != page.address)
    return [known[address] for address in unique][:MOST_RELATED]


def _from_family(site: Site, page: Page) -> list[str]:
    if page.kind is not Kind.CONDITION:
        return []
    parent = [f"/conditions/{page.meta.parent}/"] if page.meta.parent else []
    return parent + [
        other.address for other in site.of_kind(Kind.CONDITION) if other.meta.parent == page.slug
    ]


def _from_evidence(site: Site, page: Page) -> list[str]:
    if site.evidence is None:
        return []
    table = site.evidence.therapies
    if page.kind is Kind.CONDITION:
        pairs = [(f"/therapies/{slug}/", finding) for slug, finding in table.get(page.slug, {}).items()]
    elif page.kind is Kind.THERAPY:
        pairs = [(f"/conditions/{slug}/", row[page.slug]) for slug, row in table.items() if page.slug in row]
    else:
        return []
    pairs.sort(key=lambda pair: pair[1].strength is not Strength.STRONG)
    return [address for address, finding in pairs if finding.strength in WORTH_OFFERING]
