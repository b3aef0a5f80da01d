"""What was measured in a browser, as a table: every page beside an empty one and one of Dash."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from tests.bench.screen import Cost
from tests.bench.targets import DASH, EMPTY, PAGES, Target

Costs = dict[Target, list[Cost]]


def table(costs: Costs, more: dict[Target, str], heading: str) -> None:
    """Print medians by page, with *more* behind them below *heading*, and how they compare with another checkout.

    Work too is compared: on a busy computer that says more.
    """
    found = {(target.path, target.build): (median(each), work(each)) for target, each in costs.items()}
    compared = "".join(f"{what:>8} {'× empty':>8} {'× Dash':>8}" for what in ("ms", "work"))
    print(f"  {'':24} {compared} {'mutations':>10}  {heading}")
    for target, each in costs.items():
        figures = ""
        for mine, empty, dash in zip(found[target.path, target.build], found[EMPTY, ""], found[DASH, ""], strict=True):
            figures += f"{mine:8.0f} {mine / empty:8.2f} {mine / dash:8.2f}"
        mutations = statistics.median(cost.mutations for cost in each)
        print(f"  {target.title:24} {figures} {mutations:10.0f}  {more[target]}")
    for (path, build), there in found.items():
        if build:
            time, worked = (mine / other for mine, other in zip(found[path, ""], there, strict=True))
            print(f"  {PAGES[path]:24} {time:.2f} × that of {build}, {worked:.2f} × its work")


def median(costs: Sequence[Cost]) -> float:
    """The median of their milliseconds."""
    return statistics.median(cost.milliseconds for cost in costs)


def work(costs: Sequence[Cost]) -> float:
    """The median of what the page's own thread worked, in milliseconds."""
    return statistics.median(cost.work for cost in costs)


def drawings(costs: Sequence[Cost]) -> str:
    """How often each chart was drawn, on average, by chart."""
    names = dict.fromkeys(name for cost in costs for name in cost.drawings)
    means = {name: statistics.mean(cost.drawings.get(name, 0) for cost in costs) for name in names}
    return ", ".join(f"{name} {mean:.3g}" for name, mean in means.items())
