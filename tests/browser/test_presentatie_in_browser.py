"""The meeting room, as only a browser shows it: by keyboard alone, each step an address, and unattended."""

from __future__ import annotations

import re
import shutil
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from lrn import vocabulary as v
from lrn.register.load import SAMPLE
from lrn.ui.presentatie.keys import KEYS
from lrn.views.meetings import MEETINGS, SCENES
from tests.browser.conftest import LAPTOP, SCREEN, serve
from tests.conftest import TEN_ROWS

DAY = "2026-11-23"
CVB = quote("College van Bestuur")


AUDIENCE = (".st-key-publiek", ".st-key-balk_publiek")
CHOOSING = (*(f"[data-testid={each}]" for each in ("stSelectbox", "stPopover", "stExpander")), "[aria-label^=Uitleg]")
OVER = "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollHeight - m.clientHeight }"


def step(visitor) -> str:
    asked = parse_qs(urlsplit(visitor.page.url).query)
    return asked.get("beeld", ["Titel"])[0]


def test_a_whole_deck_is_driven_by_keyboard_alone(visit):
    visitor = visit(size=SCREEN)
    page = visitor.open(f"/presentatie?peildatum={DAY}&vergadering={CVB}&regio=Holland+Rijnland&regio=Midden-Holland")
    before = visitor.header()
    page.keyboard.press("Shift+F5")
    visitor.page.wait_for_url("**tonen=true**")
    visitor.settle()
    sidebar = "() => document.querySelector('[data-testid=stSidebar]')?.getBoundingClientRect().right ?? 0"
    assert page.evaluate(sidebar) <= 0
    expect(page.get_by_test_id("stHeader")).not_to_be_visible()
    size = page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
    assert size >= 36  # big type: in the usual size a title is 28 pixels
    names = [SCENES[key].name for key in MEETINGS["cvb"].scenes]
    seen = [step(visitor)]
    choosing = page.locator(", ".join(f"{at} {each}" for at in AUDIENCE for each in CHOOSING))
    onward = [name for key in KEYS if key.does == "next" for name in key.pressed]
    for position in range(2, len(names) + 1):
        page.keyboard.press(onward[position % len(onward)])
        page.get_by_text(f"{position} van {len(names)}", exact=True).wait_for()
        visitor.settle()
        seen.append(step(visitor))
        assert not [box for box in choosing.all() if box.is_visible()], seen[-1]
        wide = page.evaluate(
            "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth }"
        )
        assert wide <= 0, seen[-1]
        assert page.evaluate(OVER) <= 0, seen[-1]
    assert seen == names
    for key, at in (("ArrowLeft", -1), ("Home", 0), ("End", -1), ("PageUp", -2)):
        page.keyboard.press(key)
        page.get_by_text(f"{at % len(names) + (key != 'ArrowLeft')} van {len(names)}", exact=True).wait_for()
    for key in ("b", "."):
        page.keyboard.press(key)
        expect(page.locator(".lrn-black")).to_be_visible()
        page.keyboard.press("Escape")  # brings it back, and does nothing else
        expect(page.locator(".lrn-black")).to_have_count(0)
    assert step(visitor) == names[-2]
    bar = "() => getComputedStyle(document.querySelector('[data-testid=stBottom]')).opacity"
    page.wait_for_function(f"{bar[6:]} === '0'")
    page.get_by_role("button", name="Volgende").focus()
    assert page.evaluate(bar) == "1"  # what is focused is never invisible
    page.evaluate("() => document.activeElement.blur()")
    page.mouse.move(500, 500)
    assert page.evaluate(bar) == "1"
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Presentatie").wait_for()
    visitor.settle()
    assert visitor.header() == before
    expect(page.get_by_test_id("stHeader")).to_be_visible()
    assert "tonen" not in page.url
    assert not visitor.failures


# Of what is written in a chart: its size, and what of it lies over each other; the middle of a map is its names.
WRITTEN = """() => {
  const seen = [...document.querySelectorAll(".st-key-publiek .js-plotly-plot text")].filter(
    (text) => text.textContent && getComputedStyle(text).visibility === "visible"
  )
  const boxes = [...document.querySelectorAll(".st-key-publiek .scattergeo :is(text, tspan.line)")]
    .filter((part) => part.textContent && getComputedStyle(part).visibility === "visible")
    .filter((part) => !part.parentElement.closest("text") || part.closest("text").style.visibility === "hidden")
    .map((part) => [part.textContent, part.getBoundingClientRect()])
  const over = boxes.flatMap(([one, a], at) => boxes.slice(at + 1)
    .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
    .map(([other]) => [one, other]))
  return {
    least: Math.min(...seen.map((text) => parseFloat(getComputedStyle(text).fontSize))),
    over,
    figures: boxes.filter(([text]) => /[0-9]$/.test(text)).length,
  }
}"""


