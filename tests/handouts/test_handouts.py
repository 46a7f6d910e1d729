"""Handouts of the small site, printed once by a real Chromium and opened with another program's library."""

from __future__ import annotations

import base64
import io
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp

import pdf_text
import pdf_ua
import support
from psychoed.engines.mkdocs import build_into
from psychoed.handouts.making import (
    HandoutError,
    Machine,
    Made,
    Wanted,
    folder_of,
    make,
    remove_others,
    sheets,
)
from psychoed.handouts.paper import Size, usual_size
from psychoed.handouts.printer import PrinterError, finish
from psychoed.loading import load_site
from psychoed.problems import ContentError
from psychoed.rendering.addresses import discreet_url
from qr_drawing import drawn

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
PAGES = Wanted(("conditions/sadness", "conditions", "get-help-now", "home"))
CHAT = "https://chat.example.org/here"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Made]:
    """The small project, the folder of its handouts, and what was made."""
    project = support.engine_project(tmp_path_factory.mktemp("handouts"))
    support.edit(
        project, "content/data/help-lines.yml", "keyword: HI}", f"keyword: HI}}\n        chat: {CHAT}"
    )
    folder = project / "build" / "handouts"
    return (
        project,
        folder,
        make(project, sheets(project, PAGES, support.TODAY), folder, Machine(CHROMIUM, jobs=2)),
    )


def test_a_sheet_says_whose_it_is_how_old_and_that_nobody_reviewed_it(engine_project: Path) -> None:
    (sheet,) = sheets(engine_project, Wanted(("content/conditions/sadness.md",)), support.TODAY)
    for words in (
        *("Sample Program", "no such program exists", "No clinician has reviewed this page yet"),
        *("Key points", "Sources", "Help lines: ", "size: a4", "psychoed.example.org/conditions/sadness"),
    ):
        assert words in sheet.html
    assert not [tag for tag in ("<nav", "<button", "<script", "popover", "<details") if tag in sheet.html]


def test_every_pdf_is_accessible_as_far_as_a_program_sees(printed: tuple[Path, Path, Made]) -> None:
    for path in printed[2].all:
        with pikepdf.open(path) as document:
            assert pdf_ua.faults(document) == [], path.name


def test_in_large_print_it_is_no_less_so(printed: tuple[Path, Path, Made]) -> None:
    large = sheets(printed[0], replace(PAGES, large=True), support.TODAY)
    for path in make(printed[0], large, printed[1] / "large", Machine(CHROMIUM, jobs=2)).all:
        with pikepdf.open(path) as document:
            assert pdf_ua.faults(document) == [], path.name


def test_a_pdf_has_its_page_in_it(printed: tuple[Path, Path, Made]) -> None:
    with pikepdf.open(printed[1] / "conditions" / "sadness.pdf") as document:
        assert document.docinfo["/Title"] == "Sadness"
        assert [round(side) for side in document.pages[0].MediaBox[2:]] == [595, 842]
        tags = {str(element.S) for element in pdf_ua.elements(document)}
        assert {"/H1", "/H2", "/P", "/Link", "/L", "/LI", "/LBody"} <= tags
        with document.open_outline() as outline:
            titles = [entry.title for top in outline.root for entry in (top, *top.children)]
        assert {"Sadness", "Sources", "About this sheet"} <= set(titles)
        links = [
            note.get("/A", {}).get("/URI") for page in document.pages for note in page.get("/Annots", [])
        ]
        assert "tel:" in str(links)
        assert "https://psychoed.example.org/" in str(links)
        assert not [link for link in links if str(link).startswith(("file:", "http:"))]
        for page in document.pages:
            shown = {str(part.operator) for part in pikepdf.parse_content_stream(page)}
            assert shown & {"Tj", "TJ"}, "an empty page"


def test_all_that_says_something_is_tagged(printed: tuple[Path, Path, Made]) -> None:
    for path in printed[2].all:
        with pikepdf.open(path) as document:
            beside = [pdf_text.text_of(page, artifacts=True) for page in document.pages]
        # Nor does a screen reader read the commas between the numbers of sources.
        numbers = [f"Page {number} of {len(beside)}" for number in range(1, len(beside) + 1)]
        assert [each.replace(",", "").strip() for each in beside] == numbers, path.name


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("conditions/sadness", "https://doi.org/10.1000/first"),
        ("conditions/sadness", "https://guidelines.example.org/second"),
        ("get-help-now", CHAT),
    ],
)
def test_an_address_to_type_is_read_out_once(
    printed: tuple[Path, Path, Made], name: str, address: str
) -> None:
    with pikepdf.open(printed[1] / f"{name}.pdf") as document:
        text = "".join(pdf_text.text_of(page) for page in document.pages)
    assert text.count(f" ({address})") == 1


