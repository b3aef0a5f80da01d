"""Places on the map: boundaries, dissolved regions, label points, areas.

Boundaries are kept in ``data/geo/`` (WGS 84, exterior rings clockwise as the map's d3 wants them) and are built from
CBS/Kadaster data by :mod:`lrn.boundaries`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import asinh, atan, cos, degrees, radians, sinh, tan
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from lrn import vocabulary as v

FOLDER = Path(__file__).resolve().parent.parent / "data" / "geo"
MUNICIPALITIES_FILE = FOLDER / "gemeenten.geojson"
PLACES_FILE = FOLDER / "plaatsen.geojson"
AROUND_FILE = FOLDER / "omgeving.geojson"

# Where a name is written (longitude, latitude) when the point inside the area would put names on top of each other.
# Seen at 1440 and 1920 wide; tests/browser holds the labels apart.
LABELS: dict[str, tuple[float, float]] = {
    v.HOLLAND_RIJNLAND: (4.635, 52.2),
    v.ZUID_HOLLAND_CENTRAAL: (4.465, 51.995),
    v.MIDDEN_HOLLAND: (4.78, 51.955),
    "GM0546": (4.49, 52.158),
    "GM0484": (4.645, 52.125),
    "GM1916": (4.405, 52.095),
    "GM0637": (4.50, 52.055),
    "GM0513": (4.71, 52.018),
}
# Where the name of a municipality is written when the map is zoomed in, if not at the same point.
ZOOMED_LABELS: dict[str, tuple[float, float]] = {
    "GM0537": (4.411, 52.192),
    "GM0546": (4.483, 52.15),
    "GM0547": (4.546, 52.156),
    "GM0579": (4.474, 52.193),
}


@cache
def municipalities() -> dict[str, Any]:
    """GeoJSON of the municipalities; each feature's ``id`` is its GM code. Read-only: shared between charts."""
    return _read(MUNICIPALITIES_FILE)


@cache
def places() -> dict[str, Any]:
    """GeoJSON of the places that can be chosen; ``id`` is the code in the vocabulary."""
    return _read(PLACES_FILE)


@cache
def around() -> dict[str, Any]:
    """GeoJSON of the municipalities around ours, as far as a map can show them; ``id`` is the GM code.

    They are there to see in what country the network lies: their borders are coarse, those with ours are not.
    """
    return _read(AROUND_FILE)


@cache
def properties() -> dict[str, dict[str, Any]]:
    """What is known of each municipality and place, by code.

    ``label``: longitude and latitude of a point inside; ``km2``: its area in the Dutch grid, before the boundaries
    were simplified; ``gemeenten``: how many municipalities it is.
    """
    return {
        feature["id"]: feature["properties"]
        for collection in (municipalities(), places())
        for feature in collection["features"]
    }


