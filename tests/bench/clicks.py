"""From a click on a filter to the last change on the screen, of every page, beside an empty page and a Dash page."""

from __future__ import annotations

import contextlib
import statistics
from collections.abc import Sequence
from pathlib import Path

from lrn.ui.base.navigation import ENTRIES
from tests.bench import beside
from tests.bench.screen import Cost, Screen, chromium
from tests.browser.conftest import ROOT, serve

HERE, THERE = "here", "against"
TITLES = {f"/{entry.path}": entry.title for entry in ENTRIES}
Key = tuple[str, str]
"""A build, and the path of one of its pages or the name of a page beside it."""


def bench_clicks(*, times: int = 20, against: Path | None = None, paths: Sequence[str] = tuple(TITLES)) -> None:
    """Every page at most 3.5 × an empty Streamlit page and 2.5 × a Dash page; each chart drawn once per change.

    With another checkout, *against*: the same of its pages, on a server of its own, click by click in turns.
    """
    builds = {HERE: ROOT} | ({THERE: against} if against else {})
    with chromium() as browser, contextlib.ExitStack() as servers:
        screens: dict[Key, Screen] = {
            (HERE, name): screen for name, screen in servers.enter_context(beside.screens(browser)).items()
        }
        for build, folder in builds.items():
            address = servers.enter_context(serve(folder=folder))
            screens |= {(build, path): Screen(browser, address + path) for path in paths}
        costs = take_turns(screens, times)
    _print(costs, times)


def take_turns(screens: dict[Key, Screen], times: int) -> dict[Key, list[Cost]]:
    """What each click cost on every screen, in turns, so that a slow moment of the machine falls on all of them."""
    for screen in screens.values():
        screen.open()
    costs: dict[Key, list[Cost]] = {name: [] for name in screens}
    for turn in range(times + 2):  # the first two, of which one chooses and one takes away, only warm up
        for name, screen in screens.items():
            cost = screen.click()
            if turn > 1:
                costs[name].append(cost)
    return costs


def median(costs: Sequence[Cost]) -> float:
    """The median of their milliseconds."""
    return statistics.median(cost.milliseconds for cost in costs)


def drawings(costs: Sequence[Cost]) -> dict[str, float]:
    """How often each chart was drawn for a click, on average, by chart."""
    names = dict.fromkeys(name for cost in costs for name in cost.drawings)
    return {name: statistics.mean(cost.drawings.get(name, 0) for cost in costs) for name in names}


def _print(costs: dict[Key, list[Cost]], times: int) -> None:
    empty, dash = (median(costs[HERE, name]) for name in (beside.EMPTY, beside.DASH))
    print(f"a click on a filter until the last change on the screen, medians of {times} clicks in turns:")
    print(f"  {'':24} {'ms':>6} {'× empty':>8} {'× Dash':>8} {'mutations':>10}  drawings per chart")
    for (build, name), found in costs.items():
        title = TITLES.get(name, name) + (f" ({build})" if build != HERE else "")
        milliseconds, mutations = median(found), statistics.median(cost.mutations for cost in found)
        drawn = ", ".join(f"{chart} {number:.3g}" for chart, number in drawings(found).items())
        ratios = f"{milliseconds / empty:8.2f} {milliseconds / dash:8.2f}"
        print(f"  {title:24} {milliseconds:6.0f} {ratios} {mutations:10.0f}  {drawn}")
    for build, path in costs:
        if build != HERE:
            ratio = median(costs[HERE, path]) / median(costs[build, path])
            print(f"  {TITLES[path]:24} {ratio:6.2f} × {build} (aim: Thema's ≤ 0.35, Overzicht ≤ 0.5)")
    print("  aims: every page ≤ 3.5 × empty and ≤ 2.5 × Dash, each chart 1 drawing per change")
