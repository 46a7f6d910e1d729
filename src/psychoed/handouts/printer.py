"""Chromium prints a sheet, and the PDF gets what Chromium leaves out of PDF/UA-1, the accessibility standard.

Chromium writes the tags, the language, the title, the bookmarks and the scope of table headings. It gives a
list item no body, a link no description, and the file no word that it is meant to be accessible. It takes a
figure that consists of words for a picture, uses two tags that came with PDF 2.0, and does not say what is an
artifact.
"""

from __future__ import annotations

import io
import mimetypes
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

import pikepdf
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Route, sync_playwright

from ..browser import ARGUMENTS, reason_of
from .artifacts import call_artifacts
from .sheets import Sheet

UA = "http://www.aiim.org/pdfua/ns/id/"
# What the tags are in PDF 1.7, which has no name for them.
ROLES = {"/Strong": pikepdf.Name.Span, "/Em": pikepdf.Name.Span}


class PrinterError(Exception):
    """A sheet could not be printed. The text is what to tell the person who asked for it."""


class Printer(AbstractContextManager["Printer"]):
    """One Chromium. A sheet seems to stand at its own address, so that its links lead to the site; what it
    shows comes from ``docs``, and nothing is asked of anybody else."""

    def __init__(self, chromium: str, docs: Path) -> None:
        self.chromium, self.docs = chromium, docs
        self.sheet = Sheet("/", "", "", "")

    def __enter__(self) -> Printer:
        self.driver = sync_playwright().start()
        try:
            self.browser = self.driver.chromium.launch(executable_path=self.chromium, args=ARGUMENTS)
            self.page = self.browser.new_context(java_script_enabled=False).new_page()
            self.version = self.browser.version
        except PlaywrightError as error:
            self.driver.stop()
            reason = reason_of(error)
            raise PrinterError(
                f"the browser at {self.chromium} did not start ({reason}): set CHROMIUM to the path of a "
                "Chromium or Chrome, and run this again"
            ) from error
        self.page.route("**/*", self._answer)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.browser.close()
        self.driver.stop()

    def print(self, sheet: Sheet) -> bytes:
        """The sheet as a PDF."""
        self.sheet = sheet
        try:
            self.page.goto(sheet.url)
            pdf = self.page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        except PlaywrightError as error:
            reason = reason_of(error)
            raise PrinterError(
                f"{sheet.address}: the browser could not print this page ({reason})"
            ) from error
        return finish(pdf, sheet.title)

    def _answer(self, route: Route) -> None:
        address, base = route.request.url, self.sheet.url.removesuffix(self.sheet.address.lstrip("/"))
        path = self.docs / urlsplit(address).path.removeprefix(urlsplit(base).path)
        if address == self.sheet.url:
            route.fulfill(body=self.sheet.html, content_type="text/html; charset=utf-8")
        elif address.startswith(base) and path.is_file():
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            route.fulfill(body=path.read_bytes(), content_type=kind)
        else:
            route.abort()


def finish(pdf: bytes, title: str) -> bytes:
    """Add what Chromium leaves out, and pack the file tightly. The same sheet gives the same tags."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for element in elements(document):
            if element.get("/S") == "/LI":
                _give_body(document, element)
            if element.get("/S") == "/Figure" and not str(element.get("/Alt", "")):
                element.S = (
                    pikepdf.Name.Div
                )  # our figures say everything in words: they are read, not described
        document.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(ROLES)
        call_artifacts(document)
        for page in document.pages:
            for link in _links(page):
                link.Contents = pikepdf.String(_where_to(link))
        with document.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata[f"{{{UA}}}part"] = "1"
        packed = io.BytesIO()
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    return packed.getvalue()


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure of a document, from its root down."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        waiting += reversed([kid for kid in _kids(element) if _is_element(kid)])
        if "/S" in element:
            yield element


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and ("/S" in kid)


def _give_body(document: pikepdf.Pdf, item: Any) -> None:
    """Put what a list item says into its body, beside its mark."""
    kids = _kids(item)
    beside = [kid for kid in kids if _is_element(kid) and kid.S in ("/Lbl", "/LBody")]
    said = [kid for kid in kids if not (_is_element(kid) and kid.S in ("/Lbl", "/LBody"))]
    if not said:
        return
    body = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.LBody, P=item, K=pikepdf.Array(said))
    )
    if "/Pg" in item:
        body.Pg = item.Pg
    for kid in said:
        _move(document, kid, item, body)
    item.K = pikepdf.Array([*beside, body])


def _move(document: pikepdf.Pdf, kid: Any, item: Any, body: Any) -> None:
    """Tell a part, or the text on the page, that it belongs to the body now."""
    if _is_element(kid):
        kid.P = body
        return
    owners = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
    number = kid if isinstance(kid, int) else kid.get("/MCID")
    page = item.get("/Pg") if isinstance(kid, int) else kid.get("/Pg", item.get("/Pg"))
    if number is not None and page is not None:
        owners[int(page.StructParents)][int(number)] = body


def _links(page: Any) -> list[Any]:
    return [note for note in page.get("/Annots", []) if note.get("/Subtype") == "/Link"]


def _where_to(link: Any) -> str:
    action = link.get("/A", {})
    return str(action.get("/URI", "A place on this sheet"))
