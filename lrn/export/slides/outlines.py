"""The outlines of areas, and freeforms of them.

A freeform has many points: python-pptx looks at all of them again for each point that it writes, and this does not.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Any

from pptx.shapes.freeform import FreeformBuilder
from pptx.util import Length

from lrn import geo
from lrn.export.slides.page import Page, unstyled

Bounds = tuple[tuple[float, float], tuple[float, float]]
Ring = list[tuple[float, float]]
Project = Callable[[float, float], tuple[int, int]]
"""From longitude and latitude to a place on the page."""

_SMALLEST = 0.26  # degrees of longitude across; a town alone would fill the page
_AROUND = 0.06  # of a frame around a place stays free


def outlined(page: Page, pieces: Iterable[Any], project: Project, *, closed: bool = True) -> Any | None:
    """One shape with a contour for each of *pieces* (points); None without any."""
    builder = None
    for piece in pieces:
        points = [project(lon, lat) for lon, lat in piece]
        if builder is None:
            builder = freeform(page, *points[0])
        else:
            builder.move_to(*points[0])
        builder.add_line_segments(points[1:-1] if closed else points[1:], close=closed)
    return None if builder is None else unstyled(builder.convert_to_shape())


def freeform(page: Page, x: float, y: float) -> Any:
    """As ``page.shapes.build_freeform``, from (x, y) in EMU. Make a shape of it once, when all its points are there."""
    return _Outline.new(page.shapes, x, y, 1.0, 1.0)


class _Outline(FreeformBuilder):
    """Finds where it begins at the top and on the left once: no point comes after it is turned into a shape."""

    @cached_property
    def shape_offset_x(self) -> Length:
        return super().shape_offset_x

    @cached_property
    def shape_offset_y(self) -> Length:
        return super().shape_offset_y


@cache
def shape_of(code: str) -> Any:
    """The boundaries of a municipality or place, a shape of shapely."""
    import shapely  # a tenth of a second to import, and only for maps

    features = [*geo.places()["features"], *geo.municipalities()["features"]]
    return shapely.from_geojson(json.dumps(next(each["geometry"] for each in features if each["id"] == code)))


@cache
def middle(code: str) -> tuple[float, float]:
    """Longitude and latitude of the middle of the widest part of an area, where words have most room."""
    import shapely

    narrow = stretch(shape_of(code).centroid.y)
    flat = shapely.transform(shape_of(code), lambda points: points * (narrow, 1))
    x, y = shapely.maximum_inscribed_circle(flat, tolerance=0.002).coords[0]
    return x / narrow, y


def around(code: str) -> Bounds:
    """A frame around one place or municipality, with some of what lies beside it."""
    west, south, east, north = shape_of(code).bounds
    across = max((east - west) * (1 + 2 * _AROUND), _SMALLEST)
    down = max((north - south) * (1 + 2 * _AROUND), _SMALLEST * stretch((south + north) / 2))
    middle = (west + east) / 2, (south + north) / 2
    return (middle[0] - across / 2, middle[0] + across / 2), (middle[1] - down / 2, middle[1] + down / 2)


def stretch(latitude: float) -> float:
    """How long a degree of longitude is at *latitude*, in degrees of latitude."""
    return math.cos(math.radians(latitude))


def rings(code: str, bounds: Bounds | None = None) -> list[Ring]:
    """The rings of a municipality or place, holes too, cut off at *bounds*."""
    import shapely

    shape = shape_of(code)
    if bounds is not None:
        (west, east), (south, north) = bounds
        if not shapely.box(west, south, east, north).covers(shape):
            shape = shapely.clip_by_rect(shape, west, south, east, north)
    polygons = [part for part in shapely.get_parts(shape) if part.geom_type == "Polygon"]
    return [list(ring.coords) for ring in shapely.get_rings(polygons) if len(ring.coords) > 3]
