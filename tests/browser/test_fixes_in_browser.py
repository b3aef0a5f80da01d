"""Streamlit as it is, without what is mended in ``lrn/ui/browser``: each of these fails when its fix can go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit
from playwright.sync_api import Browser, expect

from lrn.ui.browser.fixes import FIXES
from tests.browser.axe import violations
from tests.browser.conftest import LAPTOP, PHONE, Visitor, serve

HERE = Path(__file__).relative_to(Path(__file__).parents[2]).as_posix()
APP = """
import datetime
import time

import pandas as pd
import streamlit as st


def first():
    st.title("First")
    st.selectbox("Own", ["x", "y"], key="own", bind="query-params")
    st.page_link(SECOND, label="Go on", query_params={"many": ["p"], "b": "1"})
    st.button("Main button", type="primary", shortcut="Enter", on_click=lambda: st.session_state.update(pressed=True))
    st.badge("Sample", icon=":material/science:")
    st.button("Other button")
    st.caption("Main was pressed" if st.session_state.get("pressed") else "Nothing was pressed")
    with st.popover("Long", type="tertiary"):
        for n in range(60):
            st.text(f"line {n}")
    st.multiselect("Several", ["a long one", "b long one"], default=["a long one", "b long one"], width=190)
    st.date_input("Day", datetime.date(2026, 11, 23))
    st.button("", icon=":material/arrow_upward:", key="up")
    st.file_uploader("File")
    st.caption("A word", help="What it means")
    st.plotly_chart({"data": [{"type": "bar", "y": [int(st.toggle("High")) + 1]}]}, key="bars", on_select="rerun")
    st.dataframe(pd.DataFrame({"n": range(1000, 1100)}))


def moving():
    st.title("Moving")
    if st.toggle("Extra", value=True):
        st.caption("one line more")
    left, _ = st.columns(2)
    with left:
        st.segmented_control("A", ["x", "y", "z"], key="a", bind="query-params")
    time.sleep(0.5)  # whatever takes a moment before what comes next
    st.write(f"Value: {st.session_state.a}")


SECOND = st.Page("pages/second.py", title="Second")
page = st.navigation([st.Page(first, default=True), SECOND, st.Page(moving)])
with st.sidebar:
    st.multiselect("Many", ["p", "q"], key="many", bind="query-params")
page.run()
"""
SECOND = """
import streamlit as st

st.title("Second")
st.selectbox("B", ["0", "1"], key="b", bind="query-params")
table = st.dataframe({"n": [1, 2]}, on_select="rerun", selection_mode="single-cell")
st.text(f"cells: {table.selection.cells}")
"""
FILES = {
    "app.py": APP,
    "pages/second.py": SECOND,
    ".streamlit/config.toml": '[theme]\nprimaryColor = "#FFEE88"\n[theme.dark]\nprimaryColor = "#4A92C4"\n',
}


@pytest.fixture(scope="module")
def still_wrong(tmp_path_factory, browser: Browser) -> dict[str, bool]:
    """What is wrong in an app without any fix, by the key of what mends it: one walk through it."""
    folder = tmp_path_factory.mktemp("plain")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    with serve(folder=folder) as address:
        page = browser.new_context(locale="fr-FR").new_page()
        visitor = Visitor(page, address, LAPTOP, dark=False, moving=False)
        visitor.open("/second")  # the very first visit
        wrong = {"first_link": page.get_by_test_id("stMultiSelect").count() == 0}
        wrong |= first_page(visitor) | link(visitor)
        wrong["moves_up"] = moved_up(visitor)
        wrong["tabbed"] = tabbed(visitor)
        wrong["first_click"] = first_click(visitor)
        wrong["menu"] = menu(visitor)
        visitor.open("/nowhere")
        wrong["not_found"] = page.get_by_role("dialog").filter(has_text="Page not found").count() > 0
        page.context.close()
    return wrong


def first_page(visitor: Visitor) -> dict[str, bool]:
    page = visitor.open("/")
    button = page.get_by_role("button", name="Main button")
    wrong = {
        "language": page.locator("html").get_attribute("lang") == "en",
        "upload": "per file" in page.get_by_test_id("stFileUploaderDropzoneInstructions").inner_text(),
        "main_button": button.evaluate("e => getComputedStyle(e).color") == "rgb(255, 255, 255)",
        "icon_button": page.locator(".st-key-up").get_by_role("button", name="arrow_upward icon").count() == 1,
    }
    page.locator(".main-svg").first.evaluate("e => e.dataset.first = true")
    page.get_by_text("High").click()
    visitor.settle()
    wrong["chart"] = page.locator(".main-svg").count() > 0 and page.locator("[data-first]").count() == 0
    explained = page.get_by_test_id("stCaptionContainer").get_by_role("button").bounding_box()
    wrong["targets"] = explained["height"] < 24
    page.emulate_media(media="print")
    rows = page.get_by_text(re.compile("^1.?099$")).count()
    wrong["paper"] = page.get_by_test_id("stSelectbox").is_visible() and rows == 0
    page.emulate_media(media="null")
    return wrong | unreachable(visitor) | english(visitor)


def unreachable(visitor: Visitor) -> dict[str, bool]:
    """What is hard to read or to reach, by the rules of axe-core where it has one."""
    page = visitor.page
    found = violations(page)
    wrong = {
        "key_hint": page.locator("button kbd").first.evaluate("e => getComputedStyle(e).opacity") != "1",
        "narrow_field": page.get_by_role("combobox", name="Several").evaluate(
            "e => parseFloat(getComputedStyle(e).minWidth)"
        )
        < 24,
        "icon": page.get_by_role("img", name="science icon").count() == 1,
        "no_role": any(each.startswith("presentation-role-conflict") for each in found),
        "motion": page.get_by_test_id("stSidebar").evaluate("e => getComputedStyle(e).transitionDuration") != "0s",
    }
    page.emulate_media(color_scheme="dark")
    page.get_by_test_id("stPopoverButton").click()
    body = page.get_by_test_id("stPopoverBody")
    body.wait_for()
    found = violations(page)
    wrong["opened"] = any("Long" in each for each in found if each.startswith("color-contrast"))
    wrong["scrolled"] = any(each.startswith("scrollable-region-focusable") for each in found)
    page.keyboard.press("Escape")
    body.wait_for(state="detached")
    page.emulate_media(color_scheme="light")
    other = page.get_by_role("button", name="Other button")
    other.focus()
    page.keyboard.press("Shift")  # so that it is reached by keyboard
    wrong["faint_focus"] = other.evaluate("e => getComputedStyle(e).outlineStyle") == "none"
    page.keyboard.press("Enter")
    visitor.settle()
    wrong["shortcut"] = page.get_by_text("Main was pressed").count() == 1
    return wrong


def english(visitor: Visitor) -> dict[str, bool]:
    """In a browser that speaks French, so that Dutch is nobody's usual language here."""
    page = visitor.page
    page.get_by_test_id("stDateInputCalendarButton").click()
    calendar = page.get_by_test_id("stDateInputCalendar")
    calendar.wait_for()
    wrong = {"locale": calendar.get_by_text("novembre").count() > 0}
    page.keyboard.press("Escape")
    calendar.wait_for(state="detached")
    page.get_by_role("combobox", name="Several").press_sequentially("q")
    return wrong | {"english": page.get_by_role("listbox").get_by_text("No results").count() == 1}


