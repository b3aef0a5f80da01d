"""What is taken from a cell in which Excel did not leave what was typed as a text."""

from datetime import date, datetime, time, timedelta

import pytest

from lrn.register.checking.excel_made import as_typed, made_of
from lrn.register.columns import ACTIVITEITEN
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.kept import Kept, plain_text


@pytest.mark.parametrize(
    ("value", "shown", "code", "made"),
    [
        (True, "WAAR", "", "WAAR of ONWAAR"),
        (1.0, "TRUE", "", "WAAR of ONWAAR"),  # as LibreOffice keeps it
        (date(2026, 5, 1), "1-mei", "d-mmm", "een datum"),
        (datetime(2026, 5, 1, 9, 30), "9:30", "h:mm", "een datum"),
        (time(9, 30), "9:30", "h:mm", "een tijd"),
        (timedelta(hours=24, minutes=30), "24:30", "[h]:mm", "een tijd"),
        (0.5, "12:00", "", "een tijd"),  # of an .ods, which says how it is shown
        (0.5, "12:00:30,5", "", "een tijd"),
        (0.5, "0,5", "", ""),
        (100000.0, "1E+05", "0E+00", "een getal"),
        (100000.0, "1E+05", "", "een getal"),
        (100000.0, "100000", "0E+00", "een getal"),
        (100000.0, "1E+05", "General", ""),  # too wide for the column, and nobody typed it so
        (100000.0, "100000", "", ""),
        (7.0, "007", "000", ""),
    ],
)
def test_what_excel_made_of_a_text(value, shown, code, made):
    assert made_of(value, shown, code) == made


def taken(field, *cells, code=""):
    """What a column takes of *cells* that have the number format *code*, and what is said of them by place."""
    kept = Kept({0: list(cells)}, formats=lambda position: dict.fromkeys(range(len(cells)), code))
    texts = [plain_text(cell) for cell in cells]
    column = ACTIVITEITEN.column(field)
    found, told = as_typed(SheetTexts([texts], kept=kept), column, range(len(cells)), 0, texts)
    return found, {place: remark.message.split(". ")[0] for place, remark in told.items()}


@pytest.mark.parametrize("field", ["id", "naam"])
def test_a_day_is_taken_as_it_is_seen_and_that_is_said(field):
    said = {0: "Excel heeft hier een datum van gemaakt"}
    assert taken(field, date(2026, 5, 1), "tekst", code="d-mmm") == (["1-mei", "tekst"], said)


def test_a_number_is_taken_as_it_is_seen_but_an_id_only_with_its_zeros():
    assert taken("naam", 1234.0, code="#,##0") == (["1.234"], {})
    assert taken("id", 1234.0, code="#,##0") == (["1234"], {})  # 1234 and 1.234 are one ID
    assert taken("id", 7.0, code="000") == (["007"], {})
    assert taken("naam", 7.0, code="000") == (["007"], {})


def test_of_a_number_that_is_shown_short_the_digits_tell_more():
    assert taken("naam", 123456.0, code="0E+00") == (["123456"], {0: "Excel heeft hier een getal van gemaakt"})


def test_of_a_number_that_does_not_fit_its_column_the_digits_tell_more():
    for shown in ("####", "1E+05"):
        kept = Kept({0: [100000.0]}, texts=lambda position, shown=shown: {0: shown}, formats=lambda position: {0: "0"})
        found = as_typed(SheetTexts([["100000"]], kept=kept), ACTIVITEITEN.column("naam"), [0], 0, ["100000"])
        assert found == (["100000"], {})


def test_a_column_that_is_all_text_is_left_alone():
    cells = ["1-5", "24:30"]
    assert as_typed(SheetTexts([cells]), ACTIVITEITEN.column("naam"), range(2), 0, cells) == (cells, {})
