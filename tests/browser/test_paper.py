"""A page that is printed from the browser's menu is a clean sheet, as a handout is."""

from __future__ import annotations

import io
import re
from collections import Counter

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

import pdf_text
import support
from browser.conftest import Open
from psychoed.loading import load_site

LINKS = load_site(support.ROOT)[0].permalinks
# Each in the order in which it has to be on paper.
HEAD = ("Sample Intensive Outpatient Program", "Call 911", "This page on a screen: ")
END = (
    "Help lines: United States",
    "988 Suicide & Crisis Lifeline",
    "About this sheet",
    "The newest text is at ",
)
PAGES = {
    "conditions/ptsd/": (
        "Written ",
        "Key points",
        "What is it?",
        "Yoga",
        "Words on this sheet",
        "guideline: Advice",
        "Sources",
        "(https://",
    ),
    "compare/iop-vs-inpatient/": ("Key points", "Hours and intensity", "Cost and coverage", "Sources"),
    "about/quality/": ("Reading grade", "GradeLong", "Panic disorder"),
    "guides/what-is-an-iop/": ("Key points", "Sources"),
}
# Words of what is around a page's text on a screen.
AROUND = (
    "Skip to",
    "Reading settings",
    "Menu",
    "On this page",
    "Share",
    "Related pages",
    "Suggest",
    "Print",
    "Show all",
    "Copy",
    "In the glossary",
    "For clinicians",
)


# Each paper's width and height in points, and how wide the text is between the margins, in the pixels of CSS.
PAPERS = {"A4": (595, 842, 665), "Letter": (612, 792, 687)}


def printed(page: Page, paper: str = "Letter") -> list[str]:
    """The text of each sheet of paper. Each sheet is as large as the paper that was asked for."""
    made = page.pdf(format=paper, tagged=True, prefer_css_page_size=True)
    with pikepdf.open(io.BytesIO(made)) as document:
        for each in document.pages:
            assert [float(side) for side in each.MediaBox] == pytest.approx([0, 0, *PAPERS[paper][:2]], abs=1)
        return [pdf_text.text_of(each) for each in document.pages]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_a_clean_sheet(open_page: Open, path: str) -> None:
    page = open_page(path, scheme="dark")
    sheets = printed(page)
    text = " ".join(sheets)
    title = page.locator("h1").inner_text().rstrip("#\n")
    wanted = [*HEAD, title, *PAGES[path], *END]
    found = 0
    for words in wanted:
        assert words in text[found:], words
        found = text.index(words, found)
    assert "No clinician has reviewed this page yet." in sheets[0]
    assert f"psychoed.example.org{LINKS.path_for(f'/{path}').rstrip('/')}" in sheets[0]
    assert f"psychoed.example.org/{path.rstrip('/')}." in sheets[-1]
    assert [words for words in AROUND if re.search(rf"\b{words}\b", text)] == []


@pytest.mark.parametrize(
    ("path", "links"),
    [("conditions/ptsd/", ".pe-references a"), ("get-help-now/", ".pe-help-lines .pe-reach a[href^='http']")],
)
def test_an_address_to_type_is_printed_once(open_page: Open, path: str, links: str) -> None:
    page = open_page(path)
    addresses = page.locator(links).evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    text = "".join(printed(page))
    assert addresses
    wanted = Counter(f"({address})" for address in addresses)
    assert {address: text.count(address) for address in wanted} == wanted


def test_its_code_leads_to_the_discreet_address(open_page: Open) -> None:
    page = open_page("therapies/emdr/")
    page.emulate_media(media="print")
    picture = page.locator(".pe-sheet-code").screenshot()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert code.text == f"https://psychoed.example.org{LINKS.path_for('/therapies/emdr/')}"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_paper_has_the_size_of_letters_that_the_reader_chose(open_page: Open) -> None:
    page = open_page("therapies/emdr/")
    page.emulate_media(media="print")
    size = "parseFloat(getComputedStyle(document.querySelector('.pe-summary ~ p, .pe-also')).fontSize) * 0.75"
    usual = page.evaluate(size)
    page.evaluate("document.documentElement.dataset.peTextSize = 'largest'")
    assert (usual, page.evaluate(size)) == (pytest.approx(9.5, abs=0.01), 18)
    # The table is read from top to bottom, and no letters are smaller than those of the sources.
    row = page.locator(".pe-evidence__table tbody tr").first
    assert row.evaluate("row => getComputedStyle(row).display") == "block"


def test_a_column_has_room_for_its_words(open_page: Open) -> None:
    page = open_page("conditions/ptsd/", size=(680, 900))
    page.emulate_media(media="print")
    words = page.locator(".pe-evidence__table .pe-strength--insufficient").first
    free = "word => word.closest('td').getBoundingClientRect().right - word.getBoundingClientRect().right"
    assert words.evaluate(free) > 0


def test_a_column_with_what_opens_at_a_tap_is_not_printed(open_page: Open) -> None:
    page = open_page("about/quality/")
    columns = page.locator(".pe-quality thead th")
    expect(columns.last).to_have_text("Details")
    page.emulate_media(media="print")
    expect(columns.last).to_be_hidden()
    expect(columns.nth(-2)).to_be_visible()


# The words that reach beyond the paper. What only screen readers have is cut on purpose.
BEYOND = """width => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = []
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode
    if (!parentElement.checkVisibility() || parentElement.closest(".pe-hidden")) continue
    const range = new Range()
    range.selectNode(walker.currentNode)
    const boxes = [...range.getClientRects()]
    if (boxes.some((box) => box.left < 0 || box.right > width + 1)) found.push(data)
  }
  return found
}"""


@pytest.mark.parametrize("path", ["compare/iop-vs-inpatient/", "list/sheet/#1.p3wh24ndpm23mk2xh23xh3"])
@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_lost_on_any_paper(open_page: Open, path: str, paper: str) -> None:
    page = open_page(path)
    expect(page.locator("main li").first).to_be_attached()
    sheets = printed(page, paper)
    for number, text in enumerate(sheets, 1):
        assert f"Page {number} of {len(sheets)}" in text
    width = PAPERS[paper][2]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media="print")
    assert page.evaluate(BEYOND, width) == []
    page.evaluate("document.querySelectorAll('.pe-hidden').forEach((words) => words.remove())")
    wanted = Counter(re.findall(r"\w", page.locator("main, #main").first.inner_text()))
    assert wanted.total() > 500
    assert wanted - Counter("".join(sheets)) == Counter()
