"""Components from a stranger's pull request: one known name with constants, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychoed.rendering.calls import Call, CallError, parse_call


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("{{ evidence() }}", Call("evidence", ())),
        ("{{ comparison(\"a\", 'b') }}", Call("comparison", ("a", "b"))),
        ("{{x(1, true)}}", Call("x", (1, True))),
    ],
)
def test_a_call_with_constants(text: str, call: Call) -> None:
    assert parse_call(text) == call


@pytest.mark.parametrize(
    "text",
    [
        "{{ site }}",
        "{{ site.pages }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ evidence().values }}",
        "{{ evidence()() }}",
        "{{ evidence() ~ evidence() }}",
        "{{ evidence(site) }}",
        "{{ evidence([1]) }}",
        "{{ evidence({}) }}",
        "{{ evidence(1 + 1) }}",
        "{{ evidence(1.5) }}",
        "{{ evidence(none) }}",
        "{{ evidence('a' * 1000000000) }}",
        "{{ evidence(*x) }}",
        "{{ evidence(**x) }}",
        "{{ evidence(a='b') }}",
        "{{ evidence()|safe }}",
        "{{ evidence() if true }}",
        "{{ self.evidence() }}",
        "{{ lipsum.__globals__['os'].popen('id').read() }}",
        "{{ cycler.__init__() }}",
        "{{ evidence( }}",
        "{{ }}",
        "{{ 'x' }}",
    ],
)
def test_anything_else_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(CallError) as caught:
        parse_call(text)
    assert caught.value.remedy


@given(st.text(max_size=60))
def test_no_text_gets_past_as_anything_but_a_call(text: str) -> None:
    try:
        call = parse_call("{{" + text + "}}")
    except CallError:
        return
    assert all(isinstance(argument, str | int | bool) for argument in call.arguments)
