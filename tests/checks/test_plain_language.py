"""What the rules of plain language catch in a page, and what they let stand."""

from __future__ import annotations

from pathlib import Path

import pytest

import support
from psychoed.checks.passive_voice import passive

SADNESS = "content/conditions/sadness.md"
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def codes(project: Path, text: str) -> list[str]:
    """The codes of what is said when ``text`` stands on a page of its own paragraph. Left out is that a new
    heading is not recorded yet."""
    support.edit(project, SADNESS, "{{ evidence() }}", f"{text}\n\n{{{{ evidence() }}}}")
    told = [message.split(": ")[1].split()[0] for message in support.messages(project)]
    return [code for code in told if code != "X006"]


def messages(project: Path, text: str) -> str:
    support.edit(project, SADNESS, "{{ evidence() }}", f"{text}\n\n{{{{ evidence() }}}}")
    return "\n".join(support.messages(project))


def sentence(words: int) -> str:
    return " ".join((WORDS * 2)[:words]).capitalize() + "."


# --- W001, W002 ---


@pytest.mark.parametrize(
    "text",
    [
        sentence(21),
        f"Short. {sentence(21)}",
        f"- {sentence(21)}",
        f"| Head |\n| --- |\n| {sentence(21)} |",
        f"### {sentence(21)}",
        sentence(12).rstrip(".") + ": " + sentence(9),
    ],
)
def test_a_long_sentence(project: Path, text: str) -> None:
    assert codes(project, text) == ["W001"]


@pytest.mark.parametrize(
    "text",
    [
        sentence(20),
        f"{sentence(20)} {sentence(20)}",
        sentence(20).replace("seven eight", "seven [eight](/therapies/talking/) [@first-2020; @second-2021]"),
        f"{sentence(11)} [@first-2020]\n\n{sentence(11)}",
        f"- {sentence(12).rstrip('.')}\n- {sentence(12).rstrip('.')}",
        "Talk to Dr. Doe about well-known long-term side-by-side step-by-step ways to be up-to-date, "
        + sentence(6),
    ],
)
def test_sentences_that_are_short_enough(project: Path, text: str) -> None:
    assert codes(project, text) == []


@pytest.mark.parametrize("before", ["", "- "])
def test_a_long_paragraph(project: Path, before: str) -> None:
    assert codes(project, f"{before}You go. You sit. You talk. You rest.") == ["W002"]


@pytest.mark.parametrize(
    "text",
    [
        "You go. You sit. You talk.",
        "You go. You sit.\n\nYou talk. You rest.",
        "**Side effects.** You go. You sit. You talk.",
        "Ask Dr. Doe, e.g. by phone. You go. You sit.",
        "| Head |\n| --- |\n| You go. You sit. You talk. You rest. |",
    ],
)
def test_paragraphs_that_are_short_enough(project: Path, text: str) -> None:
    assert codes(project, text) == []


# --- W003 ---


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Some people have anhedonia.", "anhedonia"),
        ("Ask about comorbidities.", "comorbidities"),
        ("The odds ratio was small.", "odds ratio"),
        ("It helps with Encephalitis.", "Encephalitis"),
        ("Ask about ECT.", "ECT"),
        ("Two ECTs a week.", "ECTs"),
        ("They offer CBT-Q.", "CBT-Q"),
    ],
)
def test_jargon(project: Path, text: str, word: str) -> None:
    assert "W003 warning: not every reader knows" in (told := messages(project, text))
    assert f"'{word}'" in told


@pytest.mark.parametrize(
    "text",
    [
        "It may be no fun any more (anhedonia).",
        "With anhedonia (no joy in anything), ask for help.",
        "This is called anhedonia.",
        '"Anhedonia" means that nothing is fun.',
        "Electric treatment (ECT) is given in a hospital. Ask about ECT.",
        "Anhedonia, a lack of joy, is common.",
        "A lack of joy, or anhedonia, is common.",
        "Modalities differ. A modality is a kind of treatment.",
        "Low moods come and go. Day care helps with sadness.",
        "The US and the UK differ. Type II is milder.",
        "Your diagnosis, an analysis, and hepatitis are words of every day.",
    ],
)
def test_words_that_readers_know(project: Path, text: str) -> None:
    assert "W003" not in messages(project, text)


def test_a_term_of_the_glossary_is_known(project: Path) -> None:
    support.edit(project, "content/data/glossary.yml", "[low moods]", "[low moods, ECT, odds ratio]")
    assert codes(project, "Ask about ECT, ECTs, and odds ratios.") == []


def test_capitals_of_the_glossary_are_no_small_letters(project: Path) -> None:
    support.edit(project, "content/data/glossary.yml", "[low moods]", "[low moods, remission]")
    assert codes(project, "Remission and remissions.") == []


def test_jargon_is_told_once_a_page(project: Path) -> None:
    assert codes(project, "Anhedonia is hard.\n\nAsk about anhedonia.") == ["W003"]


# --- W004 ---


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The plan is made by a nurse.", "is made"),
        ("You will not often be asked.", "be asked"),
        ("It was never really tested.", "was never really tested"),
        ("People were being treated.", "were being treated"),
        ("He got hurt.", "got hurt"),
    ],
)
def test_a_passive(text: str, found: str) -> None:
    assert passive(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "You make the plan together.",
        "You are tired and worried.",
        "It is a bed.",
        "There are a hundred ways.",
        "What you need is a need.",
        "They have asked you.",
        "She is a trained nurse.",
    ],
)
def test_no_passive(text: str) -> None:
    assert passive(text) is None


# --- W005, W006 ---

EASY = "You can call us at any time.\n\n" * 20
HARD = "Clinicians regularly recommend psychological treatment before medication.\n\n"


def test_a_page_is_judged_as_a_whole(project: Path) -> None:
    assert codes(project, EASY + HARD) == []


def test_names_do_not_make_a_page_hard(project: Path) -> None:
    text = "You can live with disseminated emotional dysfunctionality.\n\n" * 15
    support.edit(project, SADNESS, "  - the blues", "  - disseminated emotional dysfunctionality")
    assert codes(project, text) == []


def test_the_same_page_without_the_name(project: Path) -> None:
    text = "You can live with disseminated emotional dysfunctionality.\n\n" * 15
    assert codes(project, text) == ["W006"]


def test_a_short_page_is_not_judged(project: Path) -> None:
    assert codes(project, HARD * 2) == []


# --- W007 ---


@pytest.mark.parametrize(
    "text",
    [
        "We use a holistic approach.",
        "This is a leading treatment center.",
        "Our unique program helps.",
        "A transformative week.",
        "It is highly effective.",
        "These are proven methods.",
        "It empowers you.",
        "Our dedicated team is there.",
        "Begin your healing journey.",
    ],
)
def test_sales_talk(project: Path, text: str) -> None:
    assert set(codes(project, text)) == {"W007"}


@pytest.mark.parametrize(
    "text",
    [
        "Holistic services are extras beside treatment.",
        "It is a leading cause of grief.",
        "This can be a step leading to a hospital stay.",
        "No program is unique.",
        'Vague answers are a warning: "We use a proven method."',
        "The evidence is strong.",
        "A team that is there all week.",
    ],
)
def test_words_that_sell_nothing(project: Path, text: str) -> None:
    assert codes(project, text) == []
