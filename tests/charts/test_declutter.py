from itertools import combinations

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn import geo
from lrn.charts.declutter import GROUP, SIZES, boxes, declutter

WINDOW = geo.bounds()
SCALE = 0.0975  # km in a pixel: the whole network, 520 pixels high
GOUDA, LEIDEN, OEGSTGEEST = "GM0513", "GM0546", "GM0579"
IN_GOUDA = (4.71, 52.01)
SHAPES = {code: shapely.from_geojson(geo.feature_text(code)) for code in (GOUDA, LEIDEN, OEGSTGEEST, "AM20")}


def made(*rows):
    """Marks: an area, a longitude and a latitude each, and how it was found; IDs are A000, A001, …"""
    frame = pd.DataFrame(rows, columns=["gebied", "lon", "lat", "hoe"])
    return frame.assign(id=[f"A{n:03}" for n in range(len(rows))], binnen=True)


def at(code, amount, how="gemeente"):
    """So many marks in the middle of a municipality or a region."""
    return [(code, *geo.label_points()[code], how)] * amount


def pixels_apart(found):
    """The distance between every two marks, and how much there must be: half of both and a pixel."""
    x, y = found["lon"].to_numpy() * 68.4 / SCALE, found["lat"].to_numpy() * 111.3 / SCALE
    size = np.where(found["aantal"] > 1, GROUP, found["px"])
    for one, other in combinations(range(len(found)), 2):
        yield np.hypot(x[one] - x[other], y[one] - y[other]), (size[one] + size[other]) / 2


def drawn(frame, **options):
    return declutter(marks=frame, window=WINDOW, km_per_pixel=SCALE, **options)


@settings(max_examples=20, deadline=None)
@given(
    amounts=st.lists(st.tuples(st.sampled_from([GOUDA, LEIDEN, OEGSTGEEST, "AM20"]), st.integers(1, 15)), max_size=4)
)
def test_marks_never_lie_on_each_other_and_stay_in_their_area(amounts):
    rows = [row for code, amount in amounts for row in at(code, amount, "regio" if code == "AM20" else "gemeente")]
    found = drawn(made(*rows))
    assert sorted(i for ids in found["ids"] for i in ids) == [f"A{n:03}" for n in range(len(rows))]
    assert list(found["aantal"]) == [len(ids) for ids in found["ids"]]
    assert all(apart >= needed for apart, needed in pixels_apart(found))
    assert all(SHAPES[row.gebied].covers(shapely.Point(row.lon, row.lat)) for row in found.itertuples())


def test_a_mark_that_touches_no_other_stays_where_it_is():
    frame = made((LEIDEN, 4.49, 52.16, "gemeente"), (GOUDA, *IN_GOUDA, "eigen"), (None, 4.9, 52.1, "eigen"))
    found = drawn(frame)
    assert found[["lon", "lat"]].equals(frame[["lon", "lat"]])
    assert set(found["px"]) == {SIZES[0]}
    assert not found["opzij"].any()


def test_who_is_known_best_stays_and_who_moves_from_its_own_coordinates_is_told():
    rows = [(GOUDA, *IN_GOUDA, how) for how in ("regio", "gemeente", "eigen", "eigen")]
    found = drawn(made(*rows))
    assert (found["lon"][2], found["lat"][2]) == IN_GOUDA  # the first by ID of those with coordinates
    assert list(found["opzij"]) == [False, False, False, True]
    assert found["lon"].nunique() == 4


def test_who_moves_moves_no_further_than_is_needed():
    found = drawn(made((GOUDA, *IN_GOUDA, "eigen"), (GOUDA, IN_GOUDA[0] + 0.001, IN_GOUDA[1], "eigen")))
    apart, needed = next(pixels_apart(found))
    assert needed < apart < 2 * needed


