"""SM08: where suicide is spoken of, hope and help stand in the same section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..passages import Section
from .language import SUICIDE
from .rule import Found, Rule, Run

# Something to do, somebody to turn to, or word of getting better. Danger and care words alone are no hope.
HOPE = re.compile(
    r"\b(?:get(?:ting)? help"
    r"|help (?:is|line|lines|now|today|soon|you|them|at once|early|can|by|comes)|helps?|helped"
    r"|calls?|text (?:a|the)|tell (?:someone|somebody|a|an|the|your|one|them|staff)|told (?:someone|a)"
    r"|ask(?:s|ed|ing)? (?:for|your|a|the|about|directly|how)|check for"
    r"|talk(?:ing)? (?:to|with|about)|reach out"
    r"|support(?:s|ed|ive)?|emergency|crisis (?:line|plan|counselor)s?|safety plans?"
    r"|numbers (?:on|above|below|in)"
    r"|treat(?:ed|ing|ment|ments|able)?|therap(?:y|ies)|recover(?:y|s|ed|ing)?|prevent(?:s|ed|ion|ing|ed)?"
    r"|keep(?:s|ing)? (?:you|them|people|someone) safe|stay(?:ing)? safe|get(?:ting)? better|hope(?:ful)?"
    r"|eased?|lessen|lower(?:s|ed)?|went down|fell|(?:more|other|higher|better|urgent|medical|inpatient) care"
    r"|care team|level of care)\b",
    re.IGNORECASE,
)


def find(run: Run) -> Iterator[Found]:
    for file in run.texts:
        for section in file.sections if file.about(SUICIDE) else ():
            speaking = [passage for passage in section.passages if passage.names(SUICIDE)]
            if speaking and not _offers_something(section):
                message = f"{section.name} speaks of suicide and offers neither help nor hope"
                yield Found(file.path, speaking[0].block.line, message)


def _offers_something(section: Section) -> bool:
    return section.shows_help or any(HOPE.search(passage.text) for passage in section.passages)


RULE = Rule(
    code="SM08",
    name="hope-and-help",
    why="A reader who sees their own pain named should see a next step without turning the page.",
    remedy="add a sentence to it: what helps, whom to tell, or [get help now](/get-help-now/)",
    find=find,
)
