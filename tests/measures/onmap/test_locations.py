from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn import geo
from lrn import vocabulary as v
from lrn.measures.onmap.locations import _free, _seated, locations, whereabouts
from lrn.measures.rows.evidence import Evidence, amount
from lrn.selection import Selection, apply

SHAPES = {
    feature["id"]: shapely.from_geojson(geo.feature_text(feature["id"]))
    for collection in (geo.municipalities(), geo.places())
    for feature in collection["features"]
}
AREAS = [*v.GEMEENTE, *v.REGIOS, v.HAAGLANDEN]


def km_apart(frame):
    """The distance in km between every two spots (a flat earth will do here), infinite to itself."""
    x, y = frame["lon"].to_numpy() * 68.4, frame["lat"].to_numpy() * 111.2
    apart = np.hypot(x[:, None] - x, y[:, None] - y)
    np.fill_diagonal(apart, np.inf)
    return apart


def made(register, rows):
    """*register* with an activity for each (area, latitude, longitude) of *rows*, with IDs A1, A2, …"""
    frame = pd.DataFrame(rows, columns=["area", "breedtegraad", "lengtegraad"])
    frame[["breedtegraad", "lengtegraad"]] = frame[["breedtegraad", "lengtegraad"]].astype(float)
    frame["id"] = [f"A{n}" for n in range(1, len(rows) + 1)]
    frame["gemeente"] = [area if area in v.GEMEENTE else None for area in frame["area"]]
    frame["plaats"] = [v.place_of_municipality(a) if a in v.GEMEENTE else a for a in frame["area"]]
    return replace(register, activiteiten=frame)


@settings(max_examples=25, deadline=None)
@given(areas=st.lists(st.sampled_from(AREAS), min_size=1, max_size=60))
def test_what_has_no_coordinates_stands_inside_its_area_and_apart(register, areas):
    found = locations(made(register, [(area, None, None) for area in areas]))
    for area, spot in zip(areas, found.itertuples(), strict=True):
        assert spot.gebied == area
        assert spot.hoe == ("gemeente" if area in v.GEMEENTE else "regio")
        assert SHAPES[area].contains(shapely.Point(spot.lon, spot.lat))
    assert km_apart(found).min() > 0.25


@settings(max_examples=25, deadline=None)
@given(areas=st.lists(st.sampled_from(AREAS), min_size=2, max_size=40), data=st.data())
def test_the_order_of_the_rows_does_not_matter(register, areas, data):
    register = made(register, [(area, None, None) for area in areas])
    order = data.draw(st.permutations(range(len(areas))))
    turned = replace(register, activiteiten=register.activiteiten.iloc[order])
    one, other = (locations(r).set_index("id").sort_index() for r in (register, turned))
    assert one.equals(other)


@settings(max_examples=25, deadline=None)
@given(here=st.integers(1, 20), there=st.integers(0, 20))
def test_activities_elsewhere_move_nobody(register, here, there):
    alone = locations(made(register, [("GM0546", None, None)] * here))
    together = locations(made(register, [("GM0546", None, None)] * here + [("GM0513", None, None)] * there))
    assert together[:here].equals(alone)


def test_one_more_activity_moves_few(register):
    rows = [("GM0484", None, None)] * 31
    before, after = (locations(made(register, rows[:n])).set_index("id") for n in (30, 31))
    moved = (before[["lon", "lat"]] != after.loc[before.index, ["lon", "lat"]]).any(axis=1)
    assert moved.sum() <= 3


def test_two_thousand_in_one_municipality_are_still_inside_and_apart(register):
    found = locations(made(register, [("GM0513", None, None)] * 2000))
    assert shapely.contains_xy(SHAPES["GM0513"], found["lon"], found["lat"]).all()
    assert km_apart(found).min() > 0.04


GOUDA = (52.011, 4.71)  # in the middle of it


def test_coordinates_are_where_an_activity_stands(register):
    spot = locations(made(register, [("GM0513", *GOUDA)])).iloc[0]
    assert (spot["lat"], spot["lon"]) == GOUDA
    assert (spot["hoe"], spot["buiten"]) == ("eigen", False)


def test_coordinates_are_told_to_about_a_metre(register):
    spot = locations(made(register, [("GM0513", 52.0110449, 4.7100151)])).iloc[0]
    assert (spot["lat"], spot["lon"]) == (52.01104, 4.71002)


