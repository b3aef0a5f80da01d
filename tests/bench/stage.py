"""On the stage from one view to the next: from the key to the last change on the screen, beside an empty page's click."""

from __future__ import annotations

from statistics import median
from urllib.parse import urlencode

from playwright.sync_api import Browser

from lrn.selection import Selection
from lrn.views.meetings import USUAL, steps
from tests.bench import report
from tests.bench.screen import Cost, Screen, chromium
from tests.bench.targets import BESIDE
from tests.browser.conftest import serve

_SHOWN = urlencode({"peildatum": "2026-11-23", "tonen": "true"})
_LOOKED_AT = 2_500  # milliseconds between two views, in which the next one is made ready


class Stage(Screen):
    """The stage at *address*, whose views come one after the other; after the last one it begins anew."""

    def __init__(self, browser: Browser, address: str) -> None:
        super().__init__(browser, f"{address}/presentatie?{_SHOWN}")
        self.names = [step.name for step in steps(USUAL.scenes, Selection())]
        self.at = 0

    def click(self) -> Cost:
        """Look at what is shown, and go on with a key."""
        self.page.wait_for_timeout(_LOOKED_AT)
        self.page.evaluate("() => lrnWatch.begin('keydown')")
        before = self._busy()
        self.at = (self.at + 1) % len(self.names)
        self.page.keyboard.press("PageDown" if self.at else "Home")
        cost = self._complete(before)
        assert self.page.get_by_text(f"{self.at + 1} van {len(self.names)}", exact=True).count()
        return cost


def bench_stage(*, times: int = 20) -> None:
    """Every view after the one before it, between them a click on the empty page; the first time nothing is counted yet."""
    with chromium() as browser, serve(folder=BESIDE / "empty") as empty, serve() as ours:
        beside, stage = Screen(browser, empty), Stage(browser, ours)
        for screen in (beside, stage):
            screen.open()
            screen.click()
        clicks: list[Cost] = []
        views: dict[str, list[Cost]] = {name: [] for name in stage.names}
        for _ in range(times * len(views)):
            clicks.append(beside.click())
            shown = stage.click()
            views[stage.names[stage.at]].append(shown)
    click = report.median(clicks)
    print(f"from one view on the stage to the next, medians of {times}; an empty page takes {click:.0f} ms:")
    for name, found in views.items():
        first, usual = found[0].milliseconds, report.median(found)
        print(f"  {name:32} {usual:6.0f} ms {usual / click:6.2f} × empty, the first time {first:6.0f} ms")
    usual = median(report.median(found) for found in views.values())
    print(f"  the median of all: {usual / click:.2f} × an empty page (aim ≤ 1.5)")
