"""Words that are only to be found by search are not printed as a name of anything."""

from __future__ import annotations

from collections.abc import Iterator

from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    words, file = run.site.vocabulary, run.site.files["vocabulary"]
    assert words
    hidden = {text.casefold(): address for address, each in words.pages.items() for text in each.find}
    for page in run.pages:
        for number, name in enumerate(page.meta.also_called):
            if name.casefold() in hidden:
                yield _found(page.path, page.line("also_called", number), name, hidden[name.casefold()])
    for address, each in words.pages.items():
        for number, name in enumerate(each.say):
            if name.casefold() in hidden:
                line = file.line("pages", address, "say", number)
                yield _found(file.path, line, name, hidden[name.casefold()])


def _found(path: str, line: int, name: str, address: str) -> Found:
    message = f"'{name}' would be printed, and the search words of {address} say never to print it"
    remedy = (
        f"take '{name}' out here; or, if it may be printed, take it out under 'find' of {address} in "
        "content/data/vocabulary.yml"
    )
    return Found(path, line, message, remedy)


RULE = Rule(
    code="V003",
    name="index-only-word-printed",
    why="Slang and hurtful words help people find a page and must not look back at them.",
    remedy="take the word out where it is printed",
    find=find,
    needs=frozenset({"vocabulary"}),
)
