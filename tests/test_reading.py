"""The reading grade of frozen texts. Where a text is short, its words and syllables were counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
import textstat

import support
from psychoed.loading import load_site
from psychoed.prose import Block, Place
from psychoed.reading import (
    Names,
    Reading,
    hardest_sentences,
    name_of,
    neutral_names,
    reading_of,
)
from psychoed.site import Kind, Page, Site
from psychoed.syllables import syllables
from psychoed.yamlines import Document

EASY = "You can talk to us. We will help you. It is safe to ask."
HARD = (
    "Generalized anxiety disorder necessitates comprehensive multidisciplinary evaluation, "
    "individualized pharmacological intervention, and longitudinal psychotherapeutic support."
)
NO_NAMES = Names()
GAD = Names(frozenset({name_of("generalized anxiety disorder")}))


class Texts(Page):
    """A page that is nothing but blocks."""

    def __init__(self, *blocks: Block) -> None:
        super().__init__("a.md", "a.md", Kind.PLAIN, None, "", 1, Document(None))
        self.__dict__["blocks"] = blocks


def page(*texts: str, place: Place = Place.PARAGRAPH) -> Page:
    return Texts(*(Block(place, line, text) for line, text in enumerate(texts, 1)))


def grade(*texts: str, names: Names = NO_NAMES, place: Place = Place.PARAGRAPH) -> float:
    return round(reading_of(page(*texts, place=place), names).grade, 2)


def site_of(project: Path) -> Site:
    site, problems = load_site(project)
    assert problems == []
    return site


@pytest.mark.parametrize(
    ("text", "words", "sentences", "syllables"),
    [
        (EASY, 14, 3, 14),
        ("Some people feel better after a few weeks.", 8, 1, 11),
        ("Medicine can help. Ask your doctor about side effects.", 9, 2, 14),
        ("It's a long-term plan.", 4, 1, 5),
        ("It affects 1.0% of 9,282 adults [@first-2020].", 6, 1, 8),
        ("**Groups** meet in [one small room](/therapies/group-therapy/).", 6, 1, 6),
    ],
)
def test_the_formula(text: str, words: int, sentences: int, syllables: int) -> None:
    assert grade(text) == round(0.39 * words / sentences + 11.8 * syllables / words - 15.59, 2)
    assert reading_of(page(text), NO_NAMES).words == words


def test_frozen_texts() -> None:
    assert (grade(EASY), grade(HARD), grade(HARD, names=GAD)) == (-1.97, 39.6, 38.26)


def test_a_name_counts_as_one_word_of_two_syllables() -> None:
    assert grade("People with generalized anxiety disorder worry.", names=GAD) == grade(
        "People with doctors worry."
    )
    found = reading_of(page("People with generalized anxiety disorder worry."), GAD)
    assert (
        found.raw_grade == reading_of(page("People with generalized anxiety disorder worry."), NO_NAMES).grade
    )
    assert found.grade < found.raw_grade
    assert found.words == 6


def test_of_two_names_the_longer_counts() -> None:
    names = Names(frozenset({name_of("anxiety"), name_of("generalized anxiety disorder")}))
    assert grade("Generalized anxiety disorder is common.", names=names) == grade("Doctors is common.")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Panic attacks", "panic attack"),
        ("IOPs", "IOP"),
        ("the person\u2019s", "the person"),
        ("parents'", "parent"),
        ("Therapies", "therapy"),
        ("Co-occurring Disorders", "co-occurring disorder"),
    ],
)
def test_forms_of_the_same_name(written: str, name: str) -> None:
    assert name_of(written) == name_of(name)


@pytest.mark.parametrize(("written", "name"), [("who", "WHO"), ("nice", "NICE"), ("stress", "stres")])
def test_what_is_another_word(written: str, name: str) -> None:
    assert name_of(written) != name_of(name)


def test_items_headings_and_cells_are_sentences_of_their_own() -> None:
    assert grade("racing thoughts", "little sleep", place=Place.ITEM) == grade(
        "Racing thoughts. Little sleep."
    )
    assert grade("racing thoughts", "little sleep", place=Place.CELL) != grade("racing thoughts little sleep")


def test_the_share_of_long_sentences() -> None:
    long = " ".join(["word"] * 21) + "."
    fits = " ".join(["word"] * 20) + "."
    assert reading_of(page(long, fits, "It is short.", "So is this."), NO_NAMES).long_share == 0.25


def test_a_page_without_words() -> None:
    assert reading_of(page(), NO_NAMES) == Reading(grade=0.0, raw_grade=0.0, words=0, long_share=0.0)
    assert grade("… !") == 0.0


def test_the_hardest_sentences_come_first() -> None:
    texts = ("You can ask us for help at any time.", HARD, "Some people feel better after a few weeks.")
    assert [hard.line for hard in hardest_sentences(page(*texts), NO_NAMES, 2)] == [2, 3]


def test_a_sentence_of_few_words_is_not_where_to_begin() -> None:
    assert hardest_sentences(page("Multidisciplinary evaluation."), NO_NAMES) == []


def test_names_come_from_pages_levels_and_the_glossary(project: Path) -> None:
    sadness = "content/conditions/sadness.md"
    support.edit(project, sadness, "  - the blues", "  - major sorrow (MS)")
    names = neutral_names(site_of(project)).words
    expected = ("sadness", "major sorrow", "MS", "talking", "day care", "overnight care", "stay", "low moods")
    assert names >= {name_of(name) for name in expected}
    assert name_of("first steps") not in names


def test_names_of_a_page_change_its_grade(project: Path) -> None:
    site = site_of(project)
    sad = next(page for page in site.pages if page.slug == "sadness")
    found = reading_of(sad, neutral_names(site))
    assert found.words == reading_of(sad, NO_NAMES).words
    assert found.raw_grade == reading_of(sad, NO_NAMES).grade


def test_syllables_are_counted_as_textstat_counts_them() -> None:
    site, _ = load_site(support.ROOT)
    blocks = (block for page in site.pages for block in page.blocks)
    words = {word for block in blocks for sentence in block.spoken for word in sentence.words}
    assert len(words) > 3000
    assert {word: syllables(word) for word in words} == {word: by_textstat(word) for word in words}


def by_textstat(word: str) -> int:
    return sum(map(textstat.syllable_count, word.replace("\u2019", "'").split("-")))
