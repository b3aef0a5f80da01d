"""The benchmarks see what a click does and what is loaded: else their figures are of nothing."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from playwright.sync_api import Browser, expect

from tests.bench.loading import KINDS, Transfers
from tests.bench.screen import REGION, Screen
from tests.bench.visitor import Visitor


def test_what_a_visit_and_a_click_cost(browser: Browser, address: str):
    screen = Screen(browser, f"{address}/ingredienten")
    transfers = Transfers(screen)
    opened, chosen = screen.open(), screen.click()
    assert all(transfers.bytes[kind] for kind in KINDS)
    expect(screen.page.get_by_test_id("stMain").get_by_text(REGION).first).to_be_visible()
    taken_away = screen.click()
    assert set(opened.drawings) == set(chosen.drawings) == {"ingredienten", "ingredient_matrix"}
    for cost in (opened, chosen, taken_away):
        assert min(cost.drawings.values()) >= 1
        assert cost.mutations > 100
        assert cost.milliseconds > 0 < cost.work
    screen.context.close()


def test_a_visitor_without_a_browser(address: str):
    async def visit() -> list[float]:
        async with Visitor(address, "/themas") as visitor:  # it looks whether the answers are of this page
            return [await visitor.choose(regions) for regions in ([REGION], [])]

    with ThreadPoolExecutor(1) as pool:  # in this thread Playwright has a loop of its own
        assert all(seconds > 0 for seconds in pool.submit(asyncio.run, visit()).result())
