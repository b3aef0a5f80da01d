"""Which rows are totals and no data: by a word, by a formula over the rows above, by what the workbook says."""

import struct

import pytest

from lrn.register.checking.totals import is_sum, is_sum_in_xls, rows_of_totals, sums_in_xlsx
from lrn.register.reading.book import SheetTexts


def of(*rows, **more):
    """Which of the rows under the headings are totals; the first column holds the ID."""
    table = [["ID", "Naam", "Aantal"], *rows]
    texts = SheetTexts([list(column) for column in zip(*table, strict=True)], **more)
    return rows_of_totals(texts, range(1, len(table)), 0)


@pytest.mark.parametrize(
    ("row", "is_total"),
    [
        (["Totaal", "", "12"], True),
        (["", "Totaal", "12"], True),
        (["", "totaal aantal:", "1.234,5"], True),
        (["", "Subtotaal Leiden", "3"], True),
        (["", "Σ", "3"], True),
        (["", "Som", "12 %"], True),
        (["", "Totaal", "2 activiteiten"], True),
        (["", "TOTAAL", "1.250 Activiteiten"], True),
        (["", "Totaal", "activiteiten 2"], False),
        (["", "Totaal", "-1,5e3"], True),
        (["", "Totaal", "veel"], False),  # no amount
        (["", "Totaal", ""], False),  # nothing is counted
        (["Totaal", "Zorglab", "12"], False),  # the ID of an activity
        (["A1", "Totaal", "12"], False),  # an activity that is called so
        (["", "Totale zorg", "12"], False),
        (["", "Aantal deelnemers", "12"], False),
        (["", "Subtotaal" + " " * 9 + "x" * 21, "3"], True),  # 39 characters
        (["", "Subtotaal" + " " * 10 + "x" * 21, "3"], False),  # 40: no label is that long
    ],
)
def test_a_row_of_totals_has_a_word_for_it_and_only_amounts(row, is_total):
    assert of(["A1", "Een", "5"], row) == ({2} if is_total else set())


def test_with_a_formula_over_the_rows_above_numbers_are_enough():
    rows = ["A1", "Een", "5"], ["", "", "17"], ["", "Alles bij elkaar, totaal", "17"], ["A9", "Negen", "17"]
    assert of(*rows) == set()
    assert of(*rows, sums=frozenset({2, 3, 4})) == {2, 3}  # of the last row it is an activity that adds something up
    assert of(["", "gemiddelde " + "x" * 88, "1"], sums=frozenset({1})) == {1}  # 99 characters
    assert of(["", "gemiddelde " + "x" * 89, "1"], sums=frozenset({1})) == set()


def test_a_row_that_the_workbook_calls_a_total_is_one():
    assert of(["A1", "Een", "5"], ["A2", "Twee", "x"], totals=frozenset({2, 9})) == {2}


def test_an_error_beside_the_word_is_no_amount_but_a_cell_all_the_same():
    assert of(["A1", "Een", "5"], ["", "Totaal", ""], errors={(2, 2): "#N/B"}) == {2}
    assert of(["A1", "Een", "5"], ["", "Totaal", ""], uncalculated=frozenset({(2, 2)})) == {2}


@pytest.mark.parametrize(
    ("formula", "row", "over_rows_above"),
    [
        ("SUM(C2:C9)", 9, True),
        ("SUM(C2:C9)", 8, False),  # its own row, that is row 9 as Excel counts
        ("SUM(C2:C10)", 9, False),
        ("SUM($C$2:$C$9)", 9, True),
        ("SUM(C2:D2)", 9, False),  # along one row
        ("SUM(C3:C2)", 9, False),
        ("SUM(Blad2!C2:C9)", 9, False),
        ("SUM(C9:C12)+SUM(C2:C3)", 9, True),
        ("SUBTOTAL(109,Tabel1[Aantal])", 9, True),
        ("Tabel1[@Aantal]*2", 9, False),
        ("C2+C3", 9, False),
    ],
)
def test_a_formula_adds_up_when_it_goes_over_several_rows_above_it(formula, row, over_rows_above):
    assert is_sum(formula, row) == over_rows_above


def tokens(first, last, function=b"\x22\x01\x04\x00", area=0x25):
    return struct.pack("<BHHHH", area, first, last, 2, 2) + function


@pytest.mark.parametrize(
    ("made", "is_total"),
    [
        (tokens(1, 8), True),
        (tokens(1, 9), False),  # row 9 is its own
        (tokens(8, 8), False),
        (tokens(1, 8, b"\x19\x10\x00\x00"), True),  # the token for a sum
        (tokens(1, 8, struct.pack("<BBH", 0x42, 1, 344)), True),
        (tokens(1, 8, struct.pack("<BBH", 0x22, 1, 6)), False),  # MIN
        (tokens(1, 8, struct.pack("<BBH", 0x21, 1, 4)), False),
        (tokens(1, 8, area=0x45), True),
        (tokens(1, 8, area=0x65), True),
        (tokens(1, 8, area=0x24), False),
        (b"\x1e\x09\x00" + tokens(1, 8, struct.pack("<BBH", 0x22, 2, 344)), True),
        (tokens(1, 8)[:12], False),
        (b"", False),
    ],
)
def test_a_formula_of_an_xls_adds_up_by_its_tokens(made, is_total):
    assert is_sum_in_xls(made, 9) == is_total


@pytest.mark.parametrize("function", [0, 4, 5, 169, 344])
def test_count_sum_average_counta_and_subtotal_add_up(function):
    assert is_sum_in_xls(tokens(1, 8, struct.pack("<BBH", 0x22, 1, function)), 9)
    assert not is_sum_in_xls(tokens(1, 8, struct.pack("<BBH", 0x22, 1, function + 2)), 9)


def test_sums_are_found_in_the_xml_of_a_sheet():
    cell = '<c r="C{0}"><f>{1}</f><v>1</v></c>'
    rows = [(5, "SUM(C2:C4)"), (6, "SUM(C7:C9)"), (7, "A1+A2"), (8, "COUNTA(B2:B7)/SUM(C2:C7)"), (9, "MAX(C2:C8)")]
    xml = "".join(cell.format(*row) for row in rows) + '<c r="D9" t="str"><v>SUM(C2:C4)</v></c>'
    assert sums_in_xlsx(f"<sheetData>{xml}</sheetData>".encode()) == {4, 7}
    assert sums_in_xlsx(b"<sheetData><c r='A1'><v>SUM(A1:A9)</v></c></sheetData>") == frozenset()