def test_a_chart_is_whole_above_the_bar_and_as_large_as_the_screen(visit):
    visitor = visit(size=LAPTOP)
    row = ("gemeentekaart", "ingredienten_plaats", "netwerk", "plaatsen")
    asked = "".join(f"&beelden={quote(SCENES[key].name)}" for key in row)
    page = visitor.open(f"/presentatie?peildatum={DAY}&tonen=true{asked}")
    ours = [code for code in v.GEMEENTE if not v.is_context(code)]
    figures = {"Activiteiten per gemeente": len(ours), "Holland Rijnland": 12, "Zuid-Holland Centraal": 6}
    for size in (LAPTOP, SCREEN, (2560, 1440)):
        page.keyboard.press("Home")
        page.get_by_text(re.compile("^1 van ")).wait_for()
        visitor.resize(size)
        visitor.settle()  # once more: it was drawn for another screen until this one told how high it is
        for position in range(1, len(row) + 2):
            page.get_by_text(re.compile(f"^{position} van ")).wait_for()
            visitor.settle()
            title = page.get_by_role("heading", level=1).inner_text()
            bar = page.get_by_role("button", name="Volgende").bounding_box()["y"]
            for chart in page.locator(".st-key-publiek .js-plotly-plot").all():
                box = chart.bounding_box()
                assert box["y"] + box["height"] <= bar, (size, title)
            assert page.evaluate(OVER) <= 0, (size, title)
            written = page.evaluate(WRITTEN)
            assert written["least"] >= 18 * size[1] / 1080 * 0.97, (size, title)  # screens are drawn 20 pixels apart
            assert not written["over"], (size, title)
            assert written["figures"] >= figures.get(title, 0), (size, title)
            if position <= len(row):
                page.keyboard.press("PageDown")
        type_size = page.evaluate("() => parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert type_size == pytest.approx(24 * size[1] / 1080, rel=0.05)


def test_the_window_of_who_presents_and_the_audiences_screen_keep_in_step_and_another_show_does_not(visit):
    visitor = visit(size=SCREEN)
    link = f"/presentatie?peildatum={DAY}&vergadering={CVB}&tonen=true"
    page = visitor.open(link)
    names = [SCENES[key].name for key in MEETINGS["cvb"].scenes]
    second = page.context.new_page()  # a show of its own, in another tab of this browser
    second.goto(visitor.address + link)
    expect(second.get_by_text(f"1 van {len(names)}", exact=True)).to_be_visible()
    page.mouse.move(500, 500)
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Sprekersscherm").click()
    presenter = opened.value
    expect(presenter.get_by_text("Notities voor de spreker")).to_be_visible()
    expect(presenter.get_by_text("Hierna", exact=True)).to_be_visible()
    page.keyboard.press("PageDown")
    expect(presenter.get_by_text(f"2 van {len(names)}", exact=True)).to_be_visible()
    presenter.keyboard.press("End")
    expect(page.get_by_text(f"{len(names)} van {len(names)}", exact=True)).to_be_visible()
    presenter.keyboard.press("b")
    expect(page.locator(".lrn-black")).to_be_visible()
    presenter.keyboard.press("b")
    expect(page.locator(".lrn-black")).to_have_count(0)
    presenter.close()
    page.keyboard.press("Home")
    expect(page.get_by_text(f"1 van {len(names)}", exact=True)).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text(f"2 van {len(names)}", exact=True)).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Sprekersscherm").click()
    expect(opened.value.get_by_text(f"2 van {len(names)}", exact=True)).to_be_visible()
    opened.value.close()
    expect(second.get_by_text(f"1 van {len(names)}", exact=True)).to_be_visible()
    second.close()
    assert not visitor.failures


def test_each_step_is_an_address_that_opens_it_elsewhere(visit):
    link = f"/presentatie?peildatum={DAY}&vergadering={CVB}&tonen=true&beeld={quote(SCENES['themas'].name)}"
    visitor = visit(size=SCREEN)
    page = visitor.open(link)
    assert page.get_by_role("heading", name=re.compile("Activiteiten per thema")).is_visible()
    assert step(visitor) == SCENES["themas"].name


@pytest.mark.parametrize("seen", [False, True], ids=["unseen", "seen for a moment"])
def test_a_key_is_not_lost_when_the_window_changes_before_the_server_has_answered(visit, seen):
    visitor = visit(size=SCREEN, fresh=True)
    held = None

    def pass_on(socket):
        def back(message):
            socket.send(message) if held is None else held.append((socket, message))

        socket.connect_to_server().on_message(back)

    visitor.page.route_web_socket(re.compile("_stcore/stream"), pass_on)
    page = visitor.open(
        f"/presentatie?peildatum={DAY}&vergadering={CVB}&tonen=true&beeld={quote(SCENES['themas'].name)}"
    )
    held = []
    page.keyboard.press("Home")
    page.wait_for_timeout(2_500 if seen else 200)
    answered = len(held)
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    page.wait_for_timeout(800)  # it tells its height, and with that the view that was chosen before
    late, held = held, None
    for position, (socket, message) in enumerate(late):
        if seen and position == answered:
            page.wait_for_timeout(
                500
            )  # the view that was asked for stands there, until the answer to the height undoes it
        socket.send(message)
    expect(page.get_by_text(re.compile("^1 van "))).to_be_visible()
    assert not visitor.failures


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
