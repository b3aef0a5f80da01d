from datetime import date

import pytest

from lrn.measures.compare.earlier import quarter_ends
from lrn.measures.rows.evidence import Evidence, amount
from lrn.measures.trend import per_quarter
from lrn.selection import Selection

DAY = date(2026, 10, 1)


def test_the_course_over_quarters_is_counted(register):
    frame = per_quarter(register, Selection(peildatum=DAY))
    assert frame.to_numpy().tolist() == [
        ["2024 K1", date(2024, 3, 31), 4, 1],
        ["2024 K2", date(2024, 6, 30), 4, 1],
        ["2024 K3", date(2024, 9, 30), 4, 1],
        ["2024 K4", date(2024, 12, 31), 4, 1],
        ["2025 K1", date(2025, 3, 31), 5, 1],
        ["2025 K2", date(2025, 6, 30), 5, 1],
        ["2025 K3", date(2025, 9, 30), 6, 1],
        ["2025 K4", date(2025, 12, 31), 6, 1],
        ["2026 K1", date(2026, 3, 31), 7, 1],
        ["2026 K2", date(2026, 6, 30), 8, 1],
        ["2026 K3", date(2026, 9, 30), 7, 0],
        ["2026 K4", date(2026, 10, 1), 7, 0],
    ]


def test_the_course_of_one_theme_and_of_a_narrower_selection(register):
    climate = per_quarter(register, Selection(peildatum=DAY), thema="klimaat")
    assert list(climate["aantal"]) == [1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 2, 2]
    assert list(climate["voorbij"]) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]
    network = per_quarter(register, Selection(peildatum=DAY), thema="arbeidsmarkttransities")
    assert list(network["aantal"]) == [3, 3, 3, 3, 3, 3, 3, 3, 4, 5, 4, 4]
    leiden = per_quarter(register, Selection(peildatum=DAY, regio=("AM19",)))
    assert list(leiden["aantal"]) == [1] * 12


def test_the_course_of_one_ingredient(register):
    # K01, K03 and K06 name it and are active; K08 named it and has ended.
    frame = per_quarter(register, Selection(peildatum=DAY), ingredient=1)
    assert list(frame["aantal"]) == [2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 3, 3]
    assert list(frame["voorbij"]) == [1] * 10 + [0, 0]
    assert set(frame["ingredient"]) == {1}
    in_leiden = per_quarter(register, Selection(peildatum=DAY), ingredient=1, plaats="AM19", thema=None)
    assert list(in_leiden["aantal"]) == [1] * 12


def test_every_figure_of_the_course_is_its_evidence(register):
    for selection in (Selection(peildatum=DAY), Selection(), Selection(peildatum=DAY, regio=("AM20",))):
        for row in per_quarter(register, selection, ingredient=1).to_dict("records"):
            then = Evidence.of(ingredient=1, dag=row["dag"])
            gone = Evidence.of(ingredient=1, voorbij=row["dag"])
            assert amount(register, selection, then) == row["aantal"]
            assert amount(register, selection, gone) == row["voorbij"]


def test_the_course_without_a_peildatum_ends_at_the_day_of_checking(register):
    frame = per_quarter(register, Selection())
    assert frame["dag"].iloc[-1] == DAY
    assert list(frame["aantal"]) == [4, 4, 4, 4, 5, 5, 6, 6, 7, 8, 7, 7]


def test_the_last_quarter_agrees_with_the_total(register):
    assert per_quarter(register, Selection(peildatum=DAY))["aantal"].iloc[-1] == 7


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 10, 1), [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 10, 1)]),
        (date(2026, 9, 30), [date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]),
        (date(2026, 9, 29), [date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 29)]),
        (date(2026, 12, 31), [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]),
        (date(2028, 2, 29), [date(2027, 6, 30), date(2027, 9, 30), date(2027, 12, 31), date(2028, 2, 29)]),
    ],
)
def test_quarters_end_on_their_last_day_and_the_current_one_on_the_given_day(last, expected):
    assert quarter_ends(last, 4) == expected
