"""Questions on the terminal, asked again until the answer can be used."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from .changes import RefusedError

Fault = Callable[[str], str | None]
NOT_WORDS = re.compile(r"[<>{}`\n]")


@dataclass(frozen=True)
class Question:
    """Something to ask: by what flag it can be given instead, and what may be wrong with an answer."""

    flag: str
    words: str
    fault: Fault
    default: str | None = None


@dataclass(frozen=True)
class Asker:
    """Asks a person, or says which flags are missing where there is nobody to ask."""

    person: bool
    read: Callable[[str], str] = input

    def answers(self, questions: list[Question], given: list[str | None]) -> list[str]:
        """One answer a question. What was given with a flag is not asked, and has to be right."""
        self._refuse_silence(questions, given)
        pairs = zip(questions, given, strict=True)
        return [self._ask(question) if text is None else _usable(question, text) for question, text in pairs]

    def _refuse_silence(self, questions: list[Question], given: list[str | None]) -> None:
        pairs = zip(questions, given, strict=True)
        missing = [each.flag for each, text in pairs if text is None and each.default is None]
        if missing and not self.person:
            times = Counter(missing)
            wanted = ", ".join(f"{flag} {times[flag]} times" if times[flag] > 1 else flag for flag in times)
            raise RefusedError(f"there is nobody to ask here: give {wanted} as well, or run it in a terminal")

    def _ask(self, question: Question) -> str:
        if not self.person:
            return question.default or ""
        shown = f" [{question.default}]" if question.default else ""
        while True:
            try:
                text = self.read(f"{question.words}{shown}: ").strip() or question.default
            except EOFError:
                raise RefusedError("the answers ended early; run it again when you are ready") from None
            fault = question.fault(text) if text else "an answer is needed"
            if text and not fault:
                return text
            print(f"  {fault}. Please try again.", file=sys.stderr)


def _usable(question: Question, text: str) -> str:
    fault = question.fault(text.strip())
    if fault:
        raise RefusedError(f"{question.flag} can't be '{text}': {fault}")
    return text.strip()


def plain_words(text: str) -> str | None:
    """What is wrong with a line of words, if anything."""
    if not text:
        return "an answer is needed"
    return "use plain words, without any of < > { } ` and on one line" if NOT_WORDS.search(text) else None


def one_of(known: list[str]) -> Fault:
    """The fault of an answer that is not one of those known."""
    return lambda text: None if text in known else f"it has to be one of: {', '.join(known) or 'none yet'}"
