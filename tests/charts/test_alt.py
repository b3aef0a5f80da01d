"""What a chart tells somebody who cannot see it."""

import pandas as pd
import pytest

from lrn.charts.alt import accent, counts, named_and_shown, pairs, theme_counts


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([5, 1, 3, 3, 2], "Titel: het meest a (5), het minst b (1)"),
        ([5, 0, 0, 5, 2], "Titel: het meest a en d (5), het minst b en c (0)"),
        ([1, 0, 0, 0, 0], "Titel: het meest a (1)"),
        ([0, 0, 0, 0, 0], "Titel: steeds 0"),
    ],
)
def test_all_that_share_an_extreme_are_told(amounts, told):
    frame = pd.DataFrame({"naam": list("abcde"), "aantal": amounts})
    assert counts("Titel", "naam")(frame) == told


def test_the_netwerkthema_is_not_ranked_among_the_themes():
    frame = pd.DataFrame(
        {
            "thema": ["arbeidsmarkttransities", "onderwijs", "zorg", "wonen", "onbekend"],
            "naam": ["Arbeidsmarkttransities", "Onderwijs", "Zorg", "Wonen", "Onbekend"],
            "aantal": [58, 23, 18, 12, 1],
        }
    )
    told = "Titel: 58 op het netwerkthema; van de andere thema's het meest Onderwijs (23), het minst Wonen (12)"
    assert theme_counts("Titel")(frame) == told


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([2, 1, 0, 2], "Titel: het meest Zorg bij Leiden en Wonen bij Gouda, 2 activiteiten"),
        ([1, 1, 1, 1], "Titel: het meest bij 4 van de 4, 1 activiteit"),
        ([0, 0, 0, 0], "Titel: geen activiteiten"),
    ],
)
def test_every_cell_with_the_most_is_told(amounts, told):
    frame = pd.DataFrame(
        {"rij": ["Zorg", "Zorg", "Wonen", "Wonen"], "kolom": ["Leiden", "Gouda"] * 2, "aantal": amounts}
    )
    assert pairs("Titel", "rij", "kolom")(frame) == told


def test_all_that_are_as_far_above_or_below_are_told():
    frame = pd.DataFrame({"kort": list("abc"), "verschil": [0.1 + 0.2, 0.3, -0.25]})
    assert accent("Leiden", "het hele netwerk")(frame) == (
        "Accent van Leiden naast het hele netwerk: het meest erboven a en b (+30 procentpunten), "
        "het meest eronder c (−25 procentpunten)"
    )
    frame["verschil"] = [0.0, 0.0, -0.25]
    told = "Accent van Leiden naast het hele netwerk: het meest eronder c (−25 procentpunten)"
    assert accent("Leiden", "het hele netwerk")(frame) == told


def test_all_that_are_named_or_shown_alone_as_often_are_told():
    frame = pd.DataFrame({"kort": list("abc"), "alleen_genoemd": [1, 0, 1], "alleen_te_zien": [0, 0, 0]})
    told = "Genoemd én onderbouwd per ingrediënt; alleen genoemd: het meest a en c (1); alleen onderbouwd: nergens"
    assert named_and_shown(frame) == told
