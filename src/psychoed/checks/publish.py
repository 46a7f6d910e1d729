"""What must not go public: samples, placeholder addresses, unverified help lines, money nobody told of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..site import Site
from ..walk import help_lines
from .rule import Found, Rule, Run

PLACEHOLDER = re.compile(
    r"example\.(?:com|org|net)|\b555[- .]?01\d\d\b|your-organization|sample", re.IGNORECASE
)

# Only the publisher knows these two, so no text of ours can stand in for them.
FUNDING = (
    "add a line that begins with 'funding:' and say it in a sentence or two, "
    "for example 'funding: Our clinic pays for this site. Nobody else has given money for it.'"
)

HOSTING = (
    "ask the host what it records of visits, and for how long; then add a line that begins with 'hosting:', "
    "for example 'hosting: Our host is Sample Host. It keeps a record of visits for two weeks.'"
)


def find(run: Run) -> Iterator[Found]:
    site = run.site
    yield from _program(site)
    yield from _settings(site)
    yield from _help_lines(site)


def _program(site: Site) -> Iterator[Found]:
    assert site.program
    data = site.files["program"]
    if site.program.sample:
        yield Found(
            data.path,
            data.line("sample"),
            "the program is still the sample",
            "describe your own, then 'sample: false'",
        )
    if not site.program.funding:
        yield Found(data.path, 1, "nobody has said who pays for the site", FUNDING)
    if not site.program.hosting:
        yield Found(data.path, 1, "nobody has said which company hosts the site and what it keeps", HOSTING)
    for key, value in site.program.contact:
        if PLACEHOLDER.search(str(value)):
            line = data.line("contact", key)
            yield Found(data.path, line, f"'{value}' is a sample contact", "write your own contact details")


def _settings(site: Site) -> Iterator[Found]:
    for key in ("site_url", "repo_url"):
        value = getattr(site.settings, key)
        if not value or PLACEHOLDER.search(value):
            yield Found("mkdocs.yml", 1, f"'{key}' is not your own address ('{value}')", "write your own")


def _help_lines(site: Site) -> Iterator[Found]:
    for (path, number), line in help_lines(site):
        if line.status == "unverified":
            remedy = "see it on the operator's own page and write 'status: verified', or take it out"
            yield Found(path, number, f"'{line.name}' is unverified", remedy)


RULE = Rule(
    code="P001",
    name="ready-to-publish",
    why="Nobody in need may call a number that was made up or never checked. Readers may ask who pays, and "
    "who keeps a record of their visits.",
    remedy="replace it before you publish",
    find=find,
    needs=frozenset({"program", "help_lines"}),
)
