"""A chart stays on the page when its figures change, is drawn once for each change, and does all it does by keyboard too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LAPTOP, PHONE

DAY = "peildatum=2026-11-23"
CHARTS = {"/": 3, "/kaart": 1, "/ingredienten": 2, "/themas": 4, "/netwerk": 1, "/partners": 2}
COUNT_DRAWINGS = """() => {
    window.drawings = {}
    for (const plot of document.querySelectorAll('.js-plotly-plot')) {
        const key = plot.closest('[class*=st-key-]').className.match(/st-key-(\\S+)/)[1]
        plot.querySelector('.main-svg').dataset.first = key
        window.drawings[key] = 0
        plot.on('plotly_afterplot', () => window.drawings[key]++)
    }
}"""

DRAW_ALL = "dispatchEvent(new Event('beforeprint'))"  # those out of sight too: on paper everything is in sight


@pytest.mark.parametrize("path", CHARTS)
def test_a_change_of_the_selection_draws_each_chart_once_in_the_one_that_is_there(visit, path):
    visitor = visit()
    page = visitor.open(f"{path}?{DAY}")
    page.evaluate(DRAW_ALL)
    page.evaluate(COUNT_DRAWINGS)
    sidebar = page.get_by_test_id("stSidebar")
    changes = [
        lambda: sidebar.get_by_text("Alles, ongeacht datum").click(),
        lambda: choose(page, "Regio", "Midden-Holland"),
        lambda: choose(page, "Gemeente", "Gouda"),
    ]
    for times, change in enumerate(changes, 1):
        change()
        visitor.settle()
        page.evaluate(DRAW_ALL)
        drawings = page.evaluate("window.drawings")
        assert len(drawings) == CHARTS[path]
        assert set(drawings.values()) == {times}, drawings
        assert page.locator(".main-svg[data-first]").count() == CHARTS[path]
    assert not visitor.failures


def choose(page: Page, filter_name: str, option: str) -> None:
    page.get_by_test_id("stSidebar").get_by_label(filter_name, exact=True).fill(option)
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")


def test_what_did_not_change_is_not_drawn_again(visit):
    visitor = visit()
    page = visitor.open(f"/themas?{DAY}")
    page.evaluate(COUNT_DRAWINGS)
    page.get_by_text("Aandelen", exact=True).click()
    visitor.settle()
    drawn = {key for key, times in page.evaluate("window.drawings").items() if times}
    assert drawn == {"thema_matrix", "college_matrix"}


def test_what_is_out_of_sight_is_drawn_when_it_comes_near_and_else_a_while_later(visit):
    visitor = visit()
    page = visitor.open(f"/?{DAY}")
    page.evaluate(DRAW_ALL)
    page.evaluate(COUNT_DRAWINGS)
    choose(page, "Regio", "Midden-Holland")
    page.wait_for_function("drawings.kaart === 1")
    drawn = page.evaluate("({...drawings})")
    assert drawn == {"kaart": 1, "ingredienten": 0, "themas": 0}
    chart(page, "themas").scroll_into_view_if_needed()
    page.wait_for_function("drawings.themas === 1 && drawings.ingredienten === 1")
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    choose(page, "Gemeente", "Gouda")
    page.wait_for_function("Object.values(drawings).every(times => times === 2)")
    assert not visitor.failures


TICKS_OUTSIDE = """() => [...document.querySelectorAll('.lrn-plot')].flatMap(plot => {
    const room = plot.querySelector('.main-svg').getBoundingClientRect()
    return [...plot.querySelectorAll('.xtick text, .ytick text, .legendtext')].filter(text => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        return left < room.left || right > room.right || top < room.top || bottom > room.bottom
    }).map(text => text.textContent)
})"""


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=("laptop", "phone"))
@pytest.mark.parametrize("path", ["/themas", "/ingredienten"])
def test_names_at_an_axis_have_room(visit, path, size):
    page = visit(size=size).open(f"{path}?regio=AM19&{DAY}")
    page.evaluate(DRAW_ALL)
    assert page.locator(".ytick text").count() > 10
    assert page.evaluate(TICKS_OUTSIDE) == []


def chart(page: Page, key: str):
    return page.locator(f".st-key-{key}").get_by_role("application")


def reach(page: Page, key: str) -> None:
    """Go to a chart as one does without a mouse."""
    chart(page, key).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(chart(page, key)).to_be_focused()


def told(page: Page, key: str) -> str:
    return chart(page, key).get_by_role("status").inner_text()


def test_arrow_keys_go_from_bar_to_bar_and_enter_chooses(visit):
    visitor = visit()
    page = visitor.open(f"/themas?{DAY}")
    reach(page, "themas")
    said = []
    for _ in range(3):
        page.keyboard.press("ArrowDown")
        said.append(told(page, "themas"))
    assert [text.split(". ")[0] for text in said] == ["Arbeidsmarkttransities", "Onderwijs", "Klimaat"]
    assert re.fullmatch(r"Klimaat\. \d+ activiteiten, \d+% van \d+", said[-1])
    page.keyboard.press("End")
    last = told(page, "themas")
    page.keyboard.press("ArrowDown")
    assert told(page, "themas") == last  # there is nothing below it
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("^Onderwijs: "))).to_be_visible()
    visitor.settle()
    expect(chart(page, "themas")).to_be_focused()
    assert told(page, "themas") == said[1]  # where one was
    page.keyboard.press("Escape")
    assert told(page, "themas") == ""
    assert not visitor.failures


def test_arrow_keys_go_in_four_directions_in_a_cross_table(visit):
    page = visit().open(f"/themas?{DAY}")
    reach(page, "thema_matrix")
    page.keyboard.press("ArrowRight")
    corner = told(page, "thema_matrix")
    page.keyboard.press("ArrowRight")
    right = told(page, "thema_matrix")
    page.keyboard.press("ArrowDown")
    below = told(page, "thema_matrix")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowUp")
    assert len({corner, right, below}) == 3
    assert told(page, "thema_matrix") == corner


def test_the_map_is_walked_by_keyboard_and_enter_opens_an_area(visit):
    visitor = visit()
    page = visitor.open(f"/kaart?{DAY}")
    reach(page, "kaart")
    names = set()
    for press in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(press)
        names.add(told(page, "kaart").split(". ")[0])
    assert len(names) > 3
    outlined = page.locator(".st-key-kaart .lrn-pointer path")
    expect(outlined).to_have_count(1)
    name = told(page, "kaart").split(". ")[0]
    page.keyboard.press("Enter")
    expect(page.get_by_label("Gebied")).to_have_value(name)
    assert not visitor.failures


def test_keys_on_a_chart_are_not_for_the_stage_and_a_click_leaves_them_to_it(visit):
    visitor = visit()
    page = visitor.open(f"/presentatie?{DAY}&tonen=true&beeld=Activiteiten+per+ingrediënt")
    title = page.get_by_role("heading", level=1).inner_text()
    reach(page, "ingredienten")
    page.keyboard.press("ArrowRight")
    visitor.settle()
    assert page.get_by_role("heading", level=1).inner_text() == title
    assert told(page, "ingredienten")


@pytest.mark.parametrize("size", [LAPTOP, PHONE])
def test_a_chart_is_as_wide_as_its_place_and_follows_it(visit, size):
    visitor = visit(size)
    page = visitor.open(f"/themas?{DAY}")
    for width in (size[0], size[0] - 60):
        page.set_viewport_size({"width": width, "height": size[1]})
        visitor.settle()
        frame = chart(page, "themas").bounding_box()["width"]
        assert abs(page.locator(".st-key-themas .main-svg").first.bounding_box()["width"] - frame) < 1


def test_dark_and_light_have_colours_of_their_own(visit):
    colours = []
    for dark in (False, True):
        page = visit(dark=dark).open(f"/themas?{DAY}")
        label = page.locator(".st-key-themas .ytick text").first
        colours.append(label.evaluate("e => getComputedStyle(e).fill"))
    assert colours == ["rgb(38, 39, 48)", "rgb(250, 250, 250)"]
