import pandas as pd
import pytest

from lrn import style
from lrn.charts.paired import most_apart, paired_bars

COLUMNS = ["code", "naam", "level", "gebied", "gebied_naam", "aantal", "totaal", "aandeel"]


def frame(*areas):
    """Two themes in areas: level, code, name, number of activities, and how many carry each theme."""
    return pd.DataFrame(
        [
            (code, name, level, area, area_name, amount, total, amount / total)
            for level, area, area_name, total, amounts in areas
            for (code, name), amount in zip((("zorg", "Zorg"), ("wonen", "Wonen")), amounts, strict=True)
        ],
        columns=COLUMNS,
    )


REGIONS = frame(("plaats", "AM20", "Midden-Holland", 4, (3, 0)), ("plaats", "AM19", "Holland Rijnland", 10, (5, 10)))
TOWNS = frame(("gemeente", "GM0546", "Leiden", 8, (4, 1)), ("gemeente", "GM0513", "Gouda", 8, (4, 2)))


def bars(**asked):
    return [trace for trace in paired_bars(**asked).data if trace.type == "bar"]


def test_both_areas_have_a_bar_for_everything_in_order():
    one, other = bars(frame=REGIONS)
    assert (one.name, other.name) == ("Midden-Holland", "Holland Rijnland")
    assert list(one.y) == list(other.y) == ["Zorg", "Wonen"]
    assert (list(one.x), list(other.x)) == ([3, 0], [5, 10])
    assert list(one.customdata) == ["zorg", "wonen"]


def test_shares_stand_behind_the_counts_of_five_activities_or_more():
    one, other = bars(frame=REGIONS)
    assert list(one.text) == ["3", "0"]
    assert list(other.text) == ["5 · 50%", "10 · 100%"]


def test_a_figure_that_is_no_part_of_the_activities_has_no_share():
    both = bars(frame=REGIONS.assign(aandeel=float("nan"), totaal=10))
    assert [list(bar.text) for bar in both] == [["3", "0"], ["5", "10"]]


def test_places_have_their_own_colours_and_municipalities_two_that_differ():
    assert [bar.marker.color[0] for bar in bars(frame=REGIONS)] == ["#009E73", "#0072B2"]
    assert [bar.marker.color[0] for bar in bars(frame=TOWNS)] == list(style.COMPARED)


def test_both_are_on_one_axis():
    assert paired_bars(frame=REGIONS).layout.xaxis.range[1] >= 10
    assert paired_bars(frame=REGIONS[REGIONS["aantal"] == 0]).layout.xaxis.range[1] > 0


def test_what_is_chosen_stands_out():
    one, _ = bars(frame=TOWNS, chosen="wonen")
    assert list(one.marker.color) == [style.faint(style.COMPARED[0]), style.COMPARED[0]]


@pytest.mark.parametrize("chosen", [None, "zorg", "wonen"])
def test_the_legend_has_the_full_colour_of_each_area_whatever_is_chosen(chosen):
    legend = [trace for trace in paired_bars(frame=TOWNS, chosen=chosen).data if trace.showlegend is not False]
    assert [(entry.name, entry.marker.color) for entry in legend] == [
        ("Leiden", style.COMPARED[0]),
        ("Gouda", style.COMPARED[1]),
    ]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (REGIONS, "het verschil is het grootst bij Wonen (0 en 10)"),
        (TOWNS, "het verschil is het grootst bij Wonen (1 en 2)"),
    ],
)
def test_the_alt_text_says_where_they_differ_most(pairs, expected):
    assert most_apart(pairs) == expected


def test_all_that_differ_as_much_are_told_in_their_order():
    one, other = ("gemeente", "GM0546", "Leiden", 4), ("gemeente", "GM0513", "Gouda", 4)
    told = most_apart(frame((*one, (3, 0)), (*other, (1, 2))))
    assert told == "het verschil is het grootst bij Zorg (3 en 1) en Wonen (0 en 2)"


def test_where_nothing_differs_nothing_is_said_to_differ_most():
    same = frame(("gemeente", "GM0546", "Leiden", 4, (0, 0)), ("gemeente", "GM0513", "Gouda", 4, (0, 0)))
    assert most_apart(same) == "nergens een verschil"
