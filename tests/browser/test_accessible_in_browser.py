"""For everyone: all that the app can show is seen by axe-core, on a laptop and, dark, on a phone, and is Dutch."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.english import english, told
from tests.browser.states import HOME, PATHS, states


def wrong(page: Page, within: str | None = None, *, good_practice: bool = True) -> list[str]:
    """What of *page* breaks a rule of WCAG, there or *within* a part of it, and what is in English."""
    return violations(page, within, good_practice=good_practice) + english(told(page))


@pytest.mark.parametrize("path", PATHS)
def test_nothing_breaks_a_rule_of_wcag_or_is_in_english(visit, path):
    visitor = visit()
    page = visitor.open(path)
    found = {}
    for size, scheme in ((LAPTOP, "light"), (PHONE, "dark")):
        page.emulate_media(color_scheme=scheme)
        visitor.resize(size)
        found |= {(scheme, name): wrong(page, within) for name, within in states(visitor, path)}
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert not visitor.failures


@pytest.mark.parametrize("dark", [False, True], ids=["licht", "donker"])
def test_nor_does_what_streamlit_itself_opens(visit, dark):
    visitor = visit(dark=dark)
    page = visitor.open(HOME)
    found = {}
    # Streamlit puts these outside the landmarks of its page, which is no more than bad practice.
    opened = partial(wrong, page, good_practice=False)
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    page.get_by_test_id("stMainMenuList").wait_for()
    found["menu"] = opened()
    page.get_by_text("Over dit dashboard").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="verklaring over toegankelijkheid")).to_be_visible()
    found["about"] = opened()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Datum kiezen").first.click()
    page.get_by_test_id("stDateInputCalendar").wait_for()
    found["calendar"] = opened()
    page.keyboard.press("Escape")
    page.get_by_test_id("stMain").get_by_role("button", name="Uitleg bij Netwerkthema").hover()
    page.get_by_test_id("stTooltipContent").wait_for()
    visitor.settle()  # it fades in
    found["hint"] = opened()
    page.mouse.move(0, 0)
    visitor.settle()
    for name in ("Regio", "Netwerkthema"):
        field = page.get_by_role("combobox", name=name)
        field.focus()  # scrolls to it, and a list closes when what it belongs to is scrolled
        visitor.frame()
        field.press("ArrowDown")
        page.get_by_role("listbox").wait_for()
        found[f"list {name}"] = opened()
        field.press_sequentially("qq")
        expect(page.get_by_text("Niets gevonden")).to_be_visible()
        found[f"nothing in {name}"] = opened()
        page.keyboard.press("Control+a")
        page.keyboard.press("Delete")
        page.keyboard.press("Escape")
        page.get_by_role("listbox").wait_for(state="detached")
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_nor_do_the_menus_of_a_table(visit):
    visitor = visit()
    page = visitor.open("/gegevens?onderdeel=Bevindingen")
    table = page.get_by_test_id("stDataFrame").first
    found = {}
    box = table.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 18, steps=4)
    for name, opened in (("Kolommen kiezen", "stDataFrameColumnVisibilityMenu"), ("Zoeken", "search-input")):
        page.get_by_role("button", name=name).first.click()
        page.get_by_test_id(opened).wait_for()
        found[name] = english(told(page))
        page.keyboard.press("Escape")
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_the_calendar_is_dutch_in_any_browser(browser, address):
    page = browser.new_context(locale="en-US").new_page()
    page.goto(f"{address}/register?peildatum=2026-11-23")
    page.get_by_role("button", name="Datum kiezen").click()
    calendar = page.get_by_test_id("stDateInputCalendar")
    expect(calendar.locator("th").first).to_have_text("M")
    expect(calendar.get_by_text("november", exact=True).first).to_be_visible()
    page.context.close()


def test_the_statement_can_be_found_and_says_that_it_is_a_draft(visit):
    visitor = visit()
    page = visitor.open("/toegankelijkheid")
    expect(page.get_by_role("heading", name="Toegankelijkheid", level=1)).to_be_visible()
    expect(page.get_by_text("Concept.")).to_be_visible()
    assert wrong(page) == []
