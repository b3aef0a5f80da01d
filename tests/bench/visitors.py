"""How long a visitor waits for the server while a hundred others click, as a multiple of one who is alone."""

from __future__ import annotations

import asyncio
import itertools
import math
import os
import statistics
import time
from collections.abc import Iterable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import NamedTuple

from lrn import vocabulary as v
from tests.bench.targets import PAGES
from tests.bench.visitor import Visitor
from tests.browser.conftest import serve

VISITORS, EVERY, ROUNDS = 100, 5.0, 8  # every visitor clicks once in so many seconds, so many times
REGIONS = [v.PLAATS_NAMEN[code] for code in v.REGIOS]


class Wait(NamedTuple):
    """How many seconds a click on the page at *path* took, and the server worked on it (nan where others click too)."""

    path: str
    seconds: float
    work: float


def bench_visitors(visitors: int = VISITORS) -> None:
    """Visitors spread over all pages, who choose a region and take it away, on one server."""
    with serve() as address:
        (server,) = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        alone, crowd, work = asyncio.run(_measure(address, visitors, int(server)))
    usual = {path: statistics.median(wait.seconds for wait in alone if wait.path == path) for path in PAGES}
    ratios = sorted(wait.seconds / usual[wait.path] for wait in crowd)
    print(f"{visitors} visitors who click every {EVERY:.0f} s: of {len(ratios)} clicks, the median takes the server")
    print(f"  {statistics.median(ratios):.2f} × the time of one visitor (aim ≤ 2);", end=" ")
    print(f"19 of 20 take at most {ratios[len(ratios) * 19 // 20]:.2f} ×;")
    print(f"  it works {work * 1000:.0f} ms on a click: {visitors / EVERY * work:.2f} s a second, of one at most")
    for path, title in PAGES.items():
        worked = statistics.mean(wait.work for wait in alone if wait.path == path)
        found = statistics.median(wait.seconds for wait in crowd if wait.path == path) / usual[path]
        print(
            f"  {title:24} alone {usual[path] * 1000:6.0f} ms, of work {worked * 1000:4.0f}; in the crowd {found:6.2f} ×"
        )


async def _measure(address: str, visitors: int, server: int) -> tuple[list[Wait], list[Wait], float]:
    """The clicks of one visitor at a time, before and after; those of all together; the work on each of these."""
    await _one_by_one(address, server)  # to warm up
    alone = await _one_by_one(address, server)
    async with AsyncExitStack() as stack:
        crowd = [
            await stack.enter_async_context(Visitor(address, path))
            for path in itertools.islice(itertools.cycle(PAGES), visitors)
        ]
        began, worked = time.perf_counter(), _worked(server)
        waits = await asyncio.gather(
            *(_click(visitor, number, began + number * EVERY / visitors) for number, visitor in enumerate(crowd))
        )
        clicks = list(itertools.chain(*waits))
        work = (_worked(server) - worked) / len(clicks)
    return alone + await _one_by_one(address, server), clicks, work


async def _one_by_one(address: str, server: int) -> list[Wait]:
    waits = []
    for number, path in enumerate(PAGES):
        async with Visitor(address, path) as visitor:
            for choice in _choices(number):
                worked, seconds = _worked(server), await visitor.choose(choice)
                await asyncio.sleep(0.2)
                waits.append(Wait(path, seconds, _worked(server) - worked))
    return waits


async def _click(visitor: Visitor, number: int, at: float) -> list[Wait]:
    """The clicks of *visitor*, the first *at* this moment; one who had to wait too long clicks at once."""
    waits, ends = [], at + ROUNDS * EVERY
    for choice in _choices(number):
        await asyncio.sleep(max(0, at - time.perf_counter()))
        if time.perf_counter() > ends:  # the server is far too slow for so many
            break
        waits.append(Wait(visitor.path, await visitor.choose(choice), math.nan))
        at += EVERY
    return waits


def _worked(process: int) -> float:
    """How many seconds a process has worked since it began."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _choices(number: int) -> Iterable[list[str]]:
    """What the visitor with this *number* chooses, click after click."""
    return [[REGIONS[number % len(REGIONS)]], []] * (ROUNDS // 2)
