"""Ingrediënten in a browser: clicks on dots, parts of bars and quarters, and no scrolling sideways in any part."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import PHONE

PARTS = ("Verloop", "Welke en waar", "Gerechten", "Genoemd én onderbouwd", "Accenten")


def address(part: str, **query: str) -> str:
    return f"/ingredienten?{urlencode({'peildatum': '2026-11-23', 'kijk': part} | query)}"


def test_no_part_scrolls_sideways_on_a_phone_and_what_is_chosen_stays_when_the_part_changes(visit):
    chosen = {"kies_ingredient": "3. Niveaus", "kies_plaats": "Midden-Holland", "kwartaal": "2026 K3"}
    visitor = visit(PHONE)
    page = visitor.open(address(PARTS[0], **chosen))
    for part in PARTS:
        choice = page.get_by_role("radio", name=part).first  # one part offers a choice of the same name
        choice.click()
        visitor.settle()
        expect(choice).to_be_checked()
        assert max(visitor.overflow()) <= 0, part
    expect(page.get_by_role("heading", name=re.compile(r"^Niveaus in Midden-Holland: \d+ activiteit"))).to_be_visible()


def test_a_click_on_a_dot_shows_the_activities_of_that_ingredient_in_the_place(visit):
    page = visit().open(address("Accenten", kies_plaats="Midden-Holland"))
    dots = page.locator(".st-key-accent .scatterlayer path.point")
    expect(dots).to_have_count(11)
    dots.nth(5).click(force=True)
    expect(page.get_by_role("heading", name=re.compile(r"^Leren in Midden-Holland: \d+ activiteit"))).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["kies_ingredient"] == ["6. Leren"]


def test_a_click_on_a_dish_shows_its_activities_and_stays_in_the_link(visit):
    visitor = visit()
    page = visitor.open(address("Gerechten"))
    page.get_by_role("radiogroup", name="Gerechten").get_by_text(" + ").nth(1).click()
    heading = page.get_by_role("heading", name=re.compile(r" \+ .*: \d+ activiteiten"))
    expect(heading).to_be_visible()
    told = heading.inner_text()
    second = visit()
    second.open(page.url.removeprefix(second.address))
    expect(second.page.get_by_role("heading", name=told)).to_be_visible()


def test_a_click_on_a_part_of_a_bar_lists_what_can_be_completed(visit):
    page = visit().open(address("Genoemd én onderbouwd"))
    page.locator(".st-key-genoemd_te_zien .trace.bars").nth(1).locator(".point").nth(1).locator("path").click(
        force=True
    )
    expect(
        page.get_by_role("heading", name=re.compile(r"^Deelnemers, alleen genoemd: \d+ activiteiten"))
    ).to_be_visible()


def test_a_click_on_a_quarter_shows_its_activities(visit):
    page = visit().open(address("Verloop", kies_ingredient="6. Leren"))
    gone = page.locator(".st-key-verloop .trace.bars").nth(1).locator(".point path")
    gone.nth(3).click(force=True)
    expect(
        page.get_by_role("heading", name=re.compile(r"^Leren, 2024 K4, actief, op de peildatum voorbij: \d+"))
    ).to_be_visible()
