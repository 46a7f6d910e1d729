"""Every page answers the fixed questions of its kind, in order."""

from __future__ import annotations

from collections.abc import Iterator

from ..markup import Heading, Piece, headings, scan, sections
from ..models import Question
from ..rendering.calls import CallError, parse_call
from ..rendering.components import COMPONENTS
from ..site import Page, Site
from ..words import did_you_mean
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    site = run.site
    yield from _unknown_components(site)
    for page in run.pages:
        asked = site.question_set(page.kind)
        if asked is None:
            continue
        found = [heading for heading in headings(page.body, page.body_line) if heading.level == 2]
        yield from _missing(page, found, asked.questions)
        yield from _out_of_order(page, found, asked.questions)
        yield from _empty_and_incomplete(page, asked.questions)
        if not asked.free:
            yield from _unknown(page, found, asked.questions)


def _unknown_components(site: Site) -> Iterator[Found]:
    data = site.files["questions"]
    for kind, asked in site.questions or ():
        for number, question in enumerate(asked.questions):
            if question.component and question.component not in COMPONENTS:
                line = data.line(kind, "questions", number, "component")
                known = f"use one of: {', '.join(sorted(COMPONENTS))}"
                remedy = did_you_mean(question.component, COMPONENTS, known)
                yield Found(data.path, line, f"there is no component '{question.component}'", remedy)


def _missing(page: Page, found: list[Heading], asked: tuple[Question, ...]) -> Iterator[Found]:
    written = {heading.text for heading in found}
    for question in asked:
        if question.heading not in written:
            line = found[-1].line if found else page.body_line
            remedy = f"add the heading '## {question.heading}' and answer it"
            yield Found(page.path, line, f"the question '{question.heading}' is not answered", remedy)


def _unknown(page: Page, found: list[Heading], asked: tuple[Question, ...]) -> Iterator[Found]:
    known = [question.heading for question in asked]
    for heading in found:
        if heading.text not in known:
            remedy = did_you_mean(heading.text, known, "make it a '###' heading inside a question")
            yield Found(page.path, heading.line, f"'{heading.text}' is not one of the questions", remedy)


def _out_of_order(page: Page, found: list[Heading], asked: tuple[Question, ...]) -> Iterator[Found]:
    order = {question.heading: number for number, question in enumerate(asked)}
    highest: Heading | None = None
    for heading in found:
        if heading.text not in order:
            continue
        if highest and order[heading.text] == order[highest.text]:
            remedy = "join the two answers under one heading"
            yield Found(page.path, heading.line, f"the question '{heading.text}' stands here twice", remedy)
        elif highest and order[heading.text] < order[highest.text]:
            remedy = f"move it above '{highest.text}'"
            yield Found(page.path, heading.line, f"the question '{heading.text}' is out of order", remedy)
        else:
            highest = heading


def _empty_and_incomplete(page: Page, asked: tuple[Question, ...]) -> Iterator[Found]:
    lines = page.body.split("\n")
    needed = {question.heading: question.component for question in asked}
    for heading, end in sections(page.body, page.body_line):
        answer = "\n".join(lines[heading.line - page.body_line + 1 : end - page.body_line])
        if not answer.strip():
            yield Found(
                page.path, heading.line, f"'{heading.text}' has no answer", "write one, if only a sentence"
            )
        component = needed.get(heading.text)
        if component in COMPONENTS and component not in _components(answer):
            remedy = f"put {{{{ {component}(…) }}}} on a line of its own in the answer"
            yield Found(page.path, heading.line, f"the answer to '{heading.text}' lacks its data", remedy)


def _components(text: str) -> set[str]:
    names = set()
    for token in scan(text):
        if token.piece is Piece.COMPONENT:
            try:
                names.add(parse_call(token.text).name)
            except CallError:
                continue
    return names


RULE = Rule(
    code="C001",
    name="fixed-questions",
    why="Readers who saw one page know where to look on the next; nothing important is left out.",
    remedy="compare the headings with content/data/questions.yml",
    find=find,
    needs=frozenset({"questions"}),
)
