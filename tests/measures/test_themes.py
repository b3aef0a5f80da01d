from datetime import date

import pytest

from lrn.measures.themes import (
    all_themes,
    network_theme,
    not_there_yet,
    per_quarter,
    per_theme,
    quarter_ends,
    theme_by_college,
    theme_by_place,
)
from lrn.selection import Selection, apply

DAY = date(2026, 10, 1)
THEMES = ["onderwijs", "klimaat", "mobiliteit", "wonen", "zorg", "welzijn", "recreatie", "anders"]


@pytest.fixture
def now(register):
    return apply(Selection(peildatum=DAY), register)


@pytest.mark.parametrize(
    ("filters", "counts", "of"),
    [
        ({"peildatum": DAY}, [1, 2, 0, 1, 2, 2, 0, 0], 7),
        ({}, [2, 3, 1, 2, 2, 2, 0, 0], 10),
        ({"gemeente": ("GM0546",), "peildatum": DAY}, [1, 0, 0, 0, 1, 1, 0, 0], 1),
    ],
    ids=["peildatum", "alles", "three themes on one activity"],
)
def test_all_themes_are_counted_in_order_with_their_share(register, filters, counts, of):
    frame = per_theme(apply(Selection(**filters), register))
    assert list(frame["thema"]) == THEMES
    assert list(frame["aantal"]) == counts
    assert list(frame["aandeel"]) == pytest.approx([count / of for count in counts])


def test_a_theme_that_is_not_understood_is_a_last_row(build_register):
    rows = [["ID", "Naam", "Thema's"], ["K1", "a", "zorg; ruimtevaart"], ["K2", "b", ""]]
    frame = per_theme(build_register({"Activiteiten": rows}))
    assert frame.iloc[-1].tolist() == ["onbekend", "Onbekend", 1, 2, 0.5]
    assert list(frame["thema"]) == [*THEMES, "onbekend"]


def test_the_network_theme_counts_who_says_ja(now):
    assert network_theme(now).to_numpy().tolist() == [
        ["arbeidsmarkttransities", "Arbeidsmarkttransities", 4, 7, pytest.approx(4 / 7)]
    ]


def test_the_network_theme_comes_before_the_others(now):
    frame = all_themes(now)
    assert list(frame["thema"]) == ["arbeidsmarkttransities", *THEMES]
    assert list(frame["aantal"]) == [4, 1, 2, 0, 1, 2, 2, 0, 0]


def test_themes_are_counted_by_place(now):
    frame = theme_by_place(now)
    assert len(frame) == 9 * 7
    assert {(r.thema, r.plaats): r.aantal for r in frame.itertuples() if r.aantal} == {
        ("arbeidsmarkttransities", "AM19"): 1,
        ("arbeidsmarkttransities", "AM34"): 1,
        ("arbeidsmarkttransities", "AM20"): 1,
        ("arbeidsmarkttransities", "AM21"): 1,
        ("onderwijs", "AM19"): 1,
        ("klimaat", "AM34"): 1,
        ("klimaat", "elders"): 1,
        ("wonen", "GM0632"): 1,
        ("zorg", "AM19"): 1,
        ("zorg", "AM20"): 1,
        ("welzijn", "AM19"): 1,
        ("welzijn", "GM0632"): 1,
    }


def test_themes_are_counted_by_college_in_alphabetical_order(register):
    frame = theme_by_college(register)
    assert list(dict.fromkeys(frame["college"])) == ["Economie", "Techniek", "Zorg en Welzijn"]
    counts = frame.set_index(["thema", "college"])
    assert counts.loc[("klimaat", "Techniek"), ["aantal", "totaal", "aandeel"]].tolist() == [3, 3, 1.0]
    assert counts.loc[("zorg", "Zorg en Welzijn"), ["aantal", "totaal"]].tolist() == [2, 3]
    assert counts.loc[("arbeidsmarkttransities", "Economie"), ["aantal", "totaal"]].tolist() == [1, 2]
    assert counts.loc[("recreatie", "Techniek"), ["aantal", "totaal"]].tolist() == [0, 3]


def test_what_is_not_there_yet_is_asked_of_the_whole_register(register, now):
    frame = not_there_yet(register, now)
    missing = frame.groupby("plaats")["thema"].agg(set).to_dict()
    # K09 (onderwijs, yet to start) and K10 (mobiliteit, being explored) are registered in AM19; K08 (klimaat and
    # wonen, ended) in AM20. None of them is active, and none of them is missing.
    assert missing == {
        "AM19": {"klimaat", "wonen", "recreatie"},
        "AM34": {"onderwijs", "mobiliteit", "wonen", "zorg", "welzijn", "recreatie"},
        "AM20": {"onderwijs", "mobiliteit", "welzijn", "recreatie"},
        "GM0632": {"arbeidsmarkttransities", "onderwijs", "klimaat", "mobiliteit", "zorg", "recreatie"},
    }
    assert dict(zip(frame["plaats"], frame["totaal"], strict=True)) == {"AM19": 3, "AM34": 1, "AM20": 2, "GM0632": 1}


def test_a_selection_on_one_theme_does_not_make_the_others_unregistered(register):
    selected = apply(Selection(thema=("zorg",)), register)
    missing = not_there_yet(register, selected)
    assert "welzijn" not in set(missing.loc[missing["plaats"] == "AM19", "thema"])


def test_the_course_over_quarters_is_counted(register):
    frame = per_quarter(register, Selection(peildatum=DAY))
    assert frame.drop(columns="thema").to_numpy().tolist() == [
        ["2024 K1", date(2024, 3, 31), 3, 1],
        ["2024 K2", date(2024, 6, 30), 3, 1],
        ["2024 K3", date(2024, 9, 30), 3, 1],
        ["2024 K4", date(2024, 12, 31), 3, 1],
        ["2025 K1", date(2025, 3, 31), 4, 1],
        ["2025 K2", date(2025, 6, 30), 4, 1],
        ["2025 K3", date(2025, 9, 30), 5, 1],
        ["2025 K4", date(2025, 12, 31), 5, 1],
        ["2026 K1", date(2026, 3, 31), 6, 1],
        ["2026 K2", date(2026, 6, 30), 7, 1],
        ["2026 K3", date(2026, 9, 30), 7, 0],
        ["2026 K4", date(2026, 10, 1), 7, 0],
    ]


def test_the_course_of_one_theme_and_of_a_narrower_selection(register):
    climate = per_quarter(register, Selection(peildatum=DAY), thema="klimaat")
    assert list(climate["aantal"]) == [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 2]
    assert list(climate["sindsdien_voorbij"]) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]
    network = per_quarter(register, Selection(peildatum=DAY), thema="arbeidsmarkttransities")
    assert list(network["aantal"]) == [2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 4, 4]
    leiden = per_quarter(register, Selection(peildatum=DAY, regio=("AM19",)))
    assert list(leiden["aantal"]) == [1] * 12


def test_the_course_without_a_peildatum_ends_at_the_day_of_checking(register):
    frame = per_quarter(register, Selection())
    assert frame["dag"].iloc[-1] == DAY
    assert list(frame["aantal"]) == [3, 3, 3, 3, 4, 4, 5, 5, 6, 7, 7, 7]


def test_the_last_quarter_agrees_with_the_total(register, now):
    assert per_quarter(register, Selection(peildatum=DAY))["aantal"].iloc[-1] == len(now.activiteiten) == 7


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
