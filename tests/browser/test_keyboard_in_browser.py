"""Every task with the keyboard alone: from the top of a page, with Tab, arrows, Enter and the space bar."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from lrn.register.load import SAMPLE
from tests.browser.conftest import LAPTOP, Visitor

DAY = "peildatum=2026-11-23"
# What has the focus, by its name; and all by which that can show: outline, shadow, border and ground.
FOCUSED = """() => {
    const element = document.activeElement
    const name = element.getAttribute('aria-label') || (element.tagName !== 'MAIN' && element.innerText)
        || [...element.querySelectorAll('img')].map(image => image.alt).join()
    return {name: name.trim(), tag: element.tagName}
}"""
LOOKS = """element => {
    const up = [element]
    for (let x = element.parentElement; x && up.length < 6; x = x.parentElement) up.push(x)
    up.push(...(element.closest('label')?.querySelectorAll('*') ?? []))
    return up.map(x => { const s = getComputedStyle(x); return [s.outline, s.boxShadow, s.borderColor, s.backgroundColor] + '' })
}"""


def tab_to(page: Page, name: str, most: int = 80) -> None:
    """Press Tab until what has the focus is called *name* (its beginning)."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED)["name"]:
            return
    raise AssertionError(f"Tab does not come to “{name}” in {most} steps")


def press(visitor: Visitor, *keys: str) -> None:
    for key in keys:
        visitor.page.keyboard.press(key)
    visitor.settle()


def test_the_first_tab_skips_the_menu(visit):
    visitor = visit()
    page = visitor.open(f"/kaart?{DAY}")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stMain")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').contains(document.activeElement)")


def test_tab_follows_the_page(visit):
    page = visit(LAPTOP).open(f"/themas?{DAY}")
    names = []
    for _ in range(60):
        page.keyboard.press("Tab")
        names.append(page.evaluate(FOCUSED)["name"])
    order = ["Naar de inhoud", "Overzicht", "Peildatum", "Deel of neem mee", "Kwartaal", "Activiteiten per thema"]
    places = [next(i for i, name in enumerate(names) if wanted in name) for wanted in order]
    assert places == sorted(places)


def test_what_has_the_focus_shows_it(visit):
    page = visit(LAPTOP).open(f"/themas?{DAY}")
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        here = page.evaluate_handle("() => document.activeElement").as_element()
        name, with_focus = page.evaluate(FOCUSED)["name"], here.evaluate(LOOKS)
        here.evaluate("element => element.blur()")
        if here.evaluate(LOOKS) == with_focus:
            unseen.append(name)
        here.evaluate("element => element.focus()")
    assert unseen == []


def test_a_filter_is_chosen_and_another_page_opened(visit):
    visitor = visit()
    page = visitor.open(f"/?{DAY}")
    tab_to(page, "Regio")
    page.keyboard.type("midden")
    expect(page.get_by_role("option", name="Midden-Holland")).to_be_visible()
    press(visitor, "ArrowDown", "Enter")
    assert "Midden-Holland" in visitor.header()
    press(visitor, "Escape")
    page.evaluate("() => document.activeElement.blur()")
    page.get_by_role("link", name="Naar de inhoud").focus()
    tab_to(page, "Kaart")
    press(visitor, "Enter")
    expect(page.locator("h1")).to_have_text("Kaart")
    assert "Midden-Holland" in visitor.header()


def test_the_figures_of_a_chart_open_and_close_and_the_focus_comes_back(visit):
    visitor = visit()
    page = visitor.open(f"/ingredienten?{DAY}")
    tab_to(page, "Wat betekenen ze?")
    tab_to(page, "Cijfers")
    press(visitor, "Enter")
    expect(page.get_by_test_id("stPopoverBody").get_by_test_id("stDataFrame")).to_be_visible()
    press(visitor, "Escape")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    assert "Cijfers" in page.evaluate(FOCUSED)["name"]


