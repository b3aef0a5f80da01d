"""The shapes that a map draws: as fine as its scale shows and no finer, for every point of them is sent to the browser.

What is filled is GeoJSON, for it can be clicked. Borders and the land around the network are lines, whose numbers are
sent as binary: 11 characters a point, where GeoJSON takes 17.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from lrn import geo
from lrn import vocabulary as v

_FINE = 1.9  # pixels: what is smaller than a square of this size is left out
_DECIMALS = 4  # of a degree: about ten metres
_COARSE = 0.25  # km, for what lies outside the window of a map
_BEYOND = 0.02

Line = tuple[np.ndarray, np.ndarray]
"""Longitudes and latitudes; NaN between two pieces."""


def areas(codes: Iterable[str], *, window: geo.Window, km_per_pixel: float) -> dict[str, Any]:
    """GeoJSON of the municipalities and places that come into *window*, as a map of that scale shows them."""
    found = []
    for code, shape in _seen(codes, window, km_per_pixel).items():
        cut = shapely.transform(_cut(shape, window), lambda points: points.round(_DECIMALS))
        found.append(feature(code, shapely.orient_polygons(cut, exterior_cw=True)))
    return {"type": "FeatureCollection", "features": found}


Border = tuple[Collection[str], str, float]
"""The codes of areas that get a border of their own, its colour, and its width in pixels."""


def outlines(borders: Sequence[Border], *, window: geo.Window, km_per_pixel: float) -> list[tuple[Border, Line]]:
    """The *borders* that come into *window*, each drawn over those before it: what it hides of them is left out."""
    found: list[tuple[Border, Line]] = []
    drawn: list[tuple[float, shapely.Geometry]] = []
    for border in reversed(borders):
        codes, _, width = border
        edges = shapely.union_all(shapely.boundary(list(_seen(codes, window, km_per_pixel).values())))
        over = shapely.union_all([other for wide, other in drawn if wide >= width])
        pieces = _pieces(_cut(shapely.difference(edges, over), window))
        drawn.append((width, edges))
        if pieces:
            found.append((border, line(pieces)))
    return found[::-1]


def land(*, window: geo.Window, km_per_pixel: float, margin: float = _BEYOND) -> shapely.Geometry:
    """All land in *window*, ours and what lies around it, without the sea; rings run clockwise.

    *margin* is how much further it goes, as a part of the window, so that no edge of the cut is seen.
    """
    fine = _shapes(_detail(km_per_pixel))
    whole = shapely.coverage_union_all([fine[code] for code in (*v.GEMEENTE, *_around())])
    seen = shapely.transform(_cut(whole, window, margin), lambda c: c.round(_DECIMALS))
    return shapely.orient_polygons(seen, exterior_cw=True)


def borders(*, window: geo.Window, km_per_pixel: float, margin: float = _BEYOND) -> list[np.ndarray]:
    """The borders in *window* of the municipalities around ours, each once; those with ours are left out."""
    fine = _shapes(_detail(km_per_pixel))
    around = [fine[code] for code in _around()]
    if not around:
        return []
    ours = shapely.coverage_union_all([fine[code] for code in v.GEMEENTE]).boundary
    lines = shapely.difference(shapely.union_all(shapely.boundary(around)), ours)
    return _pieces(_cut(lines, window, margin))


def feature(code: str, shape: shapely.Geometry) -> dict[str, Any]:
    """GeoJSON of one area."""
    return {"type": "Feature", "id": code, "properties": {}, "geometry": json.loads(shapely.to_geojson(shape))}


def rings(shape: shapely.Geometry) -> list[np.ndarray]:
    """The outer rings of a polygon, or of several: longitudes and latitudes, the last point as the first."""
    return [shapely.get_coordinates(p.exterior) for p in shapely.get_parts(shape) if p.geom_type == "Polygon"]


def line(pieces: Iterable[np.ndarray]) -> Line:
    """Pieces of line as one."""
    gap = np.full((1, 2), np.nan)
    joined = np.concatenate([part for piece in pieces for part in (piece, gap)][:-1] or [np.empty((0, 2))])
    return joined[:, 0].astype("float32"), joined[:, 1].astype("float32")


def _detail(km_per_pixel: float) -> float:
    return round(min(_FINE * km_per_pixel, _COARSE), 4)


@lru_cache(maxsize=64)  # a scale for each area that a map can be zoomed to
def _shapes(tolerance: float) -> dict[str, shapely.Geometry]:
    """The municipalities, those around them and the places by code, without what is smaller than *tolerance* (km)."""
    features = [*geo.municipalities()["features"], *geo.around()["features"]]
    codes = [feature["id"] for feature in features]
    flat = [shapely.transform(shapely.geometry.shape(f["geometry"]), lambda c: c * geo.KM) for f in features]
    plain = shapely.coverage_simplify(flat, tolerance)
    rounded = shapely.transform(plain, lambda c: (c / geo.KM).round(_DECIMALS))
    found = dict(zip(codes, shapely.orient_polygons(rounded, exterior_cw=True), strict=True))
    for place in v.KIESBARE_PLAATSEN:
        if place not in found:
            members = [found[code] for code in v.GEMEENTE if v.place_of_municipality(code) == place]
            found[place] = shapely.orient_polygons(shapely.coverage_union_all(members), exterior_cw=True)
    return found


def _around() -> list[str]:
    return [feature["id"] for feature in geo.around()["features"]]


def _seen(codes: Iterable[str], window: geo.Window, km_per_pixel: float) -> dict[str, shapely.Geometry]:
    (west, east), (south, north) = window
    fine, frame = _shapes(_detail(km_per_pixel)), shapely.box(west, south, east, north)
    return {code: fine[code] for code in codes if shapely.intersects(fine[code], frame)}


def _pieces(lines: shapely.Geometry) -> list[np.ndarray]:
    parts = shapely.get_parts(shapely.line_merge(lines))
    return [shapely.get_coordinates(part) for part in parts if part.geom_type == "LineString"]


def _cut(shape: shapely.Geometry, window: geo.Window, margin: float = _BEYOND) -> shapely.Geometry:
    (west, east), (south, north) = window
    more, up = (east - west) * margin, (north - south) * margin
    return shapely.clip_by_rect(shape, west - more, south - up, east + more, north + up)
