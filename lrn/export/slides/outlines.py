"""The outlines of areas, and freeforms of them.

A freeform has many points: python-pptx makes an element of each by itself, which takes far longer than all at once.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from lrn import geo
from lrn.export.slides.page import Page

Bounds = tuple[tuple[float, float], tuple[float, float]]
Ring = list[tuple[float, float]]
Project = Callable[[float, float], tuple[int, int]]
"""From longitude and latitude to a place on the page."""

_SMALLEST = 0.26  # degrees of longitude across; a town alone would fill the page
_AROUND = 0.06  # of a frame around a place stays free


def outlined(page: Page, pieces: Iterable[Any], project: Project, *, closed: bool = True) -> Any | None:
    """One shape with a contour for each of *pieces* (points); None without any."""
    contours = [[project(lon, lat) for lon, lat in piece] for piece in pieces]
    if not contours:
        return None
    left, right = (end(x for contour in contours for x, _ in contour) for end in (min, max))
    top, bottom = (end(y for contour in contours for _, y in contour) for end in (min, max))
    path = "".join(_contour(contour, left, top, closed=closed) for contour in contours)
    across, down = right - left, bottom - top
    shapes = page.shapes
    made = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{shapes._next_shape_id}" name="Vorm"/><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="l" t="t" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{across}" h="{down}">{path}</a:path></a:pathLst></a:custGeom></p:spPr>'
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
    )
    shapes._spTree.insert_element_before(made, "p:extLst")
    return shapes._shape_factory(made)


def _contour(points: Sequence[tuple[int, int]], left: int, top: int, *, closed: bool) -> str:
    """One contour as the path of a shape has it, of which *left* and *top* are the corner."""
    (first, *rest) = (f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in (points[:-1] if closed else points))
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return f"<a:moveTo>{first}</a:moveTo>{lines}{'<a:close/>' if closed else ''}"


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
