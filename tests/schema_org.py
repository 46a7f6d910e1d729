"""What schema.org says of the words that pages use: an extract of its release 30.0, for tests.

Every property with the types that may have it and the types that its value may be. It knows nothing of what a
search engine asks for beyond that.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

ABOVE = {
    "AboutPage": "WebPage",
    "CollectionPage": "WebPage",
    "FAQPage": "WebPage",
    "MedicalWebPage": "WebPage",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
    "Answer": "CreativeWork",
    "Question": "CreativeWork",
    "MedicalAudience": "Audience",
    "MedicalOrganization": "Organization",
    "EducationalOccupationalCredential": "Credential",
    "BreadcrumbList": "ItemList",
    "CreativeWork": "Thing",
    "Audience": "Thing",
    "Organization": "Thing",
    "Person": "Thing",
    "Credential": "Thing",
    "ItemList": "Thing",
    "ListItem": "Thing",
    "MedicalCondition": "Thing",
    "MedicalTherapy": "Thing",
    "Service": "Thing",
}
# Property: who may have it, what its value may be.
PROPERTIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "name": ("Thing", ("Text",)),
    "alternateName": ("Thing", ("Text",)),
    "description": ("Thing", ("Text",)),
    "url": ("Thing", ("URL",)),
    "about": ("CreativeWork", ("Thing",)),
    "audience": ("CreativeWork", ("Audience",)),
    "creditText": ("CreativeWork", ("Text",)),
    "dateModified": ("CreativeWork", ("Date",)),
    "inLanguage": ("CreativeWork", ("Text",)),
    "isAccessibleForFree": ("CreativeWork", ("Boolean",)),
    "isPartOf": ("CreativeWork", ("CreativeWork",)),
    "license": ("CreativeWork", ("URL",)),
    "mainEntity": ("CreativeWork", ("Thing",)),
    "publisher": ("CreativeWork", ("Organization", "Person")),
    "text": ("CreativeWork", ("Text",)),
    "breadcrumb": ("WebPage", ("BreadcrumbList",)),
    "lastReviewed": ("WebPage", ("Date",)),
    "reviewedBy": ("WebPage", ("Organization", "Person")),
    "hasCredential": ("Person", ("Credential",)),
    "audienceType": ("Audience", ("Text",)),
    "telephone": ("Organization", ("Text",)),
    "email": ("Organization", ("Text",)),
    "address": ("Organization", ("Text",)),
    "itemListElement": ("ItemList", ("ListItem",)),
    "position": ("ListItem", ("Integer",)),
    "item": ("ListItem", ("URL",)),  # a Thing there; its address stands for it
    "acceptedAnswer": ("Question", ("Answer",)),
}
NEEDED = {
    "MedicalWebPage": {"name", "description", "url", "audience", "dateModified", "license", "breadcrumb"},
    "WebSite": {"name"},
    "ListItem": {"position", "name", "item"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "FAQPage": {"mainEntity"},
}


def faults(data: dict[str, Any]) -> list[str]:
    """Everything in a page's JSON-LD that schema.org does not know or that has a wrong value."""
    assert data["@context"] == "https://schema.org"
    return [fault for node in data["@graph"] for fault in _node(node)]


def _node(node: dict[str, Any]) -> Iterator[str]:
    kinds = _types(node)
    if not kinds:
        yield from [] if set(node) == {"@id"} else [f"no type: {node}"]
        return
    yield from (f"no such type: {kind}" for kind in kinds if kind not in ABOVE)
    for kind in kinds:
        yield from (f"{kind} without {name}" for name in NEEDED.get(kind, set()) - set(node))
    for name, value in node.items():
        if not name.startswith("@"):
            yield from _property(kinds, name, value)


def _property(kinds: list[str], name: str, value: Any) -> Iterator[str]:
    if name not in PROPERTIES:
        yield f"no such property: {name}"
        return
    owner, expected = PROPERTIES[name]
    if not any(owner in _line(kind) for kind in kinds):
        yield f"{kinds} can't have {name}"
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield from _node(one)
            if _types(one) and not any(set(expected) & set(_line(kind)) for kind in _types(one)):
                yield f"{name} can't be {_types(one)}"
        elif not any(_is(one, kind) for kind in expected):
            yield f"{name} can't be {one!r}"


def _is(value: Any, kind: str) -> bool:
    if kind in ("Boolean", "Integer"):
        return type(value) is {"Boolean": bool, "Integer": int}[kind]
    if not isinstance(value, str) or not value.strip():
        return False
    if kind == "Date":
        return date.fromisoformat(value).isoformat() == value
    return kind == "Text" or (kind == "URL" and value.startswith("https://"))


def _types(node: dict[str, Any]) -> list[str]:
    kind = node.get("@type", [])
    return [kind] if isinstance(kind, str) else kind


def _line(kind: str) -> list[str]:
    return [kind, *(_line(ABOVE[kind]) if kind in ABOVE else [])]
