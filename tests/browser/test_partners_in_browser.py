"""Partners in a browser: clicks on bars, squares and rows, typing, and no scrolling sideways in any part."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import expect

from lrn.ui.partners.choices import PARTS
from tests.browser.conftest import PHONE
from tests.browser.test_register_in_browser import click_row


def address(part: str, **query: str) -> str:
    return f"/partners?{urlencode({'peildatum': '2026-11-23', 'partners_kijk': PARTS[part]} | query)}"


def test_no_part_scrolls_sideways_on_a_phone(visit):
    visitor = visit(PHONE)
    page = visitor.open(address("soorten"))
    for name in PARTS.values():
        choice = page.get_by_role("radio", name=name)
        choice.click()
        visitor.settle()
        expect(choice).to_be_checked()
        assert max(visitor.overflow()) <= 0, name


def test_a_click_on_a_bar_and_on_a_square_lists_those_partners(visit):
    visitor = visit()
    page = visitor.open(address("soorten"))
    page.locator(".st-key-partners_soort .bars .point path").nth(4).click(force=True)
    expect(page.get_by_role("heading", name=re.compile(r"^Bedrijf: \d+ partners$"))).to_be_visible()
    visitor.settle()
    page.locator(".st-key-soort_matrix .scatterlayer path.point").first.click(force=True)
    expect(page.get_by_role("heading", name="Overheid in Holland Rijnland: 5 partners")).to_be_visible()
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["kies_soort"], asked["kies_plaats"]) == (["Overheid"], ["Holland Rijnland"])


def test_a_click_on_either_side_lists_the_activities_that_name_it(visit):
    visitor = visit()
    page = visitor.open(address("meerwaarde"))
    for side, told in ((1, r"^Partners: hybride leeromgeving: \d+"), (0, r"^mboRijnland: kennis delen: \d+")):
        bars = page.locator(".st-key-meerwaarde .trace.bars").nth(side).locator(".point path")
        bars.nth(2).click(force=True)
        expect(page.get_by_role("heading", name=re.compile(told))).to_be_visible()
        visitor.settle()


def test_the_list_shrinks_while_typing_and_a_row_opens_its_card(visit):
    visitor = visit()
    page = visitor.open(address("wie"))
    box = page.get_by_role("searchbox", name="Zoek een partner")
    box.click()
    box.press_sequentially("waterlelie", delay=40)  # no Enter
    expect(page.get_by_role("heading", name=re.compile(r"^Wie doet mee: \d+ van de 68 partners$"))).to_be_visible()
    visitor.settle()
    click_row(visitor, 0)
    expect(page.get_by_role("heading", name="Zorggroep De Waterlelie", exact=True)).to_be_visible()


def test_a_click_on_a_pair_lays_both_cards_side_by_side(visit):
    visitor = visit()
    page = visitor.open(address("dubbel"))
    click_row(visitor, 0)
    one, other = (
        page.get_by_role("heading", name=name, exact=True).bounding_box()
        for name in ("Zorggroep De Waterlelie", "Zorggroep De Waterlelie Leiden")
        if expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible() is None
    )
    assert abs(one["y"] - other["y"]) < 2
    assert other["x"] > one["x"] + one["width"]
