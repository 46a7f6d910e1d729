"""What a page is, in the words of schema.org, for programs that read pages: JSON-LD.

Only typed facts go in. A page that no clinician has read has no ``lastReviewed`` and no ``reviewedBy``, and
while the program is a sample there is no publisher. Three things are left out on purpose:

- a search action on the home page, because it would put what a person searches for into an address;
- treatments as properties of a condition, because "insufficient evidence" can't be said there;
- a page's sources, because they would add a fifth to its head, and ``/api/v1/`` has them already.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ...api.content import LICENSE
from ...models import Program
from ...site import Kind, Page, Site
from ..addresses import in_full
from .answers import questions_and_answers
from .descriptions import description

Node = dict[str, Any]

CONTEXT = "https://schema.org"
LANGUAGE = "en"
PLAIN_TYPES = {"/": "WebPage", "/about/": "AboutPage"}
# Pages without a form of their own that tell medical facts, by the first part of their address.
MEDICAL_SECTIONS = ("compare", "get-help-now", "glossary")
CLINICIANS, PATIENTS = "Clinicians", "Patients and families"
PROGRAM_PAGE = "/our-program/"

# In a script of a page nothing may end the script or begin a comment. U+2028 and U+2029 end a line there.
UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script_text(data: Mapping[str, Any]) -> str:
    """JSON that may stand inside a script element, whatever strings it holds."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def structured_data(site: Site, page: Page, parent: tuple[str, str] | None) -> Node:
    """The facts of one page. ``parent`` is the page above it, as a name and an address."""
    nodes = [_page(site, page, parent)]
    if page.address == "/":
        nodes.append(_website(site, page))
    return {"@context": CONTEXT, "@graph": nodes}


def _page(site: Site, page: Page, parent: tuple[str, str] | None) -> Node:
    answers = questions_and_answers(site, page)
    kind = page_type(page)
    node: Node = {
        "@type": [kind, "FAQPage"] if answers else kind,
        "@id": in_full(site.settings, page.address),
        "url": in_full(site.settings, page.address),
        "name": page.meta.title,
        "description": description(page),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "license": LICENSE.url,
        "isPartOf": {"@type": "WebSite", "@id": _website_id(site), "name": site.settings.site_name},
        "audience": {"@type": "MedicalAudience", "audienceType": _audience(page)},
        **_review(page),
        **_about(site, page),
        **_publisher(site),
    }
    if page.address != "/":
        node["breadcrumb"] = _breadcrumb(site, page, parent)
    if answers:
        node["mainEntity"] = [_question(question, answer) for question, answer in answers]
    return node


def page_type(page: Page) -> str:
    """The narrowest type of page that fits."""
    if page.kind is not Kind.PLAIN or page.address.split("/")[1] in MEDICAL_SECTIONS:
        return "MedicalWebPage"
    if page.address in PLAIN_TYPES:
        return PLAIN_TYPES[page.address]
    return "CollectionPage" if page.uri.endswith("index.md") else "WebPage"


def _audience(page: Page) -> str:
    return CLINICIANS if page.address.startswith("/for-clinicians/") else PATIENTS


def _review(page: Page) -> Node:
    review = page.meta.review
    # The author may be a person or a team, and the data does not say which: 'creditText' takes both.
    node: Node = {"creditText": review.author, "dateModified": review.written.isoformat()}
    if review.reviewer and review.reviewed:
        node["lastReviewed"] = review.reviewed.isoformat()
        node["reviewedBy"] = {"@type": "Person", "name": review.reviewer}
        if review.credentials:
            credential = {"@type": "EducationalOccupationalCredential", "name": review.credentials}
            node["reviewedBy"]["hasCredential"] = credential
    return node


def _about(site: Site, page: Page) -> Node:
    meta = page.meta
    if page.kind is Kind.CONDITION:
        return {"about": _named("MedicalCondition", meta.name, meta.also_called)}
    if page.kind is Kind.THERAPY:
        other = [meta.abbreviation] if meta.abbreviation else []
        return {"about": _named("MedicalTherapy", meta.name, [*other, *meta.also_called])}
    if page.kind is Kind.LEVEL and site.levels_of_care:
        levels = {level.id: level for level in site.levels_of_care.levels}
        level = levels.get(page.slug)
        return {"about": _named("Service", level.name, [level.short_name])} if level else {}
    if page.address == PROGRAM_PAGE and site.program and not site.program.sample:
        return {"about": {"@id": _publisher_id(site)}}
    return {}


def _named(kind: str, name: str, others: Iterable[str]) -> Node:
    alternate = [other for other in dict.fromkeys(others) if other != name]
    return {"@type": kind, "name": name, **({"alternateName": alternate} if alternate else {})}


def _breadcrumb(site: Site, page: Page, parent: tuple[str, str] | None) -> Node:
    way = [("Home", "/"), *([parent] if parent else []), (page.meta.title, page.address)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": in_full(site.settings, address)}
        for number, (name, address) in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _question(question: str, answer: str) -> Node:
    return {"@type": "Question", "name": question, "acceptedAnswer": {"@type": "Answer", "text": answer}}


# --- the site and who publishes it ---


def _website(site: Site, home: Page) -> Node:
    return {
        "@type": "WebSite",
        "@id": _website_id(site),
        "url": in_full(site.settings, "/"),
        "name": site.settings.site_name,
        "description": description(home),
        "inLanguage": LANGUAGE,
        "license": LICENSE.url,
        **_publisher(site, whole=True),
    }


def _publisher(site: Site, *, whole: bool = False) -> Node:
    """The program that publishes the site. A sample publishes nothing."""
    program = site.program
    if program is None or program.sample:
        return {}
    node: Node = {"@type": "MedicalOrganization", "@id": _publisher_id(site), "name": program.name}
    return {"publisher": node | (_contact(program) if whole else {})}


def _contact(program: Program) -> Node:
    contact = program.contact
    return {"telephone": contact.phone, "email": contact.email, "address": contact.address}


def _website_id(site: Site) -> str:
    return in_full(site.settings, "/#website")


def _publisher_id(site: Site) -> str:
    return in_full(site.settings, "/#publisher")
