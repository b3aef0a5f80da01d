"""Places on the map: boundaries, dissolved regions, label points, and the check that codes join.

Boundaries are kept in ``data/geo/gemeenten.geojson`` (WGS 84, exterior rings clockwise as the map's d3 wants them)
and are built by :func:`build_boundaries` from CBS/Kadaster data in the Dutch grid (EPSG:28992).
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
DECIMALS = 5  # of a degree: about a metre

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


class BoundaryError(Exception):
    """The boundaries do not fit the vocabulary; the text says which codes are missing, strange or misnamed."""


@cache
def municipalities() -> dict[str, Any]:
    """GeoJSON of the municipalities; each feature's ``id`` is its GM code. Read-only: shared between charts."""
    return _read(MUNICIPALITIES_FILE)


@cache
def places() -> dict[str, Any]:
    """GeoJSON of the places: three regions, Woerden, Haaglanden; ``id`` is the code in the vocabulary."""
    return _read(PLACES_FILE)


@cache
def label_points() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of a point inside each municipality and place, by code."""
    return {
        feature["id"]: tuple(feature["properties"]["label"])
        for collection in (municipalities(), places())
        for feature in collection["features"]
    }


def only(collection: dict[str, Any], codes: Iterable[str]) -> dict[str, Any]:
    """The features of *collection* with one of *codes*: each trace of a map carries no more than it draws."""
    wanted = set(codes)
    return collection | {"features": [f for f in collection["features"] if f["id"] in wanted]}


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


def municipality_label(code: str) -> tuple[float, float]:
    """Longitude and latitude at which the name of a municipality is written."""
    return LABELS.get(code) or label_points()[code]


def place_label(code: str, *, spread: bool = True) -> tuple[float, float]:
    """Longitude and latitude at which the name of a place is written.

    *spread* keeps it clear of the names of the key municipalities; without it the name stands in the middle.
    """
    return LABELS.get(code, label_points()[code]) if spread else label_points()[code]


def check_codes(found: dict[str, tuple[str, str]]) -> None:
    """Raise :class:`BoundaryError` unless *found* (code → name, region code) is exactly the vocabulary's list."""
    wanted = {g.code: (g.naam, g.regio) for g in v.GEMEENTEN}
    problems = [f"ontbreekt: {code} {wanted[code][0]}" for code in wanted.keys() - found.keys()]
    problems += [f"onbekend: {code} {found[code][0]}" for code in found.keys() - wanted.keys()]
    problems += [
        f"anders: {code} is {found[code]}, verwacht {wanted[code]}"
        for code in wanted.keys() & found.keys()
        if wanted[code] != found[code]
    ]
    if problems:
        raise BoundaryError("; ".join(sorted(problems)))


def build_boundaries(source: Path, folder: Path = FOLDER) -> list[Path]:
    """Build both boundary files from *source* and return their paths.

    *source* is GeoJSON in EPSG:28992 with fields statcode, statnaam and am_code (CBS/Kadaster, generalised).
    Regions are dissolved in that grid, where neighbours share their vertices exactly. Raises
    :class:`BoundaryError` when codes do not fit or neighbours overlap; then nothing is written.
    """
    import geopandas as gpd  # half a second to import, and only needed here
    import shapely

    frame = gpd.read_file(source)
    rows = zip(frame["statcode"], frame["statnaam"], frame["am_code"], strict=True)
    check_codes({code: (name, region) for code, name, region in rows})
    if not shapely.coverage_is_valid(frame.geometry.to_numpy()):
        raise BoundaryError("gemeenten overlappen elkaar of laten een spleet open")

    frame["plaats"] = [v.place_of_municipality(code) for code in frame["statcode"]]
    dissolved = frame[frame["plaats"].isin(v.KIESBARE_PLAATSEN)].dissolve("plaats")
    gemeenten = _features({code: row.geometry for code, row in frame.set_index("statcode").iterrows()}, frame.crs)
    plaatsen = _features({code: dissolved.geometry[code] for code in v.KIESBARE_PLAATSEN}, frame.crs)

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, features in ((MUNICIPALITIES_FILE.name, gemeenten), (PLACES_FILE.name, plaatsen)):
        target = folder / name
        temporary = target.with_suffix(".tmp")
        text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
        temporary.write_text(text + "\n", encoding="utf-8")
        written.append((temporary, target))
    return [temporary.replace(target) for temporary, target in written]


def _features(shapes: dict[str, Any], crs: Any) -> list[dict[str, Any]]:
    """GeoJSON features in WGS 84 with clockwise exterior rings and a label point inside each shape."""
    import geopandas as gpd
    import shapely

    series = gpd.GeoSeries(shapes, crs=crs)
    points = series.representative_point().to_crs(4326)
    series = series.to_crs(4326)
    turned = shapely.orient_polygons(series.to_numpy(), exterior_cw=True)
    return [
        {
            "type": "Feature",
            "id": code,
            "properties": {"label": [round(points[code].x, DECIMALS), round(points[code].y, DECIMALS)]},
            "geometry": json.loads(shapely.to_geojson(shapely.transform(shape, lambda c: c.round(DECIMALS)))),
        }
        for code, shape in zip(series.index, turned, strict=True)
    ]


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))
