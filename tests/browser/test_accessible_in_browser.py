"""For everyone: all that the app can show is seen by axe-core, light and dark, on a laptop and on a phone, and is Dutch."""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from lrn.views.meetings import SCENES
from tests.browser.axe import COLOURS, violations
from tests.browser.conftest import LAPTOP, PHONE, Visitor
from tests.browser.english import english, told
from tests.browser.states import HOME, PATHS, states


def wrong(visitor: Visitor, within: str | None = None, *, good_practice: bool = True) -> list[str]:
    """What of the page breaks a rule of WCAG, there or *within* a part of it, light and dark, and what is in English.

    All rules are seen in the colours that the page has now, and those about colours in the others, which it then keeps.
    """
    found = violations(visitor.page, within, good_practice=good_practice) + english(told(visitor.page))
    visitor.dress(not visitor.dark)
    return found + violations(visitor.page, within, only=COLOURS)


def broken(found: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: problems for name, problems in found.items() if problems}


@pytest.mark.parametrize("path", PATHS)
def test_nothing_breaks_a_rule_of_wcag_or_is_in_english(visit, path):
    visitor = visit()
    visitor.open(path)
    for size in (LAPTOP, PHONE):
        visitor.resize(size)
        assert broken({name: wrong(visitor, within) for name, within in states(visitor, path)}) == {}, size
    assert not visitor.failures


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_nor_does_any_view_of_the_stage(visit, size):
    visitor = visit(size)
    asked = [("peildatum", "2026-11-23"), ("tonen", "true"), *(("beelden", scene.name) for scene in SCENES.values())]
    page = visitor.open(f"/presentatie?{urlencode(asked)}")
    last = int(page.get_by_text(re.compile(r"^1 van \d+$")).inner_text().split()[-1])
    assert last >= len(SCENES)
    found = {}
    for position in range(1, last + 1):
        expect(page.get_by_text(f"{position} van {last}", exact=True)).to_be_visible()
        visitor.settle()
        found[page.locator("h1").inner_text()] = wrong(visitor)
        page.keyboard.press("ArrowRight")
    assert broken(found) == {}
    assert not visitor.failures


def test_nor_does_the_window_of_who_presents(visit):
    visitor = visit()
    visitor.open("/presentatie?peildatum=2026-11-23&tonen=true&spreker=1-2&beeld=Kerncijfers")
    assert wrong(visitor) == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_nor_does_what_streamlit_itself_opens(visit, size):
    visitor = visit(size)
    page = visitor.open(HOME)
    found = {}
    # Streamlit puts these outside the landmarks of its page, which is no more than bad practice.
    opened = partial(wrong, visitor, good_practice=False)
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.click()
    page.get_by_test_id("stMainMenuList").wait_for()
    found["menu"] = opened()
    page.get_by_text("Over dit dashboard").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="verklaring over toegankelijkheid")).to_be_visible()
    found["about"] = opened()
    page.keyboard.press("Escape")
    page.get_by_test_id("stMain").get_by_role("button", name="Uitleg bij Netwerkthema").hover()
    page.get_by_test_id("stTooltipContent").wait_for()
    visitor.settle()  # it fades in
    found["hint"] = opened()
    page.mouse.move(0, 0)
    visitor.settle()
    if size == PHONE:
        page.get_by_test_id("stExpandSidebarButton").click()
        visitor.settle()
    page.get_by_role("button", name="Datum kiezen").first.click()
    page.get_by_test_id("stDateInputCalendar").wait_for()
    found["calendar"] = opened()
    page.keyboard.press("Escape")
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
    assert broken(found) == {}


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
    assert broken(found) == {}


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
    assert wrong(visitor) == []