@pytest.mark.parametrize("area", [GOUDA, None], ids=["in a municipality", "without a place"])
@pytest.mark.parametrize("zoom", [1, 6])
def test_marks_on_the_same_coordinates_are_set_side_by_side(area, zoom):
    window = geo.window(GOUDA, margin=0.45) if zoom > 1 else WINDOW
    found = declutter(marks=made(*[(area, *IN_GOUDA, "eigen")] * 12), window=window, km_per_pixel=SCALE / zoom)
    assert list(found["opzij"]) == [False] + [True] * 11
    apart = [pixels * zoom for pixels, _ in pixels_apart(found)]
    assert min(apart) >= found["px"][0]
    assert max(apart[:11]) < 4 * found["px"][0]  # from the one that stays


def test_the_order_of_the_rows_does_not_matter():
    frame = made(*at(GOUDA, 6), *at(LEIDEN, 5), *[(GOUDA, *IN_GOUDA, "eigen")] * 4)
    turned = frame.iloc[::-1].reset_index(drop=True)
    one, other = (drawn(f).set_index("id").sort_index()[["lon", "lat"]] for f in (frame, turned))
    assert one.equals(other)


def test_more_marks_are_smaller_before_any_are_counted():
    few, more = drawn(made(*at(GOUDA, 3))), drawn(made(*at(GOUDA, 14)))
    assert few["px"][0] == SIZES[0] > more["px"][0] >= SIZES[-1]
    assert (more["aantal"] == 1).all()


def test_where_there_is_no_room_one_mark_counts_them_all():
    found = drawn(made(*at(OEGSTGEEST, 40), *at(GOUDA, 3)))
    group = found[found["aantal"] > 1]
    assert list(group["gebied"]) == [OEGSTGEEST]
    assert list(group["aantal"]) == [40]
    assert list(found["aantal"]) == [1, 1, 1, 40]
    assert all(apart >= needed for apart, needed in pixels_apart(found))


def test_counted_marks_of_neighbours_leave_each_other_and_the_rest_room():
    frame = made(*at(OEGSTGEEST, 60), *at("GM0547", 60), *at(LEIDEN, 55), *at("AM19", 20, "regio"))
    found = drawn(frame)
    assert {OEGSTGEEST, "GM0547"} <= set(found["gebied"][found["aantal"] > 1])
    assert sorted(i for ids in found["ids"] for i in ids) == list(frame["id"])
    assert all(apart >= needed for apart, needed in pixels_apart(found))


def test_zoomed_in_they_all_have_a_mark_of_their_own():
    found = declutter(
        marks=made(*at(OEGSTGEEST, 40)), window=geo.window(OEGSTGEEST, margin=0.45), km_per_pixel=SCALE / 6
    )
    assert len(found) == 40
    assert set(found["px"]) == {SIZES[0]}


def test_marks_that_are_not_seen_are_left_alone():
    frame = made(*at(GOUDA, 40), *at(LEIDEN, 1))
    found = declutter(marks=frame, window=geo.window(LEIDEN, margin=0.1), km_per_pixel=SCALE / 5)
    assert len(found) == 41
    assert set(found["px"]) == {SIZES[0]}


@pytest.mark.parametrize(("how", "stays"), [("eigen", True), ("gemeente", False)])
def test_only_what_may_stand_anywhere_keeps_clear_of_names(how, stays):
    name = ((4.69, 4.73), (52.0, 52.02))
    found = drawn(made((GOUDA, *IN_GOUDA, how)), avoid=[name]).iloc[0]
    over = name[0][0] < found["lon"] < name[0][1] and name[1][0] < found["lat"] < name[1][1]
    assert over == stays
    assert SHAPES[GOUDA].covers(shapely.Point(found["lon"], found["lat"]))


def test_the_room_of_a_mark_is_as_large_as_it_is_drawn():
    (((west, east), (south, north)),) = boxes(drawn(made((GOUDA, *IN_GOUDA, "eigen"))), km_per_pixel=SCALE)
    assert (east - west) * 68.4 / SCALE == pytest.approx(SIZES[0], rel=0.01)
    assert (north - south) * 111.3 / SCALE == pytest.approx(SIZES[0], rel=0.01)


def test_no_marks_are_no_marks():
    found = drawn(made())
    assert found.empty
    assert {"px", "ids", "aantal", "opzij"} <= set(found.columns)