@cache
def label_points() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of a point inside each municipality and place, by code."""
    return {code: tuple(known["label"]) for code, known in properties().items()}


def year() -> int | None:
    """The year that the boundaries are of; None when their source did not say."""
    return municipalities().get("jaar")


@cache
def feature_text(code: str) -> str:
    """The GeoJSON feature of a municipality or a place, as text."""
    both = (feature for collection in (municipalities(), places()) for feature in collection["features"])
    return json.dumps(next(feature for feature in both if feature["id"] == code))


Window = tuple[tuple[float, float], tuple[float, float]]
"""West and east, south and north, in degrees."""

KM = np.array([111.32 * cos(radians(52.1)), 111.32])
"""Kilometres in a degree of longitude and of latitude, here: on this scale the network may be taken as flat."""


@cache
def bounds() -> Window:
    """West and east, south and north (degrees) of all municipalities, with a margin of 2% around them."""
    return _around(municipalities()["features"], 0.02)


@cache
def window(code: str, *, margin: float) -> Window:
    """What a map that is zoomed to a municipality or a place shows, in degrees.

    *margin* is the part of its width and height that is added on each side; then the shorter side grows until the
    window has the proportions of :func:`bounds` on a Mercator map, so that both fit a frame in the same way.
    """
    (west, east), (south, north) = _around([json.loads(feature_text(code))], margin)
    low, high = mercator(south), mercator(north)
    width, height = radians(east - west), high - low
    wider, taller = max(aspect() * height - width, 0) / 2, max(width / aspect() - height, 0) / 2
    more = degrees(wider)
    return (west - more, east + more), (latitude(low - taller), latitude(high + taller))


def middle(window: Window) -> tuple[float, float]:
    """Longitude and latitude in the middle of *window* on a Mercator map."""
    (west, east), (south, north) = window
    return (west + east) / 2, latitude((mercator(south) + mercator(north)) / 2)


@cache
def aspect() -> float:
    """The width of :func:`bounds` by their height on a Mercator map."""
    (west, east), (south, north) = bounds()
    return radians(east - west) / (mercator(north) - mercator(south))


def mercator(lat: float) -> float:
    """How far north a latitude (degrees) lies on a Mercator map of a globe with radius 1."""
    return asinh(tan(radians(lat)))


def latitude(height: float) -> float:
    """The latitude (degrees) that :func:`mercator` puts at *height*."""
    return degrees(atan(sinh(height)))


def corners(windows: Iterable[Window]) -> np.ndarray:
    """The lower left and the upper right corner of each window, in degrees: an array of n × 2 × 2."""
    found = [((west, south), (east, north)) for (west, east), (south, north) in windows]
    return np.array(found, dtype=float).reshape(-1, 2, 2)


@cache
def flat(code: str) -> Any:
    """The shape of a municipality or a place in km (:data:`KM`), prepared for questions about many points."""
    shape = shapely.transform(shapely.from_geojson(feature_text(code)), lambda degrees: degrees * KM)
    shapely.prepare(shape)
    return shape


@cache
def flat_network() -> Any:
    """All municipalities as one shape, as :func:`flat` gives one."""
    shape = shapely.union_all([flat(code) for code in v.GEMEENTE])
    shapely.prepare(shape)
    return shape


def honeycomb(west: float, south: float, east: float, north: float, step: float) -> np.ndarray:
    """Points of a honeycomb, *step* apart, that cover a box; the same honeycomb wherever the box is."""
    height = step * np.sqrt(3) / 2
    rows = np.arange(np.floor(south / height), np.ceil(north / height) + 1)
    columns = np.arange(np.floor(west / step) - 1, np.ceil(east / step) + 1)
    across, up = np.meshgrid(columns, rows)
    return np.column_stack([((across + up % 2 / 2) * step).ravel(), (up * height).ravel()])


def _around(features: list[dict[str, Any]], margin: float) -> Window:
    points = [point for feature in features for polygon in _polygons(feature["geometry"]) for point in polygon[0]]
    sides = []
    for axis in (0, 1):
        low, high = min(p[axis] for p in points), max(p[axis] for p in points)
        more = (high - low) * margin
        sides.append((low - more, high + more))
    return sides[0], sides[1]


@cache
def neighbours(place: str) -> tuple[str, ...]:
    """The codes of the places that share a border with *place*, in the order of the vocabulary.

    Read from the boundaries themselves: neighbours share their vertices exactly, and a border is at least two of
    them. Empty for a place without boundaries (elders, zonder).
    """
    corners = {f["id"]: _corners(f["geometry"]) for f in places()["features"]}
    own = corners.get(place, set())
    return tuple(c for c in v.KIESBARE_PLAATSEN if c != place and len(own & corners[c]) >= 2)


def _corners(geometry: dict[str, Any]) -> set[tuple[float, float]]:
    return {(lon, lat) for polygon in _polygons(geometry) for ring in polygon for lon, lat in ring}


def _polygons(geometry: dict[str, Any]) -> list:
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def municipality_label(code: str, *, zoomed: bool = False) -> tuple[float, float]:
    """Longitude and latitude at which the name of a municipality is written."""
    return (ZOOMED_LABELS.get(code) if zoomed else None) or LABELS.get(code) or label_points()[code]


@cache
def part_label(code: str, within: Window, *, room: float) -> tuple[float, float] | None:
    """The middle of the part of a municipality that lies *within* a window, or None when that part is too small.

    Longitude and latitude of the centre of its largest circle, whose radius must be *room* (degrees) at least.
    """
    (west, east), (south, north) = within
    part = shapely.intersection(shapely.from_geojson(feature_text(code)), shapely.box(west, south, east, north))
    if part.is_empty or not part.area:
        return None
    circle = shapely.maximum_inscribed_circle(part, tolerance=0.001)  # from its centre to its edge
    return tuple(circle.coords[0]) if circle.length >= room else None


def place_label(code: str, *, spread: bool = True) -> tuple[float, float]:
    """Longitude and latitude at which the name of a place is written.

    *spread* keeps it clear of the names of the key municipalities; without it the name stands in the middle.
    """
    return LABELS.get(code, label_points()[code]) if spread else label_points()[code]


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))
