"""What only a browser shows of Gegevens: dropping a workbook, taking files along, links, and a narrow screen."""

from __future__ import annotations

import os
import re
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from playwright.sync_api import expect

from lrn.register.load import SAMPLE, load
from tests.browser.conftest import PHONE, serve

PARTS = ("Stand", "Koppelen", "Bevindingen", "Te actualiseren", "Door de tijd")


def drop(visitor, path):
    visitor.page.locator("input[type=file]").first.set_input_files(path)
    visitor.settle()


def take(page, name, tmp_path):
    """Click the button called *name* and return the file that comes."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).first.click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path


@pytest.fixture
def brought(tmp_path, write_workbook):
    rows = [["ID", "Naam", "Gemeente"], ["B1", "Een", "Zoetermeeer"], ["B2", "Twee", "Gouda"], ["", "Drie", "Gouda"]]
    return write_workbook(tmp_path / "ons register.xlsx", {"Activiteiten": rows})


def test_a_workbook_is_dropped_looked_at_on_all_pages_and_let_go(visit, brought):
    visitor = visit()
    page = visitor.open("/gegevens")
    drop(visitor, brought)
    for name in ("Overzicht", "Kaart", "Gegevens"):
        page.locator("[data-testid=stSidebarNav]").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_have_text(name)
        expect(page.get_by_text("Proefweergave")).to_be_visible()
        expect(page.get_by_text("2 activiteiten in het register")).to_be_visible()
    page.get_by_role("button", name="Terug naar het register").click()
    expect(page.get_by_text("123 activiteiten in het register")).to_be_visible()
    expect(page.get_by_text("Proefweergave")).to_have_count(0)


def test_the_workbook_comes_back_marked_with_a_list_of_what_to_mend(visit, brought, tmp_path):
    visitor = visit()
    page = visitor.open("/gegevens")
    drop(visitor, brought)
    page.get_by_role("button", name="Maak de gemerkte werkmap").click()
    visitor.settle()
    marked = take(page, "Download de gemerkte werkmap", tmp_path)
    assert marked.name == "ons register - te verbeteren.xlsx"
    book = openpyxl.load_workbook(marked)
    assert "Zoetermeer" in book["Activiteiten"]["C2"].comment.text
    assert book["Activiteiten"]["A4"].comment is not None
    listed = [row[2] for row in book["Te verbeteren"].iter_rows(min_row=2, values_only=True)]
    assert [cell.rsplit("!", 1)[-1] for cell in listed] == ["A4", "C2"]


def test_a_file_that_is_no_workbook_gives_a_sentence_and_harms_nobody(visit, tmp_path):
    visitor = visit()
    page = visitor.open("/gegevens")
    broken = tmp_path / "register.xlsx"
    broken.write_bytes(b"PK\x03\x04" + os.urandom(500))
    drop(visitor, broken)
    expect(page.get_by_text("“register.xlsx” kan niet worden gelezen")).to_be_visible()
    expect(page.get_by_text("123 activiteiten in het register")).to_be_visible()
    assert "Traceback" not in page.content()
    assert not visitor.failures


def test_the_template_that_is_downloaded_reads_without_findings(visit, tmp_path):
    page = visit().open("/gegevens")
    register = load(take(page, "Download het sjabloon", tmp_path))
    assert (register.findings, len(register.activiteiten)) == ((), 0)


def test_the_findings_are_taken_along_as_chosen_and_not_by_streamlits_own_download(visit, tmp_path):
    page = visit().open("/gegevens?onderdeel=Bevindingen&gewicht=Fouten")
    page.get_by_test_id("stDataFrame").first.hover()
    expect(page.get_by_role("button", name="Zoeken: Bevindingen")).to_be_attached()
    expect(page.get_by_role("button", name=re.compile("^Download(?! als| het)"))).to_have_count(0)
    path = take(page, "Download als Excel", tmp_path)
    assert re.fullmatch(r"bevindingen - \d{4}-\d{2}-\d{2}\.xlsx", path.name)
    rows = list(openpyxl.load_workbook(path)["Bevindingen"].iter_rows(min_row=2, values_only=True))
    fouten = [finding.cell for finding in load(SAMPLE).findings if finding.severity == "fout"]
    assert [row[0] for row in rows] == fouten
    text = take(page, "Download als csv", tmp_path).read_bytes().decode("utf-8-sig")
    assert text.splitlines()[0].startswith("Cel;Soort;")


def test_the_link_above_a_page_leads_to_the_findings(visit):
    visitor = visit()
    page = visitor.open("/kaart?regio=Midden-Holland&peildatum=2026-06-01")
    page.get_by_role("link", name="3 rijen tellen niet mee").click()
    expect(page.locator("h1")).to_have_text("Gegevens")
    expect(page.get_by_role("heading", name=re.compile(r"^Bevindingen: \d+"))).to_be_visible()
    visitor.settle()
    assert parse_qs(urlsplit(page.url).query) == {
        "onderdeel": ["Bevindingen"],
        "regio": ["Midden-Holland"],
        "peildatum": ["2026-06-01"],
    }


def test_no_part_scrolls_sideways_on_a_phone(visit):
    visitor = visit(PHONE)
    page = visitor.open("/gegevens")
    for part in PARTS:
        page.get_by_text(part, exact=True).first.click()
        visitor.settle()
        expect(page.get_by_role("radio", name=part)).to_be_checked()
        assert max(visitor.overflow()) <= 0, part


def test_a_choice_of_two_states_is_in_the_link(visit):
    first = visit()
    page = first.open("/gegevens?onderdeel=Door+de+tijd&peildatum=2026-06-01&van_dag=2025-01-15&cijfers=Per+thema")
    shown = page.get_by_text(re.compile("^Van register.xlsx van")).inner_text()
    assert "peildatum 15 januari 2025" in shown
    second = visit()
    second.page.goto(page.url)
    second.settle()
    assert second.page.get_by_text(re.compile("^Van register.xlsx van")).inner_text() == shown


def test_a_register_that_is_saved_while_people_look_is_shown_at_the_next_click(visit, tmp_path, write_workbook):
    def save(amount):
        rows = [["ID", "Naam"], *([f"A{n}", f"Lab {n}"] for n in range(amount))]
        os.replace(write_workbook(tmp_path / "nieuw.xlsx", {"Activiteiten": rows}), tmp_path / "register.xlsx")

    save(3)
    with serve(tmp_path / "register.xlsx") as address:
        page = visit(at=address).open("/gegevens")
        expect(page.get_by_text("3 activiteiten in het register")).to_be_visible()
        save(5)
        page.get_by_text("Te actualiseren", exact=True).click()
        expect(page.get_by_text("5 activiteiten in het register")).to_be_visible()
        (tmp_path / "register.xlsx").write_bytes((tmp_path / "register.xlsx").read_bytes()[:-200])
        page.get_by_text("Stand", exact=True).click()
        expect(page.get_by_text("U ziet de stand van")).to_be_visible()
        expect(page.get_by_text("5 activiteiten in het register")).to_be_visible()


# ── A workbook of one's own ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def own(tmp_path, write_workbook):
    """Headings and words of one's own: IDs are made, "Wat" is the name, and "klaar" is proposed to be afgerond."""
    rows = [
        ["Wat", "Gemeente", "Status"],
        ["Zorglab", "Leiden", "klaar"],
        ["Waterlab", "Gouda", "actief"],
        ["Taalmaatjes", "Woerden", "klaar"],
    ]
    return write_workbook(tmp_path / "eigen.xlsx", {"Blad1": rows})


