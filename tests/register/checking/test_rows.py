"""The rows of a sheet while they are checked: what is seen in a cell, and what a finding holds of it."""

from datetime import date

import pytest

from lrn.register.checking.rows import UNCALCULATED, as_seen, cell_text, column_texts, seen_at
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.kept import Kept

TEXTS = SheetTexts(
    [["a", "", "", "d"], ["", "2026-10-01 00:00:00", "", ""]], errors={(1, 0): "#N/B"}, uncalculated=frozenset({(2, 0)})
)


def test_a_cell_is_its_text_its_error_or_a_formula_without_an_outcome():
    assert [cell_text(TEXTS, row, 0) for row in range(4)] == ["a", "#N/B", UNCALCULATED, "d"]
    assert [cell_text(TEXTS, row, 1) for row in range(3)] == ["", "2026-10-01 00:00:00", ""]
    assert [seen_at(TEXTS, row, 0) for row in range(4)] == ["a", "#N/B", "(formule)", "d"]
    assert seen_at(TEXTS, 1, 1) == "01-10-2026"


@pytest.mark.parametrize("rows", [[0, 1, 2, 3], [1, 2], [3, 0], [0, 2], []])
def test_the_texts_of_a_column_are_those_of_its_cells(rows):
    assert column_texts(TEXTS, rows, 0) == [cell_text(TEXTS, row, 0) for row in rows]
    plain = SheetTexts([["a", "b", "c", "d"]])
    assert column_texts(plain, rows, 0) == [plain.columns[0][row] for row in rows]


def test_a_cell_that_holds_no_text_is_seen_as_excel_shows_it():
    kept = Kept({0: [date(2026, 10, 1), None, 0.5]}, formats=lambda position: {0: "d mmm yyyy", 2: "0%"})
    texts = SheetTexts([["2026-10-01 00:00:00", "tekst", "0.5"]], kept=kept)
    assert [seen_at(texts, row, 0) for row in range(3)] == ["1 okt 2026", "tekst", "50%"]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (" x ", "x"),
        ("2026-10-01 00:00:00", "01-10-2026"),
        ("2026-10-01 09:00:00", "2026-10-01 09:00:00"),
        ("op 2026-10-01 00:00:00", "op 2026-10-01 00:00:00"),
        (UNCALCULATED, "(formule)"),
    ],
)
def test_of_a_day_the_midnight_is_not_seen(text, seen):
    assert as_seen(text) == seen


def found(build_register, cell, **more):
    rows = [["ID", "Naam", "Status", "E-mail"], ["A1", "Een", cell, ""]]
    return build_register({"Activiteiten": rows}, **more).findings[0]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("x" * 200, "x" * 200),
        ("x" * 201, "x" * 199 + "…"),
        ("x" * 900, "x" * 199 + "…"),
        ("bel noor@voorbeeld.nl of 0612345678", "bel [e-mailadres] of [telefoonnummer]"),
        ("x" * 190 + " noor@voorbeeld.nl", "x" * 190 + " [e-maila…"),
    ],
)
def test_a_finding_holds_a_part_of_a_long_value_and_no_address(build_register, typed, value):
    finding = found(build_register, typed)
    assert (finding.value, finding.cell, finding.row, finding.column) == (value, "Activiteiten!C2", 2, "Status")
    assert "noor" not in finding.message
