"""What the rules about wording catch, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import support
from psychoed.checks import rules
from psychoed.checks.rule import Found, Run
from psychoed.checks.self_harm_detail import TOOLS
from psychoed.checks.suicide_methods import MEANS
from psychoed.models import ConditionMeta, PageMeta, PlainMeta
from psychoed.passages import as_read
from psychoed.site import Kind, Page, Settings, Site
from psychoed.yamlines import Document

RULES = {rule.code: rule for rule in rules()}
REVIEW = {"author": "The team", "written": "2026-01-02", "next_review": "2027-01-02"}
FACTS = {"title": "A page", "summary": "A summary.", "review": REVIEW}
CARD = "\n\n{{ help_card() }}\n"


def found(code: str, body: str, kind: Kind = Kind.PLAIN, **facts: object) -> list[Found]:
    """What one rule finds on a page with this text."""
    points = ["One.", "Two.", "Three."]
    meta: PageMeta = (
        ConditionMeta.model_validate({"name": "sadness", "key_points": points, **FACTS, **facts})
        if kind is Kind.CONDITION
        else PlainMeta.model_validate({**FACTS, **facts})
    )
    page = Page("docs/page.md", "page.md", kind, meta, body, 10, Document(None), "")
    site = Site(Settings("A site"), pages=[page])
    return list(RULES[code].find(Run(site, (page,), frozenset(), support.TODAY)))


CAUGHT = {
    "SM01": [
        "He committed suicide.",
        "People who commit suicide leave others behind.",
        "She was committing **suicide**.",
        "They had committed\nsuicide before.",
        "Many fear that a friend commits an act of suicide.",
        "The suicide was committed in spring.",
        "He said: “She committed suicide.”",
    ],
    "SM02": [
        "It was a successful suicide.",
        "After a failed suicide attempt, she got care.",
        "He spoke of suicide after an unsuccessful attempt.",
        "Fewer people completed suicide.",
        "His suicide attempt was successful.",
        "Her suicide attempt failed.",
        "They succeeded in killing themselves.",
    ],
    "SM03": [
        "Some people with thoughts of suicide keep a gun.",
        "He died by suicide when he jumped off a bridge.",
        "She thought of suicide and had a handful of pills.",
        "The man died by suicide by hanging.",
        "She hurt herself by overdosing on a medicine.",
        "A suicide by drowning was in the news.",
        "Suicide with a blade is rare.",
    ],
    "SM04": [
        "There is a suicide epidemic.",
        "Suicides have skyrocketed.",
        "Suicide is rampant among teens.",
        "A wave of suicides came after.",
        "The bridge is a suicide hotspot.",
        "Rates of suicide are soaring.",
        "Copycat suicides followed.",
    ],
    "SM05": [
        "He died by suicide because of debt.",
        "Her suicide was caused by bullying.",
        "She died by suicide over a breakup.",
        "Bullying drove him to suicide.",
        "Losing work led her to suicide.",
        "Stress was the main cause of his suicide.",
        "Due to shame, he took his own life.",
    ],
    "SM07": [
        "He left a suicide note.",
        "Before her suicide, her last words were kind.",
        "People who plan suicide may write goodbye letters.",
        "After the suicide, the note he left was read.",
        "She posted a farewell video before the suicide.",
        "A picture of the place of the suicide was printed.",
        "![A suicide](/assets/one.png)",
    ],
    "SM10": [
        "After his suicide he is finally at peace.",
        "By suicide she was free from pain.",
        "Her suicide ended her suffering.",
        "He died by suicide and is in a better place.",
        "Some see suicide as an easy way out.",
        "It was called a beautiful death, this suicide.",
        "She wanted to be reunited with him by suicide.",
    ],
    "SM13": [
        "Self-harm with a razor is common.",
        "Some people who self-harm start cutting.",
        "Self-harm leaves scars.",
        "People hurt themselves on the arms.",
        "Self-injury means deep cuts.",
        "They burn themselves; this is self-harm.",
    ],
    "SM15": [
        "It is just a cry for help.",
        "Self-harm is attention-seeking.",
        "They do it for attention.",
        "Some people act this way to get attention.",
        "People with BPD are manipulative.",
        "She manipulates the staff.",
        "They are attention seekers.",
    ],
    "SM16": [
        "Don't worry, you will be fine.",
        "In a week, you'll be okay.",
        "Success is guaranteed.",
        "Suicide risk can be managed safely at home.",
        "This medicine is completely safe.",
        "The therapy is risk-free.",
        "There is nothing to worry about.",
    ],
    "PF01": [
        "An addict can get better.",
        "Alcoholics need care.",
        "His father was an alcoholic.",
        "A drunk who wants help can call.",
        "Drug users can join.",
        "Substance abuse is common.",
        "People who abuse alcohol can get better.",
        "She has been clean for two years.",
        "He wants to get clean.",
        "The urine test came back dirty.",
        "A schizophrenic may hear voices.",
        "He is a bipolar.",
        "She is bipolar and works.",
        "Bipolar patients sleep less.",
        "A borderline may fear being left.",
        "Anorexics avoid meals.",
        "She is so OCD about her desk.",
        "He suffers from depression.",
        "She suffers\nfrom *anxiety*.",
        "OCD sufferers hide it.",
        "People afflicted with PTSD wait.",
        "Victims of depression wait too long.",
        "The mentally ill need homes.",
        "Programs for the homeless are rare.",
        "It was a crazy idea.",
        "That is insane.",
        "A difficult patient may leave.",
        'Some people seem "crazy" at first.',
    ],
    "PF02": [
        "Opioid replacement therapy helps.",
        "He relapsed after a year without alcohol.",
        "She fell off the wagon.",
        "Non-compliant people come back.",
        "People resistant to treatment need time.",
        "If a person refuses treatment, wait.",
        "Normal people don't know this.",
        "This is not normal behavior.",
        "She failed two medicines.",
        "A high-functioning person may hide it.",
        "Low-functioning adults need more.",
        "Treatment-resistant patients were left out.",
    ],
}

LEFT_ALONE = {
    "SM01": [
        "He died by suicide.",
        "She took her own life.",
        "The group is committed to suicide prevention.",
        "She is committed to treatment.",
        "Say 'died by suicide', not 'committed suicide'.",
        "Avoid the words “committed suicide”.",
        "He committed a crime, and thought about suicide later.",
    ],
    "SM02": [
        "After a suicide attempt, she got care.",
        "A failed attempt to quit smoking is common.",
        "Successful suicide prevention takes many people.",
        "She lived through a suicide attempt.",
        "Of the people, 80 completed treatment, and none died by suicide.",
        "Write 'a suicide attempt' instead of 'a failed suicide attempt'.",
        "His attempts to sleep failed.",
    ],
    "SM03": [
        "If you think about suicide, lock up guns and medicines.",
        "Put distance between you and anything you could use to hurt yourself.",
        "Hang on: thoughts of suicide can pass.",
        "Antidepressants carry a warning about suicidal thoughts in adults under 25.",
        "A friend can be a bridge to care when you think about suicide.",
        "Hanging out with friends can ease thoughts of suicide.",
        "You may have thoughts of suicide, or drink to cut down on pain.",
        "To keep a person with thoughts of suicide safe, store medicines out of reach.",
    ],
    "SM04": [
        "Suicide rates rose.",
        "The overdose epidemic changed care.",
        "Let the urge rise and fall like a wave; self-harm can wait.",
        "Anxiety is common, not rampant.",
        "A wave of grief is normal.",
        "Suicide can often be prevented.",
    ],
    "SM05": [
        "Depression can be part of what leads to suicide.",
        "Many things together lead to suicide.",
        "Nobody should be kept out because of thoughts of suicide.",
        "Suicide never has a single cause.",
        "Deaths by suicide over the past year fell.",
        "She sought care because of suicidal thoughts.",
        "The plan leads to suicide prevention.",
    ],
    "SM07": [
        "If you think about suicide, write a letter to yourself about what helps.",
        "Note the number of the suicide and crisis line.",
        "A warning sign of suicide is saying goodbye.",
        "The doctor's notes mention suicide.",
        "Take a photo of your safety plan.",
        "![A person on the phone](/assets/one.png)",
        "The last post was about sleep.",
    ],
    "SM10": [
        "Treatment can ease pain, and thoughts of suicide can pass.",
        "Some people find peace in prayer.",
        "With help, she was free from pain.",
        "They moved to a better place with a garden.",
        "Asking for help with thoughts of suicide is brave.",
        "The end of treatment can be hard.",
    ],
    "SM13": [
        "Some people harm themselves when pain is too much.",
        "Cutting down on alcohol takes time.",
        "Self-harm and cutting back on sleep are signs.",
        "The doctor takes your blood pressure and asks about self-harm.",
        "For a wound after self-harm, go to an emergency room.",
        "A razor is on the table.",
        "Scars from acne can fade.",
    ],
    "SM15": [
        "Self-harm is not attention-seeking.",
        "This isn't a cry for help only.",
        "Pay attention to your breath.",
        "Seek medical attention at once.",
        "You choose figures and move them in the sand.",
        "Avoid the word 'manipulative'.",
        "Compared with attention, the gain was small.",
    ],
    "SM16": [
        "Nobody can guarantee that it helps.",
        "There is no guarantee.",
        "Avoid saying “You'll be fine”.",
        "Your rights are guaranteed by law.",
        "No treatment is completely safe.",
        "You can manage stress.",
        "Staff make sure that you are safe.",
    ],
    "PF01": [
        "A person with alcohol use disorder can get better.",
        "Alcoholics Anonymous is a mutual support group.",
        "Adult Children of Alcoholics has meetings.",
        "The Substance Abuse and Mental Health Services Administration says so.",
        "The US Office for Victims of Crime has a line.",
        "The victim of a crime can call.",
        "Alcoholic drinks and non-alcoholic beer are sold.",
        "Addiction is a word for the most severe form.",
        "He was caught for drunk driving.",
        "Wheelchair users can come in.",
        "Clean water is important.",
        "She washes her hands until they feel clean, and to get clean.",
        "Keep the room clean.",
        "Bipolar disorder can be treated.",
        "What is a bipolar disorder?",
        "In the bipolar survey, pain was common.",
        "She has bipolar I disorder; it is bipolar depression.",
        "Borderline personality disorder can be treated.",
        "A borderline personality disorder diagnosis can hurt.",
        "Some women had borderline features.",
        "OCD can be treated. So OCD is not a habit.",
        "What is OCD?",
        "Schizophrenia is an illness.",
        "Grief means suffering, and help eases it.",
        "'Crazy' is a word that hurts.",
        'Say "has depression", not "suffers from depression".',
        'One man said: "I am an addict and I am proud of my recovery."',
        "The homeless shelter is open, and a depressed mood can lift.",
        "Psychoeducation and psycho-oncology are two things.",
        "Family therapy is not suitable where there is abuse, alcohol or not.",
    ],
    "PF02": [
        "Relapse prevention is a plan.",
        "A relapse need not last. Relapse rates are similar to those for asthma.",
        "In depression, she relapsed after a year.",
        "You have the right to refuse treatment.",
        "Refusing all food is a danger sign.",
        "Treatment-resistant depression means that two medicines have not helped.",
        "Strong reactions are normal.",
        "Normal test results don't rule it out.",
        "That does not mean that the therapy fails.",
        "Some people lost some functioning.",
        "Groups practice refusal and work with resistance bands.",
        "A dietitian is not a replacement for therapy.",
    ],
}
CASES = [(code, text) for code, texts in CAUGHT.items() for text in texts]
FINE = [(code, text) for code, texts in LEFT_ALONE.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_it_is_caught(code: str, text: str) -> None:
    assert len(found(code, text)) == 1


@pytest.mark.parametrize(("code", "text"), FINE)
def test_it_is_left_alone(code: str, text: str) -> None:
    assert found(code, text) == []


# --- rules that look at more than a sentence -----------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "You may think about suicide.",
        "Some people hurt themselves.",
        "Self-harm can stop.",
        "After an overdose, call.",
        "Some want to end their lives.",
        "## How often is suicide spoken of?",
    ],
)
def test_a_page_that_speaks_of_danger_shows_a_help_line(text: str) -> None:
    assert [item.line for item in found("SM06", text)] == [10]
    assert found("SM06", text + CARD) == []
    assert found("SM06", text + "\n\n{{ help_lines() }}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "The hurt self needs care.",
        "Eating disorders, OCD and PTSD are conditions.",
        "You may harm your sleep.",
        "Take your medicine as agreed.",
        "See [the danger signs](/conditions/x/#suicide).",
        "A life can end well [@suicide-2020].",
        "Helpers may be harmed themselves.",
    ],
)
def test_other_pages_need_none(text: str) -> None:
    assert found("SM06", text) == []


def test_a_page_about_an_eating_disorder_always_shows_a_help_line() -> None:
    assert found("SM06", "You may eat in secret.", Kind.CONDITION, name="sadness") == []
    for facts in ({"name": "bulimia nervosa"}, {"name": "ARFID", "parent": "eating-disorders"}):
        body = "An eating disorder is an illness."
        assert len(found("SM06", body, Kind.CONDITION, **facts)) == 1
        assert found("SM06", body + CARD, Kind.CONDITION, **facts) == []


@pytest.mark.parametrize(
    "text",
    [
        "Some people think about suicide.",
        "The risk of suicide is high.",
        "Suicide is a danger.\n\nIt is worse at night.",
        "Suicide is one way in which it ends.",
        "- thoughts of death or suicide\n- no sleep",
        "They may want to end their lives.",
    ],
)
def test_a_section_on_suicide_offers_help_or_hope(text: str) -> None:
    section = f"## What can happen?\n\n{text}\n\n## What helps?\n\nTalk to someone. Treatment helps."
    assert [item.line for item in found("SM08", section)] == [12]


@pytest.mark.parametrize(
    "text",
    [
        "Some people think about suicide. Tell someone today.",
        "The risk of suicide is high, and treatment can lower it.",
        f"Thoughts of suicide are common.{CARD}",
        "If you think about suicide, [get help now](/get-help-now/).",
        "Suicide can often be prevented.",
        "It can be hard to sleep.",
    ],
)
def test_a_section_with_help_or_hope_is_fine(text: str) -> None:
    assert found("SM08", f"## What can happen?\n\n{text}\n\n## And then?\n\nNobody knows.") == []


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Suicide can be prevented, though the rate is high.", 1),
        ("Half of them thought about suicide. Treatment helped.", 1),
        ("Suicide is a leading cause of death. Help is there.", 1),
        ("Suicide is twice as common [@one].", 1),
        ("In 2024, 5 in 100 people thought about suicide [@one].", 1),
        ("Thousands die by suicide.", 2),
    ],
)
def test_a_figure_about_suicide_has_a_source_and_prevention(text: str, times: int) -> None:
    assert len(found("SM09", f"## How common is it?\n\n{text}")) == times


@pytest.mark.parametrize(
    "text",
    [
        "Suicide rates rose [@one]. Treatment prevents deaths.",
        "A medicine carries a warning about suicidal thoughts in adults under 25.",
        "Many people think about suicide at some time.",
        "In 2024, 20% had depression [@one].",
        f"The rate of suicide is higher after a stay [@one].{CARD}",
        "The 988 Suicide & Crisis Lifeline is there.",
    ],
)
def test_other_sentences_need_neither(text: str) -> None:
    assert found("SM09", f"## How common is it?\n\n{text}") == []


EATING = {"name": "anorexia nervosa", "title": "Anorexia nervosa"}


@pytest.mark.parametrize(
    "text",
    [
        "She weighed 90 pounds.",
        "A BMI under 17 is a sign.",
        "People count calories.",
        "He swam 50 laps a day.",
        "Some take laxatives.",
        "They make themselves throw up.",
        "She lost 15% of her body weight.",
        "They fast for two days.",
        "Some hide food in napkins.",
    ],
)
def test_numbers_and_tricks_are_left_out_about_eating_disorders(text: str) -> None:
    assert len(found("SM11", text, Kind.CONDITION, **EATING)) == 1
    assert len(found("SM11", f"With an eating disorder, it can be like this. {text}")) == 1
    assert found("SM11", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fast weight loss is a danger sign.",
        "You can be ill at any weight.",
        "In 2024, 1 in 100 people had it.",
        "The IOP meets 3 days a week for 3 hours.",
        "Four steps help: the first is a meal plan.",
        "Vomiting that does not stop needs a doctor.",
        "You can ask not to be told your weight.",
        "It takes five sessions on average.",
    ],
)
def test_other_words_may_stand_about_eating_disorders(text: str) -> None:
    assert found("SM11", text, Kind.CONDITION, **EATING) == []


def test_clinicians_may_be_given_numbers() -> None:
    meta = PlainMeta.model_validate({**FACTS, "title": "Eating disorders for clinicians"})
    page = Page(
        "docs/for-clinicians.md", "for-clinicians.md", Kind.PLAIN, meta, "A BMI of 15.", 10, Document(None)
    )
    assert list(RULES["SM11"].find(Run(Site(Settings("A")), (page,), frozenset(), support.TODAY))) == []


@pytest.mark.parametrize(
    "text",
    [
        "With opioids, 20 mg is a usual amount.",
        "Some snort cocaine.",
        "He was injecting heroin.",
        "They shoot up drugs.",
        "People mix alcohol with cocaine on weekends.",
        "Crushing the pills works faster.",
        "A lethal dose of fentanyl is small.",
        "They use drugs for a stronger high.",
    ],
)
def test_details_of_use_are_left_out(text: str) -> None:
    assert len(found("SM12", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mixing alcohol with opioids is dangerous.",
        "Naloxone is a nasal spray; for opioids, one has 4 mg.",
        "Programs serve people who inject drugs.",
        "In 2024, 10 of 100 people used drugs.",
        "Naltrexone can be given as a monthly injection.",
        "Ask your prescriber about the dose of the opioid medicine.",
        "You may feel a high and then a low.",
        "Never combine benzodiazepines and alcohol.",
    ],
)
def test_safety_about_substances_may_be_named(text: str) -> None:
    assert found("SM12", text) == []


SUBSTANCE = {"name": "opioid use disorder", "title": "Opioid use disorder"}


def test_a_page_about_a_substance_names_overdose_signs_and_what_to_do() -> None:
    signs, action = "### Signs of an overdose\n\nSlow breathing.\n", "\nCall the emergency number.\n"
    assert len(found("SM12", "It is an illness.", Kind.CONDITION, **SUBSTANCE)) == 2
    assert ["emergency" in item.message for item in found("SM12", signs, Kind.CONDITION, **SUBSTANCE)] == [
        True
    ]
    assert ["signs" in item.message for item in found("SM12", action, Kind.CONDITION, **SUBSTANCE)] == [True]
    assert found("SM12", signs + action, Kind.CONDITION, **SUBSTANCE) == []
    assert found("SM12", signs + CARD, Kind.CONDITION, **SUBSTANCE) == []
    assert found("SM12", "It is an illness.", Kind.CONDITION, name="tobacco use disorder") == []


def test_a_picture_beside_self_harm_is_told() -> None:
    picture = "![A hand](/assets/hand.png)\n"
    assert [item.line for item in found("SM13", f"Self-harm can stop.\n\n{picture}")] == [12]
    assert found("SM13", f"## One\n\nSelf-harm can stop.\n\n## Two\n\n{picture}") == []


# --- where words stand ---------------------------------------------------------------------------


def test_a_method_is_never_printed() -> None:
    for code in ("SM03", "SM13"):
        texts = [RULES[code].why, RULES[code].remedy]
        for item in (item for text in CAUGHT[code] for item in found(code, text)):
            texts += [item.message, item.remedy or ""]
        for pattern in (MEANS, TOOLS):
            assert [text for text in texts if pattern.search(text)] == []


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "The mentally ill"},
        {"summary": "It helps the mentally ill."},
        {"key_points": ["One.", "The mentally ill get better.", "Three."]},
        {"also_called": ["the mentally ill"]},
        {"choices": [{"title": "Go", "text": "For the mentally ill.", "address": "/a/"}]},
    ],
)
def test_front_matter_is_read(facts: dict[str, object]) -> None:
    assert [item.message for item in found("PF01", "Text.", **facts)] in (
        ["'the mentally ill' makes a person their condition"],
        ["'The mentally ill' makes a person their condition"],
    )


def test_the_line_is_that_of_the_words() -> None:
    body = (
        "One [@a;\n@b] and\nmore, and\nshe suffers\nfrom it.\n\n- an item\n  for addicts\n\n| a | insane |\n"
    )
    assert sorted(item.line for item in found("PF01", body)) == [13, 17, 19]


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("He *suffers* **from** it [@one; @two].", "He suffers from it."),
        ("A [link](/conditions/addict/) and ![words](/a.png)", "A link and words"),
        (
            "\u201cSo\u2011called\u201d \u2018words\u2019 &ndash; and&nbsp;more",
            "\"So-called\" 'words' - and more",
        ),
        ("in\u00adsane", "insane"),
    ],
)
def test_text_is_read_as_a_reader_does(markdown: str, read: str) -> None:
    assert as_read(markdown) == read


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("evidence", "Talking helps 1 in 5 people.", "Talking helps 1 in 5 addicts."),
        ("evidence", "Few studies.", "Few studies of addicts."),
        ("levels-of-care", "You go home at night.", "For addicts."),
        ("levels-of-care", "Staff are there all 24 hours", "Staff help addicts 24 hours"),
        ("program", "In groups.", "For addicts."),
        ("program", "blocks: [Group]", "blocks: [Group for addicts]"),
        ("help-lines", "what_for: to talk", "what_for: for addicts"),
    ],
)
def test_the_texts_of_data_files_are_read(project: Path, name: str, old: str, new: str) -> None:
    path = f"content/data/{name}.yml"
    support.edit(project, path, old, new)
    told = [message for message in support.messages(project) if " PF01 " in message]
    assert len(told) == 1
    assert told[0].startswith(f"{path}:")
    assert "'addicts' makes a person their condition" in told[0]


def test_names_from_data_may_hold_any_word(project: Path) -> None:
    support.edit(
        project, "content/data/sources.yml", "title: Second guideline", "title: The insane and the law"
    )
    support.edit(project, "content/data/help-lines.yml", "name: Talk line", "name: Line for addicts")
    support.edit(project, "content/data/program.yml", "address: 1 Sample Street", "address: 1 Insane Street")
    support.edit(
        project,
        "content/therapies/talking.md",
        "You talk.",
        "Read *The insane and the law*. Call the Line for addicts.",
    )
    assert support.messages(project) == []
