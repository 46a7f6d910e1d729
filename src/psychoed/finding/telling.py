"""An explained search in words, for an editor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..problems import printable

# How a typed word led to one of ours.
WAYS = {
    "same": "",
    "unfinished": "as its beginning",
    "typing": "a typing mistake",
    "sound": "sounds like it",
    "alike": "says the same",
    "reading": "says the same as what it may mean",
    "saying": "a saying for it",
    "joined": "two words made one",
    "split": "one word made two",
}
KINDS = {
    "title": "the title",
    "name": "another name",
    "find": "words to find it by",
    "feeling": "a feeling in plain words",
}


def in_words(answer: dict[str, Any]) -> str:
    """Everything that was found."""
    parts = [*_help(answer["help"]), *_words(answer)]
    for page in answer["pages"]:
        parts += ["", *_page(page)]
    if not any(page["shown"] for page in answer["pages"]):
        parts += ["", "No page is found. A reader sees ways on: topics, the A to Z, and get help."]
    return "\n".join(printable(part) for part in parts)


def _help(found: dict[str, Any]) -> Iterator[str]:
    learned = found["learned"]
    if found["shown"]:
        yield "Help lines: shown first, because of"
        yield from (f"  {each['phrase']} ({each['id']})" for each in found["phrases"])
        if learned and learned["sure"]:
            yield f"  searches like this in danger-examples.yml; most by: {', '.join(learned['words'])}"
    elif found["phrases"]:
        yield "Help lines: not shown. A pattern fits, but harmless examples are more alike, most by:"
        yield f"  {', '.join(learned['words'])}"
    elif found["guards"]:
        guards = ", ".join(found["guards"])
        yield f"Help lines: not shown, because this is a harmless saying: {guards}"
    else:
        yield "Help lines: not shown"


def _words(answer: dict[str, Any]) -> Iterator[str]:
    if answer["small"]:
        yield f"Small words, which count little: {', '.join(answer['small'])}"
    if answer["unknown"]:
        yield f"Words that no page has: {', '.join(answer['unknown'])}"


def _page(page: dict[str, Any]) -> Iterator[str]:
    shown = "" if page["shown"] else " (not among the pages that are shown)"
    yield f"{page['place']}. {page['title']}  {page['address']}  score {page['score']:.2f}{shown}"
    best = page["best"]
    if best:
        kind = KINDS.get(best["kind"], best["kind"])
        yield f'   nearest entry: "{best["text"]}", {kind}' + (
            f" ({best['written']})" if best["written"] else ""
        )
    if page["abbreviations"]:
        yield f"   short for it: {', '.join(page['abbreviations'])}"
    yield from (f"   {_word(word)}" for word in page["words"])
    if page["sections"]:
        yield f"   sections: {'; '.join(page['sections'])}"


def _word(word: dict[str, Any]) -> str:
    way = WAYS.get(word["way"], word["way"])
    led = f" -> {word['as']} ({way})" if way else ""
    return f"{word['typed']}{led}: in {', '.join(word['places']) or 'text'}"
