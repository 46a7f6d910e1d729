"""What a code means, for an editor who met it."""

from __future__ import annotations

from ..catalog import Entry, find, like
from ..models import PageException
from .report import COMMAND


class UnknownCodeError(Exception):
    """There is nothing with this code or name. The text says what to do."""


def explain(word: str) -> str:
    """What there is to know about the code or name that a problem shows."""
    entry = find(word)
    if entry is None:
        close = like(word)
        hint = (
            f"did you mean {close}?" if close else "every code stands in CONTRIBUTING.md under 'Every rule'"
        )
        raise UnknownCodeError(f"there is no rule '{word}': {hint}")
    return "\n".join(
        [
            f"{entry.code}  {entry.name}",
            "",
            f"Why:        {entry.why}",
            f"What to do: {entry.remedy}",
            f"Severity:   {severities_line(entry)}",
            f"Exception:  {_exception(entry)}",
        ]
    )


def severities_line(entry: Entry) -> str:
    """``warning; error in the weekly check and to publish``."""
    on = entry.severities
    usual = on.writing.value if on.writing else "off"
    others = {"in the weekly check": on.weekly, "to publish": on.publish}
    different = [(words, each.value if each else "off") for words, each in others.items()]
    told = [f"{severity} {words}" for words, severity in different if severity != usual]
    return "; ".join([usual, *told])


def exception_example(entry: Entry) -> str:
    """What an exception to a rule looks like in a page's front matter."""
    example = {
        name: field.examples[0] for name, field in PageException.model_fields.items() if field.examples
    }
    return "\n".join(
        [
            "exceptions:",
            f"  - rule: {entry.code}",
            f'    words: "{example["words"]}"  # words on that line; leave out for the whole page',
            f'    reason: "{example["reason"]}"',
        ]
    )


def _exception(entry: Entry) -> str:
    if not entry.severities.excepted:
        return "none is possible"
    example = exception_example(entry).replace("\n", "\n    ")
    return (
        "possible in a page's front matter, with a reason for the person who reviews the change:\n\n"
        f"    {example}\n\n"
        f"Once the page keeps the rule, the exception is a problem itself ({COMMAND} --explain E001)."
    )
