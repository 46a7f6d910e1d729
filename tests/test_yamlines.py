from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychoed.yamlines import YamlError, read_yaml


def test_every_value_knows_its_line() -> None:
    document = read_yaml("a: 1\nb:\n  - c: two\n  - d\n", first_line=10)
    assert document.value == {"a": 1, "b": [{"c": "two"}, "d"]}
    assert [document.line(path) for path in [("a",), ("b",), ("b", 0, "c"), ("b", 1)]] == [10, 11, 12, 13]


def test_a_missing_value_is_told_where_its_parent_stands() -> None:
    document = read_yaml("a:\n  b: 1\n")
    assert document.line(("a", "nothing", "deeper")) == 1
    assert document.line(("a", "b", "nothing")) == 2


def test_a_duplicate_key_names_both_lines() -> None:
    with pytest.raises(YamlError, match="twice, first on line 1") as caught:
        read_yaml("a: 1\nb: 2\na: 3\n")
    assert (caught.value.line, caught.value.duplicate) == (3, True)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("a: b: c", "quotes"),
        ("a:\n\tb: 1", "spaces"),
        ("a: 'open", "close the quote"),
        ("a: [1, 2", "compare the indentation"),
        ("- a\nb: 1", "line the entry up"),
    ],
)
def test_broken_yaml_comes_with_a_likely_remedy(text: str, remedy: str) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    "text", ["a: &x 1\nb: *x", "? [1]\n: 2", "a: 2026-13-45", "a: !!python/name:os.system"]
)
def test_what_nobody_means_is_refused(text: str) -> None:
    with pytest.raises(YamlError):
        read_yaml(text)


def test_an_empty_file_is_nothing() -> None:
    assert read_yaml("").value is None


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    try:
        read_yaml(text)
    except YamlError as problem:
        assert problem.line >= 1
        assert problem.remedy
