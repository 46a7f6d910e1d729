"""What a build for the public refuses."""

from __future__ import annotations

from pathlib import Path

import support
from psychoed.checks.severities import Occasion


def test_a_sample_is_refused_only_when_publishing(project: Path) -> None:
    assert support.messages(project) == []
    told = support.messages(project, Occasion.PUBLISH)
    assert [line.split(": ")[0] for line in told] == [
        "content/data/help-lines.yml:13",
        "content/data/program.yml:1",
        "content/data/program.yml:1",
        "content/data/program.yml:1",
        "content/data/program.yml:15",
        "content/data/program.yml:16",
        "content/data/program.yml:17",
        "mkdocs.yml:1",
    ]
    assert "'555-0100' is a sample contact" in told[4]
    assert "nobody has said which company hosts the site" in told[1]
    assert "nobody has said who pays for the site" in told[2]
    assert "'Talk line' is unverified" in told[0]


def test_real_details_are_let_through(project: Path) -> None:
    support.edit(
        project,
        "content/data/program.yml",
        "sample: true",
        "sample: false\nfunding: Our clinic pays.\nhosting: A host keeps logs for 30 days.",
    )
    support.edit(project, "content/data/program.yml", "555-0100", "212 664 7665")
    support.edit(project, "content/data/program.yml", "hello@example.org", "hello@clinic.test")
    support.edit(project, "content/data/program.yml", "1 Sample Street", "1 High Street")
    support.edit(project, "content/data/help-lines.yml", "status: unverified", "status: verified")
    support.edit(project, "mkdocs.yml", "https://small.example.org/", "https://small.test/")
    assert support.messages(project, Occasion.PUBLISH) == []
