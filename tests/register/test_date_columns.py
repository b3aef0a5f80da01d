"""A column of dates as a whole: whether the month stands first, and what a cell shows of its day."""

from datetime import date

import pytest

from lrn.register.date_columns import ends_too_soon, month_first, turned
from lrn.register.kept import Kept


@pytest.mark.parametrize("sign", ["/", "-", ".", " "])
def test_a_column_that_proves_itself_month_first_makes_others_doubtful(sign):
    cells = [text.replace("/", sign) for text in ("4/25/2026", "9/5/2026", "12/11/26", "5/5/2026", "13/1/2026")]
    cells[-1] = "2026-02-01"
    told = month_first(cells)
    assert {text: remark.suggestion for text, remark in told.items()} == {
        cells[1]: "5-9-2026",
        cells[2]: "11-12-2026",
    }
    assert all(remark.weight == "waarschuwing" and not remark.sure for remark in told.values())


def test_a_dash_of_word_and_a_day_of_the_week_change_nothing():
    assert [*month_first(["4\u201325\u20132026", "za 9\u20135\u20132026"])] == ["za 9\u20135\u20132026"]


def test_a_time_and_stray_spaces_change_nothing():
    told = month_first(["4/25/2026 2:00 PM", " 9 / 5 / 2026 ", "9/5/2026 14:00"])
    assert {text: remark.suggestion for text, remark in told.items()} == {
        " 9 / 5 / 2026 ": "5-9-2026",
        "9/5/2026 14:00": "5-9-2026",
    }


def test_one_mistake_in_a_column_with_the_day_first_makes_nothing_doubtful():
    assert month_first(["4/25/2026", "25/4/2026", "26/4/2026", "9/5/2026"]) == {}


def test_without_a_proof_the_day_comes_first():
    assert month_first(["9/5/2026", "1/2/2026", "31/31/2026", "0/13/2026"]) == {}


def test_dates_with_another_sign_speak_for_themselves_when_they_can():
    told = month_first(["4/25/2026", "9/5/2026", "25-4-2026", "9-5-2026", "9.5.2026"])
    assert list(told) == ["9/5/2026"]  # the proofs balance, so of 9.5.2026 nobody can tell: the day comes first


def days(*found, codes=None):
    return Kept({0: found}, formats=lambda position: dict(enumerate(codes or [])))


def test_days_among_texts_with_the_month_first_may_have_been_turned():
    kept = days(date(2026, 5, 9), "4/25/2026", "4/26/2026", date(2026, 3, 3))
    told = turned(kept, range(4), 0, [date(2026, 5, 9), None, None, date(2026, 3, 3)], ["4/25/2026", "4/26/2026"])
    assert {i: (remark.weight, remark.suggestion) for i, remark in told.items()} == {0: ("opmerking", "5-9-2026")}


@pytest.mark.parametrize("texts", [["4/25/2026"], ["4/25/2026", "25/4/2026"], ["4/25/2026", "4/26/2026", "25-4-2026"]])
def test_without_enough_proof_days_are_left_alone(texts):
    kept = days(date(2026, 5, 9))
    assert turned(kept, [0], 0, [date(2026, 5, 9)], texts) == {}


def test_a_day_after_the_twelfth_shows_that_nothing_was_turned():
    kept = days(date(2026, 5, 9), date(2026, 5, 13))
    assert turned(kept, [0, 1], 0, [date(2026, 5, 9), date(2026, 5, 13)], ["4/25/2026", "4/26/2026"]) == {}


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
    assert [(r.weight, r.suggestion) for r in told.values()] == ([("opmerking", meant)] if meant else [])


@pytest.mark.parametrize(
    ("shown", "meant"), [("jun-26", "30-6-2026"), ("juni 2026", "30-6-2026"), ("01-06-2026", None)]
)
def test_an_ods_says_only_how_a_day_is_shown(shown, meant):
    kept = Kept({0: [date(2026, 6, 1)]}, texts=lambda position: {0: shown})
    told = ends_too_soon(kept, [0], 0, [date(2026, 6, 1)])
    assert [r.suggestion for r in told.values()] == ([meant] if meant else [])
