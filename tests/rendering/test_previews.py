"""What is shown of a page elsewhere: made from typed facts, safe, and the same every time."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

import support
from psychoed.loading import load_site
from psychoed.rendering.previews import pictures
from psychoed.rendering.previews.answers import questions_and_answers
from psychoed.rendering.previews.descriptions import beginning, description
from psychoed.rendering.previews.feed import entries_of, feed, feed_files
from psychoed.rendering.previews.listings import llms, robots, sitemap_entries
from psychoed.rendering.previews.structured import script_text, structured_data
from psychoed.site import Page, Site
from schema_org import faults

ATOM = "{http://www.w3.org/2005/Atom}"
REVIEWED = "written: 2026-01-02, reviewer: Ana Example, credentials: PhD, reviewed: 2026-02-03,"


def load(project: Path) -> Site:
    site, problems = load_site(project)
    assert problems == []
    return site


@pytest.fixture
def site(project: Path) -> Site:
    return load(project)


def page(site: Site, address: str) -> Page:
    return site.by_address()[address]


def facts(site: Site, address: str) -> dict[str, Any]:
    data = structured_data(site, page(site, address), None)
    assert faults(data) == []
    first: dict[str, Any] = data["@graph"][0]
    return first


# --- descriptions ---


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("One. Two. Three.", 9, "One. Two."),
        ("One. Two. Three.", 90, "One. Two. Three."),
        ("One two three four.", 12, "One two…"),
        ("Is it? It is.", 6, "Is it?"),
    ],
)
def test_a_description_ends_at_a_sentence_if_it_can(text: str, length: int, expected: str) -> None:
    assert beginning(text, length) == expected


def test_a_description_has_no_markup(project: Path) -> None:
    summary = "summary: Sadness is a feeling, and it passes for most people."
    marked = 'summary: "A **feeling**, see [talking](/therapies/talking/) [@first-2020]."'
    support.edit(project, "content/conditions/sadness.md", summary, marked)
    assert description(page(load(project), "/conditions/sadness/")) == "A feeling, see talking."


# --- facts ---


def test_a_page_that_nobody_reviewed_claims_no_review(site: Site) -> None:
    node = facts(site, "/conditions/sadness/")
    assert "lastReviewed" not in node
    assert "reviewedBy" not in node
    assert node["dateModified"] == "2026-01-02"
    assert node["about"] == {"@type": "MedicalCondition", "name": "sadness", "alternateName": ["the blues"]}


def test_a_review_that_happened_is_told(project: Path) -> None:
    support.edit(project, "content/conditions/sadness.md", "written: 2026-01-02,", REVIEWED)
    node = facts(load(project), "/conditions/sadness/")
    assert node["lastReviewed"] == "2026-02-03"
    assert node["dateModified"] == "2026-01-02"
    assert node["reviewedBy"]["name"] == "Ana Example"
    assert node["reviewedBy"]["hasCredential"]["name"] == "PhD"


def test_a_sample_publishes_nothing_and_a_clinic_does(project: Path, site: Site) -> None:
    assert "publisher" not in facts(site, "/")
    support.edit(project, "content/data/program.yml", "sample: true", "sample: false")
    clinic = load(project)
    assert facts(clinic, "/conditions/sadness/")["publisher"]["name"] == "Sample Program"
    website = structured_data(clinic, page(clinic, "/"), None)["@graph"][1]
    assert website["publisher"]["telephone"] == "555-0100"
    assert "potentialAction" not in website, "a search would put what a person looks for into an address"


def test_the_way_to_a_page_is_told_with_full_addresses(site: Site) -> None:
    data = structured_data(site, page(site, "/conditions/sadness/"), ("Conditions", "/conditions/"))
    items = data["@graph"][0]["breadcrumb"]["itemListElement"]
    assert [item["item"] for item in items] == [
        "https://small.example.org/",
        "https://small.example.org/conditions/",
        "https://small.example.org/conditions/sadness/",
    ]


def test_nothing_ends_the_script() -> None:
    nasty = {"name": "</script><!-- <script> & \u2028\u2029 ]]>"}
    text = script_text(nasty)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == nasty


def test_the_rules_of_these_tests_find_mistakes() -> None:
    page_with = {"@type": "WebPage", "symptom": "x", "lastReviewed": "2026-13-01"}
    with pytest.raises(ValueError, match="month"):
        faults({"@context": "https://schema.org", "@graph": [page_with]})
    wrong = {"@type": "WebPage", "symptom": "x", "about": "text", "address": "here", "url": "/a/"}
    found = faults({"@context": "https://schema.org", "@graph": [wrong, {"@type": "Page"}]})
    assert len(found) == 5


# --- questions and answers ---


def test_only_a_page_of_questions_and_answers_is_one(project: Path, site: Site) -> None:
    assert questions_and_answers(site, page(site, "/conditions/sadness/")) == []
    assert questions_and_answers(site, page(site, "/guides/first-steps/")) == []
    more = "Here.\n\n## Is it hard?\n\nNo. See [talking](/therapies/talking/#what).\n\n- One\n- Two\n"
    support.edit(project, "docs/guides/first-steps.md", "Here.", more)
    site = load(project)
    guide = page(site, "/guides/first-steps/")
    assert questions_and_answers(site, guide) == [
        ("Where do you begin?", "Here."),
        ("Is it hard?", "No. See talking.\nOne\nTwo"),
    ]
    assert facts(site, "/guides/first-steps/")["@type"] == ["MedicalWebPage", "FAQPage"]
    table = replace(guide, body=guide.body.replace("- One\n", "{{ help_card() }}\n\n- One\n"))
    assert questions_and_answers(site, table) == [], "half of an answer is none"


# --- pictures ---


def test_a_picture_is_complete_small_and_always_the_same(site: Site) -> None:
    files = pictures.picture_files(site)
    assert len(set(files.values())) == len(files) == 7
    for name, content in files.items():
        image = Image.open(io.BytesIO(content))
        assert (image.format, image.size) == ("PNG", (1200, 630)), name
        assert len(image.convert("RGB").getcolors(1000) or []) > 10, "there are words and a drawing"
        assert len(content) < 20_000, name
    pictures.picture.cache_clear()
    assert pictures.picture_files(site) == files


def test_a_picture_names_no_condition(site: Site) -> None:
    told = " ".join(preview.alt for preview in pictures.previews_of(site).values()).casefold()
    assert "sadness" not in told
    assert "small site" in told


def test_a_name_that_the_font_can_not_write_is_left_out() -> None:
    assert pictures.picture("guides", "\u5fc3") == pictures.picture("guides")
    assert pictures.picture("guides", "Soin de l\u2019\u00e2me") != pictures.picture("guides")


def test_a_long_name_stays_on_the_picture() -> None:
    name = "The Very Long Name of a Center for Intensive Outpatient Care and Everything Else in Example City"
    image = Image.open(io.BytesIO(pictures.picture("guides", name, name))).convert("RGB")
    edges = [image.getpixel((x, y)) for x in range(0, 750, 10) for y in (5, 624)]
    assert set(edges) == {pictures.PAPER}


# --- lists ---


def test_the_sitemap_has_the_days_that_were_typed(site: Site) -> None:
    entries = sitemap_entries(site)
    assert len(entries) == len(site.pages)
    assert {"url": "https://small.example.org/conditions/sadness/", "day": "2026-01-02"} in entries
    site.settings = replace(site.settings, site_url="")
    assert sitemap_entries(site) == []
    assert "Sitemap" not in robots(site)
    assert feed_files(site) == {}


def test_llms_txt_has_every_page_once(site: Site) -> None:
    text = llms(site)
    assert text.startswith("# Small site\n\n> A small site.\n\n- Review: a clinician has reviewed 0 of ")
    for one in site.pages:
        if one.address != "/":
            assert text.count(f"(https://small.example.org{one.address}): ") == 1, one.address
    assert "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)" in text
    assert "[help lines](https://small.example.org/get-help-now/)" in text


# --- the feed ---


def entries(site: Site) -> dict[str, ET.Element]:
    root = ET.fromstring(feed(site).encode())  # noqa: S314 (made two lines above)
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Small site"
    for name in ("id", "title", "updated"):
        assert len(root.findall(f"{ATOM}{name}")) == 1
    found = {entry.findtext(f"{ATOM}id", ""): entry for entry in root.iter(f"{ATOM}entry")}
    for entry in found.values():
        children = [child.tag.removeprefix(ATOM) for child in entry]
        assert children == ["title", "id", "updated", "author", "link", "summary"]
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
    assert len(found) == len(site.pages)
    return found


def test_the_feed_tells_what_is_typed(project: Path) -> None:
    support.edit(project, "content/conditions/sadness.md", "written: 2026-01-02,", REVIEWED)
    site = load(project)
    found = entries(site)
    newest = next(iter(found.values()))
    assert newest.findtext(f"{ATOM}title") == "Sadness", "the newest comes first"
    assert newest.findtext(f"{ATOM}updated") == "2026-02-03T00:00:00Z"
    assert "Reviewed by Ana Example, PhD, on February 3, 2026." in newest.findtext(f"{ATOM}summary", "")
    others = [entry.findtext(f"{ATOM}summary", "") for entry in list(found.values())[1:]]
    assert all("No clinician has reviewed it yet." in text for text in others)


def test_a_page_that_moves_stays_the_same_entry(site: Site) -> None:
    before = set(entries(site))
    at = site.pages.index(page(site, "/conditions/sadness/"))
    meta = site.pages[at].meta.model_copy(update={"moved_from": ("/conditions/sadness/",)})
    site.pages[at] = replace(site.pages[at], uri="conditions/grief.md", meta=meta)
    assert set(entries(site)) == before


def test_a_table_that_was_checked_is_an_entry_of_its_own(site: Site) -> None:
    assert site.evidence is not None
    shown = replace(page(site, "/guides/first-steps/"), uri="compare/evidence.md")
    site.pages.append(shown)
    (table,) = [entry for entry in entries_of(site) if entry.first_address.endswith("evidence.yml")]
    assert (table.day, table.address) == (site.evidence.checked, "/compare/evidence/")
    assert "compared with its sources on" in table.summary
    assert feed(site).count("<author>") == len(site.pages) + 1, "the feed's own author stands for the table's"
