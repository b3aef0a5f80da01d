"""The shapes on a map are as fine as its scale shows, fit each other, and cost little to send."""

import numpy as np
import pytest
import shapely

from lrn import geo
from lrn import vocabulary as v
from lrn.charts import shapes

NETWORK = {"window": geo.bounds(), "km_per_pixel": 0.1}
LEIDEN = {"window": geo.window("GM0546", margin=0.45), "km_per_pixel": 0.02}


def drawn(codes, **scale):
    return {f["id"]: shapely.geometry.shape(f["geometry"]) for f in shapes.areas(codes, **scale)["features"]}


def points(found):
    return int(shapely.get_num_coordinates(list(found.values())).sum())


@pytest.mark.parametrize("scale", [NETWORK, LEIDEN], ids=["network", "Leiden"])
def test_neighbours_stay_neighbours_and_rings_run_clockwise(scale):
    seen = shapely.box(*(scale["window"][side][end] for end in (0, 1) for side in (0, 1)))
    near = [shape for shape in drawn(v.GEMEENTE, **scale).values() if shape.intersects(seen)]
    assert shapely.coverage_is_valid(near)
    assert not any(p.exterior.is_ccw for shape in near for p in shapely.get_parts(shape))


def test_a_place_is_its_municipalities_together():
    municipalities, places = drawn(v.GEMEENTE, **NETWORK), drawn(v.KIESBARE_PLAATSEN, **NETWORK)
    for code, shape in places.items():
        members = [municipalities[g] for g in v.GEMEENTE if v.place_of_municipality(g) == code]
        assert shape.equals(shapely.union_all(members)), code


def test_the_nearer_a_map_the_finer_it_is_and_no_more_of_it_than_is_seen():
    far, near = drawn(v.GEMEENTE, **NETWORK), drawn(v.GEMEENTE, **LEIDEN)
    assert points({"": near["GM0546"]}) > 1.5 * points({"": far["GM0546"]})
    assert set(far) == set(v.GEMEENTE)
    assert "GM1931" not in near  # Krimpenerwaard is not in the picture
    (west, east), (south, north) = LEIDEN["window"]
    frame = shapely.box(west, south, east, north)
    assert all(shape.intersects(frame) for shape in near.values())
    assert all(frame.buffer((east - west) * 0.05).covers(shape) for shape in near.values())


def test_the_network_is_some_three_times_as_fine_as_it_was():
    """Version 0.3 drew 408 points; what is kept beyond some 1,200 shows only where a map is zoomed in."""
    assert 2.8 * 408 < points(drawn(v.GEMEENTE, **NETWORK)) < 4 * 408


def test_what_a_map_shows_lies_no_further_off_than_a_few_pixels():
    for scale in (NETWORK, LEIDEN):
        for code, shape in drawn(["GM0546", "GM0547"], **scale).items():
            flat = shapely.transform(shape, lambda c: c * geo.KM)
            assert shapely.hausdorff_distance(flat, geo.flat(code)) < 4 * scale["km_per_pixel"], code


def test_the_land_ends_at_the_sea_and_beyond_the_window():
    land = shapes.land(**NETWORK)
    (_, east), (south, north) = geo.bounds()
    assert not land.contains(shapely.Point(4.2, 52.25))
    assert land.contains(shapely.Point(east, north))
    assert land.contains(shapely.Point(east, south))
    within = shapes.land(**NETWORK, margin=0)
    assert within.bounds[2] == pytest.approx(east, abs=1e-4)
    ours = shapely.union_all(list(drawn(v.GEMEENTE, **NETWORK).values()))
    assert shapely.difference(ours, land).area < 1e-6


def test_borders_around_ours_are_drawn_once_and_never_on_ours():
    pieces = [shapely.LineString(piece) for piece in shapes.borders(**NETWORK)]
    ours = shapely.union_all(list(drawn(v.GEMEENTE, **NETWORK).values()))
    assert pieces
    assert all(shapely.intersection(piece, ours).length < 1e-6 for piece in pieces)
    assert sum(piece.length for piece in pieces) == pytest.approx(shapely.union_all(pieces).length)


def test_a_line_keeps_its_pieces_apart():
    lon, lat = shapes.line([np.array([[4.0, 52.0], [5.0, 53.0]]), np.array([[6.0, 51.0], [7.0, 50.0]])])
    assert lon.dtype == lat.dtype == "float32"
    assert lon[:2].tolist() == [4.0, 5.0]
    assert np.isnan(lon[2])
    assert lat[3:].tolist() == [51.0, 50.0]
    assert len(shapes.line([])[0]) == 0


def lengths(borders, **scale):
    """Of each border that is drawn: its colour, and how long it is (degrees)."""
    return {
        colour: shapely.MultiLineString(pieces(found)).length
        for (_, colour, _), found in shapes.outlines(borders, **scale)
    }


def pieces(line):
    points = np.column_stack(line)
    gaps = np.flatnonzero(np.isnan(points[:, 0]))
    return [piece[~np.isnan(piece[:, 0])] for piece in np.split(points, gaps)]


def test_an_outline_leaves_out_what_is_not_seen():
    assert lengths([(["GM1931"], "red", 2)], **LEIDEN) == {}
    assert lengths([(["GM0546"], "red", 2)], **LEIDEN)["red"] > 0.2


def test_of_two_borders_on_each_other_only_the_upper_one_is_drawn_if_it_hides_the_other():
    leiden, leiderdorp = ["GM0546"], ["GM0547"]
    alone = lengths([(leiden, "red", 2)], **LEIDEN)["red"]
    both = lengths([(leiden, "red", 2), (leiderdorp, "blue", 2)], **LEIDEN)
    shapes_ = drawn([*leiden, *leiderdorp], **LEIDEN)
    shared = shapely.intersection(shapes_["GM0546"].boundary, shapes_["GM0547"].boundary).length
    assert shared > 0.01
    assert both["red"] == pytest.approx(alone - shared, rel=1e-3)
    assert lengths([(leiden, "red", 2), (leiderdorp, "blue", 1)], **LEIDEN)["red"] == pytest.approx(alone)
    assert set(lengths([(leiden, "red", 2), (leiden, "blue", 3)], **LEIDEN)) == {"blue"}
