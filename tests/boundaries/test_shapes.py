"""Simplifying: fewer points, the same areas, neighbours that stay neighbours."""

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import box

from lrn.boundaries import shapes
from lrn.boundaries.errors import BoundaryError


def test_a_straight_line_keeps_only_its_ends():
    square = shapely.segmentize(box(90_000, 450_000, 92_000, 452_000), 100)
    found, _ = shapes.simplified(gpd.GeoSeries({"GM0546": square}, crs=28992))
    assert shapely.get_num_coordinates(found["GM0546"]) == 5


def test_a_small_municipality_is_not_worn_away():
    """A corner of the little one is half a hectare: a tolerance of 100 metres would cut it off."""
    little = shapely.Polygon([(0, 0), (300, 0), (300, 200), (200, 300), (0, 300)])
    large = shapely.Polygon([(300, 0), (9000, 0), (9000, 9000), (0, 9000), (0, 300), (200, 300), (300, 200)])
    source = gpd.GeoSeries({"GM0546": little, "GM0547": large}, crs=28992).translate(90_000, 450_000)
    found, _ = shapes.simplified(source)
    assert found.area["GM0546"] == pytest.approx(85_000, rel=0.01)
    assert shapely.coverage_is_valid(found.to_numpy())


def test_what_rounding_spoils_is_refused():
    sliver = gpd.GeoSeries({"GM0546": box(90_000, 450_000, 90_000.3, 450_000.3)}, crs=28992)
    with pytest.raises(BoundaryError, match="afgerond"):
        shapes.simplified(sliver)
