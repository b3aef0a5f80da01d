"""Which rows between the data are headings, legends or remarks: one text, and not where a row would begin."""

import pytest

from lrn.register.checking.notes import is_decorated, rows_of_notes
from lrn.register.columns import ACTIVITEITEN
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.xlsx import Span
from lrn.register.values.headers import find_headers

HEAD = ["ID", "Naam", "Gemeente", "Budget", ""]  # the last column has no heading


def notes(*rows, head=HEAD, **more):
    """By row under the headings (the first is 1), the position of the text of a note."""
    table = [head, ["A1", "Een", "Leiden", "1", ""], *rows, ["A2", "Twee", "", "", ""]]
    texts = SheetTexts([list(column) for column in zip(*(row[: len(head)] for row in table), strict=True)], **more)
    found = rows_of_notes(ACTIVITEITEN, texts, find_headers(ACTIVITEITEN, texts), range(1, len(table)))
    return {row - 1: position for row, position in found.items()}


@pytest.mark.parametrize(
    ("row", "position"),
    [
        (["Afgerond", "", "", "", ""], 0),  # an ID has a digit here
        (["A 3", "", "", "", ""], None),  # an ID, and its name is still to come
        (["--- A3 ---", "", "", "", ""], 0),
        (["A3 = nog uitzoeken", "", "", "", ""], 0),
        (["Let op 3:", "", "", "", ""], 0),
        (["", "Naam zonder ID", "", "", ""], None),
        (["", "--- afgerond", "", "", ""], 1),
        (["", "afgerond ==", "", "", ""], 1),
        (["", "af - gerond", "", "", ""], None),
        (["", "", "Gouda", "", ""], None),
        (["", "", "", "12", ""], None),
        (["", "", "", "", "geel is klaar"], 4),  # beside the table
        (["", "", "", "geel", "nog uitzoeken"], None),
        (["Afgerond", "", "", "", "wat al klaar is"], 0),
        (["Afgerond", "", "Gouda", "", ""], None),
        (["", "", "", "", ""], None),
    ],
)
def test_one_text_where_no_row_begins_is_a_note(row, position):
    assert notes(row) == ({} if position is None else {1: position})


def test_a_text_merged_over_the_width_is_a_note():
    row = ["", "Gestopt in 2025", "", "", ""]
    assert notes(row) == {}
    assert notes(row, merged=(Span(2, 1, 2, 3),)) == {1: 1}
    assert notes(row, merged=(Span(2, 1, 3, 1),)) == {}  # downwards is another matter


def test_a_row_with_an_error_is_no_note():
    assert notes(["Afgerond", "", "", "", ""], errors={(2, 2): "#N/B"}) == {}
    assert notes(["Afgerond", "", "", "", ""], uncalculated=frozenset({(2, 2)})) == {}


def test_where_ids_have_no_digits_a_word_may_be_one():
    rows = [["Zorglab", "x", "", "", ""], ["Kas", "x", "", "", ""], ["Hub", "x", "", "", ""], ["Wijk", "", "", "", ""]]
    assert notes(*rows) == {}  # of six IDs two have a digit
    assert notes(*rows[2:]) == {2: 0}  # of four two


def test_without_a_column_that_is_needed_there_are_no_notes():
    assert notes(["Afgerond", "", "", "", ""], head=["ID", "Iets", "Gemeente", "Budget", ""]) == {}


@pytest.mark.parametrize(
    ("text", "decorated"), [("--", True), ("-x", False), ("x -", False), ("** x", True), ("x ··", True), ("1-2", False)]
)
def test_two_signs_at_an_end_are_a_decoration(text, decorated):
    assert is_decorated(text) == decorated
