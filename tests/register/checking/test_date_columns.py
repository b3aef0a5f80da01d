"""A column of dates as a whole: days that may have been turned, and what a cell shows of its day."""

from datetime import date

import pytest

from lrn.register.checking.date_columns import ends_too_soon, turned
from lrn.register.checking.date_order import order
from lrn.register.reading.kept import Kept


def days(*found, codes=None):
    return Kept({0: found}, formats=lambda position: dict(enumerate(codes or [])))


def test_days_among_texts_with_the_month_first_may_have_been_turned():
    kept = days(date(2026, 5, 9), "4/25/2026", "4/26/2026", date(2026, 3, 3))
    told = turned(
        kept, range(4), 0, [date(2026, 5, 9), None, None, date(2026, 3, 3)], order(["4/25/2026", "4/26/2026"])
    )
    assert {i: (remark.rule.severity, remark.suggestion) for i, remark in told.items()} == {
        0: ("opmerking", "5-9-2026")
    }


@pytest.mark.parametrize("texts", [["4/25/2026"], ["4/25/2026", "25/4/2026"], ["4/25/2026", "4/26/2026", "25-4-2026"]])
def test_without_enough_proof_days_are_left_alone(texts):
    kept = days(date(2026, 5, 9))
    assert turned(kept, [0], 0, [date(2026, 5, 9)], order(texts)) == {}


def test_a_day_after_the_twelfth_shows_that_nothing_was_turned():
    kept = days(date(2026, 5, 9), date(2026, 5, 13))
    assert turned(kept, [0, 1], 0, [date(2026, 5, 9), date(2026, 5, 13)], order(["4/25/2026", "4/26/2026"])) == {}


@pytest.mark.parametrize(
    ("day", "code", "meant"),
    [
        (date(2026, 6, 1), "mmm-yy", "30-6-2026"),
        (date(2028, 2, 1), "[$-413]mmmm yyyy;@", "29-2-2028"),
        (date(2026, 1, 1), "yyyy", "31-12-2026"),
        (date(2026, 6, 1), "dd-mm-yyyy", None),
        (date(2026, 6, 1), "d-mmm", None),
        (date(2026, 6, 2), "mmm-yy", None),  # nobody types that day by accident
        (date(2026, 3, 1), "yyyy", None),
    ],
)
def test_a_last_day_that_shows_no_day_gets_a_question(day, code, meant):
    told = ends_too_soon(days(day, codes=[code]), [0], 0, [day])
    assert [(r.rule.severity, r.suggestion) for r in told.values()] == ([("opmerking", meant)] if meant else [])


@pytest.mark.parametrize(
    ("shown", "meant"), [("jun-26", "30-6-2026"), ("juni 2026", "30-6-2026"), ("01-06-2026", None)]
)
def test_an_ods_says_only_how_a_day_is_shown(shown, meant):
    kept = Kept({0: [date(2026, 6, 1)]}, texts=lambda position: {0: shown})
    told = ends_too_soon(kept, [0], 0, [date(2026, 6, 1)])
    assert [r.suggestion for r in told.values()] == ([meant] if meant else [])
