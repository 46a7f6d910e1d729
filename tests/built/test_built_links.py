"""A link that fails a reader is told with its page and what to do; the real site has none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import support
from psychoed.built import links
from psychoed.built.links import broken_links

HOME = "https://site.test/clinic/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built site without a mistake, to be published in a folder of its host."""
    page = '<h2 id="risks">Risks</h2><a name="old"></a>'
    write(tmp_path, "index.html", f'<link rel="canonical" href="{HOME}"><a href="a/#risks">A</a>')
    write(tmp_path, "a/index.html", f'{page}<a href="../">Home</a><a href="#old">Here</a>')
    write(tmp_path, "before/index.html", '<meta http-equiv="refresh" content="0; url=../a/">')
    write(tmp_path, "404.html", '<a href="/clinic/a/">A</a>')
    write(tmp_path, "assets/site.css", "a { background: url(dot.svg) }")
    write(tmp_path, "assets/dot.svg", "")
    write(tmp_path, "list/index.html", "<h1>List</h1>")
    return tmp_path


def write(site: Path, name: str, text: str) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(site: Path) -> list[str]:
    return [str(problem) for problem in broken_links(site)]


def test_the_small_site_has_no_broken_link(site: Path) -> None:
    assert told(site) == []


def test_the_real_site_has_no_broken_link(real_site: Path) -> None:
    assert told(real_site) == []


GOOD = [
    '<a href="../list/#1.nSGk.p2b2c3d4g3v2pp12">',
    '<a href="../a/#risks">',
    '<a href="../a/index.html">',
    f'<a href="{HOME}a/#risks">',
    '<a href="/clinic/a/">',
    '<a href="?x=1#risks">',
    '<a href="https://other.test/page">',
    '<a href="tel:988">',
    '<a href="sms:741741?body=HOME">',
    '<a href="mailto:hello@clinic.test">',
    '<a href="sms:?&amp;body=https%3A//clinic.test/p/b2c3d4/">',
    '<a href="mailto:?subject=A%20page&amp;body=https%3A//clinic.test/p/b2c3d4/">',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    '<img srcset="../assets/dot.svg 1x, ../assets/dot.svg 2x">',
    '<link rel="license" href="https://other.test/by/4.0/">',
    '<style>b { background: url("../assets/dot.svg") } /* url(https://other.test/a.png) */</style>',
    '<script>const page = "<a href=nowhere>"</script>',
]

BAD = [
    ('<a href="../b/">', "../b/", links.WRONG_ADDRESS),
    ('<a href="../A/">', "../A/", links.WRONG_ADDRESS),
    ('<a href="../a">', "../a", links.NO_SLASH),
    (f'<a href="{HOME}b/">', f"{HOME}b/", links.WRONG_ADDRESS),
    ('<a href="../../a/">', "../../a/", links.OUTSIDE),
    ('<a href="/a/">', "/a/", links.OUTSIDE),
    ('<a href="">', "(empty)", links.EMPTY),
    ("<a href>", "(empty)", links.EMPTY),
    ('<a href="#">', "#", links.EMPTY),
    ('<a href="../before/">', "../before/", f"{links.MOVED}/a/"),
    ('<a href="#gone">', "#gone", f"{links.NO_ANCHOR}'gone': link to the id of one of its headings"),
    ('<a href="http://other.test/">', "http://other.test/", links.INSECURE),
    ('<a href="//other.test/">', "//other.test/", links.INSECURE),
    ('<a href="javascript:run()">', "javascript:run()", links.NO_SCHEME),
    ('<a href="http://[">', "http://[", links.NO_SCHEME),
    ('<a href="data:text/plain,a">', "data:text/plain,a", links.NO_SCHEME),
    ('<a href="tel:">', "tel:", links.NO_NUMBER),
    ('<a href="sms:?body=1">', "sms:?body=1", links.NO_NUMBER),
    ('<a href="mailto:">', "mailto:", links.NO_MAILBOX),
    ('<img src="../assets/no.png">', "../assets/no.png", links.WRONG_ADDRESS),
    ('<img srcset="../assets/dot.svg, ../assets/no.svg 2x">', "../assets/no.svg", links.WRONG_ADDRESS),
    ('<p style="background: url(no.png)">', "no.png", links.WRONG_ADDRESS),
    ('<script src="https://cdn.test/a.js"></script>', "https://cdn.test/a.js", links.FOREIGN),
    ('<script src="//cdn.test/a.js"></script>', "//cdn.test/a.js", links.FOREIGN),
    ('<img src="https://cdn.test/a.png">', "https://cdn.test/a.png", links.FOREIGN),
    ('<iframe src="https://video.test/1"></iframe>', "https://video.test/1", links.FOREIGN),
    ('<form action="https://forms.test/send">', "https://forms.test/send", links.FOREIGN),
    ('<svg><use xlink:href="https://cdn.test/a.svg#b"/></svg>', "https://cdn.test/a.svg#b", links.FOREIGN),
    ('<link rel="preconnect" href="https://fonts.test">', "https://fonts.test", links.FOREIGN),
    ('<link rel="stylesheet" href="https://fonts.test/a.css">', "https://fonts.test/a.css", links.FOREIGN),
    ('<link rel="alternate stylesheet" href="https://a.test/b.css">', "https://a.test/b.css", links.FOREIGN),
    ("<style>@import 'https://fonts.test/a.css';</style>", "https://fonts.test/a.css", links.FOREIGN),
    ("<style>@font-face { src: url(https://f.test/a.woff) }</style>", "https://f.test/a.woff", links.FOREIGN),
]


