"""What a click costs with 100,000 activities, of every page, as a multiple of what it costs with the sample."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench import report
from tests.bench.registers import write_register
from tests.bench.screen import Cost, Screen, chromium
from tests.bench.targets import PAGES
from tests.browser.conftest import serve

AMOUNT = 100_000


def bench_large(*, times: int = 20) -> None:
    """A click on a filter until the last change on the screen, on two servers in turns."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_register(Path(folder) / "register.xlsx", AMOUNT)
        with chromium() as browser, serve() as small, serve(path) as large:
            for page, title in PAGES.items():
                here, there = _in_turns(Screen(browser, small + page), Screen(browser, large + page), times)
                slower, worked = report.median(there) / report.median(here), report.work(there) / report.work(here)
                print(
                    f"  {title:24} {report.median(there):6.0f} ms with {AMOUNT:,} activities,"
                    f" {slower:5.2f} × that of the sample (aim ≤ 1.5), {worked:.2f} × its work",
                    flush=True,
                )


def _in_turns(one: Screen, other: Screen, times: int) -> tuple[list[Cost], list[Cost]]:
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    for screen in (one, other):
        screen.open()
        for _ in range(2):  # the first choice and its end only warm up
            screen.click()
    for _ in range(times):
        for screen, found in zip((one, other), costs, strict=True):
            found.append(screen.click())
    for screen in (one, other):
        screen.context.close()
    return costs
