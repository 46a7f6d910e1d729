"""How much each rule matters, on which occasion: the one table.

An error stops the build, a warning is shown, a hint is shown when it is asked for. A rule without a
severity on an occasion is not run then. ``excepted`` says whether a page may carry an exception to the rule.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..problems import Severity

ERROR, WARNING, HINT, OFF = Severity.ERROR, Severity.WARNING, Severity.HINT, None


class Occasion(StrEnum):
    """When the rules are run: while writing and on a pull request, every week, or to publish."""

    WRITING = "writing"
    WEEKLY = "weekly"
    PUBLISH = "publish"


class Severities(NamedTuple):
    """One line of the table."""

    writing: Severity | None
    weekly: Severity | None
    publish: Severity | None
    excepted: bool = True

    def on(self, occasion: Occasion) -> Severity | None:
        """The severity on one occasion."""
        return {
            Occasion.WRITING: self.writing,
            Occasion.WEEKLY: self.weekly,
            Occasion.PUBLISH: self.publish,
        }[occasion]


NEVER = False  # A page can't be excepted: safety, or a fact about the whole site.

SEVERITIES = {
    # structure             writing  weekly   publish
    "C001": Severities(ERROR, ERROR, ERROR, NEVER),
    "C002": Severities(ERROR, ERROR, ERROR, NEVER),
    "C003": Severities(ERROR, ERROR, ERROR, NEVER),
    "C004": Severities(ERROR, ERROR, ERROR, NEVER),
    "C005": Severities(ERROR, ERROR, ERROR),  # heading levels
    "C006": Severities(WARNING, WARNING, WARNING),  # long lists
    "C007": Severities(ERROR, ERROR, ERROR),  # tables without headers
    "C008": Severities(ERROR, ERROR, ERROR, NEVER),  # alt text
    "C009": Severities(ERROR, ERROR, ERROR),  # link text
    "C010": Severities(ERROR, ERROR, ERROR, NEVER),  # answers not written yet
    # sources
    "S001": Severities(ERROR, ERROR, ERROR, NEVER),
    "S002": Severities(ERROR, ERROR, ERROR, NEVER),
    "S003": Severities(ERROR, ERROR, ERROR),
    "S004": Severities(WARNING, WARNING, WARNING, NEVER),
    "S005": Severities(ERROR, ERROR, ERROR, NEVER),  # evidence without a source
    "S006": Severities(ERROR, ERROR, ERROR, NEVER),  # therapy and setting claims kept apart
    # safe messaging
    "SM01": Severities(ERROR, ERROR, ERROR),
    "SM02": Severities(ERROR, ERROR, ERROR),
    "SM03": Severities(ERROR, ERROR, ERROR),
    "SM04": Severities(ERROR, ERROR, ERROR),
    "SM05": Severities(WARNING, WARNING, WARNING),
    "SM06": Severities(ERROR, ERROR, ERROR, NEVER),
    "SM07": Severities(ERROR, ERROR, ERROR),
    "SM08": Severities(WARNING, WARNING, WARNING),
    "SM09": Severities(WARNING, WARNING, WARNING),
    "SM10": Severities(ERROR, ERROR, ERROR),
    "SM11": Severities(ERROR, ERROR, ERROR),
    "SM12": Severities(ERROR, ERROR, ERROR),
    "SM13": Severities(ERROR, ERROR, ERROR),
    "SM14": Severities(ERROR, ERROR, ERROR, NEVER),
    "SM15": Severities(ERROR, ERROR, ERROR),
    "SM16": Severities(WARNING, WARNING, WARNING),
    # person-first language
    "PF01": Severities(ERROR, ERROR, ERROR),
    "PF02": Severities(WARNING, WARNING, WARNING),
    # plain language
    "W001": Severities(WARNING, WARNING, WARNING),  # long sentence
    "W002": Severities(WARNING, WARNING, WARNING),  # long paragraph
    "W003": Severities(WARNING, WARNING, WARNING),  # jargon without a glossary entry
    "W004": Severities(HINT, HINT, HINT),  # passive voice
    "W005": Severities(WARNING, WARNING, WARNING),  # reading grade over 7
    "W006": Severities(ERROR, ERROR, ERROR),  # reading grade over 9
    "W007": Severities(WARNING, WARNING, WARNING),  # sales talk
    # help lines, reviews, publishing
    "H001": Severities(WARNING, ERROR, ERROR, NEVER),  # checked within 180 days
    "R001": Severities(ERROR, ERROR, ERROR, NEVER),
    "R002": Severities(WARNING, ERROR, WARNING, NEVER),  # overdue
    "R003": Severities(ERROR, ERROR, ERROR, NEVER),  # days that have not come yet
    "P001": Severities(OFF, OFF, ERROR, NEVER),
    # cross-references
    "X001": Severities(ERROR, ERROR, ERROR, NEVER),
    "X002": Severities(WARNING, WARNING, WARNING),  # orphans
    "X003": Severities(WARNING, WARNING, WARNING),  # condition and therapy name each other
    "X004": Severities(WARNING, WARNING, WARNING),  # two pages described alike
    # words people search with
    "V001": Severities(WARNING, WARNING, WARNING),  # a page without words
    "V002": Severities(ERROR, ERROR, ERROR, NEVER),  # words without a page
    "V003": Severities(ERROR, ERROR, ERROR, NEVER),  # printed although only to be found
    "V004": Severities(ERROR, ERROR, ERROR, NEVER),  # a pattern of danger that cannot be read
    "X005": Severities(ERROR, ERROR, ERROR, NEVER),  # lost links
    "X006": Severities(WARNING, WARNING, ERROR, NEVER),  # not recorded
    "X007": Severities(ERROR, ERROR, ERROR, NEVER),  # ready-made reading lists
    "X008": Severities(ERROR, ERROR, ERROR, NEVER),  # the exit button leads away
    # exceptions
    "E001": Severities(ERROR, ERROR, ERROR, NEVER),  # unnecessary exception
}
