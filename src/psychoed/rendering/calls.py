"""Components in Markdown: ``{{ comparison("intensive-outpatient", "inpatient") }}``.

A pull request may come from a stranger. So a call is never evaluated: it is parsed, and refused unless
it is one known name with constant arguments. There is nothing to loop over, reach into or read.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes


class CallError(Exception):
    """A component is not written as it has to be. ``remedy`` says what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@dataclass(frozen=True)
class Call:
    """A component's name and its arguments."""

    name: str
    arguments: tuple[str | int | bool, ...]


LONGEST = 200
_PARSER = Environment(autoescape=True)
_SHAPE = 'write a name and plain values, like {{ comparison("intensive-outpatient", "inpatient") }}'


def parse_call(text: str) -> Call:
    """Read ``{{ name("value") }}``. Raises CallError when it is anything else."""
    if len(text) > LONGEST:
        raise CallError("this component is too long", _SHAPE)
    try:
        body = _PARSER.parse(text).body
    except (TemplateSyntaxError, RecursionError, ValueError) as error:
        reason = getattr(error, "message", None) or "it makes no sense"
        raise CallError(f"this component can't be read ({reason})", _SHAPE) from None
    call = _only_call(body)
    if call is None or not isinstance(call.node, nodes.Name):
        raise CallError("only a component may stand between {{ and }}", _SHAPE)
    if call.kwargs or call.dyn_args or call.dyn_kwargs or not all(map(_is_constant, call.args)):
        raise CallError(f"'{call.node.name}' takes plain values only", _SHAPE)
    return Call(call.node.name, tuple(argument.value for argument in call.args))  # type: ignore[attr-defined]


def _only_call(body: list[nodes.Node]) -> nodes.Call | None:
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        return None
    found = body[0].nodes[0]
    return found if isinstance(found, nodes.Call) else None


def _is_constant(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str | int | bool)


def check_arguments(call: Call, signature: inspect.Signature) -> None:
    """Raise CallError unless the arguments fit a component's signature (its first parameter is ours)."""
    try:
        signature.bind(None, *call.arguments)
    except TypeError as error:
        names = [str(item) for item in list(signature.parameters.values())[1:]]
        wanted = ", ".join(name.partition(":")[0] for name in names) or "nothing"
        message = f"'{call.name}' was given the wrong values ({error})"
        raise CallError(message, f"it takes {wanted} between the round brackets") from None
