"""The button "Exit this page" leads away from the site."""

from __future__ import annotations

from collections.abc import Iterator

from ..rendering.addresses import host_of
from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    program, file = run.site.program, run.site.files["program"]
    assert program
    address = program.exit_page.address
    if host_of(address) == host_of(run.site.settings.site_url):
        message = f"the button 'Exit this page' leads to '{address}', which is this site's own domain"
        yield Found(file.path, file.line("exit_page", "address"), message)


RULE = Rule(
    code="X008",
    name="exit-page",
    why="Who leaves fast must not end up where others can see what they read.",
    remedy="name a page of another site that anybody could be looking at, like https://www.weather.gov/",
    find=find,
    needs=frozenset({"program"}),
)
