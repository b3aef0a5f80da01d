"""How long a visitor waits for the server while a hundred others click, as a multiple of one who is alone."""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import Iterable
from contextlib import AsyncExitStack
from typing import NamedTuple

from lrn import vocabulary as v
from tests.bench.targets import PAGES
from tests.bench.visitor import Visitor
from tests.browser.conftest import serve

VISITORS, EVERY, ROUNDS = 100, 5.0, 8  # every visitor clicks once in so many seconds, so many times
REGIONS = [v.PLAATS_NAMEN[code] for code in v.REGIOS]


class Wait(NamedTuple):
    """How many seconds a click on the page at *path* took."""

    path: str
    seconds: float


def bench_visitors(visitors: int = VISITORS) -> None:
    """Visitors spread over all pages, who choose a region and take it away, on one server."""
    with serve() as address:
        before, crowd, after = asyncio.run(_measure(address, visitors))
    alone = {
        path: statistics.median(wait.seconds for wait in before + after if wait.path == path) for path in dict(before)
    }
    ratios = sorted(wait.seconds / alone[wait.path] for wait in crowd)
    print(f"{visitors} visitors who click every {EVERY:.0f} s: the server takes, of {len(ratios)} clicks, the median")
    print(f"  {statistics.median(ratios):.2f} × the time of one visitor (aim ≤ 2); 19 of 20 within", end=" ")
    print(f"{ratios[len(ratios) * 19 // 20]:.2f} ×")
    for path, title in PAGES.items():
        found = statistics.median(wait.seconds for wait in crowd if wait.path == path)
        print(f"  {title:24} {alone[path] * 1000:6.0f} ms alone, {found / alone[path]:6.2f} × among the others")


async def _measure(address: str, visitors: int) -> tuple[list[Wait], list[Wait], list[Wait]]:
    """The clicks of one visitor before, of all together, and of one after."""
    await _one_by_one(address)  # to warm up
    before = await _one_by_one(address)
    async with AsyncExitStack() as stack:
        crowd = [
            await stack.enter_async_context(Visitor(address, path))
            for path in itertools.islice(itertools.cycle(PAGES), visitors)
        ]
        starts = time.perf_counter()
        waits = await asyncio.gather(
            *(_click(visitor, number, starts + number * EVERY / visitors) for number, visitor in enumerate(crowd))
        )
    return before, [wait for found in waits for wait in found[1:]], await _one_by_one(address)


async def _one_by_one(address: str) -> list[Wait]:
    waits = []
    for number, path in enumerate(PAGES):
        async with Visitor(address, path) as visitor:
            for choice in _choices(number):
                waits.append(Wait(path, await visitor.choose(choice)))
                await asyncio.sleep(0.2)
    return waits


async def _click(visitor: Visitor, number: int, at: float) -> list[Wait]:
    """The clicks of *visitor*, the first *at* this moment; one who had to wait too long clicks at once."""
    waits = []
    for choice in _choices(number):
        await asyncio.sleep(max(0, at - time.perf_counter()))
        waits.append(Wait(visitor.path, await visitor.choose(choice)))
        at += EVERY
    return waits


def _choices(number: int) -> Iterable[list[str]]:
    """What the visitor with this *number* chooses, click after click."""
    return [[REGIONS[number % len(REGIONS)]], []] * (ROUNDS // 2)