def test_a_card_is_opened_and_left_and_the_list_taken_along(visit):
    visitor = visit()
    page = visitor.open(f"/register?{DAY}&zoek=wijkleercentrum")
    tab_to(page, "Open een activiteit")
    press(visitor, "ArrowDown", "Enter")
    expect(page.locator("h2").last).to_have_text("Wijkleercentrum De Open Keuken")
    page.get_by_role("link", name="Naar de inhoud").focus()
    tab_to(page, "Terug naar de lijst")
    press(visitor, "Enter")
    page.get_by_role("link", name="Naar de inhoud").focus()
    tab_to(page, "Download als Excel")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".xlsx")


def test_a_proposal_is_taken_along_set_aside_and_let_go(visit):
    visitor = visit(LAPTOP)
    page = visitor.open(f"/netwerk?{DAY}&kijk=Ontbrekende+lijnen")
    main = page.get_by_test_id("stMain")
    tab_to(page, "Meenemen")
    press(visitor, "Space")
    expect(main).to_contain_text("1 van de 50 voorstellen hieronder meegenomen")
    assert page.evaluate(FOCUSED)["name"] == "Meenemen"  # the focus stays where it was
    press(visitor, "Space")
    expect(main).to_contain_text("Nog geen voorstel meegenomen.")
    press(visitor, "ArrowRight", "Space")
    expect(main).to_contain_text("1 staat op ‘Niet nu’.")
    press(visitor, "Space")
    expect(main).not_to_contain_text("staat op ‘Niet nu’")


def test_a_workbook_is_brought(visit):
    visitor = visit()
    page = visitor.open("/gegevens")
    # Asked for long before the key: on a busy machine Chromium may take a key sooner than that it is to tell of a box,
    # and opens one that nobody sees.
    with page.expect_file_chooser(timeout=90_000) as chooser:
        tab_to(page, "Upload")
        visitor.settle()
        expect(page.get_by_role("button", name="Upload")).to_be_focused()
        page.keyboard.press("Enter")
    chooser.value.set_files(SAMPLE)
    expect(page.get_by_text("Proefweergave").first).to_be_visible()
    visitor.settle()
    page.get_by_role("link", name="Naar de inhoud").focus()
    tab_to(page, "Terug naar het register")
    press(visitor, "Space")
    expect(page.get_by_text("Proefweergave")).to_have_count(0)


def test_the_stage_is_entered_and_left_and_enter_elsewhere_does_not_start_it(visit):
    visitor = visit()
    page = visitor.open(f"/presentatie?{DAY}")
    page.get_by_role("button", name="Titel later").focus()
    press(visitor, "Enter")
    press(visitor, "Enter")
    expect(page.get_by_text("3. Titel", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Titel later")).to_be_focused()  # it goes along with what it moves
    page.get_by_role("button", name="Kerncijfers weglaten").focus()
    press(visitor, "Enter")
    expect(page.get_by_role("button", name="Titel weglaten")).to_be_focused()  # and on to the next when that is gone
    page.get_by_role("link", name="Naar de inhoud").focus()
    tab_to(page, "Deel of neem mee")
    press(visitor, "Enter")
    expect(page.get_by_test_id("stPopoverBody")).to_be_visible()
    assert "tonen" not in page.url
    press(visitor, "Escape")
    tab_to(page, "Start")
    press(visitor, "Enter")
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()
    assert "tonen=true" in page.url
    press(visitor, "ArrowRight")
    expect(page.get_by_text(re.compile("^2 van ")).first).to_be_visible()
    press(visitor, "Escape")
    expect(page.locator("h1")).to_have_text("Presentatie")


def test_who_asked_for_less_motion_sees_none(visit):
    moving = """() => [...document.querySelectorAll('*')].filter(element => {
        const look = getComputedStyle(element)
        return parseFloat(look.transitionDuration) > 0.01 || parseFloat(look.animationDuration) > 0.01
    }).map(element => element.outerHTML.slice(0, 80))"""
    calm, other = visit(), visit(moving=True)
    assert calm.open(f"/?{DAY}").evaluate(moving) == []
    assert other.open(f"/?{DAY}").evaluate(moving)