def link(visitor: Visitor) -> dict[str, bool]:
    """To another page and back, from one with a choice of its own, and one that all pages have."""
    page = visitor.open("/?own=y&many=p")
    page.get_by_role("link", name="Go on").click()
    expect(page.get_by_role("heading", name="Second")).to_be_visible()
    visitor.settle()
    wrong = {"doubled": page.url.count("many=p") == 2}
    page.go_back()
    expect(page.get_by_role("heading", name="First")).to_be_visible()
    visitor.settle()
    return wrong | {"back": "own=y" not in page.url}


def moved_up(visitor: Visitor) -> bool:
    page = visitor.open("/moving")
    page.get_by_text("Extra").click()
    expect(page.get_by_text("one line more")).to_have_count(0)
    visitor.settle()
    page.get_by_text("z", exact=True).click()
    expect(page.get_by_text("Value: z")).to_be_visible()
    visitor.settle()
    return "a=z" not in page.url


def tabbed(visitor: Visitor) -> bool:
    """Whether Tab, on its way over the page, selects a cell of a table that the mouse has not left."""
    page = visitor.open("/second")
    table = page.get_by_test_id("stDataFrame")
    table.hover()
    visitor.frame()
    page.get_by_role("combobox", name="B").focus()
    for _ in range(10):
        page.keyboard.press("Tab")
        if table.locator("canvas:focus, td:focus").count():
            break
    visitor.settle()
    return page.get_by_text("cells: []").count() == 0


def first_click(visitor: Visitor) -> bool:
    """Whether a table loses a click on a cell of which the page is told together with the mouse that comes."""
    page = visitor.open("/second")
    page.mouse.move(0, 0)
    visitor.frame()
    visitor.point(page.get_by_test_id("stDataFrame"), 40, 54)
    visitor.settle()
    return page.get_by_text("cells: []").count() == 1


def menu(visitor: Visitor) -> bool:
    """Whether it is still there after a choice and a reload, on a screen that it takes most of."""
    visitor.resize(PHONE)
    page = visitor.open("/")
    opened = page.locator("[data-testid=stSidebar][data-collapsed=false]")
    page.get_by_test_id("stExpandSidebarButton").click()
    opened.get_by_role("link", name="Moving").click()
    expect(page.get_by_role("heading", name="Moving")).to_be_attached()
    visitor.settle()
    stays = opened.count() > 0
    page.reload()
    expect(page.get_by_role("heading", name="Moving")).to_be_attached()
    visitor.settle()
    return stays and opened.count() > 0


@pytest.mark.parametrize("fix", [fix for fix in FIXES if fix.test == HERE], ids=lambda fix: fix.key)
def test_streamlit_needs_it_still(still_wrong, fix):
    wrong = still_wrong[fix.key]
    assert wrong, f"Streamlit {streamlit.__version__} does this well now, so {fix.where} need not mend it: {fix.mends}"