def test_what_did_not_change_is_not_made_anew(printed: tuple[Path, Path, Made]) -> None:
    project, folder, first = printed
    assert (len(first.new), len(first.kept)) == (4, 0)
    again = make(project, sheets(project, PAGES, support.TODAY), folder, Machine(CHROMIUM))
    assert (again.new, len(again.kept)) == ((), 4)
    support.edit(project, "content/conditions/sadness.md", "title: Sadness", "title: Sadness today")
    assert [
        path.name
        for path in make(project, sheets(project, PAGES, support.TODAY), folder, Machine(CHROMIUM)).new
    ] == ["conditions.pdf", "sadness.pdf"], "the page and the one that lists it"
    support.edit(project, "content/conditions/sadness.md", "title: Sadness today", "title: Sadness")


def test_a_page_leads_to_its_pdf_only_when_there_is_one(
    printed: tuple[Path, Path, Made], tmp_path: Path
) -> None:
    project, folder, _ = printed
    build_into(project, tmp_path / "with", handouts=folder)
    page = (tmp_path / "with" / "conditions" / "sadness" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../handouts/conditions/sadness.pdf"' in page
    assert "PDF to print</a>" in page[page.index('id="share"') :]
    assert (tmp_path / "with" / "handouts" / "conditions" / "sadness.pdf").read_bytes()[:5] == b"%PDF-"
    other = (tmp_path / "with" / "therapies" / "talking" / "index.html").read_text(encoding="utf-8")
    assert ".pdf" not in other
    assert "Print" in other


def test_the_pdf_of_a_page_that_is_gone_goes_too(tmp_path: Path) -> None:
    (tmp_path / "gone.pdf").write_bytes(b"%PDF-")
    (tmp_path / ".made.json").write_text('{"gone.pdf": "x"}', encoding="utf-8")
    remove_others(tmp_path, [])
    assert not (tmp_path / "gone.pdf").exists()


def test_what_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    project = support.engine_project(tmp_path)
    with pytest.raises(HandoutError, match=r"there is no page 'conditions/sadnes'.*conditions/sadness"):
        sheets(project, Wanted(("conditions/sadnes",)), support.TODAY)
    chosen = sheets(project, Wanted(("home",)), support.TODAY)
    with pytest.raises(PrinterError, match=r"no browser at '/nowhere/chromium'.*set CHROMIUM"):
        make(project, chosen, tmp_path / "out", Machine("/nowhere/chromium"))
    with pytest.raises(PrinterError, match=r"did not start.*set CHROMIUM"):
        make(project, chosen, tmp_path / "out", Machine("/bin/true"))
    support.edit(project, "content/conditions/sadness.md", "title: Sadness", "titel: Sadness")
    with pytest.raises(ContentError, match="titel"):
        sheets(project, Wanted(("home",)), support.TODAY)


def test_paper_is_that_of_the_region() -> None:
    assert (usual_size("us"), usual_size("uk")) == (Size.LETTER, Size.A4)


def test_a_sheet_has_the_code_and_the_letters_of_its_discreet_address(
    printed: tuple[Path, Path, Made],
) -> None:
    project, folder, _ = printed
    site = load_site(project)[0]
    address = discreet_url(site, "/conditions/sadness/")
    (sheet,) = sheets(project, Wanted(PAGES.pages[:1]), support.TODAY)
    drawing = re.search(r'src="data:image/svg\+xml;base64,([^"]+)"', sheet.html)
    assert drawing
    read = zxingcpp.read_barcodes(drawn(base64.b64decode(drawing[1]).decode()))
    assert [each.text for each in read] == [address]
    letters = address.removeprefix("https://").rstrip("/")
    with pikepdf.open(folder / "conditions" / "sadness.pdf") as document:
        first = document.pages[0]
        links = [str(note.get("/A", {}).get("/URI")) for note in first.Annots]
        assert address in links
        assert letters in pdf_text.text_of(first)
        words = [str(each.Alt) for each in pdf_ua.elements(document) if each.S == "/Figure"]
        assert f"QR code that leads to {letters}" in words
        assert "psychoed.example.org/conditions/sadness" in pdf_text.text_of(document.pages[-1])


def test_a_discreet_file_tells_nothing_by_its_name_and_title(printed: tuple[Path, Path, Made]) -> None:
    project, folder, _ = printed
    wanted = Wanted(PAGES.pages[:1], discreet=True)
    (sheet,) = sheets(project, wanted, support.TODAY)
    code = load_site(project)[0].permalinks.code_for("/conditions/sadness/")
    assert (folder_of(wanted).name, sheet.file) == ("discreet", f"p/{code}.pdf")
    pdf = finish((folder / "conditions" / "sadness.pdf").read_bytes(), sheet.title)
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert str(document.docinfo["/Title"]) == metadata["dc:title"] == "Handout"
        assert "sadness" not in str(metadata).casefold()
