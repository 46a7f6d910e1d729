"""Words that are only to be found by search are not printed as a name of anything."""

from __future__ import annotations

from collections.abc import Iterator

from ..site import Site
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    hidden = _hidden(run.site)
    for name, path, line in _printed(run):
        if name.casefold() in hidden:
            address, home = hidden[name.casefold()]
            message = f"'{name}' would be printed, and the search words of {address} say never to print it"
            remedy = (
                f"take '{name}' out here; or, if it may be printed, take it out under 'find' of {address} in "
                f"{home}"
            )
            yield Found(path, line, message, remedy)


def _hidden(site: Site) -> dict[str, tuple[str, str]]:
    """What is never printed, in small letters: the page that it finds, and the file that says so."""
    assert site.vocabulary
    file = site.files["vocabulary"].path
    listed = {
        text.casefold(): (address, file)
        for address, each in site.vocabulary.pages.items()
        for text in each.find
    }
    own = {
        text.casefold(): (page.address, page.path)
        for page in site.pages
        for text in (page.meta.search_words.find if page.meta.search_words else ())
    }
    return listed | own


def _printed(run: Run) -> Iterator[tuple[str, str, int]]:
    """What the A to Z and its lists in plain words print beside titles, and where it is written."""
    words, file = run.site.vocabulary, run.site.files["vocabulary"]
    assert words
    for page in run.pages:
        for number, name in enumerate(page.meta.also_called):
            yield name, page.path, page.line("also_called", number)
        for number, name in enumerate(page.meta.search_words.say if page.meta.search_words else ()):
            yield name, page.path, page.line("search_words", "say", number)
    for address, each in words.pages.items():
        for number, name in enumerate(each.say):
            yield name, file.path, file.line("pages", address, "say", number)
    for number, feeling in enumerate(words.feelings):
        yield feeling.say, file.path, file.line("feelings", number, "say")


RULE = Rule(
    code="V003",
    name="index-only-word-printed",
    why="Slang and hurtful words help people find a page and must not look back at them.",
    remedy="take the word out where it is printed",
    find=find,
    needs=frozenset({"vocabulary"}),
)
