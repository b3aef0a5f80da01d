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
from playwright.sync_api import Browser, Page, expect, sync_playwright

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


class Visitor:
    """One visitor with a fresh browser: what was asked for, and what went wrong, is remembered."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int], dark: bool) -> None:
        self.address, self.dark = address, dark
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            locale="nl-NL",
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.requests: list[str] = []
        self.failures: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.failures.append(str(error)))

    def open(self, path: str) -> Page:
        """Open *path* and wait until the page is complete."""
        self.page.goto(self.address + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the app has run and what it sent is drawn."""
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", state="attached")
        self.page.wait_for_selector("h1")
        self.page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
        self.page.wait_for_timeout(700)

    def header(self) -> str:
        """The line that says what is selected."""
        return self.page.get_by_text(re.compile(r"van de .* in het register")).first.inner_text()


@pytest.fixture
def visit(browser: Browser, address: str):
    """``visit(size=…, dark=…, at=…)``: a new visitor; all are closed afterwards."""
    visitors: list[Visitor] = []

    def new(size: tuple[int, int] = LAPTOP, dark: bool = False, at: str | None = None) -> Visitor:
        visitors.append(Visitor(browser, at or address, size, dark))
        return visitors[-1]

    yield new
    for visitor in visitors:
        visitor.context.close()
