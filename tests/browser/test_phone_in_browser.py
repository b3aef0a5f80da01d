"""A telephone, and a page that is zoomed in to 400% (320 pixels wide): what one sees first, taps on and opens."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import LAPTOP, PHONE, ZOOMED, Visitor

DAY = "peildatum=2026-11-23"
SMALLEST = 24  # pixels (WCAG 2.5.8)

# What can be tapped and is drawn smaller. A box to tick is part of its label, which can be tapped as a whole.
SMALL = """smallest => [...document.querySelectorAll("a[href], button, summary, label:has(input), [role=combobox]")]
    .filter(each => each.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map(each => [each.getAttribute("aria-label") || each.textContent, each.getBoundingClientRect()])
    .filter(([, {left, right}]) => right > 0 && left < innerWidth)
    .filter(([, {width, height}]) => width > 2 && height > 2 && (width < smallest || height < smallest))
    .map(([name, {width, height}]) => `${name}: ${width} x ${height}`)"""
# What sticks out of the page, where no part of it scrolls by itself.
CUT = """() => [...document.querySelectorAll("[data-testid=stMain] :is(a, button, label, p, input, canvas, h1, h2, h3)")]
    .filter(each => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
    .filter(each => !each.closest("[data-testid=stDataFrame], .js-plotly-plot"))
    .map(each => each.textContent || each.tagName)"""


def headings(page: Page) -> Locator:
    """Those of the first table, as who hears the page is told of them."""
    return page.locator("[data-testid=stDataFrame]").first.locator("[role=columnheader]")


def menu(page: Page):
    return page.locator("[data-testid=stSidebar][data-collapsed=false]")


def test_the_map_is_in_the_first_screen_and_what_is_chosen_folds_to_a_line(visit):
    visitor = visit(PHONE)
    page = visitor.open(f"/kaart?{DAY}")
    chart = page.locator(".js-plotly-plot").first.bounding_box()
    assert chart["y"] + chart["height"] <= PHONE[1]
    area, line = page.get_by_role("combobox", name="Gebied"), page.locator(".st-key-vouw_kaart")
    expect(area).not_to_be_visible()
    expect(line).to_contain_text("Hele netwerk · Activiteiten per gemeente")
    page.get_by_text("Keuzes", exact=True).click()
    page.get_by_role("radio", name="Partners").check(force=True)
    expect(line).to_contain_text("Hele netwerk · Partners per gemeente")
    expect(area).to_be_visible()  # it was unfolded by hand
    visitor.resize(LAPTOP)
    expect(line).not_to_be_visible()
    expect(area).to_be_visible()


def test_the_two_states_that_are_compared_fold_to_a_line_that_names_both(visit):
    page = visit(PHONE).open(f"/gegevens?onderdeel=Door+de+tijd&{DAY}")
    expect(page.locator(".st-key-vouw_tijd")).to_contain_text("23 november 2025 · register.xlsx, 23 november 2026")
    expect(page.get_by_role("combobox", name="Eerdere stand")).not_to_be_visible()
    page.get_by_text("Keuzes", exact=True).click()
    expect(page.get_by_role("combobox", name="Eerdere stand")).to_be_visible()
    expect(page.get_by_role("combobox", name="Huidige stand")).to_be_visible()


def test_the_menu_closes_after_a_choice_and_after_a_reload(visit):
    visitor = visit(PHONE)
    page = visitor.open(f"/gegevens?onderdeel=Bevindingen&{DAY}")
    expect(menu(page)).to_have_count(0)
    page.get_by_test_id("stExpandSidebarButton").click()
    menu(page).get_by_role("link", name="Register").click()
    expect(page.get_by_role("heading", name="Register")).to_be_visible()
    expect(menu(page)).to_have_count(0)
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(menu(page)).to_have_count(1)
    page.reload()
    visitor.settle()
    expect(page.get_by_role("heading", name="Register")).to_be_visible()
    expect(menu(page)).to_have_count(0)
    assert page.evaluate("Object.values(localStorage).includes('false')") is False


def test_a_list_shows_two_columns_and_a_tap_opens_the_rest(browser: Browser, address):
    page = browser.new_context(locale="nl-NL", has_touch=True).new_page()
    try:
        visitor = Visitor(page, address, PHONE, dark=False, moving=False)
        visitor.open(f"/register?{DAY}")
        expect(headings(page)).to_have_text(["Naam", "Gemeente"])
        tap(visitor, 1)
        expect(page.get_by_role("button", name="Terug naar de lijst")).to_be_visible()
        visitor.open(f"/gegevens?onderdeel=Bevindingen&{DAY}")
        expect(headings(page)).to_have_text(["Cel", "Wat is er aan de hand?"])
        tap(visitor, 0)
        expect(page.get_by_text(re.compile("^Soort (fout|waarschuwing|opmerking)$"))).to_be_visible()
        visitor.resize(LAPTOP)
        expect(headings(page)).to_have_text(
            ["Cel", "Soort", "Waarde", "Wat is er aan de hand?", "Bedoelt u?", "Hoe zeker"]
        )
    finally:
        page.context.close()


def tap(visitor: Visitor, row: int) -> None:
    """Tap on the *row* (from 0) of the first table."""
    grid = visitor.page.locator("[data-testid=stDataFrame]").first
    grid.scroll_into_view_if_needed()
    visitor.frame()
    box = grid.bounding_box()
    visitor.page.touchscreen.tap(box["x"] + 60, box["y"] + 39 + 66 * row + 33)


PATHS = (  # the others are seen as wide as this in test_pages_in_browser.py
    f"/kaart?{DAY}&gebied=Leiden&lijnen=true",
    "/netwerk?kijk=Wat+als&wat_als=zonder:P-002&wat_als_cijfer=Partners+die+meedoen",
    "/register?activiteit=A-005",
    "/presentatie",
    "/gegevens?onderdeel=Door+de+tijd",
    f"/netwerk?{DAY}&kijk=Ontbrekende+lijnen&mee=A-005~A-071",
    f"/netwerk?{DAY}&kijk=Lessen&les_bij=Livinglab+Zorg+op+afstand+(activiteit+A-025)",
)


def test_zoomed_in_nothing_is_cut_off_and_all_can_be_tapped(visit):
    visitor = visit(ZOOMED)
    for path in PATHS:
        page = visitor.open(path)
        assert max(visitor.overflow()) <= 0, path
        assert page.evaluate(CUT) == [], path
        assert page.evaluate(SMALL, SMALLEST) == [], path
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(menu(page)).to_have_count(1)
    assert page.evaluate(SMALL, SMALLEST) == []


def test_a_browser_that_calls_itself_a_telephone_is_drawn_as_one_at_once(browser: Browser, address):
    name = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
    page = browser.new_context(locale="nl-NL", user_agent=name).new_page()
    try:
        visitor = Visitor(page, address, PHONE, dark=False, moving=False)
        sent: list[str] = []
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(repr(frame))))
        visitor.open(f"/register?{DAY}")
        expect(headings(page)).to_have_text(["Naam", "Gemeente"])
        assert sent
        assert not [frame for frame in sent if "narrow" in frame]  # the browser need not tell
    finally:
        page.context.close()
