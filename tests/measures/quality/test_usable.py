"""What there is to count in a workbook as it is read now, counted by hand."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

from lrn.measures.quality.usable import Usable, usable
from lrn.register.load import load

DAY = date(2026, 11, 30)
ROWS = [
    ["ID", "Naam", "Gemeente", "Arbeidsmarktregio", "Status", "Start", "Einde", "Thema's", "Netwerkthema"],
    ["A1", "Een", "Leiden", "", "actief", date(2025, 1, 1), "", "zorg", ""],
    ["A2", "Twee", "", "Midden-Holland", "afgerond", date(2024, 1, 1), date(2025, 1, 1), "", "ja"],
    ["A3", "Drie", "Nergenshuizen", "", "wat is dit", "", "", "onzin", ""],  # none of it is understood
    ["A4", "Vier", "Rotterdam", "", "", date(2027, 1, 1), "", "", "nee"],  # has yet to start
    ["", "Vijf", "Gouda", "", "actief", "", "", "zorg", ""],  # no ID: does not count
]


def test_what_counts_is_counted(tmp_path, write_workbook):
    register = load(write_workbook(tmp_path / "r.xlsx", {"Activiteiten": ROWS}), today=DAY)
    expected = Usable(DAY, rows=5, counted=4, active=2, placed=3, with_status=2, with_theme=2)
    assert usable(register, DAY) == expected


def test_of_a_workbook_that_cannot_be_read_nothing_counts():
    assert astuple(usable(None, DAY, rows=60)) == (DAY, 60, 0, 0, 0, 0, 0)
    assert usable(None, DAY).rows == 0
