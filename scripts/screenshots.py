"""Take the pictures of README.md and CONTRIBUTING.md anew, into screenshots/, and those that pages show.

python3 scripts/screenshots.py
"""

import _environment

_environment.enter("test")

import shutil  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from datetime import date  # noqa: E402
from pathlib import Path  # noqa: E402

from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

sys.path.insert(0, "tests")
import support  # noqa: E402
from editor import Editor  # noqa: E402
from psychoed.editing.admin_local import write_editor  # noqa: E402
from psychoed.engines.mkdocs import build  # noqa: E402
from psychoed.handouts.making import Machine, Wanted, make, sheets  # noqa: E402

PAGES = {
    "home": "",
    "condition": "conditions/depression/",
    "comparison": "compare/iop-vs-inpatient/",
    "get-help": "get-help-now/",
}
SIZES = {"phone": (390, 844), "desktop": (1280, 800)}
FOLDER = Path("screenshots")
# Pictures in the page for clinicians: the name there, the picture here, and how much of its height.
IN_PAGES = Path("docs/assets/pictures")
FOR_CLINICIANS = {
    "sharing": ("sharing", 0.9),
    "handout": ("handout", 0.6),
    "making": ("list-making-phone", 0.68),
    "list": ("list-client-phone", 1.0),
}


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    with support.served(build(Path.cwd())) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_environment.chromium(), args=["--no-sandbox"])
        for name, path in PAGES.items():
            for size in SIZES:
                picture = take(browser, address + path, size, FOLDER / f"{name}-{size}.png")
                print(picture)
        for size in SIZES:
            print(*make_a_list(browser, address, size), sep="\n")
        print(share(browser, address, FOLDER / "sharing.png"))
        print(suggest(browser, address, FOLDER / "suggest-a-change.png"))
        print(mistake(browser, FOLDER / "preview-with-a-mistake.png"))
        print(take_handout(FOLDER / "handout.png"))
        print(take_editor(browser, FOLDER / "admin-desktop.png"))
        browser.close()
    for name, (taken, part) in FOR_CLINICIANS.items():
        print(for_a_page(FOLDER / f"{taken}.png", part, IN_PAGES / f"{name}.png"))
    return 0


def take_handout(picture: Path) -> Path:
    """The first sheet of a condition's PDF, by poppler's pdftoppm. Without it the picture stays as it is."""
    renderer = shutil.which("pdftoppm")
    if renderer is None:
        return picture
    with tempfile.TemporaryDirectory() as folder:
        wanted = sheets(Path.cwd(), Wanted(("conditions/depression",)), date.today())
        (pdf,) = make(Path.cwd(), wanted, Path(folder), Machine(_environment.chromium())).all
        one = ["-png", "-singlefile", "-r", "80", "-gray"]
        subprocess.run([renderer, *one, pdf, picture.with_suffix("")], check=True)
    return picture


def take_editor(browser: Browser, picture: Path) -> Path:
    """The form of a condition in the editor for people who use no git."""
    width, height = SIZES["desktop"]
    with tempfile.TemporaryDirectory() as folder:
        write_editor(Path.cwd(), Path(folder))
        (Path(folder) / "404.html").touch()
        with support.served(Path(folder)) as address:
            page = browser.new_page(viewport={"width": width, "height": height}, locale="en-US")
            Editor.on(page, address, Path.cwd()).open("collections/conditions/entries/depression")
            page.wait_for_timeout(400)
            page.screenshot(path=picture)
            page.close()
    return picture


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


def make_a_list(browser: Browser, address: str, size: str) -> list[Path]:
    """A reading list where a clinician makes it, where a client opens it, and on the sheet for paper."""
    width, height = SIZES[size]
    pictures = [FOLDER / f"{name}-{size}.png" for name in ("list-making", "list-client", "list-sheet")]
    page = browser.new_page(viewport={"width": width, "height": height}, locale="en-US")
    page.goto(f"{address}for-clinicians/handouts/")
    page.get_by_role("button", name="Start with this list: First week").click()
    page.locator("[data-pe-date]").fill("2026-12-01")
    list_ = page.locator("[data-pe-made]").input_value().partition("#")[2]
    page.locator("[data-pe-chosen-title]").evaluate("e => scrollTo(0, e.offsetTop - 80)")
    page.screenshot(path=pictures[0])
    for way, picture in zip(("list/", "list/sheet/"), pictures[1:], strict=True):
        page.goto(f"{address}{way}#{list_}")
        page.locator("[data-pe-items] li").first.wait_for()
        page.screenshot(path=picture)
    page.close()
    return pictures


def share(browser: Browser, address: str, picture: Path) -> Path:
    """The panel that shares a page. The screen is tall, so that the site's head does not cover it."""
    width, height = SIZES["phone"]
    page = browser.new_page(viewport={"width": width, "height": 2 * height})
    page.goto(address + PAGES["condition"])
    page.locator(".pe-share > summary").click()
    page.locator(".pe-share__qr").evaluate("async e => { e.loading = 'eager'; await e.decode() }")
    page.locator(".pe-share").screenshot(path=picture)
    page.close()
    return picture


def for_a_page(picture: Path, part: float, target: Path) -> Path:
    """The upper ``part`` of a picture, with few colors so that it is small."""
    target.parent.mkdir(exist_ok=True)
    with Image.open(picture) as whole:
        cut = whole.crop((0, 0, whole.width, round(whole.height * part)))
        cut.convert("RGB").quantize(32).save(target, optimize=True)
    return target


def suggest(browser: Browser, address: str, picture: Path) -> Path:
    """The end of a page, where a change begins."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.goto(address + PAGES["condition"])
    page.locator(".pe-review").screenshot(path=picture)
    page.close()
    return picture


def mistake(browser: Browser, picture: Path) -> Path:
    """What the preview shows when a sentence has lost its source."""
    with tempfile.TemporaryDirectory() as folder:
        project = support.copy_of_the_site(Path(folder))
        with support.preview(project) as preview:
            support.edit(project, "content/conditions/depression.md", " [@kessler-2012-prevalence].", ".")
            told = support.wait_for(lambda: "mend this first" in preview(PAGES["condition"]))
            assert told, "the preview did not tell the mistake"
            page = browser.new_page(viewport={"width": 800, "height": 420})
            page.goto(preview.base + PAGES["condition"])
            page.screenshot(path=picture)
            page.close()
    return picture


if __name__ == "__main__":
    sys.exit(main())
