from dataclasses import replace
from datetime import date

import pytest

from lrn.filters import on_network_theme
from lrn.measures.compare.earlier import Earlier, earlier
from lrn.measures.overview import Change, Totals, change, totals
from lrn.measures.rows import evidence
from lrn.measures.rows.evidence import Evidence
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)
UNDATED = Evidence.of(basis="altijd", zonder_einde="ja")


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


def a_year(register, selection):
    return change(register, apply(selection, register), selection, earlier(selection))


def test_a_year_before_is_the_same_selection_on_that_day(register):
    # K02 and K06 began since; K08 ran then, and has ended.
    assert a_year(register, Selection(peildatum=DAY)) == Change(
        DAY,
        Earlier(date(2025, 10, 1)),
        totals=Totals(activiteiten=6, partners=3, verbindingslijnen=3, netwerkthema=3),
        erbij=Totals(activiteiten=2, partners=0, verbindingslijnen=1, netwerkthema=2),
        voorbij=Totals(activiteiten=1, partners=1, verbindingslijnen=0, netwerkthema=1),
        undated=0,
    )


def test_a_year_before_keeps_the_other_filters(register):
    found = a_year(register, Selection(peildatum=DAY, college=("Techniek",)))
    assert found.totals == Totals(activiteiten=2, partners=1, verbindingslijnen=1, netwerkthema=1)
    assert (found.erbij.activiteiten, found.voorbij.activiteiten) == (1, 1)


def test_without_a_peildatum_there_is_nothing_to_compare_with(register):
    assert a_year(register, Selection()) is None


@pytest.mark.parametrize("day", [date(2025, 1, 1), date(2026, 3, 1), date(2026, 7, 1), DAY, date(2027, 2, 1)])
@pytest.mark.parametrize("asked", ["jaar", "kwartaal", "2024-06-30"])
def test_then_with_what_came_and_without_what_went_is_now(register, day, asked):
    selection = Selection(peildatum=day, vergelijk=asked)
    found, now = a_year(register, selection), totals(apply(selection, register))
    for name in ("activiteiten", "partners", "verbindingslijnen", "netwerkthema"):
        then, came, went = (getattr(part, name) for part in (found.totals, found.erbij, found.voorbij))
        assert then + came - went == getattr(now, name), name


def test_the_sample_says_what_a_board_may_believe():
    sample = load(SAMPLE, today=date(2026, 11, 30))
    today = Selection(peildatum=date(2026, 11, 30))
    for selection, counted in (
        (today, (72, 25, 7, 90)),
        (replace(today, gemeente=("GM0546",)), (12, 1, 3, 10)),  # Leiden
        (replace(today, gemeente=("GM0513",)), (10, 1, 1, 10)),  # Gouda
    ):
        found, now = a_year(sample, selection), len(apply(selection, sample).activiteiten)
        told = (found.totals.activiteiten, found.erbij.activiteiten, found.voorbij.activiteiten, now)
        assert told == counted


def test_what_cannot_be_placed_in_time_is_told_apart(build_register):
    rows = [
        ["ID", "Naam", "Status", "Start", "Einde"],
        ["K1", "a", "gestopt", "2024-01-01", ""],
        ["K2", "b", "", "", ""],
    ]
    register = build_register({"Activiteiten": rows})
    found = a_year(register, Selection(peildatum=DAY))
    assert (found.totals.activiteiten, found.erbij.activiteiten, found.voorbij.activiteiten) == (1, 0, 0)
    assert found.undated == 1
    assert list(evidence.rows(register, Selection(peildatum=DAY), UNDATED)["id"]) == ["K1"]
    assert a_year(register, Selection(peildatum=DAY, status=("actief",))).undated == 0
