"""Places on the map: boundaries, dissolved regions, label points, areas.

Boundaries are kept in ``data/geo/`` (WGS 84, exterior rings clockwise as the map's d3 wants them) and are built from
CBS/Kadaster data by :mod:`lrn.boundaries`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from lrn import vocabulary as v

FOLDER = Path(__file__).resolve().parent.parent / "data" / "geo"
MUNICIPALITIES_FILE = FOLDER / "gemeenten.geojson"
PLACES_FILE = FOLDER / "plaatsen.geojson"

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


@cache
def municipalities() -> dict[str, Any]:
    """GeoJSON of the municipalities; each feature's ``id`` is its GM code. Read-only: shared between charts."""
    return _read(MUNICIPALITIES_FILE)


@cache
def places() -> dict[str, Any]:
    """GeoJSON of the places: three regions, Woerden, Haaglanden; ``id`` is the code in the vocabulary."""
    return _read(PLACES_FILE)


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


def only(collection: dict[str, Any], codes: Iterable[str]) -> dict[str, Any]:
    """The features of *collection* with one of *codes*: each trace of a map carries no more than it draws."""
    wanted = set(codes)
    return {"type": collection["type"], "features": [f for f in collection["features"] if f["id"] in wanted]}


@cache
def bounds() -> tuple[tuple[float, float], tuple[float, float]]:
    """West and east, south and north (degrees) of all municipalities, with a margin of 2% around them."""
    points = [
        point
        for feature in municipalities()["features"]
        for polygon in _polygons(feature["geometry"])
        for point in polygon[0]
    ]
    sides = []
    for axis in (0, 1):
        low, high = min(p[axis] for p in points), max(p[axis] for p in points)
        margin = (high - low) * 0.02
        sides.append((low - margin, high + margin))
    return sides[0], sides[1]


def _polygons(geometry: dict[str, Any]) -> list:
    return geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


def municipality_label(code: str) -> tuple[float, float]:
    """Longitude and latitude at which the name of a municipality is written."""
    return LABELS.get(code) or label_points()[code]


def place_label(code: str, *, spread: bool = True) -> tuple[float, float]:
    """Longitude and latitude at which the name of a place is written.

    *spread* keeps it clear of the names of the key municipalities; without it the name stands in the middle.
    """
    return LABELS.get(code, label_points()[code]) if spread else label_points()[code]


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))
