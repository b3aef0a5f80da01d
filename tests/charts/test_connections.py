from itertools import combinations, pairwise
from math import hypot, isnan

import pandas as pd
import pytest

from lrn import geo
from lrn import vocabulary as v
from lrn.charts.connections import curves, numbers

COLUMNS = ["van", "naar", "van_naam", "naar_naam", "paar", "ligging", "aantal"]
PAIRS = pd.DataFrame(
    [
        ("GM0546", "GM0513", "Leiden", "Gouda", "GM0546|GM0513", "tussen", 5),
        ("GM0546", "GM0632", "Leiden", "Woerden", "GM0546|GM0632", "tussen", 1),
        ("GM0537", "GM0546", "Katwijk", "Leiden", "GM0537|GM0546", "tussen", 1),
        ("GM0513", "GM0513", "Gouda", "Gouda", "GM0513|GM0513", "binnen", 4),
        ("GM0513", "zonder", "Gouda", "Zonder plaats", "GM0513|zonder", "buiten", 2),
    ],
    columns=COLUMNS,
)


def drawn(found):
    return [trace for trace in found if trace.mode == "lines" and not trace.showlegend]


def legend(found):
    return {trace.name: trace.line.width for trace in found if trace.showlegend and trace.mode == "lines"}


def explained(found):
    return [trace.name for trace in found if trace.showlegend and trace.mode == "markers"]


def test_lines_between_two_places_are_drawn_as_wide_as_they_are_many():
    lines = drawn(curves(pairs=PAIRS))
    pieces = [sum(isnan(at) for at in trace.lon) + 1 for trace in lines]
    assert pieces == [2, 1]  # two pairs with one line, one with five
    assert lines[0].line.width < lines[1].line.width
    assert legend(curves(pairs=PAIRS)) == {"dunst: 1 lijn": lines[0].line.width, "dikst: 5 lijnen": lines[1].line.width}


def test_a_dot_without_a_number_is_explained_when_there_is_one():
    assert explained(curves(pairs=PAIRS)) == ["rondje zonder getal: één lijn"]
    assert explained(curves(pairs=PAIRS[:1])) == []
    assert explained(curves(pairs=PAIRS[1:3])) == []  # every line is one: the legend says so already


def test_a_curve_runs_from_one_place_to_the_other():
    curve = drawn(curves(pairs=PAIRS[:1]))[0]
    ends = {(curve.lon[0], curve.lat[0]), (curve.lon[-1], curve.lat[-1])}
    expected = {geo.municipality_label("GM0546"), geo.municipality_label("GM0513")}
    assert {(round(float(lon), 3), round(float(lat), 3)) for lon, lat in ends} == {
        (round(x, 3), round(y, 3)) for x, y in expected
    }


def test_as_many_lines_everywhere_is_one_entry_in_the_legend():
    assert list(legend(curves(pairs=PAIRS[1:3]))) == ["elke lijn: 1 lijn"]


@pytest.mark.parametrize("most", [2, 12, 500])
def test_no_line_is_too_wide_to_see_the_map(most):
    frame = PAIRS[:2].assign(aantal=[most, 1])
    widths = [trace.line.width for trace in drawn(curves(pairs=frame))]
    assert all(1 <= one < other <= 10 for one, other in pairwise(widths))


def test_lines_of_many_amounts_are_still_few_layers():
    codes = list(v.GEMEENTE)[:21]
    rows = [
        (one, other, one, other, f"{one}|{other}", "tussen", amount)
        for amount, (one, other) in enumerate(pairwise(codes), 1)
    ]
    lines = drawn(curves(pairs=pd.DataFrame(rows, columns=COLUMNS)))
    assert len(lines) <= 7
    assert [trace.line.width for trace in lines] == sorted(trace.line.width for trace in lines)
    assert sum(sum(isnan(at) for at in trace.lon) + 1 for trace in lines) == 20


def test_a_number_stands_on_each_curve_and_can_be_clicked():
    (trace,) = numbers(pairs=PAIRS, window=geo.bounds())
    assert list(trace.customdata) == ["paar:GM0546|GM0513", "paar:GM0546|GM0632", "paar:GM0537|GM0546"]
    assert list(trace.text) == ["5", "", ""]
    assert trace.hovertext[0] == "<b>Leiden – Gouda</b><br>5 verbindingslijnen"
    assert trace.hovertext[1] == "<b>Leiden – Woerden</b><br>1 verbindingslijn"


def test_numbers_stand_apart_and_clear_of_activities():
    activity = (4.6, 52.1)
    window = geo.bounds()
    (trace,) = numbers(pairs=PAIRS, window=window, avoid=[((4.6, 4.6), (52.1, 52.1))])
    points = list(zip(trace.lon, trace.lat, strict=True))
    height = window[1][1] - window[1][0]
    for one, other in combinations(points, 2):
        assert hypot((one[0] - other[0]) * 0.61, one[1] - other[1]) > 0.045 * height
    for one in points:
        assert hypot((one[0] - activity[0]) * 0.61, one[1] - activity[1]) > 0.018 * height


def test_a_number_keeps_clear_of_a_name_on_its_line():
    (free,) = numbers(pairs=PAIRS[:1], window=geo.bounds())
    name = ((free.lon[0] - 0.02, free.lon[0] + 0.02), (free.lat[0] - 0.01, free.lat[0] + 0.01))
    (clear,) = numbers(pairs=PAIRS[:1], window=geo.bounds(), avoid=[name])
    assert not (name[0][0] < clear.lon[0] < name[0][1] and name[1][0] < clear.lat[0] < name[1][1])


def test_the_number_of_a_line_that_leaves_the_window_stands_in_it():
    window = geo.window("GM0546", margin=0.45)
    (trace,) = numbers(pairs=PAIRS[:2], window=window)
    for lon, lat in zip(trace.lon, trace.lat, strict=True):
        assert window[0][0] < lon < window[0][1]
        assert window[1][0] < lat < window[1][1]


def test_the_chosen_line_stands_out():
    plain, lines = drawn(curves(pairs=PAIRS)), drawn(curves(pairs=PAIRS, chosen="GM0546|GM0632"))
    assert lines[-1].opacity == 1 > plain[0].opacity > lines[0].opacity
    (trace,) = numbers(pairs=PAIRS, window=geo.bounds(), chosen="GM0546|GM0632")
    assert list(trace.marker.line.width) == [1.5, 3, 1.5]


def test_where_lines_of_a_region_come_together_is_told():
    region = ("GM0513", "AM20", "Gouda", "Midden-Holland (zonder gemeente)", "GM0513|AM20", "tussen", 1)
    found = curves(pairs=pd.DataFrame([region], columns=COLUMNS))
    assert [list(trace.hovertext) for trace in found if trace.hovertext] == [["Midden-Holland (zonder gemeente)"]]
    assert explained(found) == ["ruit: regio, geen gemeente"]


def test_between_places_each_is_named_on_the_map_already():
    places = ("AM19", "GM0632", "Holland Rijnland", "Woerden (Midden-Utrecht)", "AM19|GM0632", "tussen", 1)
    found = curves(pairs=pd.DataFrame([places], columns=COLUMNS))
    assert not [trace for trace in found if trace.hovertext]


def test_without_lines_to_draw_there_is_nothing():
    for frame in (PAIRS[3:], PAIRS[:0]):
        assert curves(pairs=frame) == []
        assert numbers(pairs=frame, window=geo.bounds()) == []
