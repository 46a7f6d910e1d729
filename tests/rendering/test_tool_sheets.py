"""Sheets to fill in, before any script: fields with labels, lines for a pen, the blanks of a letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import support
from psychoed.project import render_project


def sheet(project: Path, name: str) -> str:
    """One sheet of the small site, as HTML."""
    support.edit(project, "docs/get-help-now.md", "{{ help_lines() }}", f'{{{{ tool("{name}") }}}}')
    text = render_project(project, support.TODAY)[0].pages["get-help-now.md"].markdown
    return text[text.index('<section class="pe-tool') :]


def test_every_field_has_its_label(project: Path) -> None:
    html = sheet(project, "small-plan")
    fields = re.findall(r'<(?:input|textarea)[^>]* id="([^"]+)"', html)
    assert fields == ["small-plan-early", "small-plan-who", "small-plan-shared"]
    assert re.findall(r'<label for="([^"]+)"', html) == fields
    assert 'aria-describedby="small-plan-early-help"' in html
    assert '<p class="pe-tool__help" id="small-plan-early-help">For example: no sleep.</p>' in html


def test_nothing_can_be_sent(project: Path) -> None:
    """Without a form Enter sends nothing, and without a name no field would have a place in an address."""
    html = sheet(project, "small-plan")
    assert "<form" not in html
    assert not re.search(r"<(?:input|textarea)[^>]* name=", html)
    assert html.count('autocomplete="off"') == 3


def test_a_blank_sheet_has_lines_for_a_pen(project: Path) -> None:
    html = sheet(project, "small-plan")
    lines = re.findall(r'<div class="pe-tool__lines"[^>]*>(.*?)</div>', html)
    assert [text.count("<span>") for text in lines] == [3, 1]


def test_every_field_to_write_in_has_a_copy_for_paper(project: Path) -> None:
    """A field cuts what is longer than itself. The script puts the text where paper shows all of it."""
    html = sheet(project, "small-plan")
    assert html.count('<div class="pe-tool__copy" aria-hidden="true"></div>') == 2


def test_the_buttons_wait_for_the_script(project: Path) -> None:
    html = sheet(project, "small-plan")
    assert '<div class="pe-tool__actions" hidden' in html
    assert html.count("<script") == 1
    assert 'src="../assets/tools.js"' in html


def test_a_part_cites_like_prose(project: Path) -> None:
    assert 'as a study says<sup class="pe-cite">' in sheet(project, "small-plan").replace("\n", "")


def test_a_letter_has_blanks_that_are_named(project: Path) -> None:
    html = sheet(project, "small-letter")
    blank = '<span class="pe-blank" data-pe-blank="to" data-pe-called="Who gets it">Who gets it</span>'
    assert f"<p data-pe-part>Dear {blank},</p>" in html
    assert '<p data-pe-part data-pe-when="day-off">Please give me a day off.</p>' in html


def test_a_letter_does_not_say_where_it_comes_from(project: Path) -> None:
    assert "pe-tool__from" not in sheet(project, "small-letter")


@pytest.mark.parametrize("text", ["<b>bold</b>", '" onfocus="alert()'])
def test_what_stands_in_the_data_is_only_shown(project: Path, text: str) -> None:
    """The checks refuse HTML; were it missed, it would still be shown and never run."""
    from psychoed.loading import load_site  # noqa: PLC0415
    from psychoed.quality.report import Checked  # noqa: PLC0415
    from psychoed.rendering import render  # noqa: PLC0415

    support.edit(project, "docs/get-help-now.md", "{{ help_lines() }}", '{{ tool("small-letter") }}')
    support.edit(project, "content/data/tools.yml", "label: Who gets it", f"label: '{text}'")
    html = (
        render(load_site(project)[0], project / "overrides", Checked(support.TODAY))
        .pages["get-help-now.md"]
        .markdown
    )
    assert text not in html


def test_the_wording_of_sheets_is_checked_like_pages(project: Path) -> None:
    support.edit(project, "content/data/tools.yml", "Early signs", "He committed suicide")
    support.edit(project, "content/data/tools.yml", "Who helps", "The 3 who help")
    codes = [message.split()[1] for message in support.messages(project)]
    assert set(codes) == {"SM01", "S002"}
