from datetime import date

import pandas as pd
import pytest

from lrn.charts.alt import accent, claimed_and_supported
from lrn.charts.ingredients import accent_dots
from lrn.charts.ingredients import claimed_and_supported as bars
from lrn.measures.support import per_ingredient
from lrn.selection import Selection, apply

NOW = Selection(peildatum=date(2026, 10, 1))


@pytest.fixture
def frame():
    """Eleven ingredients in a place with nine of ninety activities; the first three differ from the network."""
    here = [6, 1, 3, *[3] * 8]
    return pd.DataFrame(
        {
            "nr": range(1, 12),
            "naam": [f"Naam {n}" for n in range(1, 12)],
            "kort": [f"Kort {n}" for n in range(1, 12)],
            "plaats": "AM19",
            "aantal": here,
            "totaal": 9,
            "aandeel": [n / 9 for n in here],
            "aantal_netwerk": 30,
            "totaal_netwerk": 90,
            "aandeel_netwerk": 1 / 3,
            "verschil": [n / 9 - 1 / 3 for n in here],
        }
    )


@pytest.fixture
def now(register):
    return per_ingredient(apply(NOW, register))


def test_dots_stand_in_order_on_their_side_of_the_network(frame):
    figure = accent_dots(frame=frame, within="in het hele netwerk")
    bar, dots = figure.data
    assert list(dots.customdata) == list(range(1, 12))
    assert list(dots.x) == list(bar.x) == pytest.approx([100 / 3, -200 / 9, *[0] * 9])
    assert [text.strip() for text in dots.text] == ["+33", "−22", *["0"] * 9]
    assert list(dots.textposition[:3]) == ["middle right", "middle left", "middle right"]
    low, high = figure.layout.xaxis.range
    assert low == -high
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]  # the first is on top


def test_both_counts_stand_below_the_name_and_in_words_on_the_dot(frame):
    figure = accent_dots(frame=frame, within="in het hele netwerk")
    assert figure.layout.yaxis.ticktext[0].startswith("1. Uitdagingen<br>")
    assert "6 van 9 · 30 van 90" in figure.layout.yaxis.ticktext[0]
    hover = figure.data[1].hovertext[1]
    assert "1 van 9 hier (11%)" in hover
    assert "30 van 90 in het hele netwerk (33%)" in hover
    assert "verschil −22 procentpunten" in hover


def test_the_chosen_ingredient_stands_out(frame):
    colours = accent_dots(frame=frame, within="in het hele netwerk", chosen=2).data[1].marker.color
    assert len(set(colours)) == 2
    assert colours.count(colours[1]) == 1


def test_a_bar_has_a_part_for_each_way_of_naming_and_showing(now):
    both, named, shown = bars(frame=now).data
    assert list(both.x) == [0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0]
    assert list(named.x) == [3, 1, 2, 0, 0, 0, 0, 0, 1, 1, 0]
    assert list(shown.x) == [0, 0, 0, 5, 2, 0, 1, 3, 2, 0, 0]
    assert list(named.customdata[2]) == [3, "alleen_genoemd"]
    assert [part.name for part in (both, named, shown)] == [
        "genoemd én onderbouwd",
        "alleen genoemd",
        "alleen onderbouwd",
    ]
    assert named.hovertext[2] == "<b>3. Verschillende niveaus</b><br>2 activiteiten alleen genoemd"


def test_the_chosen_part_has_an_outline(now):
    widths = [list(part.marker.line.width) for part in bars(frame=now, chosen=(3, "alleen_genoemd")).data]
    assert sum(map(sum, widths)) == widths[1][2] > 0


def test_the_alt_texts_tell_the_extremes(frame, now):
    assert accent(frame) == (
        "het meest erboven Kort 1 (+33 procentpunten), het meest eronder Kort 2 (−22 procentpunten)"
    )
    assert claimed_and_supported(now) == (
        "alleen genoemd het meest Uitdagingen (3); alleen onderbouwd het meest Arbeidsmarktregio’s (5)"
    )
