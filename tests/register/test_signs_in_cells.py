"""Signs that nobody sees or that look like others, wherever they stand: in IDs, what refers to them, headings, values."""

import io
import zipfile

import openpyxl
import pytest

from lrn.register.load import mark
from lrn.register.model import Severity, SheetRows
from tests.conftest import PEILDATUM

SAME = ["A-001\u200b", "A\u2011001", "A\u2013001", "\u0410-001", "\uff21-001", "A\u00ad-\u00a0001"]


@pytest.mark.parametrize("written", SAME, ids=ascii)
def test_two_rows_with_ids_that_look_the_same_are_one_and_a_fout(build_register, written):
    register = build_register({"Activiteiten": [["ID", "Naam"], ["A-001", "Een"], [written, "Twee"]]})
    assert [(f.severity, f.cell) for f in register.findings] == [(Severity.FOUT, "Activiteiten!A3")]
    assert "rij 2" in register.findings[0].message
    assert register.activiteiten["id"].tolist() == ["A-001"]


@pytest.mark.parametrize("written", SAME, ids=ascii)
def test_who_refers_to_an_id_refers_to_what_it_looks_like(build_register, written):
    sheets = {
        "Activiteiten": [["ID", "Naam"], [written, "Een"]],
        "Partners": [["ID", "Naam"], ["P-1", "Stad"]],
        "Deelnames": [["Activiteit", "Partner"], ["A-001", "P\u20111"]],
        "Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", written, "Lei\u00adden"]],
    }
    register = build_register(sheets)
    assert register.findings == ()
    assert register.deelnames[["activiteit", "partner"]].to_numpy().tolist() == [["A-001", "P-1"]]
    assert register.verbindingslijnen[["van", "naar"]].to_numpy().tolist() == [["A-001", "GM0546"]]


def test_headings_and_values_are_read_as_they_look(build_register):
    headings = [
        "\ufeffID",
        "Na\u00adam",
        "Geme\u0435nte",
        "Thema\u200b\u2019s",
        "Netwerkthema",
        "Start",
        "1",
        "Status\u00a0",
    ]
    row = [
        "K1",
        "Een",
        "Lei\u200bden",
        "zo\u00adrg;\u00a0w\u0435lzijn",
        "ja\u200b",
        "1-9-2025\u200e",
        "x\u200b",
        "\u200bActief",
    ]
    register = build_register({"Activiteiten": [headings, row]})
    assert register.findings == ()
    (first,) = register.activiteiten.to_dict("records")
    assert (first["gemeente"], first["netwerkthema"], first["status"]) == ("GM0546", True, "actief")
    assert str(first["start"].date()) == "2025-09-01"
    assert register.themas["thema"].tolist() == ["zorg", "welzijn"]
    assert register.ingredienten["nr"].tolist() == [1]


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad\u2060", "\u2800"])
def test_a_cell_in_which_nobody_sees_anything_is_empty(build_register, sign):
    rows = [["ID", "Naam", "Gemeente"], ["K1", "Een", sign], ["K2", sign, ""], [sign, sign, sign]]
    register = build_register({"Activiteiten": rows})
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 1, 1)
    assert [(f.cell, f.message) for f in register.findings] == [
        ("Activiteiten!B3", "Geen Naam ingevuld, dus de rij telt niet mee")
    ]


def test_names_that_look_the_same_are_one_college(build_register):
    rows = [["ID", "Naam", "College"], ["K1", "a", "Zorg en Welzijn"], ["K2", "b", "Zorg\u200b en W\u0435lzijn"]]
    assert build_register({"Activiteiten": rows}).colleges == ("Zorg en Welzijn",)


def test_a_sheet_that_says_its_size_in_another_way_comes_back_marked():
    book = openpyxl.Workbook()
    book.active.title = "Activiteiten"
    for row in [["ID", "Naam", "Gemeente"], ["K1", "Een", "Leiden"], ["K2", None, "Gouda"]]:
        book.active.append(row)
    saved, content = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<dimension ref="A1:C3"', b'<dimension ref="1:3"'))
    marked = openpyxl.load_workbook(io.BytesIO(mark("r.xlsx", content.getvalue(), today=PEILDATUM)))
    assert "Geen Naam" in marked["Activiteiten"]["B3"].comment.text
