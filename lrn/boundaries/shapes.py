"""Shapes of municipalities: from what a source says to the Dutch grid, simplified, and on to what the map draws."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import orjson
import shapely

from lrn import vocabulary as v
from lrn.boundaries.errors import BoundaryError, SourceError
from lrn.boundaries.geojson import WGS84, Municipality

RD = 28992  # the Dutch grid, in metres
ETRS89 = 4258  # degrees too; for a map the same as WGS 84
DECIMALS = 5  # of a degree: about a metre
LARGEST_DIFFERENCE = 0.01  # of a municipality's area, between the source and what is written
# Metres, tried in turn. CBS's generalised municipalities come through the first unchanged, down to the vertex.
TOLERANCES = (100.0, 50.0, 25.0, 12.0, 6.0, 3.0, 0.0)

Bounds = tuple[float, float, float, float]  # west, south, east, north
# Of the Netherlands, generously.
IN_METRES = (-10_000, 290_000, 300_000, 640_000)
IN_DEGREES = (3.0, 50.5, 7.5, 53.8)


def in_grid(found: Iterable[Municipality], epsg: int | None, name: str) -> gpd.GeoSeries:
    """The shapes by code, in EPSG:28992. *epsg* is what the source says of its coordinates; None: their range tells.

    Raises :class:`SourceError` with *name* when there are none, or they are not where they say.
    """
    shapes = {m.code: _geometry(m, name) for m in found}
    west, south, east, north = shapely.total_bounds(list(shapes.values()))
    if _within((south, west, north, east), IN_DEGREES):  # the latitude first, as some write EPSG:4326
        shapes = {code: shapely.transform(shape, lambda c: c[:, ::-1]) for code, shape in shapes.items()}
        west, south, east, north = south, west, north, east
    bounds = (west, south, east, north)
    seen = RD if _within(bounds, IN_METRES) else WGS84 if _within(bounds, IN_DEGREES) else None
    said = WGS84 if epsg == ETRS89 else epsg
    if said not in (None, RD, WGS84):
        raise SourceError(
            f"De grenzen van {name} staan in een ander coördinatenstelsel: vraag EPSG:{RD} of EPSG:{WGS84}."
        )
    if seen is None or said not in (None, seen):
        raise SourceError(
            f"De coördinaten van {name} kloppen niet: zij liggen niet in Nederland, of elders dan zij zeggen."
        )
    return gpd.GeoSeries(shapes, crs=epsg or seen).to_crs(RD)


def _geometry(municipality: Municipality, name: str) -> shapely.Geometry:
    try:
        shape = shapely.force_2d(shapely.from_geojson(orjson.dumps(municipality.shape).decode()))
    except (shapely.errors.ShapelyError, ValueError, TypeError):
        shape = None
    if shape is None or shape.is_empty or shape.geom_type not in ("Polygon", "MultiPolygon"):
        raise SourceError(f"Wat {name} als vlak van {v.GEMEENTE[municipality.code].naam} geeft, is geen vlak.")
    return shape


def _within(bounds: Bounds, outer: Bounds) -> bool:
    west, south, east, north = bounds
    return bool(outer[0] <= west <= east <= outer[2] and outer[1] <= south <= north <= outer[3])


def simplified(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """*shapes* (a valid coverage in EPSG:28992) with as few points as the map needs; neighbours stay neighbours.

    No area differs more than ``LARGEST_DIFFERENCE`` from the source once it is written, and none is lost. Raises
    :class:`BoundaryError` when rounding alone already spoils the coverage.
    """
    for tolerance in TOLERANCES:
        found = shapely.coverage_simplify(shapes.to_numpy(), tolerance) if tolerance else shapes.to_numpy()
        candidate = gpd.GeoSeries(found, index=shapes.index, crs=shapes.crs)
        if _faithful(candidate, shapes):
            return candidate
    raise BoundaryError("de grenzen raken elkaar kwijt zodra zij op een meter worden afgerond")


def _faithful(candidate: gpd.GeoSeries, shapes: gpd.GeoSeries) -> bool:
    """Whether *candidate* is still a coverage with the areas of *shapes*, as it comes back from what is written."""
    back = on_map(candidate).to_crs(RD)
    whole = back.is_valid.all() and shapely.coverage_is_valid(back.to_numpy())
    return bool(whole and ((back.area / shapes.area - 1).abs() < LARGEST_DIFFERENCE).all())


def on_map(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """*shapes* in WGS 84, rounded, with exterior rings clockwise as the map's d3 wants them."""
    turned = shapely.orient_polygons(shapes.to_crs(WGS84).to_numpy(), exterior_cw=True)
    rounded = shapely.transform(turned, lambda c: c.round(DECIMALS))
    return gpd.GeoSeries(rounded, index=shapes.index, crs=WGS84)


def together(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """The places with boundaries, by code: their municipalities of *shapes* in one, without a seam."""
    places = shapes.index.map(v.place_of_municipality)
    return gpd.GeoSeries(
        {code: shapely.coverage_union_all(shapes[places == code].to_numpy()) for code in v.KIESBARE_PLAATSEN},
        crs=shapes.crs,
    )


def features(shapes: gpd.GeoSeries, source: gpd.GeoSeries) -> list[dict[str, Any]]:
    """GeoJSON features of *shapes* (municipalities or places), with the properties that the app reads.

    ``label``: a point inside, in degrees. ``km2``: the area in EPSG:28992 of the *source*'s municipalities, before
    anything was simplified. ``gemeenten``: how many municipalities that are.
    """
    points = shapes.representative_point().to_crs(WGS84)
    drawn = on_map(shapes)
    found = []
    for code in shapes.index:
        members = source[[code in (member, v.place_of_municipality(member)) for member in source.index]]
        properties = {
            "label": [round(points[code].x, DECIMALS), round(points[code].y, DECIMALS)],
            "km2": round(float(members.area.sum()) / 1e6, 1),
            "gemeenten": len(members),
        }
        geometry = json.loads(shapely.to_geojson(drawn[code]))
        found.append({"type": "Feature", "id": code, "properties": properties, "geometry": geometry})
    return found
