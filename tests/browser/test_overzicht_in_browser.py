"""Overzicht: a click in a chart opens its rows in a drawer; so does a choice with the keyboard; Escape closes it."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE
from tests.browser.test_pages_in_browser import DAY, area_centre, click_mark


def drawer(page, name: str):
    return page.get_by_role("dialog").get_by_text(re.compile(rf"^{name}: \d+ activiteit"))


def test_a_click_in_any_chart_opens_its_rows_in_a_drawer_and_the_same_area_again(visit):
    visitor = visit()
    page = visitor.open(f"/?{DAY}")
    for click, name, value in (
        *[(lambda: page.mouse.click(*area_centre(page, "AM20")), "Midden-Holland", "Midden-Holland")] * 3,
        (lambda: click_mark(page, "ingredienten", ".bars .point path", 5), "6. Leren", "6. Leren"),
        (lambda: click_mark(page, "themas", ".bars .point path", 5), "Zorg", "Zorg"),
    ):
        click()
        expect(drawer(page, name)).to_be_visible()
        assert parse_qs(urlsplit(page.url).query)["bekijk"] == [value]
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        visitor.settle()
        assert "bekijk" not in page.url


def test_rows_are_opened_with_the_keyboard_alone(visit):
    visitor = visit()
    page = visitor.open(f"/?{DAY}")
    page.get_by_role("combobox", name=re.compile("Bekijk de activiteiten van")).focus()
    page.keyboard.type("Recre")
    page.keyboard.press("Enter")
    expect(drawer(page, "Recreatie")).to_be_visible()
    page.get_by_role("dialog").get_by_role("link", name="Naar Thema's").click()
    expect(page.locator("h1")).to_have_text("Thema's")
    expect(page.get_by_role("heading", name=re.compile(r"^Recreatie: \d+ activiteit"))).to_be_visible()
    visitor.settle()
    query = parse_qs(urlsplit(page.url).query)
    assert query["kies_thema"] == ["Recreatie"]
    assert query["peildatum"] == ["2026-11-23"]


def test_sentences_begin_on_the_first_screen_and_a_click_brings_rows_into_view_and_back_is_one_step(visit):
    visitor = visit(LAPTOP)
    page = visitor.open(f"/?{DAY}")
    box = page.get_by_role("button", name="Meer activiteiten dan een jaar eerder").bounding_box()
    assert box["y"] + box["height"] < LAPTOP[1]
    sentences = page.locator("[class*=st-key-naam-opvallend] button")
    assert sentences.count() == 5
    for sentence in sentences.all():
        sentence.click()
        rows = page.get_by_role("dialog").get_by_test_id("stDataFrame")
        expect(rows).to_be_visible()
        visitor.settle()
        box = rows.bounding_box()
        assert 0 <= box["y"] <= box["y"] + box["height"] <= LAPTOP[1]
        page.go_back()
        expect(page.get_by_role("dialog")).to_have_count(0)
        visitor.settle()
        assert parse_qs(urlsplit(page.url).query) == {"peildatum": ["2026-11-23"]}


def test_a_figure_in_a_sentence_opens_its_rows_and_leads_on(visit):
    visitor = visit()
    page = visitor.open(f"/?{DAY}")
    page.get_by_role("button", name="Kans: onderwijs in Woerden").click()
    drawer = page.get_by_role("dialog")
    drawer.get_by_role("radio", name="4 verbindingslijnen").click()
    expect(drawer.get_by_role("combobox", name="Open een verbindingslijn")).to_be_visible()
    drawer.get_by_role("link", name="Naar Thema's").click()
    expect(page.locator("h1")).to_have_text("Thema's")
    visitor.settle()
    query = parse_qs(urlsplit(page.url).query)
    assert (query["kies_thema"], query["kies_plaats"]) == (["Onderwijs"], ["Woerden (Midden-Utrecht)"])
    page.go_back()
    expect(page.get_by_role("dialog").get_by_text("Kans: onderwijs in Woerden")).to_be_visible()


def test_an_address_that_people_guess_opens_without_a_word_of_english(visit):
    visitor = visit()
    page = visitor.open(f"/overzicht?{DAY}&regio=Midden-Holland")
    expect(page.locator("h1")).to_have_text("Overzicht")
    assert "18 van de 123 activiteiten" in visitor.header()
    expect(page.get_by_role("dialog")).to_have_count(0)
    visitor.open(f"/kaarten?{DAY}&regio=Midden-Holland")
    expect(page.locator("h1")).to_have_text("Deze pagina is er niet")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("link", name="Bedoelt u Kaart?").click()
    expect(page.locator("h1")).to_have_text("Kaart")
    assert "18 van de 123 activiteiten" in visitor.header()


def test_a_drawer_fits_a_phone(visit):
    visitor = visit(PHONE)
    page = visitor.open(f"/?{DAY}&bekijk=Zorg")
    assert max(visitor.overflow()) <= 0
    box = page.get_by_role("dialog").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE[0]


def test_a_click_on_a_quarter_shows_what_was_active_then(visit):
    visitor = visit()
    page = visitor.open(f"/themas?{DAY}")
    click_mark(page, "verloop", ".barlayer .trace:nth-child(1) .point path", 0)
    expect(page.get_by_role("heading", name="Alle activiteiten, 2024 K1, actief: 37 activiteiten")).to_be_visible()
    visitor.settle()
    click_mark(page, "verloop", ".barlayer .trace:nth-child(2) .point path", 0)
    ended = "Alle activiteiten, 2024 K1, actief, op de peildatum voorbij: 4 activiteiten"
    expect(page.get_by_role("heading", name=ended)).to_be_visible()
    visitor.settle()
    address = page.url
    second = visit()
    second.page.goto(address)
    expect(second.page.get_by_role("heading", name=ended)).to_be_visible()


def test_squares_of_a_matrix_stand_apart_on_a_phone(visit):
    visitor = visit(PHONE)
    page = visitor.open(f"/themas?{DAY}")
    assert max(visitor.overflow()) <= 0
    for key in ("thema_matrix", "college_matrix"):
        page.locator(f".st-key-{key}").scroll_into_view_if_needed()  # which draws it
        page.locator(f".st-key-{key} .scatterlayer path.point").first.wait_for()
        boxes = page.eval_on_selector_all(
            f".st-key-{key} .scatterlayer path.point",
            "all => all.map(e => { const r = e.getBoundingClientRect(); return [r.left, r.right, Math.round(r.top)]; })",
        )
        first_row = sorted((left, right) for left, right, top in boxes if top == boxes[0][2])
        assert len(first_row) >= 7
        assert all(right <= left + 1 for (_, right), (left, _) in pairwise(first_row)), key
