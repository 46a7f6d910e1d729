"""What is painted outside the tags becomes an artifact, and nothing else changes on the page."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

import pdf_ua
from psychoed.handouts.artifacts import call_artifacts

TAGGED = "/P <</MCID 0>> BDC"
ARTIFACT = "/Artifact BMC"
IMAGE = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"

# What stands on a page, and what stands there afterwards.
CASES = {
    "nothing": ("", ""),
    "a filled path": ("0 0 9 9 re f", f"{ARTIFACT} 0 0 9 9 re f EMC"),
    "a path of many parts": ("0 0 m 9 9 l h S", f"{ARTIFACT} 0 0 m 9 9 l h S EMC"),
    "a path that only clips": ("0 0 9 9 re W n", "0 0 9 9 re W n"),
    "a path that clips and is filled": ("0 0 9 9 re W* f", f"{ARTIFACT} 0 0 9 9 re W* f EMC"),
    "a clip, then a path": ("0 0 9 9 re W n 0 0 m S", f"0 0 9 9 re W n {ARTIFACT} 0 0 m S EMC"),
    "a text": ("BT /F1 9 Tf (a) Tj ET", f"{ARTIFACT} BT /F1 9 Tf (a) Tj ET EMC"),
    "a text that shows nothing": ("BT /F1 9 Tf ET", "BT /F1 9 Tf ET"),
    "a text beside a tag in it": (
        f"BT (a) Tj 0 1 Td {TAGGED} (b) Tj EMC [(c)] TJ (d) ' ET",
        f"BT {ARTIFACT} (a) Tj EMC 0 1 Td {TAGGED} (b) Tj EMC {ARTIFACT} [(c)] TJ (d) ' EMC ET",
    ),
    "texts side by side": (
        "BT (a) Tj ET BT (b) Tj ET q BT (c) Tj ET Q",
        f"{ARTIFACT} BT (a) Tj ET BT (b) Tj ET EMC q {ARTIFACT} BT (c) Tj ET EMC Q",
    ),
    "states within states": (
        "q 1 0 0 RG q 2 w 0 0 m 9 9 l S Q 0 0 9 9 re f Q",
        f"q 1 0 0 RG q 2 w {ARTIFACT} 0 0 m 9 9 l S EMC Q {ARTIFACT} 0 0 9 9 re f EMC Q",
    ),
    "a picture in the line": (IMAGE, f"{ARTIFACT} {IMAGE} EMC"),
    "a picture and a shading": ("/Im Do /Sh sh", f"{ARTIFACT} /Im Do /Sh sh EMC"),
    "a picture that has a tag itself": ("/ImTagged Do", "/ImTagged Do"),
    "a form": ("/Plain Do", f"{ARTIFACT} /Plain Do EMC"),
    "something tagged": (f"{TAGGED} BT (a) Tj ET EMC", f"{TAGGED} BT (a) Tj ET EMC"),
    "something tagged by a name": ("/P /Known BDC /Im Do EMC", "/P /Known BDC /Im Do EMC"),
    "an artifact": (f"{ARTIFACT} 0 0 m S EMC", f"{ARTIFACT} 0 0 m S EMC"),
    "an artifact of a kind": (
        "/Artifact <</Type /Pagination>> BDC 0 0 m S EMC",
        "/Artifact <</Type /Pagination>> BDC 0 0 m S EMC",
    ),
    "a mark within a tag": (
        f"{TAGGED} /Span BMC (a) Tj EMC (b) Tj EMC 0 0 m S",
        f"{TAGGED} /Span BMC (a) Tj EMC (b) Tj EMC {ARTIFACT} 0 0 m S EMC",
    ),
    "a mark that says something else": (
        "/OC /Layer BDC 0 0 m S EMC /Span BMC /Im Do EMC",
        f"/OC /Layer BDC {ARTIFACT} 0 0 m S EMC EMC /Span BMC {ARTIFACT} /Im Do EMC EMC",
    ),
}


def document(content: str, form: str = "") -> pikepdf.Pdf:
    """A page with that on it; ``/Tagged`` is a form with that in it, for which the structure has a place."""
    made = pikepdf.new()
    page = made.add_blank_page()
    paragraph = made.make_indirect(Dictionary(S=Name.P))

    def drawn(kind: str, text: str, **facts: object) -> pikepdf.Stream:
        return made.make_stream(text.encode(), Type=Name.XObject, Subtype=Name(f"/{kind}"), **facts)

    drawings = Dictionary(
        Im=drawn("Image", "x", Width=1, Height=1, BitsPerComponent=8, ColorSpace=Name.DeviceGray),
        ImTagged=drawn("Image", "x", StructParent=2),
        Plain=drawn("Form", "0 0 m S", BBox=[0, 0, 9, 9]),
        Tagged=drawn("Form", form, BBox=[0, 0, 9, 9], StructParents=1, Resources=Dictionary()),
    )
    drawings.Outer = drawn(
        "Form", "/Tagged Do 0 0 m S", Resources=Dictionary(XObject=Dictionary(Tagged=drawings.Tagged))
    )
    page.Resources = Dictionary(
        XObject=drawings, Properties=Dictionary(Known=Dictionary(MCID=0), Layer=Dictionary(Type=Name.OCG))
    )
    page.StructParents = 0
    page.Contents = made.make_stream(content.encode())
    owners = Array([0, Array([paragraph]), 1, Array([paragraph])])
    made.Root.StructTreeRoot = Dictionary(ParentTree=Dictionary(Nums=owners))
    return made


def on(made: pikepdf.Pdf, form: str = "") -> str:
    """What stands on the page, or in a form."""
    stream = made.pages[0].Resources.XObject[form] if form else made.pages[0]
    return " ".join(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(stream)).decode().split())


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_what_is_painted_outside_the_tags_becomes_an_artifact(before: str, after: str) -> None:
    made = document(before)
    call_artifacts(made)
    assert on(made) == on(document(after))
    call_artifacts(made)
    assert on(made) == on(document(after)), "a second time"


@pytest.mark.parametrize("shown", ["/Tagged Do", "/Outer Do"], ids=["a form", "a form in a form"])
def test_a_form_with_tags_is_no_artifact_as_a_whole(shown: str) -> None:
    made = document(shown, f"{TAGGED} (a) Tj EMC 0 0 m S")
    call_artifacts(made)
    assert on(made) == shown
    assert on(made, "/Tagged").endswith(f"(a) Tj EMC {ARTIFACT} 0 0 m S EMC")
    assert on(made, "/Outer") == f"/Tagged Do {ARTIFACT} 0 0 m S EMC"


@pytest.mark.parametrize(
    "content",
    ["0 0 m S", f"{TAGGED} (a) Tj EMC (b) Tj", "/Tagged Do", "/Plain Do", IMAGE, "/OC BMC /Sh sh EMC"],
)
def test_the_check_of_handouts_sees_what_is_bare(content: str) -> None:
    made = document(content, "0 0 m S")
    assert [each for each in pdf_ua.of_the_paint(made) if "neither tagged nor an artifact" in each]
    call_artifacts(made)
    assert list(pdf_ua.of_the_paint(made)) == []


def test_the_check_of_handouts_sees_tags_that_are_wrong() -> None:
    both = document(f"{ARTIFACT} {TAGGED} (a) Tj EMC EMC")
    assert list(pdf_ua.of_the_paint(both)) == ["page 1: something is tagged and an artifact"]
    lost = document(f"{TAGGED} (a) Tj EMC")
    lost.Root.StructTreeRoot.ParentTree.Nums[1][0] = None
    assert list(pdf_ua.of_the_paint(lost)) == ["page 1: a tag is not in the structure"]
