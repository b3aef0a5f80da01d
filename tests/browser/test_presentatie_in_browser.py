"""The meeting room, as only a browser shows it: by keyboard alone, each step an address, and unattended."""

from __future__ import annotations

import re
import shutil
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from lrn.register.load import SAMPLE
from lrn.views.meetings import MEETINGS, SCENES
from tests.browser.conftest import LAPTOP, SCREEN, serve
from tests.conftest import TEN_ROWS

DAY = "2026-11-23"
CVB = quote("College van Bestuur")


def step(visitor) -> str:
    asked = parse_qs(urlsplit(visitor.page.url).query)
    return asked.get("beeld", ["Titel"])[0]


def test_a_whole_deck_is_driven_by_keyboard_alone(visit):
    visitor = visit(size=SCREEN)
    page = visitor.open(f"/presentatie?peildatum={DAY}&vergadering={CVB}&regio=Holland+Rijnland&regio=Midden-Holland")
    before = visitor.header()
    page.keyboard.press("Enter")
    visitor.page.wait_for_url("**tonen=true**")
    visitor.settle()
    sidebar = "() => document.querySelector('[data-testid=stSidebar]')?.getBoundingClientRect().right ?? 0"
    assert page.evaluate(sidebar) <= 0
    expect(page.get_by_test_id("stHeader")).not_to_be_visible()
    size = page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
    assert size >= 36  # big type: in the usual size a title is 28 pixels
    names = [SCENES[key].name for key in MEETINGS["cvb"].scenes]
    seen = [step(visitor)]
    for position in range(2, len(names) + 1):
        page.keyboard.press("ArrowRight")
        page.get_by_text(f"{position} van {len(names)}", exact=True).wait_for()
        visitor.settle()
        seen.append(step(visitor))
        wide = page.evaluate(
            "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth }"
        )
        assert wide <= 0, seen[-1]
    assert seen == names
    page.keyboard.press("ArrowLeft")
    page.get_by_text(f"{len(names) - 1} van {len(names)}", exact=True).wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Presentatie").wait_for()
    visitor.settle()
    assert visitor.header() == before
    expect(page.get_by_test_id("stHeader")).to_be_visible()
    assert "tonen" not in page.url
    assert not visitor.failures


@pytest.mark.parametrize("key", ["gemeentekaart", "ingredienten_plaats", "netwerk"])
def test_a_chart_is_whole_above_the_bar_and_as_large_as_the_screen(visit, key):
    visitor = visit(size=LAPTOP)
    link = f"/presentatie?peildatum={DAY}&vergadering={quote('Heel het netwerk')}&tonen=true&beeld="
    page = visitor.open(link + quote(SCENES[key].name))
    for size in (LAPTOP, SCREEN, (2560, 1440)):
        visitor.resize(size)
        visitor.settle()  # once more: it was drawn for another screen until this one told how high it is
        bar = page.get_by_role("button", name="Volgende").bounding_box()["y"]
        for chart in page.locator(".js-plotly-plot").all():
            box = chart.bounding_box()
            assert box["y"] + box["height"] <= bar, size
        type_size = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert type_size == pytest.approx(24 * size[1] / 1080, rel=0.05)


def test_each_step_is_an_address_that_opens_it_elsewhere(visit):
    link = f"/presentatie?peildatum={DAY}&vergadering={CVB}&tonen=true&beeld={quote(SCENES['themas'].name)}"
    visitor = visit(size=SCREEN)
    page = visitor.open(link)
    assert page.get_by_role("heading", name=re.compile("Activiteiten per thema")).is_visible()
    assert step(visitor) == SCENES["themas"].name


def test_an_unattended_screen_goes_on_by_itself_and_shows_the_register_as_it_is(visit, tmp_path, write_workbook):
    register = tmp_path / "register.xlsx"
    shutil.copy(SAMPLE, register)
    wait = quote("Elke 10 seconden")
    with serve(register) as address:
        visitor = visit(size=SCREEN, at=address)
        page = visitor.open(
            f"/presentatie?alles=true&tonen=true&wissel={wait}&beelden=Titel&beelden=Kerncijfers&beeld=Kerncijfers"
        )
        figure = page.get_by_test_id("stMetricValue").first
        assert figure.inner_text() == "123"
        write_workbook(register, TEN_ROWS)
        page.get_by_text("1 van 2", exact=True).wait_for()
        page.get_by_text("2 van 2", exact=True).wait_for()
        visitor.settle()
        assert page.get_by_test_id("stMetricValue").first.inner_text() == "10"


def test_who_clicks_in_a_chart_is_brought_to_its_rows(visit):
    visitor = visit(size=SCREEN, moving=True)
    beeld = quote(SCENES["ingredienten"].name)
    page = visitor.open(f"/presentatie?peildatum={DAY}&tonen=true&beeld={beeld}")
    bar = page.locator(".js-plotly-plot .point path").nth(2)
    bar.wait_for()
    visitor.settle()
    box = bar.bounding_box()
    page.mouse.click(box["x"] + 20, box["y"] + box["height"] / 2)
    rows = page.locator(".st-key-rijen")
    expect(rows.get_by_role("heading")).to_be_in_viewport()
    free = "() => document.querySelector('[data-testid=stBottom]').getBoundingClientRect().top"
    page.wait_for_function(f"({free})() >= document.querySelector('.st-key-rijen').getBoundingClientRect().bottom - 1")
    page.keyboard.press("ArrowRight")  # the next view is seen from its top
    page.get_by_role("heading", name=SCENES["ingredienten_plaats"].name, level=1).wait_for()
    visitor.settle()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTop") == 0
    assert not visitor.failures


def test_the_buttons_of_the_row_have_names(visit):
    page = visit().open(f"/presentatie?peildatum={DAY}")
    for name in (SCENES["titel"].name, SCENES["regiokaart"].name):
        for what in ("eerder", "later", "weglaten"):
            expect(page.get_by_role("button", name=f"{name} {what}", exact=True)).to_be_visible()
    assert page.get_by_role("button", name=re.compile("icon$|arrow_")).count() == 0
