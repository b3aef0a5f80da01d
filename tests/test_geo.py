import math

import pytest
import shapely
from shapely.geometry import Point, shape

from lrn import geo
from lrn import vocabulary as v

OUR_CODES = [
    "AM19", "AM34", "AM20", "GM0632", "AM21",
]  # fmt: skip


def shapes(collection):
    return {feature["id"]: shape(feature["geometry"]) for feature in collection["features"]}


def rings(collection):
    for feature in collection["features"]:
        geometry = shape(feature["geometry"])
        for polygon in getattr(geometry, "geoms", [geometry]):
            yield feature["id"], polygon


def test_the_map_has_the_municipalities_of_the_vocabulary():
    assert set(shapes(geo.municipalities())) == set(v.GEMEENTE)
    assert len(geo.municipalities()["features"]) == 29


def test_the_map_has_five_places_and_woerden_is_one():
    assert [feature["id"] for feature in geo.places()["features"]] == OUR_CODES


@pytest.mark.parametrize("collection", [geo.municipalities, geo.places], ids=["municipalities", "places"])
def test_exterior_rings_run_clockwise_and_shapes_are_valid(collection):
    for code, polygon in rings(collection()):
        assert not polygon.exterior.is_ccw, code
        assert polygon.is_valid, code


@pytest.mark.parametrize(("place", "amount"), [("AM19", 12), ("AM34", 6), ("AM20", 4), ("AM21", 5), ("GM0632", 1)])
def test_a_region_is_as_large_as_its_municipalities_together(place, amount):
    members = [
        geometry
        for code, geometry in shapes(geo.municipalities()).items()
        if code == place or v.GEMEENTE[code].regio == place
    ]
    assert len(members) == amount
    assert shapes(geo.places())[place].area == pytest.approx(sum(m.area for m in members), rel=0.001)


def test_no_region_holds_zuidplas():
    inside = shapes(geo.municipalities())["GM1892"].representative_point()
    assert not any(geometry.contains(inside) for geometry in shapes(geo.places()).values())


def test_shapes_lie_in_the_west_of_the_netherlands():
    west, south, east, north = shapely.total_bounds(list(shapes(geo.municipalities()).values()))
    assert 4.0 < west < east < 5.1
    assert 51.8 < south < north < 52.4
    (low_x, high_x), (low_y, high_y) = geo.bounds()
    assert low_x < west < east < high_x
    assert low_y < south < north < high_y


@pytest.mark.parametrize("collection", [geo.municipalities, geo.places], ids=["municipalities", "places"])
def test_label_points_lie_inside_their_shapes(collection):
    points = geo.label_points()
    for code, geometry in shapes(collection()).items():
        assert geometry.contains(Point(points[code])), code


@pytest.mark.parametrize("code", sorted(v.GEMEENTE))
def test_the_name_of_a_municipality_is_written_on_it(code):
    assert shapes(geo.municipalities())[code].contains(Point(geo.municipality_label(code)))


@pytest.mark.parametrize("code", OUR_CODES)
def test_the_name_of_a_place_is_written_near_it(code):
    geometry = shapes(geo.places())[code]
    assert geometry.contains(Point(geo.place_label(code, spread=False)))
    assert geometry.distance(Point(geo.place_label(code))) < 0.02


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("AM19", ("AM34", "AM20", "GM0632")),
        ("AM34", ("AM19", "AM21")),  # Zuidplas lies between it and Midden-Holland
        ("AM20", ("AM19", "GM0632")),
        ("GM0632", ("AM19", "AM20")),
        ("AM21", ("AM34",)),
        ("elders", ()),
        ("zonder", ()),
    ],
)
def test_neighbours_share_a_border(place, expected):
    assert geo.neighbours(place) == expected
    shared = shapes(geo.places())
    touching = {
        code for code, area in shared.items() if place in shared and area.intersection(shared[place]).length > 0
    }
    assert touching - {place} == set(expected)


@pytest.mark.parametrize(("place", "amount"), [("AM19", 12), ("AM34", 6), ("AM20", 4), ("AM21", 5), ("GM0632", 1)])
def test_the_area_of_a_region_is_that_of_its_municipalities_together(place, amount):
    known = geo.properties()
    members = [g.code for g in v.GEMEENTEN if place in (g.code, g.regio)]
    assert known[place]["gemeenten"] == len(members) == amount
    assert known[place]["km2"] == pytest.approx(sum(known[code]["km2"] for code in members), abs=0.05 * amount)


def test_areas_are_about_what_statistics_netherlands_gives():
    """Land and water together, CBS: Alphen aan den Rijn 133, Woerden 93, Delft 24 square kilometres."""
    known = geo.properties()
    assert known["GM0484"]["km2"] == pytest.approx(133, rel=0.03)
    assert known["GM0632"]["km2"] == pytest.approx(93, rel=0.03)
    assert known["GM0503"]["km2"] == pytest.approx(24, rel=0.03)


def test_the_boundaries_know_of_which_year_they_are():
    assert geo.municipalities()["jaar"] == geo.places()["jaar"] == geo.around()["jaar"] == geo.year() == 2024


def test_the_outlines_are_as_fine_as_what_is_published():
    """CBS's generalised municipalities of 2024 have 2,849 points; those of 0.3 had 408."""
    assert 2_400 < sum(shapely.get_num_coordinates(shape) for shape in shapes(geo.municipalities()).values()) < 2_850


def test_the_municipalities_around_ours_touch_them_and_leave_the_sea_open():
    around = shapes(geo.around())
    assert not set(around) & set(v.GEMEENTE)
    assert {"GM0394", "GM0599", "GM0344"} <= set(around)  # Haarlemmermeer, Rotterdam, Utrecht
    assert shapely.coverage_is_valid([*shapes(geo.municipalities()).values(), *around.values()])
    sea = shapely.Point(4.2, 52.25)
    assert not any(shape.contains(sea) for shape in around.values())


def test_what_a_map_shows_beyond_ours_has_land_up_to_its_edges():
    """Every window that a map can be zoomed to lies within what was kept of the country; the sea is in the west."""
    land = shapely.union_all([*shapes(geo.municipalities()).values(), *shapes(geo.around()).values()])
    west, south, east, north = land.bounds
    windows = [geo.bounds(), *(geo.window(c, margin=0.45) for c in v.GEMEENTE)]
    windows += [geo.window(code, margin=0.05) for code in v.KIESBARE_PLAATSEN]
    for (left, right), (low, high) in windows:
        assert south < low < high < north
        assert west - 0.1 < left < right < east


# ── Zooming in ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("code", [*v.GEMEENTE, *OUR_CODES])
def test_a_window_holds_its_area_and_has_the_proportions_of_the_network(code):
    (west, east), (south, north) = geo.window(code, margin=0.05)
    collection = geo.municipalities() if code in v.GEMEENTE else geo.places()
    low_x, low_y, high_x, high_y = shapes(collection)[code].bounds
    assert west < low_x < high_x < east
    assert south < low_y < high_y < north
    height = geo.mercator(north) - geo.mercator(south)
    assert math.radians(east - west) / height == pytest.approx(geo.aspect())


@pytest.mark.parametrize("lat", [-60, 0, 52.1, 80])
def test_latitudes_go_to_the_map_and_back(lat):
    assert geo.latitude(geo.mercator(lat)) == pytest.approx(lat)


def test_the_middle_of_a_window_is_between_its_sides():
    lon, lat = geo.middle(((4.0, 5.0), (51.0, 53.0)))
    assert lon == 4.5
    assert 52.0 < lat < 52.02  # north is stretched on a Mercator map
