"""Reading lists in a browser: made by a clinician, opened by a client, laid out for paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

import support
from browser.accessible import OF_COLORS, assert_accessible
from browser.conftest import DESKTOP, PHONE, Open
from psychoed.editing.rename import main as rename
from psychoed.engines.mkdocs import build
from psychoed.loading import load_site
from psychoed.reading_lists import entries_of, set_fragment
from psychoed.rendering.addresses import in_full

BUILDER, LIST, SHEET = "for-clinicians/handouts/", "list/", "list/sheet/"
SITE = load_site(support.ROOT)[0]
SETS = SITE.handout_sets.sets if SITE.handout_sets else ()
NOTE = "“Read” & rest 🌱👩‍👩‍👧 <script>document.title = 'gone'</script> \"x\" " + "and ask me. " * 19
KEPT = "Object.keys(localStorage)"


def link_of(page: Page) -> str:
    return page.locator("[data-pe-made]").input_value()


def fragment_of(link: str) -> str:
    return link.partition("#")[2]


def go_to_list(page: Page, way: str, fragment: str) -> None:
    """Open a list as a link does. A mere change after the # would not load the page."""
    base = page.url.split("/for-clinicians/")[0].split("/list/")[0].rstrip("/")
    page.goto("about:blank")
    page.goto(f"{base}/{way}#{fragment}")


def choose(page: Page, *titles: str) -> None:
    """Tick whole pages in the builder."""
    for title in titles:
        page.locator("[data-pe-pages]").get_by_role("checkbox", name=title, exact=True).check()


