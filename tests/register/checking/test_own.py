"""What a column of the workbook's own holds: numbers, days or truths, and else what is seen."""

from datetime import date, datetime, time, timedelta

import pytest

from lrn.register.checking.own import own_column
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.kept import Kept, plain_text

DAY, MOMENT = date(2026, 10, 1), datetime(2026, 10, 1, 9, 30)


def column(*cells, codes=(), **more):
    """The column of *cells* as it is kept, with the number formats *codes* of the first of them."""
    texts = ["" if cell is None else plain_text(cell) for cell in cells]
    kept = Kept({0: list(cells)}, formats=lambda position: dict(enumerate(codes)))
    return own_column(SheetTexts([texts], kept=kept, **more), range(len(cells)), 0)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ([1.0, 2.5, None], [1.0, 2.5, None]),
        ([DAY, None], [DAY, None]),
        ([DAY, MOMENT], [datetime(2026, 10, 1), MOMENT]),
        ([MOMENT, None, DAY], [MOMENT, None, datetime(2026, 10, 1)]),
        ([True, False, None], [True, False, None]),
        ([True, "ja", False], ["ja", "ja", "nee"]),
        ([1.0, "een", None], ["1", "een", ""]),
        (["een", None], ["een", ""]),
        ([1.0, True], ["1", "ja"]),
    ],
)
def test_a_column_of_one_kind_is_kept_so(cells, values):
    found, shape = column(*cells)
    assert found == values
    assert list(map(type, found)) == list(map(type, values))
    assert shape == ""


def test_a_time_is_a_number_of_days():
    values, shape = column(timedelta(hours=36), time(6, 0, 36), 1.0)
    assert values == pytest.approx([1.5, 0.25 + 36 / 86400, 1.0])
    assert shape == "[h]:mm"


def test_a_column_that_is_all_text_is_its_texts_with_its_errors():
    texts = SheetTexts([["een", "", "drie"]], errors={(1, 0): "#N/B"})
    assert own_column(texts, [0, 1, 2], 0) == (["een", "#N/B", "drie"], "")
    assert own_column(texts, [2, 0], 0) == (["drie", "een"], "")


@pytest.mark.parametrize(
    ("codes", "shape"),
    [
        (["0%", "0%", "0.00"], "0%"),
        (["0.00", "0%", "0%"], "0%"),
        (["0.00", "", ""], ""),
        ([], ""),
    ],
)
def test_the_format_of_most_cells_is_that_of_the_column(codes, shape):
    assert column(0.1, 0.2, 0.3, codes=codes)[1] == shape


@pytest.mark.parametrize(
    ("shown", "shape"),
    [
        ("12%", "0%"),
        ("12,5 %", "0.0%"),
        ("€ 1.250,50", '"€ "#,##0.00'),
        ("€ 1.250", '"€ "#,##0'),
        ("€ 12", '"€ "#,##0'),
        ("12,50", ""),
        ("24:30", "[h]:mm"),
        ("-1:30:15", "[h]:mm"),
        ("geen", ""),
    ],
)
def test_of_an_ods_the_format_is_how_it_is_shown(shown, shape):
    kept = Kept({0: [1.0]}, texts=lambda position: {0: shown})
    assert own_column(SheetTexts([["1"]], kept=kept), [0], 0)[1] == shape


def test_a_truth_that_libreoffice_keeps_as_a_number_is_a_truth():
    def seen(*texts):
        kept = Kept({0: [1.0, 0.0]}, texts=lambda position: dict(enumerate(texts)))
        return own_column(SheetTexts([["1", "0"]], kept=kept), [0, 1], 0)[0]

    assert seen("WAAR", "ONWAAR") == [True, False]
    assert seen("TRUE", "FALSE") == [True, False]
    assert seen("WAAR", "0,00") == ["ja", "0,00"]
