from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychoed.rendering.addresses import markdown_target, relative
from psychoed.site import address_of

addresses = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3).map(
    lambda parts: "/" + "".join(f"{p}/" for p in parts)
)


@pytest.mark.parametrize(
    ("origin", "target", "way"),
    [
        ("/", "/conditions/", "conditions/"),
        ("/conditions/ptsd/", "/", "../../"),
        ("/conditions/ptsd/", "/conditions/", "../"),
        ("/conditions/ptsd/", "/conditions/ptsd/", "./"),
        ("/conditions/ptsd/", "/conditions/ptsd/#what", "#what"),
        ("/conditions/ptsd/", "/therapies/emdr/#risks", "../../therapies/emdr/#risks"),
        ("/compare/", "/compare/levels-of-care.csv", "levels-of-care.csv"),
    ],
)
def test_relative(origin: str, target: str, way: str) -> None:
    assert relative(origin, target) == way


@given(addresses, addresses)
def test_a_browser_arrives(origin: str, target: str) -> None:
    base = "https://host.example/folder"
    assert urljoin(base + origin, relative(origin, target)) == base + target


def test_markdown_links_go_from_file_to_file() -> None:
    assert markdown_target("conditions/ptsd.md", "therapies/emdr.md", "risks") == "../therapies/emdr.md#risks"
    assert markdown_target("index.md", "conditions/index.md") == "conditions/index.md"
    assert posixpath.normpath("conditions/../therapies/emdr.md") == "therapies/emdr.md"


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("index.md", "/"),
        ("about.md", "/about/"),
        ("conditions/index.md", "/conditions/"),
        ("a/b.md", "/a/b/"),
    ],
)
def test_address_of(uri: str, address: str) -> None:
    assert address_of(uri) == address
