"""A template becomes a page by writing the answers; nothing else is wrong with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import support
from psychoed.editing.templates import KINDS, TITLES, template_text
from psychoed.loading import load_site
from psychoed.markup import headings
from psychoed.site import META, Kind
from psychoed.yamlines import read_yaml

ASKED = load_site(support.ROOT)[0].questions


def template(kind: Kind) -> str:
    return template_text(kind, getattr(ASKED, kind.value))


def front_matter(kind: Kind) -> str:
    return template(kind).split("---\n")[1]


@pytest.mark.parametrize("kind", KINDS)
def test_the_front_matter_can_be_used_as_it_is(kind: Kind) -> None:
    meta = META[kind].model_validate(read_yaml(front_matter(kind)).value)
    assert meta.title == TITLES[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_with_every_key_switched_on_it_can_be_used_too(kind: Kind) -> None:
    everything = re.sub(r"^( *)#(?=\S)|^#(?=  )", r"\1", front_matter(kind), flags=re.MULTILINE)
    value = read_yaml(everything).value
    META[kind].model_validate(value)
    assert set(value) == set(META[kind].model_fields)
    assert set(value["review"]) == set(META[kind].model_fields["review"].annotation.model_fields)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained(kind: Kind) -> None:
    notes = " ".join(re.findall(r"^ *# (.*)$", front_matter(kind), re.MULTILINE))
    for info in META[kind].model_fields.values():
        assert info.description in notes


@pytest.mark.parametrize("kind", KINDS)
def test_every_question_has_a_hint_to_replace(kind: Kind) -> None:
    asked = getattr(ASKED, kind.value)
    body = template(kind).split("---\n")[2]
    found = [heading.text for heading in headings(body)]
    assert found[-len(asked.questions) :] == [question.heading for question in asked.questions]
    assert body.count("\n\nTo write: ") == len(found)
    for question in asked.questions:
        assert f"## {question.heading}\n\nTo write: {question.hint}\n" in body


def test_the_data_that_a_question_needs_is_there() -> None:
    body = template(Kind.CONDITION)
    for component in ("evidence()", 'setting_evidence("intensive-outpatient")', "help_card()"):
        assert f"\n\n{{{{ {component} }}}}\n\n" in body


@pytest.mark.parametrize("kind", KINDS)
def test_hints_keep_the_rules_of_good_writing(kind: Kind) -> None:
    for question in getattr(ASKED, kind.value).questions:
        assert question.hint.endswith(".")
        assert len(question.hint.split()) <= 20
        assert not re.search(r"\d|[.?!] [A-Z]", question.hint), "one sentence, without numbers"


def test_the_templates_are_not_part_of_the_site() -> None:
    assert not [page for page in load_site(support.ROOT)[0].pages if Path(page.path).parts[0] == "templates"]
