"""What axe-core finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What a color scheme can break. The rest of a page is the same in both, and axe takes seconds for it.
OF_COLORS = ("color-contrast", "link-in-text-block")

# A link that fades from one color to another has a third one in between.
SETTLED = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  await Promise.allSettled(document.getAnimations().map(each => each.finished))
}"""


def assert_accessible(page: Page, rules: tuple[str, ...] = ()) -> None:
    """Fail with axe's report if it finds anything by these rules, or by all of its rules."""
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = rules
    page.evaluate(SETTLED)
    found = Axe().run(page, options=options)
    assert found.violations_count == 0, found.generate_report()