def read_code(page: Page) -> list[str]:
    picture = Image.open(io.BytesIO(page.locator("[data-pe-code]").screenshot()))
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def test_thirty_pages_and_a_long_note_arrive_as_they_were_given(open_page: Open) -> None:
    page = open_page(BUILDER, size=PHONE)
    boxes = page.locator("[data-pe-pages] li > label input")
    expect(boxes.first).to_be_visible()
    page.evaluate("""() => [...document.querySelectorAll("[data-pe-pages] li > label input")]
      .reverse().slice(0, 31).forEach((box) => box.click())""")
    expect(page.locator("[data-pe-chosen] li")).to_have_count(30)
    expect(page.locator("[data-pe-moved]")).to_contain_text("up to 30 pages")
    note = page.locator("[data-pe-note]")
    note.fill(f"{NOTE}\n\nSee you!"[:300])
    given = note.input_value()
    assert len(given) > 290 and "\n" in f"{NOTE}\n\nSee you!"[:300]
    page.locator("[data-pe-title]").fill("Für dich")
    page.locator("[data-pe-date]").fill("2026-12-01")
    chosen = page.locator("[data-pe-chosen] li > span").all_inner_texts()
    link = link_of(page)
    assert read_code(page) == [link]
    assert page.url.endswith(BUILDER), "the address stays as it is"
    go_to_list(page, LIST, fragment_of(link))
    expect(page.locator("[data-pe-items] li")).to_have_count(30)
    assert page.locator(".pe-list__page").all_inner_texts() == chosen
    assert page.locator("[data-pe-note]").text_content() == given.strip()
    expect(page.locator("[data-pe-title]")).to_have_text("Für dich")
    expect(page.locator("[data-pe-day]")).to_have_text("Tuesday, December 1, 2026")
    assert page.title() == "A reading list for you"
    assert page.locator("[data-pe-from] a, [data-pe-from] script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_too_long_for_a_code_is_told_and_the_link_stays(open_page: Open) -> None:
    page = open_page(BUILDER)
    page.get_by_role("button", name="Start with this list: For the family").click()
    page.locator("[data-pe-note]").fill("読" * 300)
    page.evaluate("""() => [...document.querySelectorAll("[data-pe-pages] li > label input")]
      .slice(0, 30).forEach((box) => box.click())""")
    expect(page.locator("[data-pe-code-words]")).to_contain_text("too long for a code")
    assert page.locator("[data-pe-code] svg").count() == 0
    assert len(link_of(page)) > 1273


def test_a_list_is_made_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(BUILDER)
    page.get_by_label("Find a page or a section").focus()
    page.keyboard.type("overdose")
    expect(page.locator("[data-pe-found]")).to_contain_text("fit")
    expect(page.locator("[data-pe-pages]")).to_contain_text("What if it may be an overdose?")
    page.get_by_label("Find a page or a section").fill("depression")
    press_on(page, page.get_by_role("checkbox", name="Depression", exact=True), "Space")
    press_on(page, page.get_by_text("Only a section of Depression", exact=True), "Enter")
    press_on(page, page.get_by_role("checkbox", name="What helps?"), "Space")
    chosen = page.locator("[data-pe-chosen] li > span")
    expect(chosen).to_have_text(["Depression", "Depression: What helps?"])
    press_on(page, page.get_by_role("button", name="Up: Depression: What helps?"), "Enter")
    expect(chosen).to_have_text(["Depression: What helps?", "Depression"])
    expect(page.locator("[data-pe-moved]")).to_have_text("Depression: What helps? is number 1 of 2 now.")
    up = page.get_by_role("button", name="Up: Depression: What helps?")
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    expect(page.locator("[data-pe-moved]")).to_contain_text("the first of the list already")
    press_on(page, page.get_by_role("button", name="Remove: Depression", exact=True), "Enter")
    expect(page.get_by_role("button", name="Remove: Depression: What helps?")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Depression", exact=True)).not_to_be_checked()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press_on(page, page.get_by_role("button", name="Copy link", exact=True), "Enter")
    expect(page.locator("[data-pe-status]")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == link_of(page)
    mail = page.get_by_role("link", name="Mail", exact=True).get_attribute("href") or ""
    assert mail.startswith("mailto:?subject=A%20reading%20list%20for%20you&body=https%3A%2F%2F")


def press_on(page: Page, target: Locator, key: str) -> None:
    """What Tab reaches, and a key on it."""
    assert target.evaluate("e => e.tabIndex") >= 0
    target.focus()
    page.keyboard.press(key)


@pytest.mark.parametrize(("size", "text"), [(DESKTOP, ""), ((320, 640), "largest")], ids=["usual", "largest"])
def test_a_page_that_was_taken_out_can_come_back(open_page: Open, size: tuple[int, int], text: str) -> None:
    page = open_page(BUILDER, size=size)
    page.evaluate("size => { document.documentElement.dataset.peTextSize = size }", text)
    choose(page, "Depression", "PTSD", "Panic disorder")
    chosen, told = page.locator("[data-pe-chosen] li > span"), page.locator("[data-pe-moved]")
    undo = page.get_by_role("button", name="Undo: keep PTSD")
    press_on(page, page.get_by_role("button", name="Remove: PTSD"), "Enter")
    expect(told).to_have_text("PTSD is taken out. 2 left.")
    expect(told).to_be_in_viewport()
    press_on(page, undo, "Enter")
    expect(chosen).to_have_text(["Depression", "PTSD", "Panic disorder"])
    expect(page.get_by_role("button", name="Remove: PTSD")).to_be_focused()
    expect(told).to_have_text("PTSD is number 2 of 3 again.")
    page.get_by_role("checkbox", name="PTSD", exact=True).uncheck()
    expect(undo).to_be_visible()
    page.get_by_role("button", name="Up: Panic disorder").click()
    expect(undo).to_have_count(0)


WATCH = """selector => {
  window.told = []
  const status = document.querySelector(selector)
  new MutationObserver(() => told.push(status.textContent)).observe(status, { childList: true })
}"""


def test_a_second_copy_is_told_again(open_page: Open) -> None:
    page = open_page(BUILDER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, "Depression")
    copy, status = page.get_by_role("button", name="Copy link", exact=True), page.locator("[data-pe-status]")
    copy.click()
    expect(status).to_have_text("The link is copied.")
    page.evaluate(WATCH, "[data-pe-status]")
    copy.click()
    assert support.wait_for(
        lambda: page.evaluate("told") == ["", "The link is copied."], pause=support.in_browser(page)
    )


def test_ready_made_lists_come_first_and_give_their_link(open_page: Open) -> None:
    page = open_page(BUILDER, size=PHONE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    headings = page.locator(".pe-builder h2:visible")
    expect(headings).to_contain_text(["Ready-made lists", "1. Choose pages", "2. Put them in order"])
    expect(page.locator("[data-pe-none]")).to_contain_text("start with a ready-made list.")
    for each in SETS:
        section = page.get_by_role("region", name=each.title)
        line = section.get_by_role("listitem").first
        expect(line).to_be_hidden()
        section.locator("summary").press("Enter")
        expect(line).to_be_visible()
        section.get_by_role("button", name=f"Copy link: {each.title}").click()
        expect(section.get_by_role("status")).to_have_text("The link is copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == in_full(SITE.settings, f"/{LIST}#{set_fragment(SITE, each)}")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    section.get_by_role("button", name="Copy link").click()
    expect(section.get_by_role("status")).to_contain_text("The link is selected.")
    expect(section.get_by_role("textbox", name="Link")).to_have_value(copied)


def test_a_list_that_is_being_made_is_looked_for_on_paper(open_page: Open) -> None:
    page = open_page(BUILDER)
    told = page.get_by_text("To print it, follow the link “Lay it out for paper”")
    choose(page, "Depression")
    expect(told).to_be_hidden()
    page.emulate_media(media="print")
    expect(told).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Remove: Depression").click()
    page.emulate_media(media="print")
    expect(told).to_be_hidden()


BROKEN = {
    "1.p2wh24nd.x": "A part of this link is missing",
    "1.nSGVsbG8": "can't be read",
    "1": "can't be read",
    "zzz": "can't be read",
    "0.p1wh24nd": "can't be read",
    "2.p1wh24nd": "made for a newer version",
}


@pytest.mark.parametrize("fragment", BROKEN)
def test_a_broken_link_is_told_to_who_came_to_change_it(open_page: Open, fragment: str) -> None:
    page = open_page(f"{BUILDER}#{fragment}")
    expect(page.get_by_role("alert")).to_contain_text(BROKEN[fragment])
    expect(page.get_by_role("alert")).to_be_focused()
    choose(page, "Depression")
    page.evaluate("location.hash = '#add-a-note'")
    expect(page.locator("[data-pe-chosen] li").last).to_contain_text("Depression")


def test_a_link_to_a_part_of_the_page_is_no_broken_list(open_page: Open) -> None:
    page = open_page(f"{BUILDER}#choose-pages")
    expect(page.locator("[data-pe-pages] label").first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "ways"),
    [
        (LIST, ["Everything, A to Z", "Get help now"]),
        (SHEET, ["Ready-made lists"]),
        (BUILDER, []),
    ],
)
def test_a_page_says_so_when_its_script_does_not_come(open_page: Open, path: str, ways: list[str]) -> None:
    page = open_page("about/")
    page.route("**/list-format.js", lambda route: route.abort())
    page.goto(page.url.replace("about/", f"{path}#1.p1wh24nd"))
    late = page.locator(".pe-late")
    expect(late).to_be_visible()
    expect(late).to_contain_text("oad th")
    for way in ways:
        expect(late.get_by_role("link", name=way)).to_be_visible()


def test_what_a_note_holds_stays_in_its_box_on_paper(open_page: Open) -> None:
    page = open_page(f"{SHEET}#1.p1wh24nd")
    stacked = "a" + "\u0301" * 250
    made = page.evaluate(
        """async (note) => (await import("../../assets/list-format.js")).encode({
             items: [{ code: "wh24nd", section: 0 }], note, title: "שלום" })""",
        stacked,
    )
    go_to_list(page, SHEET, made)
    box, note = page.locator("[data-pe-from]"), page.locator("[data-pe-note]")
    expect(note).to_have_text("a" + "\u0301" * 8)
    expect(box).to_have_css("overflow", "hidden")
    side = "e => { const r = new Range(); r.selectNodeContents(e); return r.getBoundingClientRect().left }"
    assert page.locator("[data-pe-title]").evaluate(side) > note.evaluate(side) + 100


def test_a_set_is_kept_when_it_is_saved_and_gone_when_it_is_deleted(open_page: Open) -> None:
    page = open_page(BUILDER)
    page.get_by_role("button", name="Start with this list: Before discharge").click()
    page.locator("[data-pe-title]").fill("For Thursday")
    assert page.evaluate(KEPT) == []
    page.get_by_role("button", name="Save on this device").click()
    assert page.evaluate(KEPT) == ["psychoed.sets"]
    made = link_of(page)
    page.reload()
    expect(page.locator("[data-pe-output]")).to_be_hidden()
    page.get_by_role("button", name="Open: For Thursday").click()
    assert link_of(page) == made
    page.get_by_role("button", name="Delete from this device: For Thursday").click()
    expect(page.locator("[data-pe-kept-status]")).to_be_visible()
    assert page.evaluate(KEPT) == []
    page.evaluate('localStorage[\'psychoed.sets\'] = \'{"version":1,"sets":[null,{"name":5},"x"]}\'')
    page.reload()
    expect(page.get_by_role("button", name="Start with this list: Before discharge")).to_be_visible()
    expect(page.get_by_role("heading", name="Lists on this device")).to_be_hidden()


def test_the_client_keeps_marks_only_after_making_one(open_page: Open) -> None:
    page = open_page(f"{LIST}#{set_fragment(SITE, SETS[0])}", size=PHONE)
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(len(SETS[0].pages))
    assert page.evaluate(KEPT) == []
    boxes.nth(1).check()
    expect(page.locator("[data-pe-progress]")).to_have_text(f"1 of {len(SETS[0].pages)} read")
    assert page.evaluate(KEPT) == ["psychoed.lists"]
    page.reload()
    expect(boxes.nth(1)).to_be_checked()
    page.get_by_role("button", name="Forget this list").click()
    expect(boxes.nth(1)).not_to_be_checked()
    assert page.evaluate(KEPT) == []
    small = """() => [...document.querySelectorAll("main a, main button, label")]
      .filter((e) => e.checkVisibility()).filter((e) => e.getBoundingClientRect().height < 24).length"""
    assert page.evaluate(small) == 0
    page.get_by_role("link", name="change this list").click()
    expect(page.locator("[data-pe-chosen] li")).to_have_count(len(SETS[0].pages))


def test_names_stay_hidden_until_they_are_asked_for(open_page: Open) -> None:
    page = open_page(BUILDER)
    page.get_by_role("button", name="Start with this list: New diagnosis").click()
    page.get_by_label("Hide the names of the pages").check()
    go_to_list(page, LIST, fragment_of(link_of(page)))
    expect(page.locator(".pe-list__page").first).to_have_text("Page 1")
    assert "depression" not in page.locator("main").inner_text().lower()
    page.get_by_role("button", name="Show the names of the pages").click()
    expect(page.locator(".pe-list__page").first).to_contain_text("Depression")


GARBAGE = [
    "",
    "1",
    "1.",
    "2.p1wh24nd",
    "1.p",
    "1.p1",
    "1.pzz",
    "%",
    "1.nÿ.p1",
    "x" * 5000,
    "1.__proto__",
    "1.p0",
]


def test_a_link_that_cannot_be_read_is_told_calmly(open_page: Open) -> None:
    page = open_page(LIST)
    for garbage in GARBAGE:
        page.evaluate("hash => { location.hash = hash }", garbage)
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.get_by_role("link", name="Get help now")).to_be_visible()
        expect(page.locator("[data-pe-ways]").get_by_role("link", name="Everything, A to Z")).to_be_visible()
        expect(page.locator("[data-pe-items]")).to_be_hidden()
    page.evaluate("location.hash = '1.d20260230.nw4.p3wh24ndzzzzzzpm23mk2'")
    expect(page.locator("[data-pe-items] li")).to_have_count(3)
    expect(page.locator("[data-pe-items] li").nth(1)).to_have_text("This page is no longer here.")
    expect(page.locator("[data-pe-incomplete]")).to_be_visible()
    expect(page.locator("[data-pe-appointment]")).to_be_hidden()


@pytest.fixture(scope="module")
def module(browser: Browser, address: str) -> Iterator[Page]:
    """A page that has loaded the format as ``format``."""
    page = browser.new_page()
    page.goto(f"{address}{LIST}")
    page.evaluate("async () => { window.format = await import('../assets/list-format.js') }")
    yield page
    page.close()


QUICK = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
CODES = st.from_regex(r"[bcdfghjkmnprtvwx][bcdfghjkmnprtvwx2347]{5}", fullmatch=True)
ITEMS = st.lists(
    st.fixed_dictionaries({"code": CODES, "section": st.integers(0, 99)}),
    **{"min_size": 1, "max_size": 30, "unique_by": lambda item: (item["code"], item["section"])},
)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31)).map(date.isoformat)
LISTS = st.fixed_dictionaries(
    {"items": ITEMS, "title": st.text(max_size=90), "note": st.text(max_size=400), "date": DAYS}
)


@QUICK
@given(LISTS)
def test_what_is_written_into_a_link_is_read_from_it(module: Page, made: dict[str, object]) -> None:
    read, clean, link = module.evaluate(
        """(made) => [format.decode("#" + format.encode(made)), {
          title: format.cleanText(made.title, 60, false), note: format.cleanText(made.note, 300, true),
        }, format.encode(made)]""",
        made,
    )
    assert read == {**made, **clean, "hidden": False, "complete": True}
    assert link.isascii() and link[-1].isalnum()
    assert len(clean["title"]) <= 60 and len(clean["note"]) <= 300


@QUICK
@given(st.one_of(st.text(max_size=200), st.text("1.pntdhwx234%_-", max_size=60).map(lambda end: f"1.{end}")))
def test_no_link_whatever_does_any_harm(module: Page, text: str) -> None:
    read = module.evaluate("text => format.decode(text)", text)
    assert read.get("problem") in ("empty", "version", "broken") or 0 < len(read["items"]) <= 30


FAMILY = "👩‍👩‍👧"
CUTS = {
    "a" + "\u0301" * 40 + "b": "a" + "\u0301" * 8 + "b",
    "x" * 58 + "e\u0301\u0302\u0303": "x" * 58,
    "x" * 55 + FAMILY: "x" * 55,
    "x" * 52 + FAMILY: "x" * 52 + FAMILY,
}


@pytest.mark.parametrize("text", CUTS)
def test_a_text_is_cut_between_whole_signs(module: Page, text: str) -> None:
    cleaned = module.evaluate("text => format.cleanText(text, 60, false)", text)
    assert cleaned == CUTS[text]


def test_what_stands_twice_in_a_link_is_not_told_as_missing(module: Page) -> None:
    read = module.evaluate("text => format.decode(text)", "1.p3wh24ndwh24ndpm23mk2")
    assert [item["code"] for item in read["items"]] == ["wh24nd", "pm23mk"]
    assert read["complete"]
    assert not module.evaluate("text => format.decode(text)", "1.p3wh24ndpm23mk2")["complete"]


@pytest.mark.parametrize(
    ("version", "problem"), [("0", "broken"), ("00", "broken"), ("01", "broken"), ("2", "version")]
)
def test_only_a_higher_number_is_a_newer_version(module: Page, version: str, problem: str) -> None:
    assert module.evaluate("text => format.decode(text)", f"{version}.p1wh24nd") == {"problem": problem}


def test_ready_made_lists_are_written_as_the_browser_reads_them(module: Page) -> None:
    for each in SETS:
        read = module.evaluate("text => format.decode(text)", set_fragment(SITE, each))
        entries = entries_of(SITE, each.pages)
        expected = [{"code": entry.code, "section": entry.number or 0} for entry in entries]
        assert read["items"] == expected
        assert (read["note"], read["complete"]) == (each.note or "", True)


def test_a_day_is_the_same_everywhere(browser: Browser, address: str) -> None:
    for zone, language, words in [
        ("Pacific/Kiritimati", "de-DE", "Dienstag, 1. Dezember 2026"),
        ("Pacific/Pago_Pago", "en-US", "Tuesday, December 1, 2026"),
    ]:
        page = browser.new_page(timezone_id=zone, locale=language)
        page.goto(f"{address}{LIST}#1.d20261201.p1wh24nd")
        expect(page.locator("[data-pe-day]")).to_have_text(words)
        page.close()


def test_paper_has_the_list_and_the_whole_text_in_order(open_page: Open) -> None:
    page = open_page(f"{SHEET}#1.d20261201.nSGVsbG8.p3pm23mktp2xh23xh3c3r")
    expect(page.locator("[data-pe-items] li")).to_have_count(3)
    assert read_code(page)[0].endswith("/list/#1.d20261201.nSGVsbG8.p3pm23mktp2xh23xh3c3r")
    page.get_by_label("With the whole text").check()
    expect(page.locator("[data-pe-status]")).to_have_text("The pages are on the sheet.")
    texts = page.locator(".pe-sheet-text")
    titles = ["Your first day and first week", "What is an intensive outpatient program?"]
    expect(texts.locator("h1")).to_have_text([*titles, "Substance use disorders"])
    expect(texts.nth(1).locator("h2")).to_have_text(["What happens there?", "Sources"])
    assert texts.nth(1).locator("sup a").count() >= 2
    assert texts.filter(has_text="No clinician has reviewed this page yet.").count() == 3
    ids = page.locator("[id]").evaluate_all("all => all.map((e) => e.id)")
    assert len(ids) == len(set(ids))
    page.emulate_media(media="print")
    expect(page.locator(".pe-sheet-bar")).to_be_hidden()
    breaks = texts.evaluate_all("all => all.map((e) => getComputedStyle(e).breakBefore)")
    assert breaks == ["page"] * 3
    lines = page.locator(".pe-sheet-lines")
    expect(lines).to_have_count(1)
    assert lines.evaluate("e => e.compareDocumentPosition(document.querySelector('[data-pe-texts]'))") == 2


def test_without_script_there_are_ready_made_lists_and_their_sheets(open_page: Open) -> None:
    page = open_page(BUILDER, size=PHONE, script=False)
    expect(page.locator(".pe-builder__set")).to_have_count(len(SETS))
    expect(page.locator("[data-pe-pages]")).to_be_hidden()
    page.get_by_role("link", name="Sheet to print, with its code").first.click()
    expect(page.locator(".pe-sheet-items li")).to_have_count(len(SETS[0].pages))
    expect(page.get_by_role("img", name="QR code that opens this list")).to_be_visible()
    go_to_list(page, LIST, "1.p1wh24nd")
    assert "This list needs JavaScript" in page.locator("main").inner_text()
    expect(page.get_by_role("link", name="Everything, A to Z").first).to_be_visible()


def test_an_old_link_arrives_after_a_page_and_a_section_moved(browser: Browser, engine_project: Path) -> None:
    before, _ = load_site(engine_project)
    assert before.handout_sets
    fragment = set_fragment(before, before.handout_sets.sets[0])
    sadness = "content/conditions/sadness.md"
    assert rename([sadness, "low-mood"], engine_project, support.TODAY) == 0
    steps, gone = "docs/guides/first-steps.md", "where-do-you-begin"
    support.edit(engine_project, steps, "## Where do you begin?\n\n", "")
    line = f"\nmoved_anchors: [{{old: {gone}, new: next}}]\nreview:"
    support.edit(engine_project, steps, "\nreview:", line)
    support.edit(engine_project, "content/data/handout-sets.yml", f"#{gone}", "#next")
    with support.served(build(engine_project)) as base:
        page = browser.new_page()
        page.goto(f"{base}{LIST}#{fragment}")
        page.get_by_role("link", name="Sadness").click()
        page.wait_for_url(f"{base}conditions/low-mood/#helps")
        page.go_back()
        page.get_by_role("link", name="First steps").click()
        page.wait_for_url(f"{base}guides/first-steps/#next")
        page.close()


def test_axe_finds_nothing_with_something_chosen(open_page: Open) -> None:
    page = open_page(BUILDER, size=PHONE)
    page.get_by_role("button", name="Start with this list: First week").click()
    page.get_by_role("button", name="Save on this device").click()
    page.locator("[data-pe-pages] details summary").first.click()
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, OF_COLORS)
    page.emulate_media(color_scheme="light")
    go_to_list(page, LIST, f"1.d20261201.{set_fragment(SITE, SETS[0]).partition('.')[2]}")
    page.get_by_role("checkbox").first.check()
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, OF_COLORS)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
