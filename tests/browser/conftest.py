"""Real Chromium on the real site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

import support
from psychoed.browser import ARGUMENTS

PHONE, DESKTOP = (390, 844), (1280, 900)
PATIENCE = 15_000  # milliseconds: a busy machine is slow, and only a failing test waits for all of it
expect.set_options(timeout=PATIENCE)
Open = Callable[..., Page]
# How Chromium begins to tell of something that the policy of a page forbids.
POLICY = "Content Security Policy"


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with support.served(real_site) as base:
        yield base


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Open an address of the site: ``open_page("conditions/", size=PHONE, scheme="dark", script=False)``.

    When the test ends, every request must have gone to the site itself, no script may have failed, and
    nothing may have been against the policy of its page.
    """
    contexts: list[BrowserContext] = []
    elsewhere: list[str] = []
    failures: list[str] = []

    def open_(path: str, size: tuple[int, int] = DESKTOP, scheme: str = "light", script: bool = True) -> Page:
        viewport = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, color_scheme=scheme, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: elsewhere.append(request.url) if leaves(request.url) else None)
        page.on("pageerror", lambda error: failures.append(str(error)))
        page.on("console", lambda told: failures.append(told.text) if POLICY in told.text else None)
        page.goto(address + path)
        return page

    def leaves(url: str) -> bool:
        return not url.startswith((address, "data:", "blob:"))

    yield open_
    cookies = [cookie for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    assert elsewhere == []
    assert cookies == []
    assert failures == []
