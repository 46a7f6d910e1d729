"""Every page says what a browser may load and run on it, and no script stands in a page."""

from __future__ import annotations

import re
from pathlib import Path

import support
from psychoed.loading import load_site
from psychoed.rendering.policies import NO_FRAMES, headers_file

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
LOADS = re.compile(r"<(?:script|style|link|img)\b")
SCRIPT = re.compile(r"<script\b([^>]*)>")
DATA = re.compile(r'type="application/(?:ld\+)?json"')


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def test_every_page_has_a_policy_before_it_loads_anything(real_site: Path) -> None:
    for name, text in pages(real_site).items():
        policy = POLICY.search(text)
        first = LOADS.search(text)
        assert policy and first and policy.start() < first.start(), name
        told = policy[1].replace("&#39;", "'")
        assert told.startswith("default-src 'none'; base-uri 'none'; form-action 'none'"), name
        assert "unsafe" not in told and "http" not in told and "*" not in told, name


def test_no_script_and_no_style_stands_in_a_page(real_site: Path) -> None:
    for name, text in pages(real_site).items():
        inside = [tag for tag in SCRIPT.findall(text) if "src=" not in tag and not DATA.search(tag)]
        assert inside == [], name
        attributes = re.findall(r'<[a-z][^<>]*\s(?:style|on[a-z]+)="', text)
        assert attributes == [], name


def test_the_headers_let_nobody_frame_a_page_but_the_embeds(real_site: Path) -> None:
    told = (real_site / "_headers").read_text("utf-8")
    rules = {rule.split("\n")[0]: rule for rule in told.strip().split("\n\n")}
    frames = next(iter(NO_FRAMES.values()))
    site, _ = load_site(support.ROOT)
    for address in site.addresses():
        path = "/" if address == "/" else f"/{address.split('/')[1]}/*"
        assert frames in rules[path], address
    assert frames in rules["/p/*"]
    assert "/embed/*" not in rules
    assert frames not in rules["/*"], "a host adds a second policy to the first, so embeds would be shut out"
    assert "Referrer-Policy: no-referrer" in rules["/*"]


def test_a_folder_is_named_once() -> None:
    told = headers_file(["/", "/a/b/", "/a/c/", "/embed/x/"])
    assert [line for line in told.split("\n") if line.startswith("/")] == ["/*", "/", "/a/*"]