def test_from_a_strange_workbook_to_figures_that_stay_when_the_page_is_loaded_anew(visit, own):
    visitor = visit()
    page = visitor.open("/gegevens")
    page.locator("input[type=file]").first.set_input_files(own)
    expect(page.get_by_text("3 van de 3 rijen tellen mee")).to_be_visible()
    page.get_by_role("radio", name="Waarden").click()
    page.get_by_role("button", name="Ja: Afgerond").click()
    expect(page.get_by_text("Uw laatste keuze")).to_be_visible()
    expect(page.get_by_text("1 van de 3 activiteiten in het register")).to_be_visible()
    page.reload()  # F5
    expect(page.get_by_text("Proefweergave")).to_be_visible()
    expect(page.get_by_text("1 van de 3 activiteiten in het register")).to_be_visible()
    visitor.open("/kaart")  # a typed address
    expect(page.get_by_text("Proefweergave")).to_be_visible()
    other = visit().open("/kaart")
    expect(other.get_by_text("123 activiteiten in het register")).to_be_visible()
    expect(other.get_by_text("Proefweergave")).to_have_count(0)
    page.get_by_role("button", name="Terug naar het register").click()
    expect(page.get_by_text("123 activiteiten in het register")).to_be_visible()
    expect(page.get_by_text("Proefweergave")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("123 activiteiten in het register")).to_be_visible()
    expect(page.get_by_text("Proefweergave")).to_have_count(0)
    assert not visitor.failures


def test_what_is_no_workbook_or_too_large_is_refused_in_dutch_and_in_view(visit, tmp_path):
    page = visit().open("/gegevens")
    letter, large = tmp_path / "brief.docx", tmp_path / "groot.xlsx"
    letter.write_text("Geachte heer, mevrouw", encoding="utf-8")
    large.write_bytes(bytes(26 * 1024**2))
    for path, told in ((letter, "is geen Excel- of ODS-werkmap"), (large, "mag hier hooguit 25 MB zijn")):
        page.locator("input[type=file]").first.set_input_files(path)
        expect(page.get_by_role("alert").get_by_text(told)).to_be_in_viewport()
    expect(page.get_by_text(re.compile("per file|not allowed|or smaller"))).not_to_be_visible()
