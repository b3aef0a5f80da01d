"""Sheets in another shape."""

from __future__ import annotations

from datetime import datetime

from lrn.register.book import SheetTexts
from lrn.register.kept import Kept
from lrn.register.matching.shapes import as_typed_from, turned
from lrn.register.scan import Span

DAY = datetime(2026, 10, 1)
RECORDS = SheetTexts(  # a heading and two records, side by side
    [
        ["Naam", "Plaats", "Start", "Nummer"],
        ["Bouwlab", "Gouda", "2026-10-01 00:00:00", "7"],
        ["Zorglab", "", "", ""],
    ],
    errors={(1, 2): "#N/A"},
    uncalculated=frozenset({(3, 2)}),
    merged=(Span(0, 1, 0, 2),),
    kept=Kept({1: [None, None, DAY, 7.0]}, lambda position: {2: "d-m-yyyy", 3: "000"} if position == 1 else {}),
)


def test_columns_become_rows() -> None:
    found = turned(RECORDS)
    assert found.columns == [
        ["Naam", "Bouwlab", "Zorglab"],
        ["Plaats", "Gouda", ""],
        ["Start", "2026-10-01 00:00:00", ""],
        ["Nummer", "7", ""],
    ]
    assert found.errors == {(2, 1): "#N/A"}
    assert found.uncalculated == {(2, 3)}
    assert found.merged == (Span(1, 0, 2, 0),)


def test_what_is_no_text_turns_along() -> None:
    found = turned(RECORDS)
    assert found.kept.value(1, 2) == DAY
    assert found.kept.shown(1, 3) == "007"
    assert found.kept.value(1, 0) is None


def test_turned_twice_is_the_same() -> None:
    found = turned(turned(RECORDS))
    assert (found.columns, found.errors, found.merged) == (RECORDS.columns, RECORDS.errors, RECORDS.merged)


def test_a_long_list_is_turned_as_far_as_a_register_has_columns() -> None:
    assert len(turned(SheetTexts([["x"] * 1000])).columns) == 702


def test_an_empty_sheet_stays_empty() -> None:
    assert turned(SheetTexts()).columns == []


def test_what_is_typed_on_a_new_tab() -> None:
    found = as_typed_from(turned(RECORDS), 0)
    assert found.columns[1] == ["Plaats", "Gouda", "#N/A"]
    assert found.columns[2] == ["Start", "2026-10-01", ""]
    assert found.columns[3] == ["Nummer", "007", ""]
    assert found.columns[0] == ["Naam", "Bouwlab", "Zorglab"]
    assert as_typed_from(turned(RECORDS), 2).columns[2] == [""]
