"""What both sides add: bars to the left and to the right of one middle, on one scale."""

import pandas as pd
import pytest

from lrn import style
from lrn.charts.alt import both_ways as told
from lrn.charts.both_ways import both_ways

LABELS = {"ons": "Wat wij toevoegen", "hun": "Wat zij toevoegen"}


def frame(*amounts, total=10):
    rows = [
        ("ons", "Wij", "leren", "Leren <b>samen</b>"),
        ("ons", "Wij", "delen", "Kennis delen met de hele regio en daarbuiten"),
        ("hun", "Zij", "casus", "Casussen"),
    ]
    made = pd.DataFrame(rows, columns=["kant", "kant_naam", "waarde", "naam"])
    return made.assign(aantal=amounts, totaal=total, aandeel=[amount / total for amount in amounts])


def test_each_side_has_its_bars_its_colour_and_its_heading():
    figure = both_ways(frame=frame(3, 0, 6), labels=LABELS)
    left, right = figure.data
    assert (list(left.x), list(right.x)) == ([3, 0], [6])
    assert [list(ids) for ids in (*left.customdata, *right.customdata)] == [
        ["ons", "leren"],
        ["ons", "delen"],
        ["hun", "casus"],
    ]
    assert left.marker.color[0] != right.marker.color[0]
    assert [note.text for note in figure.layout.annotations] == [f"<b>{label}</b>" for label in LABELS.values()]


def test_both_sides_are_on_one_scale_that_leaves_one_middle():
    layout = both_ways(frame=frame(3, 0, 6), labels=LABELS).layout
    assert layout.xaxis.range == layout.xaxis2.range[::-1]
    assert layout.xaxis.range[0] > 6
    assert layout.yaxis.range == layout.yaxis2.range  # the sides are as high, whatever there are


def test_on_a_narrow_page_one_stands_above_the_other():
    layout = both_ways(frame=frame(3, 0, 6), labels=LABELS, narrow=True).layout
    assert layout.width is None
    assert layout.yaxis.domain[0] > layout.yaxis2.domain[1]
    assert layout.xaxis.range == layout.xaxis2.range
    assert layout.yaxis.ticktext[1].count("<br>") >= 1


def test_a_name_is_shown_as_it_was_typed():
    figure = both_ways(frame=frame(3, 0, 6), labels=LABELS)
    assert figure.layout.yaxis.ticktext[0] == "Leren &lt;b&gt;samen&lt;/b&gt;"
    assert "&lt;b&gt;" in figure.data[0].hovertext[0]


@pytest.mark.parametrize("total", [4, 5, 6])
def test_a_share_is_shown_of_five_activities_or_more(total):
    for side in both_ways(frame=frame(1, 0, 2, total=total), labels=LABELS).data:
        assert ["%" in text for text in side.text] == [total >= 5] * len(side.text)
        assert ["%" in text for text in side.hovertext] == [total >= 5] * len(side.text)


def test_the_others_are_paler_than_what_was_chosen():
    left, right = both_ways(frame=frame(3, 0, 6), labels=LABELS, chosen=("hun", "casus")).data
    assert right.marker.color[0] == style.COMPARED[1]
    assert set(left.marker.color) == {style.faint(style.COMPARED[0])}


def test_where_nothing_is_filled_in_it_can_be_drawn_and_told():
    empty = frame(0, 0, 0)
    assert both_ways(frame=empty, labels=LABELS).data
    assert told(empty) == "Wij nog nergens ingevuld; Zij nog nergens ingevuld"


def test_what_each_side_adds_most_is_told():
    assert told(frame(3, 0, 6)) == "Wij het meest ‘Leren <b>samen</b>’ (3); Zij het meest ‘Casussen’ (6)"
    both = "Wij het meest ‘Leren <b>samen</b>’ en ‘Kennis delen met de hele regio en daarbuiten’ (3)"
    assert told(frame(3, 3, 6)).startswith(both)
