"""SM06: a page that speaks of danger to life shows the numbers in its own text.

The bar above every page, on the first screen of it, has the emergency and the crisis line: the theme puts it
there, and a browser test holds it to that. Someone who reads further down no longer sees it, and it does not
come along when a part of the page is copied or printed. So the page itself shows the lines where it speaks of
suicide, self-harm or an overdose, and so does every page about an eating disorder. A page that only names
eating disorders among other conditions keeps to the bar.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..passages import HELP, FileText
from ..site import Kind, Site
from .language import EATING_DISORDER, OVERDOSE, SELF_HARM, SUICIDE, Hit
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        if file.page and not HELP.search(file.page.body) and not _comes_with_its_questions(run.site, file):
            for hit in _first(file):
                message = f"this page speaks of '{hit.words}' and shows no help line in its text"
                yield Found(file.path, hit.line, message)


def _comes_with_its_questions(site: Site, file: FileText) -> bool:
    """Whether a fixed question demands a help line already; then that rule tells when it is missing."""
    asked = file.page and site.question_set(file.page.kind)
    return bool(
        asked and any(question.component in ("help_card", "help_lines") for question in asked.questions)
    )


def _first(file: FileText) -> Iterator[Hit]:
    topics = [SUICIDE, SELF_HARM, OVERDOSE, *([EATING_DISORDER] if is_about_eating(file) else [])]
    for passage in file.passages:
        for topic in topics:
            match = topic.search(passage.text)
            if match:
                yield Hit(passage, *match.span())
                return


def is_about_eating(file: FileText) -> bool:
    """Whether a page is about an eating disorder, by its name, its file's name or its parent's."""
    page = file.page
    if page is None or page.kind is not Kind.CONDITION:
        return False
    names = f"{page.meta.name} {page.slug} {page.meta.parent or ''}".replace("-", " ")
    return bool(EATING_DISORDER.search(names))


RULE = Rule(
    code="SM06",
    name="crisis-block",
    why="The bar above every page has the numbers; who reads of danger further down needs them there "
    "too, and in "
    "print.",
    remedy="put {{ help_card() }} on a line of its own at the end of the section that speaks of it",
    find=find,
    needs=frozenset({"questions"}),
)