@pytest.mark.parametrize("html", GOOD)
def test_what_leads_somewhere_is_let_through(site: Path, html: str) -> None:
    write(site, "a/index.html", f'<h2 id="risks">Risks</h2>{html}')
    assert told(site) == []


@pytest.mark.parametrize(("html", "address", "remedy"), BAD)
def test_what_leads_nowhere_is_told(site: Path, html: str, address: str, remedy: str) -> None:
    write(site, "a/index.html", f'<h2 id="risks">Risks</h2>{html}')
    assert told(site) == [f"a/index.html: {address}: {remedy}"]


def test_a_style_sheet_is_looked_at_too(site: Path) -> None:
    write(site, "assets/site.css", "a { background: url(no.svg) }")
    assert told(site) == [f"assets/site.css: no.svg: {links.WRONG_ADDRESS}"]


def test_the_page_for_wrong_addresses_links_from_the_root(site: Path) -> None:
    write(site, "404.html", '<p id="main"></p><a href="#main">Skip</a><a href="a/">A</a>')
    assert told(site) == [f"404.html: a/: {links.RELATIVE_IN_404}"]


def test_an_old_address_has_to_lead_on(site: Path) -> None:
    write(site, "before/index.html", '<meta http-equiv="refresh" content="0; url=../b/">')
    assert told(site) == [f"before/index.html: ../b/: {links.WRONG_ADDRESS}"]


def test_the_same_link_on_many_pages_is_told_once(site: Path) -> None:
    for name in ("a", "b", "c"):
        write(site, f"{name}/index.html", '<p id="risks"><a href="../gone/">Gone</a>')
    assert told(site) == [f"a/index.html (and 2 more files): ../gone/: {links.WRONG_ADDRESS}"]


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(support.ROOT / "scripts" / "links.py"), str(folder)]
    return subprocess.run(command, cwd=support.ROOT, capture_output=True, text=True, check=False)


def test_the_script_tells_and_fails(site: Path) -> None:
    assert (run(site).returncode, run(site).stdout) == (0, "0 broken links\n")
    write(site, "a/index.html", '<h2 id="risks">Risks</h2><a href="../b/">B</a>')
    done = run(site)
    assert done.returncode == 1
    assert done.stdout == f"a/index.html: ../b/: {links.WRONG_ADDRESS}\n1 broken link\n"


def test_without_a_site_somebody_is_told_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert "run 'python3 scripts/build.py' first" in done.stderr
