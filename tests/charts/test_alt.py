"""What a chart tells somebody who cannot see it."""

import pandas as pd
import pytest

from lrn.charts.alt import (
    accent,
    also_beside,
    claimed_and_supported,
    counts,
    extremes,
    of_chosen,
    pairs,
    theme_counts,
    trend,
)


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([5, 1, 3, 3, 2], "het meest a (5), het minst b (1)"),
        ([5, 0, 0, 5, 2], "het meest a en d (5), het minst b en c (0)"),
        ([1, 0, 0, 0, 0], "het meest a (1)"),
        ([0, 0, 0, 0, 0], "steeds 0"),
    ],
)
def test_all_that_share_an_extreme_are_told(amounts, told):
    frame = pd.DataFrame({"naam": list("abcde"), "aantal": amounts})
    assert counts("naam")(frame) == told


def test_where_is_said_with_the_word_for_it():
    frame = pd.DataFrame({"naam": list("abcde"), "aantal": [5, 0, 5, 5, 5]})
    assert extremes(frame, "naam", "in ") == "het meest in 4 van de 5 (5), het minst in b (0)"


def test_the_netwerkthema_is_not_ranked_among_the_themes():
    frame = pd.DataFrame(
        {
            "thema": ["arbeidsmarkttransities", "onderwijs", "zorg", "wonen", "onbekend"],
            "naam": ["Arbeidsmarkttransities", "Onderwijs", "Zorg", "Wonen", "Onbekend"],
            "aantal": [58, 23, 18, 12, 1],
        }
    )
    told = "58 op het netwerkthema; van de andere thema's het meest Onderwijs (23), het minst Wonen (12)"
    assert theme_counts(frame) == told


def cells(*amounts, rows=("Zorg", "Wonen"), columns=("Leiden", "Elders")):
    names = [(row, column) for row in rows for column in columns]
    return pd.DataFrame(
        [(r, c, n) for (r, c), n in zip(names, amounts, strict=True)], columns=["naam", "waar", "aantal"]
    )


@pytest.mark.parametrize(
    ("frame", "told"),
    [
        (cells(4, 1, 3, 0), "het meest Zorg in Leiden (4)"),
        (cells(1, 4, 3, 0), "het meest Zorg elders (4)"),
        (cells(4, 1, 4, 0), "het meest Zorg in Leiden en Wonen in Leiden (4)"),
        (cells(1, 1, 1, 1), "steeds 1"),
        (cells(*[1] * 5, 0, columns=("a", "b", "c")), "het meest bij 5 van de 6 combinaties (1)"),
        (cells(2, rows=["Zorg"], columns=["Gouda"]), "het meest Zorg in Gouda (2)"),
    ],
)
def test_all_cells_that_share_the_most_are_told(frame, told):
    assert pairs("naam", "waar")(frame) == told


def test_a_college_is_spoken_of_as_one():
    frame = cells(2, 1, 0, 0, columns=("Zonder college", "Techniek en ICT"))
    assert pairs("naam", "waar", "bij")(frame) == "het meest Zorg zonder college (2)"
    assert pairs("naam", "waar", "bij")(frame[1:]) == "het meest Zorg bij Techniek en ICT (1)"


@pytest.mark.parametrize(
    ("named", "shown", "told"),
    [
        ([1, 0, 1], [0, 0, 0], "alleen genoemd het meest Eén en Drie (1); alleen onderbouwd nergens"),
        (
            [0, 2, 1],
            [3, 3, 3],
            "alleen genoemd het meest Twee (2); alleen onderbouwd het meest Eén, Twee en Drie (3)",
        ),
    ],
)
def test_all_that_are_named_most_without_being_shown_are_told(named, shown, told):
    frame = pd.DataFrame({"kort": ["Eén", "Twee", "Drie"], "alleen_genoemd": named, "alleen_te_zien": shown})
    assert claimed_and_supported(frame) == told


def test_a_course_that_never_changes_is_told_once():
    quarters = ["2026 K1", "2026 K2", "2026 K3"]
    still = pd.DataFrame({"kwartaal": quarters, "aantal": [0, 0, 0]})
    assert trend(still) == "steeds 0"
    there_and_back = pd.DataFrame({"kwartaal": quarters, "aantal": [0, 2, 0]})
    assert trend(there_and_back) == "van 0 in 2026 K1 naar 0 in 2026 K3"


def test_all_that_are_as_far_above_or_below_are_told():
    frame = pd.DataFrame({"kort": list("abc"), "verschil": [0.1 + 0.2, 0.3, -0.25]})
    assert accent(frame) == ("het meest erboven a en b (+30 procentpunten), het meest eronder c (−25 procentpunten)")
    frame["verschil"] = [0.0, 0.0, -0.25]
    told = "het meest eronder c (−25 procentpunten)"
    assert accent(frame) == told


def test_where_a_share_differs_most_from_that_of_the_network_is_told_behind_the_counts():
    frame = pd.DataFrame({"naam": list("abc"), "aantal": [5, 3, 1], "verschil": [0.2, -0.1, 0.0]})
    tell = also_beside(counts("naam"), "naam", "in het hele netwerk")
    assert tell(frame) == (
        "het meest a (5), het minst c (1); aandeel naast dat in het hele netwerk: "
        "het meest erboven a (+20 procentpunten), het meest eronder b (−10 procentpunten)"
    )
    assert tell(frame.assign(verschil=float("nan"))) == "het meest a (5), het minst c (1)"
    assert tell(frame.assign(verschil=0.0)).endswith("; aandeel naast dat in het hele netwerk: nergens een verschil")


def test_of_a_matrix_only_what_was_chosen_is_told():
    frame = pd.DataFrame({"naam": ["a", "a"], "daar": ["hier", "ginds"], "aantal": [2, 9], "gekozen": [True, False]})
    told = of_chosen(pairs("naam", "daar"))(frame)
    assert told == "het meest a in hier (2); lichter: wat niet is gekozen, om mee te vergelijken"
