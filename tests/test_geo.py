import json

import pytest
import shapely
from shapely.geometry import Point, box, shape

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


# ── The check that codes join ────────────────────────────────────────────────────────────────────────────────

GOOD = {g.code: (g.naam, g.regio) for g in v.GEMEENTEN}


def test_codes_that_fit_pass():
    geo.check_codes(GOOD)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({code: name for code, name in GOOD.items() if code != "GM0546"}, "ontbreekt: GM0546 Leiden"),
        (GOOD | {"GM0363": ("Amsterdam", "AM99")}, "onbekend: GM0363 Amsterdam"),
        (GOOD | {"GM0546": ("Leyden", "AM19")}, "anders: GM0546"),
        (GOOD | {"GM0632": ("Woerden", "AM20")}, "anders: GM0632"),
        ({}, "ontbreekt: GM0632 Woerden"),
    ],
    ids=["missing", "strange", "misnamed", "other region", "nothing"],
)
def test_codes_that_do_not_fit_are_named(found, said):
    with pytest.raises(geo.BoundaryError, match=said):
        geo.check_codes(found)


# ── Building the boundaries ──────────────────────────────────────────────────────────────────────────────────


def made_up(path, *, change=None):
    """GeoJSON of 29 squares of a kilometre in a row, in the Dutch grid; *change* alters the list of squares."""
    squares = [
        (g.code, g.naam, g.regio, box(90_000 + 1000 * n, 450_000, 91_000 + 1000 * n, 451_000))
        for n, g in enumerate(v.GEMEENTEN)
    ]
    if change:
        change(squares)
    features = [
        {
            "type": "Feature",
            "properties": {"statcode": code, "statnaam": name, "am_code": region},
            "geometry": json.loads(shapely.to_geojson(square)),
        }
        for code, name, region, square in squares
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return path


def _overlap(squares):
    code, name, region, _ = squares[0]
    squares[0] = (code, name, region, box(90_000, 450_000, 91_500, 451_000))


def _lose_one(squares):
    squares.pop()


def _rename(squares):
    code, _, region, square = squares[4]
    squares[4] = (code, "Leyden", region, square)


def test_boundaries_that_fit_are_built(tmp_path):
    written = geo.build_boundaries(made_up(tmp_path / "bron.geojson"), tmp_path / "uit")
    assert [path.name for path in written] == ["gemeenten.geojson", "plaatsen.geojson"]
    built = [json.loads(path.read_text()) for path in written]
    assert set(shapes(built[0])) == set(v.GEMEENTE)
    assert [feature["id"] for feature in built[1]["features"]] == OUR_CODES
    for collection in built:
        for code, polygon in rings(collection):
            assert not polygon.exterior.is_ccw, code
    places = shapes(built[1])
    assert places["AM19"].area == pytest.approx(12 * places["GM0632"].area, rel=0.01)
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["gemeenten.geojson", "plaatsen.geojson"]


@pytest.mark.parametrize("change", [_overlap, _lose_one, _rename], ids=["overlap", "one missing", "misnamed"])
def test_boundaries_that_do_not_fit_raise_and_nothing_is_written(tmp_path, change):
    source = made_up(tmp_path / "bron.geojson", change=change)
    folder = tmp_path / "uit"
    with pytest.raises(geo.BoundaryError):
        geo.build_boundaries(source, folder)
    assert not folder.exists() or not list(folder.iterdir())
