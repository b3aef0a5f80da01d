"""From a click on a filter to the last change on the screen, of every page, beside an empty page and a Dash page."""

from __future__ import annotations

from pathlib import Path

from tests.bench import report
from tests.bench.screen import chromium
from tests.bench.targets import serve_all


def bench_clicks(*, times: int = 20, against: Path | None = None) -> None:
    """Choosing a region and taking it away, in turns, so that a slow moment of the machine falls on all pages."""
    with chromium() as browser, serve_all(against) as targets:
        screens = {target: target.screen(browser) for target in targets}
        costs: report.Costs = {target: [] for target in targets}
        for screen in screens.values():
            screen.open()
        for turn in range(times + 2):  # the first two, of which one chooses and one takes away, only warm up
            for target, screen in screens.items():
                cost = screen.click()
                if turn > 1:
                    costs[target].append(cost)
    print(f"a click on a filter until the last change on the screen, medians of {times}:")
    report.table(costs, {target: report.drawings(found) for target, found in costs.items()}, "drawings of each chart")
    print("  aims: every page ≤ 3.5 × empty and ≤ 2.5 × Dash; each chart 1 drawing;")
    print("        Thema's ≤ 0.35 × and Overzicht ≤ 0.5 × commit 48c593d")
