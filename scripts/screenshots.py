"""Take the pictures of the README anew, into screenshots/.

python3 scripts/screenshots.py
"""

import _environment

_environment.enter("test")

import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

sys.path.insert(0, "tests")
import support  # noqa: E402
from psychoed.engines.mkdocs import build  # noqa: E402

PAGES = {
    "home": "",
    "condition": "conditions/depression/",
    "comparison": "compare/iop-vs-inpatient/",
    "get-help": "get-help-now/",
}
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
FOLDER = Path("screenshots")


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    with support.served(build(Path.cwd())) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_environment.chromium(), args=["--no-sandbox"])
        for name, path in PAGES.items():
            for size in SIZES:
                picture = take(browser, address + path, size, FOLDER / f"{name}-{size}.png")
                print(picture)
        browser.close()
    return 0


def take(browser: Browser, url: str, size: str, picture: Path) -> Path:
    """One picture of what stands on the screen when a page has opened."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(url)
    if "compare" in url:
        page.locator(".pe-comparison").evaluate("e => e.scrollIntoView()")
    page.wait_for_timeout(400)
    page.screenshot(path=picture)
    page.close()
    return picture


if __name__ == "__main__":
    sys.exit(main())
