from datetime import date

import pytest

from lrn.measures.overview import Change, Totals, ended_since, totals, year_before
from lrn.selection import Selection, apply, on_network_theme

DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"peildatum": DAY}, Totals(activiteiten=7, partners=2, verbindingslijnen=4, netwerkthema=4)),
        ({}, Totals(activiteiten=10, partners=3, verbindingslijnen=5, netwerkthema=6)),
        ({"regio": ("AM19",)}, Totals(activiteiten=3, partners=2, verbindingslijnen=4, netwerkthema=2)),
        ({"regio": ("GM0632",)}, Totals(activiteiten=1, partners=0, verbindingslijnen=2, netwerkthema=0)),
        ({"thema": ("recreatie",)}, Totals(activiteiten=0, partners=0, verbindingslijnen=0, netwerkthema=0)),
    ],
    ids=str,
)
def test_totals_are_counted(register, filters, expected):
    assert totals(apply(Selection(**filters), register)) == expected


def test_the_share_of_the_network_theme_is_of_all_activities():
    assert Totals(7, 0, 0, 4).aandeel_netwerkthema == pytest.approx(0.571429, abs=1e-6)
    assert Totals(0, 0, 0, 0).aandeel_netwerkthema is None


def test_an_activity_with_three_themes_counts_once_in_every_total(register):
    leiden = apply(Selection(gemeente=("GM0546",), peildatum=DAY), register)
    assert list(leiden.themas["thema"]) == ["onderwijs", "zorg", "welzijn"]
    assert totals(leiden).activiteiten == totals(leiden).netwerkthema == 1


def test_not_filled_in_is_not_on_the_network_theme(register):
    assert list(on_network_theme(register.activiteiten)) == [
        True, True, False, True, False, True, False, True, False, True,
    ]  # fmt: skip


def test_a_year_before_is_the_same_selection_on_that_day(register):
    assert year_before(register, Selection(peildatum=DAY)) == Change(
        peildatum=date(2025, 10, 1),
        totals=Totals(activiteiten=5, partners=2, verbindingslijnen=3, netwerkthema=2),
        sindsdien_voorbij=1,
    )


def test_a_year_before_keeps_the_other_filters(register):
    change = year_before(register, Selection(peildatum=DAY, college=("Techniek",)))
    assert change.totals == Totals(activiteiten=1, partners=0, verbindingslijnen=0, netwerkthema=0)
    assert change.sindsdien_voorbij == 1


def test_without_a_peildatum_there_is_no_year_before(register):
    assert year_before(register, Selection()) is None


def test_a_leap_day_looks_back_to_28_february(register):
    assert year_before(register, Selection(peildatum=date(2028, 2, 29))).peildatum == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2023, 12, 31), []),
        (date(2024, 1, 1), ["K08"]),
        (date(2026, 6, 30), ["K08"]),
        (date(2026, 7, 1), []),
    ],
)
def test_ended_since_ran_then_by_its_dates(register, day, expected):
    ended = ended_since(register.activiteiten, day)
    assert list(register.activiteiten.loc[ended, "id"]) == expected


@pytest.mark.parametrize(
    ("status", "einde", "expected"),
    [
        ("afgerond", "2026-06-30", True),
        ("gestopt", "2026-06-30", True),
        ("gestopt", "", False),
        ("actief", "2026-06-30", False),
        ("verkenning", "2026-06-30", False),
    ],
)
def test_ended_since_asks_for_an_end_and_a_status_that_is_over(build_register, status, einde, expected):
    rows = [["ID", "Naam", "Status", "Start", "Einde"], ["K1", "a", status, "2024-01-01", einde]]
    register = build_register({"Activiteiten": rows})
    assert list(ended_since(register.activiteiten, date(2025, 1, 1))) == [expected]


def test_what_ended_since_keeps_the_other_filters(register):
    assert year_before(register, Selection(peildatum=date(2026, 1, 1), college=("Economie",))).sindsdien_voorbij == 0
    assert year_before(register, Selection(peildatum=date(2026, 1, 1), college=("Techniek",))).sindsdien_voorbij == 1
