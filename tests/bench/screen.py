"""A page in the browser, watched: what a click on a choice costs, from the click to the last change on the screen."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, CDPSession, Locator, Page, sync_playwright

from tests.browser.conftest import ARGUMENTS, CHROMIUM, LAPTOP

QUIET = 500  # milliseconds without any change after which a page is complete
LOADED = 1_500  # the same of a first visit: what came must be compiled before it changes anything
NEVER = 300_000  # milliseconds after which it will never be
WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
REGION = "Midden-Holland"


@dataclass(frozen=True)
class Cost:
    """What one change of a page cost, beside changes of the DOM and drawings by chart.

    *work* is what the page's own thread was busy: unlike *milliseconds* it hardly depends on what else a computer does.
    """

    milliseconds: float
    work: float
    mutations: int
    drawings: dict[str, float]


class Screen:
    """A page of Streamlit at *address* with the choice of a region in its sidebar, in a browser context of its own."""

    READY = "[data-testid=stApp][data-test-script-state=notRunning] h1"
    BUSY = "[data-testid=stSkeleton]"
    ANSWER = "[data-testid=stMain]"

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.context: BrowserContext = browser.new_context(
            locale="nl-NL", viewport={"width": LAPTOP[0], "height": LAPTOP[1]}
        )
        kind = json.dumps({"ready": self.READY, "busy": self.BUSY, "answer": self.ANSWER})
        self.context.add_init_script(f"({WATCH})({kind}, {NEVER})")
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(NEVER)
        self.devtools: CDPSession = self.context.new_cdp_session(self.page)
        self.devtools.send("Performance.enable")
        self._awaited: set[str] = set()  # what was asked of the server, and did not come yet
        self.devtools.on("Network.requestWillBeSent", lambda event: self._awaited.add(event["requestId"]))
        for end in ("Network.loadingFinished", "Network.loadingFailed"):
            self.devtools.on(end, lambda event: self._awaited.discard(event["requestId"]))
        self.devtools.send("Network.enable")
        self.chosen = False

    def open(self) -> Cost:
        """Open the page; what that cost, from the start of the navigation."""
        before = self._busy()
        self.page.goto(self.address, wait_until="commit")
        return self._complete(before, LOADED)

    def click(self) -> Cost:
        """Choose the region, or take it away when it is chosen."""
        target = self._target()
        self.page.evaluate("() => lrnWatch.begin()")
        before = self._busy()
        target.click()
        cost = self._complete(before)
        self.chosen = not self.chosen
        return cost

    def _complete(self, before: float, quiet: int = QUIET) -> Cost:
        found = self.page.evaluate("quiet => lrnWatch.complete(quiet)", quiet)
        while self._awaited:  # a script that draws may be long under way, while nothing changes
            self.page.wait_for_timeout(quiet)
            found = self.page.evaluate("quiet => lrnWatch.complete(quiet)", quiet)
        return Cost(work=self._busy() - before, **found)

    def _busy(self) -> float:
        """How many milliseconds the page's own thread has worked since it began."""
        metrics = {
            metric["name"]: metric["value"] for metric in self.devtools.send("Performance.getMetrics")["metrics"]
        }
        return metrics["ThreadTime"] * 1000

    def _target(self) -> Locator:
        """What to click next; whatever must be open for that is open, and quiet."""
        choice = self.page.locator(".st-key-regio .react-aria-ComboBox")
        if self.chosen:
            self.page.keyboard.press("Escape")  # the list stays open after a choice
            target = choice.locator("[data-tag] button").first
        else:
            choice.locator("input").click()
            target = self.page.get_by_role("option", name=REGION)
        target.wait_for()
        self.page.wait_for_timeout(QUIET)
        return target


class DashScreen(Screen):
    """The Dash page (``tests/bench/beside``), with its one choice above what it shows."""

    READY = "h1"
    BUSY = "[data-dash-is-loading], ._dash-loading"
    ANSWER = "main"

    def _target(self) -> Locator:
        self.page.locator("#regio").click()
        options = self.page.get_by_role("option")
        target = options.first if self.chosen else options.filter(has_text=REGION)
        target.wait_for()
        self.page.wait_for_timeout(QUIET)
        return target


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, as the browser tests start it."""
    assert CHROMIUM, "Chromium is not installed on this computer"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
