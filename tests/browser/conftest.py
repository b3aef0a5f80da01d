"""The app on a real server, seen with Debian's Chromium."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=20_000)  # milliseconds; the machines are small, and the tests run side by side
LAPTOP, SCREEN, PHONE = (1440, 900), (1920, 1080), (390, 844)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests are skipped and say so; in CI they may not be."""
    absent = CHROMIUM is None and not os.environ.get("CI")
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)
            if absent:
                item.add_marker(pytest.mark.skip(reason="Chromium staat niet op deze computer"))


def start_command() -> list[str]:
    """The last step of the README's command that starts the app, run with the Python of these tests."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^python3 -m venv .*&& (\.venv/bin/streamlit run app\.py)$", readme, re.MULTILINE)
    assert command, "the README's start command is not where it was"
    return [sys.executable, "-m", *command.group(1).removeprefix(".venv/bin/").split()]


@contextlib.contextmanager
def serve(register: Path | None = None) -> Iterator[str]:
    """The app on a free port of 127.0.0.1, as the README starts it; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {k: value for k, value in os.environ.items() if k != "LRN_REGISTER"}
    environment |= {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true"}
    if register:
        environment["LRN_REGISTER"] = str(register)
    server = subprocess.Popen(
        start_command(), cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=2).read()
                break
            assert time.monotonic() < deadline, "the app did not start within a minute"
            assert server.poll() is None, "the app stopped by itself"
            time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The app on the sample register."""
    with serve() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "in CI Chromium must be there"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


# Ends when nothing on the page has changed for a while: a chart is drawn after the app has run.
QUIET = """longest => new Promise(done => {
    const wait = () => setTimeout(end, 300)
    const end = () => { watch.disconnect(); clearTimeout(last); done() }
    let quiet = wait()
    const last = setTimeout(end, longest)
    const watch = new MutationObserver(() => { clearTimeout(quiet); quiet = wait() })
    watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true})
})"""


class Visitor:
    """One visitor with a browser of its own: what was asked for, and what went wrong, is remembered."""

    def __init__(self, page: Page, address: str, size: tuple[int, int], dark: bool) -> None:
        self.page, self.address, self.dark = page, address, dark
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.emulate_media(media="null", color_scheme="dark" if dark else "light")
        self.requests: list[str] = []
        self.failures: list[str] = []
        self._listeners = {
            "request": lambda request: self.requests.append(request.url),
            "websocket": lambda socket: self.requests.append(socket.url),
            "pageerror": lambda error: self.failures.append(str(error)),
        }
        for event, listener in self._listeners.items():
            self.page.on(event, listener)

    def open(self, path: str) -> Page:
        """Open *path* and wait until the page is complete."""
        self.page.goto(self.address + path)
        self.page.wait_for_selector("h1")
        self._ran()
        self.page.evaluate(QUIET, 5_000)
        return self.page

    def settle(self) -> None:
        """Wait until the app has run and what it sent is drawn."""
        self._ran()
        self.page.wait_for_selector("h1")
        self.page.wait_for_timeout(700)

    def leave(self) -> None:
        """Take away whatever the next visitor on the same page could notice."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)
        self.page.unroute_all()
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
        self.page.context.clear_cookies()
        self.page.goto("about:blank")

    def _ran(self) -> None:
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
        self.page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")

    def header(self) -> str:
        """The line that says what is selected."""
        return self.page.get_by_text(re.compile(r"van de .* in het register")).first.inner_text()


@pytest.fixture(scope="session")
def pages(browser: Browser) -> list[Page]:
    """Pages that nobody uses, each in a browser context of its own. One that has shown the app opens it much faster."""
    return []


@pytest.fixture
def visit(browser: Browser, pages: list[Page], address: str):
    """``visit(size=…, dark=…, at=…)``: a visitor; *fresh* gives one whose browser has kept nothing of the app."""
    visitors: list[Visitor] = []

    def new(
        size: tuple[int, int] = LAPTOP, dark: bool = False, at: str | None = None, *, fresh: bool = False
    ) -> Visitor:
        page = pages.pop() if pages and not fresh else browser.new_context(locale="nl-NL").new_page()
        page.set_default_timeout(30_000)
        visitors.append(Visitor(page, at or address, size, dark))
        return visitors[-1]

    yield new
    for visitor in visitors:
        try:
            visitor.leave()
        except Error:  # it is lost, as after a test that failed half way
            visitor.page.context.close()
        else:
            pages.append(visitor.page)
