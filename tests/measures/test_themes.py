from datetime import date

import pytest

from lrn.measures.themes import (
    all_themes,
    network_theme,
    not_there_yet,
    per_theme,
    theme_by_college,
    theme_by_place,
)
from lrn.selection import Selection, apply, narrow

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


def test_a_place_has_its_name_and_its_total_and_one_without_activities_no_share(now):
    order = ["thema", "naam", "level", "plaats", "plaats_naam", "aantal", "totaal", "aandeel"]
    assert list(theme_by_place(now).columns) == order
    frame = theme_by_place(now).set_index(["thema", "plaats"])
    columns = ["naam", "level", "plaats_naam", "aantal", "totaal", "aandeel"]
    assert frame.loc[("welzijn", "GM0632"), columns].tolist() == [
        "Welzijn",
        "plaats",
        "Woerden (Midden-Utrecht)",
        1,
        1,
        1,
    ]
    empty = theme_by_place(narrow(now, now.activiteiten.iloc[:0], Selection()))
    assert set(empty["totaal"]) == {0}
    assert empty["aandeel"].isna().all()
    assert per_theme(narrow(now, now.activiteiten.iloc[:0], Selection()))["aandeel"].isna().all()


def test_themes_are_counted_by_college_in_alphabetical_order(register):
    frame = theme_by_college(register)
    assert list(frame.columns) == ["thema", "naam", "college", "college_naam", "aantal", "totaal", "aandeel"]
    assert list(dict.fromkeys(frame["college"])) == ["Economie", "Techniek", "Zorg en Welzijn", ""]
    assert frame["college_naam"].iloc[-1] == "Zonder college"
    counts = frame.set_index(["thema", "college"])
    assert counts.loc[("klimaat", "Techniek"), ["aantal", "totaal", "aandeel"]].tolist() == [3, 3, 1.0]
    assert counts.loc[("zorg", "Zorg en Welzijn"), ["aantal", "totaal"]].tolist() == [2, 3]
    assert counts.loc[("arbeidsmarkttransities", "Economie"), ["aantal", "totaal"]].tolist() == [1, 2]
    assert counts.loc[("recreatie", "Techniek"), ["aantal", "totaal"]].tolist() == [0, 3]
    assert counts.loc[("arbeidsmarkttransities", ""), ["aantal", "totaal"]].tolist() == [1, 2]  # K04; K07 has nothing
    assert frame.drop_duplicates("college")["totaal"].sum() == len(register.activiteiten)


def test_a_theme_that_is_not_understood_is_there_by_college_too(build_register):
    rows = [["ID", "Naam", "College", "Thema's"], ["K1", "a", "Techniek", "zorg; ruimtevaart"]]
    frame = theme_by_college(build_register({"Activiteiten": rows}))
    assert list(dict.fromkeys(frame["college"])) == ["Techniek"]
    assert frame.iloc[-1][["thema", "naam", "aantal"]].tolist() == ["onbekend", "Onbekend", 1]


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
