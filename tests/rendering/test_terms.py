"""The first use of a glossary term on a page carries its definition."""

from __future__ import annotations

from pathlib import Path

import pytest

import support
from psychoed.models import Glossary
from psychoed.project import render_project
from psychoed.rendering.terms import terms_of

PAGE = (support.SMALL / "docs" / "get-help-now.md").read_text(encoding="utf-8")


@pytest.fixture
def with_glossary(project: Path) -> Path:
    """The small project with a page for its glossary."""
    page = PAGE.replace("Get help now", "Glossary").replace("{{ help_card() }}", "{{ glossary() }}")
    (project / "docs" / "glossary.md").write_text(page, encoding="utf-8")
    return project


def body(project: Path, uri: str) -> str:
    return render_project(project, support.TODAY)[0].pages[uri].markdown


def test_only_the_first_use_is_defined(with_glossary: Path) -> None:
    support.edit(
        with_glossary, "content/therapies/talking.md", "You talk.", "Low moods pass. A low mood may stay."
    )
    text = body(with_glossary, "therapies/talking.md")
    assert text.count('popovertarget="term-1"') == 1
    assert ">Low moods</button>" in text
    assert 'Feeling sad for a while. <a href="../../glossary/#low-mood">' in text
    assert "A low mood may stay." in text


def test_headings_links_and_the_page_of_the_term_itself_are_left_alone(with_glossary: Path) -> None:
    words = "[low mood](/conditions/sadness/)\n\n### A low mood"
    support.edit(with_glossary, "content/therapies/talking.md", "You talk.", words)
    support.edit(with_glossary, "docs/get-help-now.md", "summary: Call.", "summary: For a low mood.")
    assert "pe-term" not in body(with_glossary, "therapies/talking.md")
    assert "pe-term" not in body(with_glossary, "get-help-now.md")


def test_without_a_page_for_it_nothing_is_defined(project: Path) -> None:
    support.edit(project, "content/therapies/talking.md", "You talk.", "A low mood may stay.")
    assert "pe-term" not in body(project, "therapies/talking.md")


def test_the_page_lists_every_term(with_glossary: Path) -> None:
    text = body(with_glossary, "glossary.md")
    assert '<div id="low-mood"><dt>Low mood <span class="pe-quiet">also: low moods</span></dt>' in text


GLOSSARY = Glossary.model_validate(
    {
        "terms": [
            {"term": "residential", "forms": ["residential care"], "definition": "A."},
            {"term": "World Health Organization", "forms": ["WHO"], "definition": "B."},
            {"term": "exposure", "definition": "C."},
        ]
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Residential care helps.", "Residential care"),
        ("The WHO says", "WHO"),
        ("people who say", None),
        ("over-exposure is", None),
        ("the world health organization", None),
        ("Exposure first", "Exposure"),
    ],
)
def test_what_counts_as_a_use(text: str, found: str | None) -> None:
    terms = terms_of(GLOSSARY)
    matches = [match[0] for match in terms.pattern.finditer(text) if terms.of(match[0])]
    assert matches == ([found] if found else [])
