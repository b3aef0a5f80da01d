"""Register as only a browser shows it: typing, a click on a row, Back, a link that opens the same elsewhere."""

from __future__ import annotations

import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import LAPTOP, PHONE, Visitor

DAY = "peildatum=2026-11-23"


def title(page) -> str:
    return page.locator("h2").last.inner_text()


def click_row(visitor: Visitor, number: int, across: int = 100) -> None:
    """Click in the row *number* (from 0) of the last table."""
    visitor.point(visitor.page.locator("[data-testid=stDataFrame]").last, across, 36 * number + 54)


def test_the_list_shrinks_while_typing(visit):
    visitor = visit()
    page = visitor.open(f"/register?{DAY}")
    whole = title(page)
    box = page.get_by_role("searchbox")
    box.click()
    box.press_sequentially("zorg", delay=40)  # no Enter, and the field keeps the focus
    expect(page.locator("h2").last).to_have_text(re.compile(r"^\d+ van de \d+ activiteiten$"))
    first = int(title(page).split()[0])
    box.press_sequentially(" gouda", delay=40)
    expect(page.locator("h2").last).not_to_have_text(re.compile(rf"^{first} van"))
    assert 0 < int(title(page).split()[0]) < first
    expect(box).to_be_focused()
    visitor.settle()
    assert "zoek=zorg+gouda" in page.url
    page.get_by_role("button", name="Wissen").click()
    expect(page.locator("h2").last).to_have_text(whole)
    assert "zoek" not in page.url


def test_the_numbers_above_the_page_open_their_rows_there_too(visit):
    visitor = visit()
    page = visitor.open(f"/register?{DAY}&regio=Holland+Rijnland&zoek=zorg&activiteit=A-005")
    page.get_by_role("button", name="Cijfers").click()
    page.get_by_role("button", name="123 activiteiten: in het hele register").click()
    expect(page.locator("h2").last).to_have_text("123 activiteiten: in het hele register")
    expect(page.get_by_text("28 activiteiten: Zuid-Holland Centraal")).not_to_be_visible()
    visitor.settle()
    assert "bewijs=basis%3Aregister" in page.url
    assert "zoek" not in page.url
    page.reload()
    expect(page.locator("h2").last).to_have_text("123 activiteiten: in het hele register")


def test_a_row_opens_its_card_and_back_returns(visit):
    visitor = visit()
    page = visitor.open(f"/register?{DAY}&zoek=wijkleercentrum")
    listed = title(page)
    click_row(visitor, 0)
    expect(page.locator("h2").last).to_have_text("Wijkleercentrum De Open Keuken")
    assert "activiteit=A-001" in page.url
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator("h2").last).not_to_have_text("Wijkleercentrum De Open Keuken")
    page.go_back()
    expect(page.locator("h2").last).to_have_text("Wijkleercentrum De Open Keuken")
    page.go_back()
    expect(page.locator("h2").last).to_have_text(listed)
    expect(page.get_by_role("searchbox")).to_have_value("wijkleercentrum")
    page.go_forward()
    expect(page.locator("h2").last).to_have_text("Wijkleercentrum De Open Keuken")
    page.reload()
    visitor.settle()
    expect(page.locator("h2").last).to_have_text("Wijkleercentrum De Open Keuken")
    page.get_by_role("button", name="Terug naar de lijst").click()
    expect(page.locator("h2").last).to_have_text(listed)
    for across in (100, 420):  # the same cell again, and another in the same row
        click_row(visitor, 0, across)
        expect(page.locator("h2").last).to_have_text("Wijkleercentrum De Open Keuken")
        page.go_back()
        expect(page.locator("h2").last).to_have_text(listed)
    assert not visitor.failures


def test_from_card_to_card_and_back(visit):
    visitor = visit()
    page = visitor.open(f"/register?{DAY}&bewijs=telt:partners&partner=P-003")
    expect(page.locator("h2").last).to_have_text("Gemeente Gouda")
    page.get_by_role("button", name="CIV Bouwen op slappe bodem").click()
    expect(page.locator("h2").last).to_have_text("CIV Bouwen op slappe bodem")
    page.go_back()
    expect(page.locator("h2").last).to_have_text("Gemeente Gouda")


