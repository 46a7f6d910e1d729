"""The small pages for other sites: one file each, shut off from everything but its own style."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import support
from psychoed.project import render_project

HELP, TABLE = "embed/help-lines/here/index.html", "embed/conditions/index.html"
Tags = list[tuple[str, dict[str, str | None]]]


class Reader(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Tags = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def named(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture
def files(project: Path) -> dict[str, str]:
    return {name: str(text) for name, text in render_project(project, support.TODAY)[0].files.items()}


def test_there_is_one_a_region_and_one_a_page_that_compares(project: Path, files: dict[str, str]) -> None:
    assert [name for name in files if name.startswith("embed/")] == [HELP, TABLE]
    (project / "docs" / "get-help-now.md").rename(project / "docs" / "call.md")
    for path in [*project.rglob("*.md"), *project.rglob("*.yml")]:
        path.write_text(
            path.read_text(encoding="utf-8").replace("/get-help-now/", "/call/"), encoding="utf-8"
        )
    again = render_project(project, support.TODAY)[0].files
    assert [name for name in again if name.startswith("embed/")] == [TABLE], "a part of no page is not shown"


@pytest.mark.parametrize("name", [HELP, TABLE])
def test_only_its_own_style_gets_in(files: dict[str, str], name: str) -> None:
    page = Reader(files[name])
    style = files[name].partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(each["content"] for each in page.named("meta") if each.get("http-equiv"))
    nothing = "default-src 'none'; base-uri 'none'; form-action 'none'"
    assert policy == f"{nothing}; style-src 'sha256-{digest}'; img-src data:"
    assert len(page.named("style")) == 1
    assert page.named("script", "img", "form", "input", "iframe", "object", "embed", "button") == []
    assert [each.get("rel") for each in page.named("link")] == ["canonical"]
    assert {"name": "robots", "content": "noindex"} in page.named("meta")
    assert not [attributes for _, attributes in page.tags if any(key.startswith("on") for key in attributes)]


@pytest.mark.parametrize("name", [HELP, TABLE])
def test_links_open_in_a_tab_without_a_way_back_and_numbers_do_not(files: dict[str, str], name: str) -> None:
    page = Reader(files[name])
    assert page.named("base") == [{"target": "_blank"}]
    links = page.named("a")
    assert links
    for each in links:
        phone = str(each["href"]).startswith(("tel:", "sms:"))
        assert each.get("target") == ("_self" if phone else None)
        assert phone or "noopener" in str(each["rel"]).split()


def test_numbers_of_sources_are_those_of_the_whole_page(project: Path, files: dict[str, str]) -> None:
    markdown = render_project(project, support.TODAY)[0].pages["conditions/index.md"].markdown
    pattern = r'#(source-\d+)"[^>]* aria-label="([^"]+)"'
    shown = set(re.findall(pattern, files[TABLE]))
    assert shown
    assert shown <= set(re.findall(pattern, markdown))
    assert set(re.findall(r'href="([^"#]*)#source-', files[TABLE])) == {"../../conditions/"}


def test_data_in_it_is_escaped(project: Path) -> None:
    support.edit(project, "content/data/help-lines.yml", "name: Talk line", "name: '<b onclick=x>A</b> \"&'")
    from psychoed.loading import load_site  # noqa: PLC0415
    from psychoed.quality.report import Checked  # noqa: PLC0415
    from psychoed.rendering import render  # noqa: PLC0415

    text = str(render(load_site(project)[0], project / "overrides", Checked(support.TODAY)).files[HELP])
    assert "<b onclick" not in text
    assert "&lt;b onclick=x&gt;" in text


def test_the_tag_to_copy_is_text_and_the_example_is_the_tag(project: Path) -> None:
    support.edit(project, "docs/get-help-now.md", "{{ help_lines() }}", "{{ embed_tags() }}")
    text = render_project(project, support.TODAY)[0].pages["get-help-now.md"].markdown
    copied = re.findall(r"&lt;iframe src=&#34;(\S+)&#34; title=&#34;([^&]+)&#34;", text)
    assert copied[0] == ("https://small.example.org/embed/help-lines/here/", "Help lines: Here")
    assert len(copied) == 2
    assert text.count("<iframe ") == 1
    shown = Reader(text).named("iframe")[0]
    assert shown["src"] == "../embed/help-lines/here/"
    assert shown["sandbox"] == "allow-popups allow-popups-to-escape-sandbox"
    assert shown["referrerpolicy"] == "no-referrer"
    # What the page about data promises of the attribute, in the tags that others copy.
    tags = re.findall(r"&lt;iframe .*? sandbox=&#34;([^&]*)&#34;", text)
    assert set(tags) == {shown["sandbox"]}
    assert len(tags) == len(copied)
    promise = "It can't run scripts, send forms, save files, or reach into your page."
    assert promise in (support.ROOT / "docs" / "about" / "data.md").read_text(encoding="utf-8")
    for forbidden in ("scripts", "forms", "downloads", "same-origin", "top-navigation", "modals"):
        assert f"allow-{forbidden}" not in tags[0]


def test_the_lists_for_programs_lead_to_the_files(project: Path) -> None:
    support.edit(
        project, "docs/get-help-now.md", "{{ help_lines() }}", "{{ data_files() }}\n\n{{ data_example() }}"
    )
    result = render_project(project, support.TODAY)[0]
    text = result.pages["get-help-now.md"].markdown
    links = [str(each["href"]) for each in Reader(text).named("a") if str(each["href"]).startswith("../api/")]
    assert len(links) == 1 + 2 * 7 + 6
    assert all(link.removeprefix("../") in result.files for link in links)
    assert "https://small.example.org/api/v1/help-lines.json" in text
