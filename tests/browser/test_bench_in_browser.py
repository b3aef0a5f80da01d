"""The benchmark of clicks sees what a click does: else its figures are of nothing."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.bench.screen import REGION, Screen


def test_what_a_click_costs(browser: Browser, address: str):
    screen = Screen(browser, f"{address}/ingredienten")
    opened, chosen = screen.open(), screen.click()
    expect(screen.page.get_by_test_id("stMain").get_by_text(REGION).first).to_be_visible()
    taken_away = screen.click()
    assert set(opened.drawings) == set(chosen.drawings) == {"ingredienten", "ingredient_matrix"}
    for cost in (opened, chosen, taken_away):
        assert min(cost.drawings.values()) >= 1
        assert cost.mutations > 100
        assert cost.milliseconds > 0
    screen.context.close()
