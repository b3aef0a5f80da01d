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
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect, sync_playwright

from lrn import clock
from lrn.register.load import load
from lrn.register.model import Register
from tests.network import network

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
ZOOMED = (320, 640)  # a window of 1280 pixels that is zoomed in to 400% (WCAG 1.4.10)


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


def serve(register: Path | None = None, folder: Path = ROOT) -> AbstractContextManager[str]:
    """The app in *folder* on a free port of 127.0.0.1, as the README starts it; yields its address."""
    port = free_port()
    environment = {k: value for k, value in os.environ.items() if k != "LRN_REGISTER"}
    environment |= {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true"}
    if register:
        environment["LRN_REGISTER"] = str(register)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return answering(
        start_command(), f"http://127.0.0.1:{port}", "/_stcore/health", cwd=folder, env=environment, **quiet
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def answering(command: list[str], address: str, path: str = "", **options: Any) -> Iterator[str]:
    """Run the server that *command* starts at *address* until *path* there answers; *options* are those of ``Popen``."""
    server = subprocess.Popen(command, **options)
    try:
        deadline = time.monotonic() + 60
        while True:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(address + path, timeout=2).read()
                break
            assert time.monotonic() < deadline, f"{command} did not start within a minute"
            assert server.poll() is None, f"{command} stopped by itself"
            time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=60)


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The app on the sample register."""
    with serve() as address:
        yield address


@pytest.fixture(scope="session")
def large(tmp_path_factory, write_workbook) -> Iterator[tuple[Register, str]]:
    """A register of 2,000 activities, and the address of the app that shows it."""
    path = write_workbook(tmp_path_factory.mktemp("groot") / "groot.xlsx", network(2000))
    with serve(path) as address:
        yield load(path, today=clock.today()), address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "in CI Chromium must be there"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


# Ends when the app has run and nothing on the page has changed for a while: a chart is drawn after that. Only what changes
# is looked at: asking over and over, as Playwright does, keeps the browser drawing.
COMPLETE = """([longest, never]) => new Promise((done, fail) => {
    const complete = () => document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]")
        && document.querySelector("h1") && !document.querySelector("[data-testid=stSkeleton], [aria-busy=true]")
    const end = () => { watch.disconnect(); [quiet, last, lost].forEach(clearTimeout); done() }
    const wait = () => setTimeout(() => complete() && end(), 300)
    let quiet = wait(), last = null
    const lost = setTimeout(() => { watch.disconnect(); fail(new Error("the page does not become complete")) }, never)
    const watch = new MutationObserver(() => {
        clearTimeout(quiet)
        quiet = wait()
        last ||= complete() && setTimeout(end, longest)
    })
    watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true})
})"""
# Whether the page has the colours of a dark screen.
LOOK = """dark => {
    const ground = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor
    return dark === ground.match(/\\d+/g).slice(0, 3).every(part => part < 128)
}"""
# The mouse comes from elsewhere and clicks, and nothing is drawn between.
CLICK_AT_ONCE = """([x, y]) => {
    const there = document.elementFromPoint(x, y)
    const event = {bubbles: true, cancelable: true, clientX: x, clientY: y, pointerType: "mouse"}
    there.dispatchEvent(new MouseEvent("mousemove", event))
    for (const type of ["pointerdown", "pointerup"]) there.dispatchEvent(new PointerEvent(type, event))
}"""
LONGEST, NEVER = 5_000, 90_000  # milliseconds that a page may go on changing after it is complete, or take to be so


class Visitor:
    """One visitor with a browser of its own: what was asked for, and what went wrong, is remembered."""

    def __init__(self, page: Page, address: str, size: tuple[int, int], dark: bool, moving: bool) -> None:
        self.page, self.address, self.dark = page, address, dark
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        # To draw all that fades and turns while the app runs takes a fifth of a visit, or more on a busy machine.
        motion = "no-preference" if moving else "reduce"
        self.page.emulate_media(media="null", color_scheme="dark" if dark else "light", reduced_motion=motion)
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
        self._complete()
        return self.page

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window as large as *size*, and wait until the page is drawn for it: a tenth of opening it again."""
        if self.page.viewport_size == {"width": size[0], "height": size[1]}:
            return
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.settle()

    def dress(self, dark: bool) -> None:
        """Have the page dark, or light, and wait until it is."""
        self.dark = dark
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.page.wait_for_function(LOOK, arg=dark)
        self.frame()

    def overflow(self) -> list[int]:
        """How many pixels the page, and the part of it that scrolls, are wider than the screen."""
        return self.page.evaluate(
            "() => [...document.querySelectorAll('html, [data-testid=stMain]')].map(e => e.scrollWidth - e.clientWidth)"
        )

    def settle(self) -> None:
        """Wait until the app has run and what it sent is drawn."""
        self.page.wait_for_timeout(300)  # what was done reaches the app first
        self._complete()

    def leave(self) -> None:
        """Take away whatever the next visitor on the same page could notice."""
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)
        self.page.unroute_all()
        self.page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
        self.page.context.clear_cookies()
        self.page.goto("about:blank")

    def _complete(self) -> None:
        self.page.evaluate(COMPLETE, [LONGEST, NEVER])

    def point(self, table: Locator, across: float, down: float) -> None:
        """Click in *table*, this far from its corner, as a busy page is told of it: all at once."""
        table.scroll_into_view_if_needed()
        self.frame()
        box = table.bounding_box()
        assert box
        self.page.evaluate(CLICK_AT_ONCE, [box["x"] + across, box["y"] + down])

    def frame(self) -> None:
        """Wait until what the page was told is drawn, such as where it is scrolled to."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
        )

    def header(self) -> str:
        """The line that says what is selected."""
        return self.page.get_by_text(re.compile(r"van de .* in het register")).first.inner_text()


@pytest.fixture(scope="session")
def pages(browser: Browser) -> list[Page]:
    """Pages that nobody uses, each in a browser context of its own. One that has shown the app opens it much faster."""
    return []


@pytest.fixture
def visit(browser: Browser, pages: list[Page], address: str):
    """``visit(size=…, dark=…, at=…)``: a visitor; *fresh* gives one whose browser has kept nothing of the app.

    Visitors ask for less motion, but for one who is *moving*.
    """
    visitors: list[Visitor] = []

    def new(
        size: tuple[int, int] = LAPTOP,
        dark: bool = False,
        at: str | None = None,
        *,
        fresh: bool = False,
        moving: bool = False,
    ) -> Visitor:
        page = pages.pop() if pages and not fresh else browser.new_context(locale="nl-NL").new_page()
        page.set_default_timeout(30_000)
        visitors.append(Visitor(page, at or address, size, dark, moving))
        return visitors[-1]

    yield new
    for visitor in visitors:
        try:
            visitor.leave()
        except Error:  # it is lost, as after a test that failed half way
            visitor.page.context.close()
        else:
            pages.append(visitor.page)
