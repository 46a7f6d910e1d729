"""Where an entry that search found by was written, so that an editor can open the file at its line."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading_lists import BUILDER
from ..site import Page, Site

Entry = tuple[str, str, int]  # what was written, the file, its line


def place_of(site: Site, address: str, kind: str, text: str) -> str:
    """The file and line of an entry, by the engine's name for its kind; nothing if no editor wrote it."""
    page = site.by_address().get(address)
    if page is None:
        return _of_a_list(site, address)
    for written, path, line in _entries(site, page, kind):
        if text.strip() in {part.strip() for part in _parts(written)}:
            return f"{path}:{line}"
    return ""


def _of_a_list(site: Site, address: str) -> str:
    """Ready-made reading lists are in the index by what their one file says."""
    sets, file = site.handout_sets, site.files["handout_sets"]
    ids = [each.id for each in sets.sets] if sets else []
    number = ids.index(address.removeprefix(BUILDER).strip("/"))
    return f"{file.path}:{file.line('sets', number, 'title')}"


def _parts(written: str) -> Iterator[str]:
    """The engine knows what stands in brackets by itself, too."""
    yield written
    yield from written.replace(")", "(").split("(")


def _entries(site: Site, page: Page, kind: str) -> Iterator[Entry]:
    if kind == "title":
        yield page.meta.title, page.path, page.line("title")
    elif kind == "feeling":
        yield from _feelings(site)
    else:
        yield from _names(site, page)


def _names(site: Site, page: Page) -> Iterator[Entry]:
    for number, written in enumerate(page.meta.also_called):
        yield written, page.path, page.line("also_called", number)
    for key in ("say", "find"):
        for number, written in enumerate(getattr(page.meta.search_words, key, ())):
            yield written, page.path, page.line("search_words", key, number)
    assert site.vocabulary is not None
    file, words = site.files["vocabulary"], site.vocabulary.pages.get(page.address)
    for key in ("say", "find"):
        for number, written in enumerate(getattr(words, key, ())):
            yield written, file.path, file.line("pages", page.address, key, number)


def _feelings(site: Site) -> Iterator[Entry]:
    assert site.vocabulary is not None
    file = site.files["vocabulary"]
    for number, feeling in enumerate(site.vocabulary.feelings):
        yield feeling.say, file.path, file.line("feelings", number, "say")
