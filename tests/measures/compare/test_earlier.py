from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from lrn.measures import overview
from lrn.measures.compare.earlier import Earlier, earlier, kept_state, quarter_ends, understood, year_earlier
from lrn.measures.insights.highlights import movement
from lrn.measures.summary import comparison
from lrn.register.reading.snapshot import Snapshot, named
from lrn.selection import Selection, apply, comparison_label, parameters

DAY = date(2026, 10, 1)
NEW = "2026-08-31T110500 register"
STATES = [
    named(Path(f"{key}.parquet")) for key in ("2026-08-31T090000 register", NEW, "2026-03-01T120000 lrn van ons (2)")
]


@pytest.fixture
def kept(build_register):
    """A state of 31 August in which A1 ran and A2 was still to be thought of; A3 has gone since."""
    rows = [["ID", "Naam", "Start", "Status"], ["A1", "Eén", "2024-01-01", ""], ["A3", "Drie", "", ""]]
    register = build_register({"Activiteiten": rows})
    source = replace(register.source, modified=datetime(2026, 8, 31, 11, 5), origin="register.xlsx")
    return replace(register, source=source)


@pytest.fixture
def now(build_register):
    rows = [["ID", "Naam", "Start"], ["A1", "Eén", "2024-01-01"], ["A2", "Twee", "2024-01-01"], ["A4", "Vier", ""]]
    return build_register({"Activiteiten": rows})


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("jaar", "jaar"),
        ("Een jaar eerder", "jaar"),
        ("KWARTAAL", "kwartaal"),
        (" vorig  kwartaal ", "kwartaal"),
        ("2026-09-30", "2026-09-30"),
        ("30-09-2026", "2026-09-30"),
        ("30-9-2026", "2026-09-30"),
        ("31-02-2026", None),
        ("1999-12-31", None),
        ("2000-01-01", "2000-01-01"),
        ("2099-12-31", "2099-12-31"),
        ("2100-01-01", None),
        (f"stand:{NEW}", f"stand:{NEW}"),
        (f"stand:{NEW}.parquet", f"stand:{NEW}"),
        ("stand:2026-08-31", f"stand:{NEW}"),  # of two of that day the newest
        ("stand:2026-03-01", "stand:2026-03-01T120000 lrn van ons (2)"),
        ("Stand van 31 augustus 2026 om 11:05 (register)", f"stand:{NEW}"),
        ("stand:2026-08-30", None),
        ("stand:", None),
        ("gek", None),
        ("", None),
    ],
)
def test_what_is_asked_to_compare_with_is_understood_or_not(typed, asked):
    assert understood(typed, STATES) == asked
    if asked:
        assert understood(comparison_label(asked), STATES) == asked  # as it stands in an address


def test_two_states_of_one_minute_are_each_understood_as_they_are_offered():
    later = "2026-08-31T110542 register"
    states = [*STATES, named(Path(f"{later}.parquet"))]
    labels = {key: comparison_label(f"stand:{key}", states) for key in (NEW, later)}
    assert labels[NEW] == "Stand van 31 augustus 2026 om 11:05:00 (register)"
    assert len(set(labels.values())) == 2
    for key, label in labels.items():
        assert understood(label, states) == f"stand:{key}"
        assert understood(parameters(Selection(vergelijk=f"stand:{key}"))["vergelijk"][0], states) == f"stand:{key}"
    alone = "Stand van 31 augustus 2026 om 11:05 (register)"  # in an address of before there was another
    assert understood(alone, states) == f"stand:{later}"


def test_without_states_a_state_is_not_understood():
    assert understood(f"stand:{NEW}") is None
    assert all(isinstance(state, Snapshot) for state in STATES)


@pytest.mark.parametrize(
    ("asked", "day", "when", "what"),
    [
        ("jaar", date(2025, 10, 1), "een jaar eerder", "een jaar eerder (1 oktober 2025)"),
        ("kwartaal", date(2026, 9, 30), "op 30 september 2026", "30 september 2026"),
        ("2026-01-05", date(2026, 1, 5), "op 5 januari 2026", "5 januari 2026"),
    ],
)
def test_a_comparison_in_words(asked, day, when, what):
    found = earlier(Selection(peildatum=DAY, vergelijk=asked))
    assert (found.day, found.when, found.what, found.kept) == (day, when, what, False)


@pytest.mark.parametrize("asked", [str(DAY), "2026-10-02", f"stand:{NEW}"])
def test_what_is_not_before_the_peildatum_or_not_there_makes_way_for_a_year_before(asked):
    assert earlier(Selection(peildatum=DAY, vergelijk=asked)) == Earlier(date(2025, 10, 1))


def test_a_state_that_is_later_than_the_peildatum_is_not_compared_with(kept):
    assert earlier(Selection(peildatum=date(2026, 8, 31), vergelijk=f"stand:{NEW}"), kept).asked == "jaar"


def test_without_a_peildatum_nothing_is_compared(kept):
    assert earlier(Selection(vergelijk=f"stand:{NEW}"), kept) is None


def test_a_kept_state_is_compared_with_by_its_own_rows(now, kept):
    selection = Selection(peildatum=DAY, vergelijk=f"stand:{NEW}")
    beside = earlier(selection, kept)
    assert beside.what == "de stand van 31 augustus 2026"
    found = overview.change(now, apply(selection, now), selection, beside)
    told = found.totals.activiteiten, found.erbij.activiteiten, found.voorbij.activiteiten
    assert told == (2, 2, 1)  # A1 and A3 then; A2 and A4 came, A3 went
    said = movement(now, apply(selection, now), selection, beside)
    assert said.lead == "Meer activiteiten dan in de stand van 31 augustus 2026"
    assert said.text == (
        "Op 1 oktober 2026 zijn 3 activiteiten actief; in de stand van 31 augustus 2026 waren dat er 2. "
        "Sindsdien kwamen er 2 bij en is er 1 voorbij."
    )
    assert comparison(now, selection, kept)["met"] == "de stand van 31 augustus 2026"


def test_a_comparison_narrows_nothing(now):
    selection = Selection(peildatum=DAY, vergelijk="kwartaal")
    assert selection.chosen == ()
    assert selection.describe() == Selection(peildatum=DAY).describe()
    assert len(apply(selection, now).activiteiten) == 3


def test_a_comparison_goes_along_in_an_address():
    assert "vergelijk" not in parameters(Selection(peildatum=DAY))
    for asked, told in (
        ("kwartaal", "Vorig kwartaal"),
        ("2026-09-30", "30-09-2026"),
        (f"stand:{NEW}", f"stand:{NEW}"),  # whatever is kept beside it
    ):
        assert parameters(Selection(peildatum=DAY, vergelijk=asked))["vergelijk"] == [told]


def test_a_leap_day_looks_back_to_28_february():
    assert year_earlier(date(2028, 2, 29)) == date(2027, 2, 28)


def test_the_quarter_before_the_last_day_of_one_is_the_one_before_that():
    assert quarter_ends(date(2026, 9, 30), 2)[0] == date(2026, 6, 30)
    assert quarter_ends(date(2026, 10, 1), 2)[0] == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("asked", "found"),
    [(f"stand:{NEW}", STATES[1]), (f"stand:{STATES[2].key}", STATES[2]), ("stand:2026-08-31", None), ("jaar", None)],
)
def test_a_kept_state_is_found_by_its_key(asked, found):
    assert kept_state(Selection(vergelijk=asked), STATES) is found
