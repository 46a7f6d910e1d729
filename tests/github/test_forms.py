"""The forms of issues and pull requests lead where they say, and to help first."""

from __future__ import annotations

import re

import pytest
import yaml

import support
from psychoed.loading import load_site

GITHUB = support.ROOT / ".github"
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
DEFAULT = GITHUB / "pull_request_template.md"
TEMPLATES = sorted((GITHUB / "PULL_REQUEST_TEMPLATE").glob("*.md"))


def test_the_default_form_leads_to_every_other() -> None:
    linked = re.findall(r"\(\?expand=1&template=([\w-]+\.md)\)", DEFAULT.read_text(encoding="utf-8"))
    assert sorted(linked) == [path.name for path in TEMPLATES]


@pytest.mark.parametrize("path", [DEFAULT, *TEMPLATES], ids=lambda path: path.name)
def test_a_form_names_only_what_there_is(path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"\b(?:content|scripts)/[\w/.-]+\.\w+", text)
    assert [name for name in named if not (support.ROOT / name).is_file()] == []


def test_help_lines_in_forms_are_those_of_the_site() -> None:
    """A help line lives in the data; where a form has to name one, it is one of those."""
    text = (support.ROOT / "content" / "data" / "help-lines.yml").read_text(encoding="utf-8")
    for path in FORMS:
        for address in re.findall(r"https://[\w./-]+", path.read_text(encoding="utf-8")):
            assert f"url: {address.rstrip('.')}\n" in text, f"{path.name}: {address}"


def test_a_person_in_a_crisis_is_sent_to_help() -> None:
    link = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "config.yml").read_text(encoding="utf-8"))[
        "contact_links"
    ][0]
    assert "everybody can read" in link["about"]
    assert "emergency number" in link["about"]


@pytest.mark.parametrize(
    "path", [path for path in FORMS if path.name != "config.yml"], ids=lambda path: path.name
)
def test_a_form_says_that_everybody_can_read_it(path) -> None:
    assert "Everybody can read this." in path.read_text(encoding="utf-8")


def test_placeholder_pages_in_forms_are_pages() -> None:
    site = load_site(support.ROOT)[0]
    for path in FORMS:
        for address in re.findall(r"placeholder: (/\S+)", path.read_text(encoding="utf-8")):
            assert address in site.addresses()
