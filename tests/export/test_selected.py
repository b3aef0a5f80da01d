"""The workbook of a selection: its figures are those of ``cijfers``, its rows those of the selection, nothing personal."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from lrn import vocabulary as v
from lrn.export.selected import selection_workbook
from lrn.measures.network.kinds import lines_by_form, partners_by_kind
from lrn.measures.summary import figures
from lrn.measures.trend import per_quarter
from lrn.selection import Selection, apply
from lrn.views import charts
from tests.conftest import PEILDATUM, TEN_ROWS
from tests.network import network
from tests.tables import tables

MADE = datetime(2026, 10, 2, 9, 30)
NETWORK = "Arbeidsmarkttransities"
YEAR_AGO = PEILDATUM.replace(year=PEILDATUM.year - 1)
SELECTIONS = [
    Selection(peildatum=PEILDATUM),
    Selection(),
    Selection(regio=("AM19", "GM0632")),
    Selection(peildatum=PEILDATUM, thema=("zorg",), college=("Zorg en Welzijn",)),
    Selection(netwerkthema=True, gemeente=("GM0513", "GM0546")),
]


def book_of(register, selection, **options):
    content = selection_workbook(register, selection, made=MADE, **options)
    return content, openpyxl.load_workbook(io.BytesIO(content))


def rows(book, name):
    """The rows of a sheet as dicts by heading."""
    headings, *found = tables(book)[name]
    return [dict(zip(headings, row, strict=True)) for row in found]


@pytest.fixture(scope="module")
def large(build_register):
    return build_register(network(600), today=PEILDATUM)


@pytest.mark.parametrize("which", ["register", "large"])
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_the_figures_are_those_of_cijfers(request, which, selection):
    register = request.getfixturevalue(which)
    found, (_, book) = figures(register, selection), book_of(register, selection)
    active = found["activiteiten"]["actief"]
    key = {row["Maat"]: row["Waarde"] for row in rows(book, "Kerncijfers")}
    assert key["Activiteiten in deze selectie"] == active
    assert key["Activiteiten in het register"] == found["activiteiten"]["totaal"]
    assert key["Rijen die niet meetellen"] == found["activiteiten"]["uitgesloten"]
    assert key["Op het netwerkthema"] == found["netwerkthema"]["aantal"]
    assert key["Partners"] == len(apply(selection, register).partners)
    assert key["Verbindingslijnen"] == len(apply(selection, register).verbindingslijnen)
    shares = active >= 5  # of fewer no shares are given
    assert key["Aandeel op het netwerkthema"] == (pytest.approx(found["netwerkthema"]["aandeel"]) if shares else None)
    for sheet, part, label in (
        ("Per regio", "per_plaats", ("Regio", lambda row: row["naam"])),
        ("Per gemeente", "per_gemeente", ("CBS-code", lambda row: None if row["code"] == v.ELDERS else row["code"])),
        ("Per ingrediënt", "per_ingredient", ("Nr", lambda row: row["nr"])),
        (
            "Per thema",
            "per_thema",
            ("Thema", lambda row: v.THEMAS.label(row["thema"]) if row["thema"] != v.ONBEKEND else "Onbekend"),
        ),
    ):
        heading = label[0]
        told = [row for row in rows(book, sheet) if row.get("Activiteiten") != "niet gekozen"]
        if sheet == "Per thema":  # the netwerkthema is one of them
            network, *told = told
            assert (network["Thema"], network["Activiteiten"]) == (NETWORK, found["netwerkthema"]["aantal"])
        assert [(row[heading], row["Activiteiten"]) for row in told] == [
            (label[1](row), row["aantal"]) for row in found[part]
        ]
        if told and "Aandeel" in told[0]:
            wanted = [row["aandeel"] if shares else None for row in found[part]]
            assert [row["Aandeel"] for row in told] == pytest.approx(wanted)
    level = "gemeente" if selection.gemeente else "regio"
    names = {g.code: g.naam for g in v.GEMEENTEN} if selection.gemeente else v.PLAATS_NAMEN
    places = {code: name for code, name in names.items() if code in (selection.gemeente or selection.regio or names)}
    for sheet, part, name in (
        (f"Ingrediënt per {level}", "ingredient_x_plaats", lambda row: v.INGREDIENT[row["nr"]].label),
        (
            f"Thema per {level}",
            "thema_x_plaats",
            lambda row: v.THEMAS.label(row["thema"]) if row["thema"] != v.ONBEKEND else "Onbekend",
        ),
    ):
        table = {row[sheet.split()[0]]: row for row in rows(book, sheet)}
        table.pop(NETWORK, None)
        assert len(table) * len(places) == len(found[part])
        for row in found[part]:
            assert table[name(row)][places[row["code"] or "zonder"]] == row["aantal"]


def test_the_rows_are_those_of_the_selection_as_people_read_them(register):
    _, book = book_of(register, Selection(peildatum=PEILDATUM, regio=("AM19", "AM34")))
    assert book.sheetnames == ["Selectie", "Cijfers", "Activiteiten", "Partners", "Deelnames", "Verbindingslijnen"]
    first, second = rows(book, "Activiteiten")
    assert (first["ID"], first["Naam"], first["Gemeente"], first["Regio"]) == (
        "K01",
        "Zorglab Leiden",
        "Leiden",
        "Holland Rijnland",
    )
    assert first["Thema's"] == "Onderwijs; Zorg; Welzijn"
    assert first["Ingrediënten"] == "1. Uitdagingen; 2. Deelnemers; 3. Niveaus"
    assert first["Start"] == datetime(2024, 2, 1)
    assert first["Einde"] is None
    assert first["Netwerkthema"] == "ja"
    assert second["ID"] == "K02"
    assert {row["Naam"] for row in rows(book, "Partners")} == {"Stadsbestuur Leiden", "Zorgkoepel"}
    assert rows(book, "Deelnames")[0] == {
        "Activiteit": "K01",
        "Naam activiteit": "Zorglab Leiden",
        "Partner": "P1",
        "Naam partner": "Stadsbestuur Leiden",
        "Rol": "initiatiefnemer",
        "Meerwaarde": "kent de wijk",
        "Rij in de werkmap": "Deelnames, rij 2",
    }
    lines = rows(book, "Verbindingslijnen")
    assert [(row["Van"], row["Naar"]) for row in lines] == [
        ("Zorglab Leiden", "Wijkleercentrum Woerden"),
        ("Leiden", "Gouda"),
        ("Woerden", "Holland Rijnland"),
    ]


def test_the_sheet_selectie_says_what_was_chosen_of_which_register_and_how_it_is_counted(register):
    selection = Selection(peildatum=PEILDATUM, regio=("AM19",), thema=("zorg",))
    _, book = book_of(register, selection, link="http://127.0.0.1:8501/?regio=Holland+Rijnland")
    told = dict(book["Selectie"].iter_rows(values_only=True))
    assert book.sheetnames[0] == "Selectie"
    assert told["Selectie"] == "Holland Rijnland · thema zorg"
    assert told["Peildatum"] == datetime(2026, 10, 1)
    assert told["Register"] == "tien.xlsx"
    assert told["Stand van"] == register.source.modified.replace(microsecond=0)
    assert told["Gemaakt op"] == MADE
    assert told["Link"] == "http://127.0.0.1:8501/?regio=Holland+Rijnland"
    assert told["Activiteiten"] == "1 van de 10 in het register"
    assert told["Rijen die niet meetellen"] == 0
    assert told["Definitie: activiteiten in deze selectie"].startswith("Actief op de peildatum")
    assert {label for label in told if label and label.startswith("Definitie")} >= {
        "Definitie: partners",
        "Definitie: verbindingslijnen",
        "Definitie: netwerkthema",
        "Definitie: ingrediënten en thema's",
        "Definitie: regio",
    }


def test_the_course_by_quarter_is_that_of_the_page(register):
    selection = Selection(peildatum=PEILDATUM, regio=("AM20",))
    _, book = book_of(register, selection)
    told = rows(book, "Verloop per kwartaal")
    shown = per_quarter(register, selection).to_dict("records")
    assert [
        (row["Kwartaal"], row["Dag"].date(), row["Actief"], row["Waarvan op de peildatum voorbij"]) for row in told
    ] == [(row["kwartaal"], row["dag"], row["aantal"], row["voorbij"]) for row in shown]
    assert len(told) == 12
    assert told[-1]["Dag"] == datetime(2026, 10, 1)
    assert told[-1]["Actief"] == figures(register, selection)["activiteiten"]["actief"]


def test_partners_by_kind_and_lines_by_form_are_those_of_the_page(register):
    selection = Selection(peildatum=PEILDATUM)
    _, book = book_of(register, selection)
    selected = apply(selection, register)
    for sheet, heading, frame in (
        ("Partners per soort", ("Soort partner", "Partners"), partners_by_kind(selected)),
        ("Verbindingslijnen per vorm", ("Vorm", "Verbindingslijnen"), lines_by_form(selected)),
    ):
        told = [(row[heading[0]], row[heading[1]]) for row in rows(book, sheet)]
        assert told == list(zip(frame["naam"], frame["aantal"], strict=True))
        key = {row["Maat"]: row["Waarde"] for row in rows(book, "Kerncijfers")}
        assert sum(amount for _, amount in told) == key[heading[1]] > 0


def test_a_chart_of_the_workbook_has_a_sheet_with_its_headings(register, monkeypatch):
    asked = replace(charts.INGREDIENTS, title="Activiteiten per vraag", in_workbook=True)
    monkeypatch.setattr(charts, "CHARTS", (asked, charts.COLLEGE_MATRIX))
    _, book = book_of(register, Selection(peildatum=PEILDATUM))
    assert charts.COLLEGE_MATRIX.sheet not in tables(book)
    told = rows(book, "Per vraag")
    assert set(told[0]) == set(asked.table.values())
    assert [(row["Nr"], row["Vraag"]) for row in told] == [(i.nr, i.vraag) for i in v.INGREDIENTEN]
    assert [row["Aandeel"] for row in told] == [row["Aandeel"] for row in rows(book, "Per ingrediënt")]


def test_without_a_peildatum_and_a_link_it_says_so(register):
    _, book = book_of(register, Selection())
    told = dict(book["Selectie"].iter_rows(values_only=True))
    assert told["Peildatum"] == "ongeacht datum"
    assert told["Definitie: activiteiten in deze selectie"].startswith("Alle getelde activiteiten")
    assert "Link" not in told


def test_dates_numbers_and_shares_are_what_they_are_and_every_sheet_can_be_filtered(register):
    _, book = book_of(register, Selection(peildatum=PEILDATUM))
    sheet = book["Activiteiten"]
    headings = [cell.value for cell in sheet[1]]
    start = sheet.cell(2, headings.index("Start") + 1)
    assert (start.is_date, start.number_format) == (True, "dd-mm-yyyy")
    row = next(cell.row for cell in book["Cijfers"]["A"] if cell.value == "Per thema") + 2
    share = book["Cijfers"].cell(row, 3)
    assert (type(share.value), share.number_format) == (float, "0%")
    assert len(book["Cijfers"].tables) == len(tables(book)) - 5
    for sheet in book.worksheets[2:]:
        assert sheet.freeze_panes
        assert len(sheet.tables) == 1
        assert all(sheet.column_dimensions[cell.column_letter].width >= 4 for cell in sheet[1])


def everything(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith((".xml", ".rels"))
        }


PAYLOADS = ['=HYPERLINK("http://x.example";"klik")', "+31 6 12345678", "@SUM(A1)", "=cmd|' /C calc'!A0", "-2+3"]
PERSONAL = "bel 06-12345678 of mail noor.vos@voorbeeld.example"


@pytest.fixture(scope="module")
def hostile(build_register):
    """The ten rows with formulas and ways to reach people in every column that takes free text."""
    sheets = {name: [list(row) for row in rows] for name, rows in TEN_ROWS.items()}
    headings = sheets["Activiteiten"][0]
    for name in ("Omschrijving", "Locatie", "Team", "Opbrengst", "=1+1"):
        headings.append(name)
    for number, row in enumerate(sheets["Activiteiten"][1:]):
        row[1] = PAYLOADS[number % len(PAYLOADS)]
        row[5] = PAYLOADS[(number + 1) % len(PAYLOADS)]
        row[13:15] = ["Noor Vos", "noor.vos@voorbeeld.example"]
        row += [PERSONAL, PERSONAL, PAYLOADS[0], f"=1+1 {PERSONAL}", number]
    for name in ("Partners", "Verbindingslijnen", "Deelnames"):
        for row in sheets[name][1:]:
            row[{"Partners": 1, "Verbindingslijnen": 6, "Deelnames": 3}[name]] = f"{PAYLOADS[0]} {PERSONAL}"
    return build_register(sheets, today=PEILDATUM)


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_nothing_in_it_runs_and_nobody_can_be_reached_with_it(hostile, selection):
    content, book = book_of(hostile, selection, link='=HYPERLINK("http://x.example")')
    parts = everything(content)
    for name, xml in parts.items():
        if name.startswith("xl/worksheets/"):
            assert not re.search(r"<f[ >/]", xml), name
            assert not re.search(r"<hyperlink [^>]*r:id", xml)  # within the file only
        assert "calculatedColumnFormula" not in xml
    together = "".join(parts.values())
    for text in ("noor", "Noor Vos", "06-1234", "12345678", "voorbeeld.example", "Contactpersoon", "E-mail<"):
        assert text not in together, text
    assert ("[e-mailadres]" in together) is bool(rows(book, "Activiteiten"))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix, (sheet.title, cell.coordinate)


def test_an_empty_selection_gives_a_workbook_too(register):
    _, book = book_of(register, Selection(peildatum=date(2026, 10, 1), gemeente=("GM0638",)))
    assert rows(book, "Activiteiten") == []
    assert {row["Maat"]: row["Waarde"] for row in rows(book, "Kerncijfers")}["Aandeel op het netwerkthema"] is None


def test_the_same_selection_gives_the_same_bytes(register):
    assert book_of(register, SELECTIONS[0])[0] == book_of(register, SELECTIONS[0])[0]


def test_what_was_not_chosen_has_no_figure(register):
    """Of ten rows only Leiden: its region is not chosen as a whole, nor any other town."""
    _, book = book_of(register, Selection(gemeente=("GM0546",)))
    assert {row["Activiteiten"] for row in rows(book, "Per regio")} == {"niet gekozen"}
    told = {row["Gemeente"]: row["Activiteiten"] for row in rows(book, "Per gemeente")}
    assert told.pop("Leiden") == 2
    assert set(told.values()) == {"niet gekozen"}
    assert list(rows(book, "Thema per gemeente")[0]) == ["Thema", "Leiden"]
    _, book = book_of(register, Selection(regio=("AM20",)))
    told = {row["Regio"]: row["Activiteiten"] for row in rows(book, "Per regio")}
    assert (told["Midden-Holland"], told["Holland Rijnland"], told["Elders"]) == (2, "niet gekozen", "niet gekozen")
    told = {row["Gemeente"]: row["Activiteiten"] for row in rows(book, "Per gemeente")}
    assert (told["Gouda"], told["Waddinxveen"], told["Leiden"], told["Zonder gemeente"]) == (1, 0, "niet gekozen", 1)


def test_each_place_has_its_partners_and_the_figure_that_is_compared_with(register):
    selection = Selection(peildatum=PEILDATUM, regio=("AM19", "AM20"))
    _, book = book_of(register, selection)
    told = {row["Regio"]: row for row in rows(book, "Per regio")}
    before = {
        row["code"]: row["aantal"] for row in figures(register, replace(selection, peildatum=YEAR_AGO))["per_plaats"]
    }
    for code in selection.regio:
        here = apply(replace(selection, regio=(code,)), register)
        row = told[v.PLAATS_NAMEN[code]]
        assert row["Partners"] == len(here.partners)
        assert row["Activiteiten, een jaar eerder (1 oktober 2025)"] == before[code]
    assert set(list(told["Elders"].values())[1:]) == {"niet gekozen"}


def test_sheets_link_to_each_other(register):
    _, book = book_of(register, Selection(peildatum=PEILDATUM))
    contents = {cell.value: cell.hyperlink.location for cell in book["Selectie"]["B"] if cell.hyperlink}
    assert list(contents) == [name for name in tables(book) if name != "Selectie"]
    for name, location in contents.items():
        sheet, cell = location.replace("'", "").split("!")
        assert book[sheet][cell].value == (name if sheet == "Cijfers" else book[sheet]["A1"].value)
    for column, sheet in (("A", "Activiteiten"), ("C", "Partners")):
        for cell in book["Deelnames"][column][1:]:
            there, at = cell.hyperlink.location.replace("'", "").split("!")
            assert (there, book[there][at].value) == (sheet, cell.value)


def test_on_paper_every_sheet_is_as_wide_as_a_page_and_rows_keep_their_headings(register):
    _, book = book_of(register, Selection(peildatum=PEILDATUM))
    for sheet in book.worksheets:
        assert (
            sheet.page_setup.paperSize,
            sheet.page_setup.fitToHeight,
            sheet.sheet_properties.pageSetUpPr.fitToPage,
        ) == (9, 0, True)
    for sheet in book.worksheets[2:]:
        assert sheet.print_title_rows == "$1:$1"
        first, last = sheet.print_area.replace("$", "").split("!")[1].split(":")
        assert (first, last[1:]) == ("A1", str(sheet.max_row))
        assert (
            sum(sheet.column_dimensions[column].width for column in "ABCDEF"[: ord(last[0]) - 64]) < 160
        )  # still to be read