@pytest.mark.parametrize(
    ("area", "latitude", "longitude"),
    [("GM0546", *GOUDA), ("GM0546", 53.2, 6.5), ("GM0546", 0.0, 0.0), ("AM34", *GOUDA)],
    ids=["another municipality", "off the map", "nonsense", "another region"],
)
def test_coordinates_outside_the_area_are_not_believed(register, area, latitude, longitude):
    spot = locations(made(register, [(area, latitude, longitude)])).iloc[0]
    assert spot["buiten"]
    assert SHAPES[area].contains(shapely.Point(spot["lon"], spot["lat"]))


def test_coordinates_just_over_a_coarse_border_are_believed(register):
    west = SHAPES["GM0513"].bounds[0]
    corner = min(SHAPES["GM0513"].exterior.coords, key=lambda point: point[0])
    spot = locations(made(register, [("GM0513", corner[1], west - 0.005)])).iloc[0]  # some 350 m
    assert spot["hoe"] == "eigen"


@pytest.mark.parametrize(
    ("plaats", "latitude", "longitude", "how", "outside"),
    [
        ("zonder", *GOUDA, "eigen", False),
        ("zonder", 53.2, 6.5, "geen", True),
        ("elders", 53.2, 6.5, "geen", False),  # it is elsewhere, and so are its coordinates
        ("elders", *GOUDA, "geen", True),
        ("zonder", None, None, "geen", False),
        ("elders", None, None, "geen", False),
        ("zonder", 52.011, None, "geen", False),
    ],
)
def test_without_an_area_of_ours_only_coordinates_can_tell(register, plaats, latitude, longitude, how, outside):
    known = whereabouts(made(register, [(plaats, latitude, longitude)]).activiteiten).iloc[0]
    assert pd.isna(known["gebied"])
    assert (known["hoe"], known["buiten"]) == (how, outside)


def test_activities_on_the_same_spot_both_stand_there(register):
    found = locations(made(register, [("GM0513", *GOUDA)] * 2))
    assert list(zip(found["lat"], found["lon"], found["hoe"], strict=True)) == [(*GOUDA, "eigen")] * 2


def test_a_spot_that_is_chosen_keeps_clear_of_given_ones(register):
    found = locations(made(register, [("GM0513", *GOUDA), *[("GM0513", None, None)] * 8, *[("AM20", None, None)] * 8]))
    assert km_apart(found).min() > 0.4


def test_what_stands_within_the_distance_of_a_given_spot_is_not_free():
    offered, none = np.array([[0.0, 0.0], [1.0, 0.0], [1.01, 0.0], [0.0, -3.0]]), np.empty((0, 2))
    assert _free(offered, np.array([[0.0, 0.0]]), 1.0).tolist() == [False, False, True, True]
    assert _free(offered, np.array([[0.0, 0.0], [0.5, -2.5]]), 1.0).tolist() == [False, False, True, False]
    assert _free(offered, none, 1.0).tolist() == [True] * 4
    assert _free(none, offered, 1.0).tolist() == []


def test_who_finds_a_seat_taken_has_the_next_that_is_free():
    assert _seated(["a"], np.array([False, True, False])) == [1]
    assert sorted(_seated(["a", "b", "c"], np.array([True, False, True, True]))) == [0, 2, 3]
    assert _seated(["b", "a"], np.ones(9, dtype=bool)) == _seated(["a", "b"], np.ones(9, dtype=bool))[::-1]


def test_the_ten_rows_stand_where_they_can(register):
    found = locations(register).set_index("id")
    assert found["hoe"].to_dict() == {
        "K01": "gemeente",
        "K02": "gemeente",
        "K03": "gemeente",
        "K04": "gemeente",
        "K05": "gemeente",
        "K06": "regio",
        "K07": "geen",
        "K08": "gemeente",
        "K09": "gemeente",
        "K10": "gemeente",
    }
    assert found.loc["K05", "gebied"] == "GM1892"
    assert found.loc["K06", "gebied"] == "AM20"
    assert found["lon"].isna().sum() == 1


@pytest.mark.parametrize(
    ("plek", "expected"), [("eigen", 0), ("gemeente", 8), ("regio", 1), ("geen", 1), ("buiten", 0)]
)
def test_how_many_stand_where_can_be_followed(register, plek, expected):
    assert amount(register, Selection(), Evidence.of(plek=plek)) == expected


def test_every_activity_of_a_selection_has_one_way_of_standing(register):
    now = Selection(peildatum=pd.Timestamp(2026, 10, 1).date())
    ways = [amount(register, now, Evidence.of(plek=plek)) for plek in ("eigen", "gemeente", "regio", "geen")]
    assert sum(ways) == len(apply(now, register).activiteiten) == 7
