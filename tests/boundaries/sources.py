"""Sources of boundaries as PDOK, CBS and Kadaster write them, made from the boundaries that the project ships."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from lrn import geo
from lrn import vocabulary as v

RD, WGS84 = 28992, 4326
CRS_RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}


@cache
def detailed() -> gpd.GeoSeries:
    """The municipalities in the Dutch grid with a point every 150 metres, none of them on a straight line.

    Points are moved by where they are, so that neighbours still share theirs.
    """
    shapes = gpd.GeoSeries(
        {f["id"]: shapely.geometry.shape(f["geometry"]) for f in geo.municipalities()["features"]}, crs=WGS84
    ).to_crs(RD)
    dense = shapely.transform(shapely.segmentize(shapes.to_numpy(), 150), lambda c: c.round(2))

    def wiggled(c: np.ndarray) -> np.ndarray:
        return (c + 3 * np.column_stack([np.sin(c[:, 1] / 90), np.cos(c[:, 0] / 90)])).round(2)

    made = gpd.GeoSeries(shapely.transform(dense, wiggled), index=shapes.index, crs=RD)
    assert shapely.coverage_is_valid(made.to_numpy())
    return made


def degrees(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """The same in longitude and latitude, with as many decimals as a service gives."""
    turned = shapes.to_crs(WGS84)
    return gpd.GeoSeries(shapely.transform(turned.to_numpy(), lambda c: c.round(8)), index=turned.index, crs=WGS84)


def features(shapes: gpd.GeoSeries, **extra: Any) -> list[dict[str, Any]]:
    """Features with CBS's fields."""
    return [
        {
            "type": "Feature",
            "id": f"gemeente_gegeneraliseerd.{n}",
            "geometry": json.loads(shapely.to_geojson(shapely.multipolygons([shape]))),
            "properties": {
                "id": n,
                "statcode": code,
                "statnaam": v.GEMEENTE[code].naam,
                "jrstatcode": f"2025{code}",
                "rubriek": "gemeente",
                **extra,
            },
        }
        for n, (code, shape) in enumerate(shapes.items(), start=1)
    ]


def wfs(found: list[dict[str, Any]]) -> dict[str, Any]:
    """The answer of PDOK's WFS: everything at once, with a crs member."""
    return {"type": "FeatureCollection", "name": "gemeente_gegeneraliseerd", "crs": CRS_RD, "features": found}


def ogc(found: list[dict[str, Any]], address: str, size: int = 10) -> dict[str, dict[str, Any]]:
    """The answers of PDOK's OGC API Features, by path: pages with links, without a crs member."""
    paths = ["/items?f=json"] + [f"/items?cursor={n}%7CD4sAcA&f=json" for n in range(size, len(found), size)]
    pages = {}
    for n, path in enumerate(paths):
        links = [{"rel": "self", "type": "application/geo+json", "href": address + path}]
        if n + 1 < len(paths):
            links.append({"rel": "next", "type": "application/geo+json", "href": address + paths[n + 1]})
        part = found[n * size : (n + 1) * size]
        pages[path] = {"type": "FeatureCollection", "links": links, "features": part, "numberReturned": len(part)}
    return pages


def elsewhere(names: tuple[str, ...]) -> list[dict[str, Any]]:
    """Municipalities far away from ours, one for each name."""
    return [
        {
            "type": "Feature",
            "geometry": json.loads(shapely.to_geojson(shapely.box(200_000 + n, 400_000, 200_001 + n, 400_001))),
            "properties": {"statcode": f"GM{3000 + n}", "statnaam": name},
        }
        for n, name in enumerate(names)
    ]
