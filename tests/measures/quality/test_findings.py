"""The findings by weight, by sheet and by college, counted by hand."""

from __future__ import annotations

import pytest

from lrn.measures.quality.findings import findings, per_college, per_sheet
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Finding

# fmt: off
SHEETS = {
    "Activiteiten": [
        ["ID", "Naam", "College", "Status", "Start", "Einde", "Ingrediënten", "Niveaus"],
        ["A1", "Een", "Zorg", "wat is dit", "", "", "3", ""],  # row 2: waarschuwing; opmerking (no level)
        ["A2", "Twee", "Techniek", "actief", "", "", "3", ""],  # row 3: opmerking
        ["A1", "Drie", "Zorg", "actief", "", "", "", ""],  # row 4: fout, an ID used before
        ["A4", "Vier", "", "dit ook niet", "", "", "", ""],  # row 5: waarschuwing, without a college
    ],
    "Partners": [["ID", "Naam", "Soort"], ["P1", "Een", "toverschool"], ["P2", "Twee", "bedrijf"]],  # waarschuwing
    "Deelnames": [["Activiteit", "Partner"], ["A2", "P9"]],  # a partner that is not there
}
# fmt: on


@pytest.fixture(scope="module")
def register(build_register):
    return build_register(SHEETS)


def where(found):
    return list(zip(found["severity"], found["sheet"], found["row"], strict=True))


def test_the_gravest_come_first_and_then_the_order_of_the_workbook(register):
    assert where(findings(register)) == [
        ("fout", "Activiteiten", 4),
        ("waarschuwing", "Activiteiten", 2),
        ("waarschuwing", "Activiteiten", 5),
        ("waarschuwing", "Partners", 2),
        ("waarschuwing", "Deelnames", 2),
        ("opmerking", "Activiteiten", 2),
        ("opmerking", "Activiteiten", 3),
    ]
    assert findings(register).index.tolist() == list(range(7))
    assert findings(register).columns.tolist() == list(Finding._fields)


@pytest.mark.parametrize(
    ("chosen", "rows"),
    [
        ({"severities": ["fout", "opmerking"]}, [4, 2, 3]),
        ({"sheets": ["Partners"]}, [2]),
        ({"colleges": ["Techniek"]}, [2, 3]),  # of its Deelname, and its activity
        ({"colleges": ["Zorg"], "severities": {"opmerking"}}, [2]),
        ({"severities": ["fout"], "sheets": ["Partners"]}, []),
    ],
)
def test_what_is_chosen_is_shown(register, chosen, rows):
    assert findings(register, **chosen)["row"].tolist() == rows


def test_per_sheet_the_rows_and_the_findings(register):
    frame = per_sheet(register)
    assert frame.columns.tolist() == ["werkblad", "geteld", "uitgesloten", "fout", "waarschuwing", "opmerking"]
    assert frame.to_numpy().tolist() == [
        ["Activiteiten", 3, 1, 1, 2, 2],
        ["Partners", 2, 0, 0, 1, 0],
        ["Deelnames", 1, 0, 0, 1, 0],
        ["Verbindingslijnen", 0, 0, 0, 0, 0],
    ]


def test_a_sheet_that_only_has_findings_comes_last_without_rows(build_register):
    register = build_register({"Activiteiten": [["ID", "Naam"], ["A1", "Een"]], "Blad van ons": [["a"], ["b"]]})
    frame = per_sheet(register)
    assert frame["werkblad"].tolist()[-1] == "Blad van ons"
    assert frame["werkblad"].tolist().count("Activiteiten") == 1
    assert frame.iloc[-1, 1:3].tolist() == [0, 0]


def test_per_college_in_alphabetical_order_and_without_one_last(register):
    frame = per_college(register)
    assert frame.columns.tolist() == ["college", "fout", "waarschuwing", "opmerking"]
    assert frame.to_numpy().tolist() == [["Techniek", 0, 1, 1], ["Zorg", 1, 1, 1], ["Zonder college", 0, 2, 0]]


def test_without_findings_every_weight_is_there_with_none(build_register):
    headings = [column.header for column in ACTIVITEITEN.columns]
    register = build_register({"Activiteiten": [headings, ["A1", "Een", *[""] * (len(headings) - 2)]]})
    assert len(register.bevindingen) == 0
    assert per_college(register).to_numpy().tolist() == []
    assert per_sheet(register)[["fout", "waarschuwing", "opmerking"]].to_numpy().sum() == 0