def test_a_copied_link_opens_the_same_for_someone_else(visit):
    asked = f"/register?{DAY}&regio=Holland+Rijnland&bewijs=thema:zorg&zoek=leiden&sorteer=Start&richting=Aflopend"
    visitor = visit()
    page = visitor.open(asked)
    listed = title(page)
    assert listed.endswith("activiteiten: thema zorg")
    page.get_by_role("button", name="Deel").click()
    link = page.locator("[data-testid=stPopoverBody] code").inner_text()
    other = visit()
    copy = other.open(link.removeprefix(other.address))
    assert title(copy) == listed
    expect(copy.get_by_role("searchbox")).to_have_value("leiden")
    click_row(other, 0)
    expect(copy.locator("h2").last).not_to_have_text(listed)
    opened = title(copy)
    copy.get_by_role("button", name="Deel").click()
    link = copy.locator("[data-testid=stPopoverBody] code").inner_text()
    third = visit()
    assert title(third.open(link.removeprefix(third.address))) == opened


def test_what_is_listed_is_downloaded_without_contacts_and_its_cards_open_with_the_keyboard_alone(visit, tmp_path):
    visitor = visit()
    page = visitor.open(f"/register?{DAY}&zoek=wijkleercentrum")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als Excel").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    with zipfile.ZipFile(path) as archive:
        xml = "".join(archive.read(part).decode() for part in archive.namelist() if part.endswith(".xml"))
    assert "Wijkleercentrum De Open Keuken" in xml
    assert "Gezocht naar" in xml
    assert "@" not in xml
    assert not {"Contactpersoon", "E-mail"} & set(re.findall(r"<t[^>]*>([^<]*)</t>", xml))
    for _ in range(2):  # and once more, after the way back
        page.get_by_role("combobox", name="Open een activiteit").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("h2").last).to_have_text("Wijkleercentrum De Open Keuken")
        page.get_by_role("button", name="Terug naar de lijst").press("Enter")
        expect(page.locator("h2").last).to_have_text(re.compile("activiteiten$"))


def test_on_another_page_a_row_opens_below_its_table(visit):
    visitor = visit()
    page = visitor.open(f"/themas?{DAY}&kies_thema=Zorg")
    page.mouse.wheel(0, 4000)
    click_row(visitor, 1)
    link = page.get_by_role("link", name="Open op de pagina Register")
    expect(link).to_have_count(1)
    # The heading of the card that the link belongs to: other parts of the page come after it.
    opened = link.locator("xpath=preceding::h2[1]").inner_text()
    assert not opened.startswith("Zorg:")
    page.get_by_test_id("stMainBlockContainer").get_by_role("button", name="Deel").click()
    shared = page.get_by_test_id("stCode").inner_text()
    other = visit()
    copy = other.open(shared.removeprefix(other.address))
    expect(copy.get_by_role("heading", name=opened, exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    link.click()
    expect(page.locator("h1")).to_have_text("Register")
    visitor.settle()
    assert title(page) == opened


def test_a_click_in_a_table_of_figures_leads_to_the_rows(visit):
    visitor = visit()
    page = visitor.open(f"/kaart?{DAY}&niveau=Regio")
    page.locator(".st-key-kaart_tabel").get_by_role("button", name="Cijfers").click()
    visitor.point(page.locator("[data-testid=stPopoverBody] [data-testid=stDataFrame]"), 130, 54)
    link = page.get_by_role("link", name=re.compile(r"Bekijk de \d+ partners: Holland Rijnland"))
    link.click()
    expect(page.locator("h1")).to_have_text("Register")
    visitor.settle()
    assert re.fullmatch(r"\d+ partners: Holland Rijnland", title(page))


@pytest.mark.parametrize(
    "path", ["/register?zoek=zorg", "/register?activiteit=A-005", "/register?bewijs=telt:partners&partner=P-001"]
)
def test_lists_and_cards_fit_the_screen(visit, path):
    visitor = visit(PHONE)
    visitor.open(path)
    for size in (PHONE, LAPTOP):
        visitor.resize(size)
        assert max(visitor.overflow()) <= 0, size
