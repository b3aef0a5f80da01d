"""Shapes of municipalities: from what a source says to the Dutch grid, simplified, and on to what the map draws."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import geopandas as gpd
import orjson
import pandas as pd
import shapely

from lrn import vocabulary as v
from lrn.boundaries.errors import BoundaryError, SourceError
from lrn.boundaries.geojson import WGS84, Municipality

RD = 28992  # the Dutch grid, in metres
ETRS89 = 4258  # degrees too; for a map the same as WGS 84
DECIMALS = 5  # of a degree: about a metre
LARGEST_DIFFERENCE = 0.01  # of a municipality's area, between the source and what is written
# Metres, tried in turn. The first leaves nine in ten points of CBS's generalised municipalities; what a map draws of
# them depends on its scale (lrn.charts.shapes).
TOLERANCES = (25.0, 12.0, 6.0, 3.0, 0.0)
AROUND = 600.0  # metres: the borders between the municipalities around ours, which are only there to be recognised
FRAME = 12_000.0  # metres beyond our municipalities that a map which is zoomed in can show
# Metres. Neighbours in degrees differ in the 15th digit, so that they would not touch in the Dutch grid: measured on
# CBS's file of 2024, where 217 of 342 look broken without this grid and none with it.
GRID = 0.01

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
            f"De coördinaten van {name} kloppen niet: ze liggen niet in Nederland, of elders dan ze zeggen."
        )
    in_metres = gpd.GeoSeries(shapes, crs=epsg or seen).to_crs(RD)
    whole = in_metres.is_valid  # what crosses itself stays as it is, to be told: the grid would mend it without a word
    in_metres[whole] = shapely.set_precision(in_metres[whole].to_numpy(), GRID)
    return in_metres


def _geometry(municipality: Municipality, name: str) -> shapely.Geometry:
    try:
        shape = shapely.force_2d(shapely.from_geojson(orjson.dumps(municipality.shape).decode()))
    except (shapely.errors.ShapelyError, ValueError, TypeError):
        shape = None
    if shape is None or shape.is_empty or shape.geom_type not in ("Polygon", "MultiPolygon"):
        raise SourceError(f"Wat {name} als vlak van {municipality.naam or municipality.code} geeft, is geen vlak.")
    return shape


def _within(bounds: Bounds, outer: Bounds) -> bool:
    west, south, east, north = bounds
    return bool(outer[0] <= west <= east <= outer[2] and outer[1] <= south <= north <= outer[3])


def simplified(shapes: gpd.GeoSeries, around: gpd.GeoSeries | None = None) -> tuple[gpd.GeoSeries, gpd.GeoSeries]:
    """*shapes* and what lies *around* them (one valid coverage in EPSG:28992) with as few points as a map needs.

    Neighbours stay neighbours. No area of *shapes* differs more than ``LARGEST_DIFFERENCE`` from the source once it is
    written, and none is lost. Raises :class:`BoundaryError` when rounding alone already spoils the coverage.
    """
    around = gpd.GeoSeries([], crs=RD) if around is None else around
    every = pd.concat([shapes, around])
    for tolerance in TOLERANCES:
        found = shapely.coverage_simplify(every.to_numpy(), tolerance) if tolerance else every.to_numpy()
        candidate = gpd.GeoSeries(found, index=every.index, crs=RD)
        ours = candidate[shapes.index]
        if _faithful(ours, shapes):
            return ours, _coarse(candidate[around.index], ours)
    raise BoundaryError("de grenzen raken elkaar kwijt zodra ze op een meter worden afgerond")


def near(ours: gpd.GeoSeries, others: gpd.GeoSeries) -> gpd.GeoSeries:
    """Those of *others* of which a map of *ours* can show a part; none when they do not fit *ours* as a coverage."""
    found = others[others.intersects(_frame(ours))]
    fits = found.is_valid.all() and shapely.coverage_is_valid(pd.concat([ours, found]).to_numpy())
    return found if fits else found[:0]


def _coarse(around: gpd.GeoSeries, ours: gpd.GeoSeries) -> gpd.GeoSeries:
    """What a map of *ours* can show of *around*: their common borders with few points, those with *ours* unchanged."""
    if around.empty:
        return around
    plain = shapely.coverage_simplify(around.to_numpy(), AROUND, simplify_boundary=False)
    cut = shapely.intersection(plain, _frame(ours))
    kept = [shapely.multipolygons([p for p in shapely.get_parts(shape) if p.geom_type == "Polygon"]) for shape in cut]
    found = gpd.GeoSeries(kept, index=around.index, crs=RD)
    return found[~found.is_empty]


def _frame(ours: gpd.GeoSeries) -> shapely.Geometry:
    west, south, east, north = map(float, ours.total_bounds)
    return shapely.box(west - FRAME, south - FRAME, east + FRAME, north + FRAME)


def _faithful(candidate: gpd.GeoSeries, shapes: gpd.GeoSeries) -> bool:
    """Whether *candidate* is still a coverage with the areas of *shapes*, as it comes back from what is written."""
    back = on_map(candidate).to_crs(RD)
    whole = back.is_valid.all() and shapely.coverage_is_valid(back.to_numpy())
    return bool(whole and ((back.area / shapes.area - 1).abs() < LARGEST_DIFFERENCE).all())


def on_map(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """*shapes* in WGS 84, rounded, with exterior rings clockwise as the map's d3 wants them."""
    turned = shapely.orient_polygons(shapes.to_crs(WGS84).to_numpy(), exterior_cw=True)
    rounded = shapely.transform(turned, lambda c: c.round(DECIMALS))
    single = [
        next(iter(parts)) if len(parts) == 1 else shape for shape in rounded for parts in [shapely.get_parts(shape)]
    ]
    return gpd.GeoSeries(single, index=shapes.index, crs=WGS84)


def together(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """The places with boundaries, by code: their municipalities of *shapes* in one, without a seam."""
    places = shapes.index.map(v.place_of_municipality)
    return gpd.GeoSeries(
        {code: shapely.coverage_union_all(shapes[places == code].to_numpy()) for code in v.KIESBARE_PLAATSEN},
        crs=shapes.crs,
    )


def features(shapes: gpd.GeoSeries, source: gpd.GeoSeries | None = None) -> list[dict[str, Any]]:
    """GeoJSON features of *shapes* (municipalities or places): a code and a shape, and what the app reads of ours.

    That is, where there is a *source*: ``label``, a point inside, in degrees; ``km2``, the area in EPSG:28992 of the
    source's municipalities, before anything was simplified; ``gemeenten``, how many municipalities that are.
    """
    points = shapes.representative_point().to_crs(WGS84)
    found = []
    for code, shape in on_map(shapes).items():
        properties = {}
        if source is not None:
            members = source[[code in (member, v.place_of_municipality(member)) for member in source.index]]
            properties = {
                "label": [round(points[code].x, DECIMALS), round(points[code].y, DECIMALS)],
                "km2": round(float(members.area.sum()) / 1e6, 1),
                "gemeenten": len(members),
            }
        geometry = json.loads(shapely.to_geojson(shape))
        found.append({"type": "Feature", "id": code, "properties": properties, "geometry": geometry})
    return found
