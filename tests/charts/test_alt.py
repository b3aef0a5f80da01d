"""What a chart tells somebody who cannot see it."""

import pandas as pd
import pytest

from lrn.charts.alt import counts, theme_counts


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([5, 1, 3, 3, 2], "Titel: het meest a (5), het minst b (1)"),
        ([5, 0, 0, 5, 2], "Titel: het meest a en d (5), het minst b en c (0)"),
        ([1, 0, 0, 0, 0], "Titel: het meest a (1), het minst bij 4 van de 5 (0)"),
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
