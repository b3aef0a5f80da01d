"""A selection as layers of a map: GeoPackage and GeoJSON, for QGIS, ArcGIS and the like.

Shapes are in degrees (WGS 84). Every row of a layer is there; one without a place on the map has no shape.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from lrn import geo
from lrn import vocabulary as v
from lrn.export.outside.asked import LAYERS, Asked
from lrn.export.outside.tables import distinct, rows, typed
from lrn.measures.onmap.locations import locations
from lrn.measures.places import Level, area_figures, areas_in_view

WGS84 = 4326
TAKEN = ("fid", "geom", "geometry")  # what the formats call a column of their own
WHERE = {"eigen": "Zijn eigen coördinaten", "gemeente": "Ergens in de gemeente", "regio": "Ergens in de regio"}


def geopackage(asked: Asked) -> bytes:
    """All layers in one file, each with in its description where it comes from."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "uit.gpkg"
        for name, layer in _MADE.items():
            _write(layer(asked), path, name, asked, driver="GPKG")
        return path.read_bytes()


def geojson(asked: Asked) -> bytes:
    """The layer that is asked for, as RFC 7946 has it."""
    out = io.BytesIO()
    _write(_MADE[asked.table](asked), out, asked.table, asked, driver="GeoJSON", RFC7946="YES")
    return out.getvalue()


def _write(
    layer: gpd.GeoDataFrame, out: Path | io.BytesIO, name: str, asked: Asked, *, driver: str, **options: str
) -> None:
    told = "\n".join(f"{label}: {value}" for label, value in asked.about.items())
    # By way of Arrow, else a day becomes a text.
    pyogrio.write_dataframe(
        layer,
        out,
        layer=name,
        driver=driver,
        use_arrow=True,
        append=isinstance(out, Path) and out.exists(),
        layer_options={"DESCRIPTION": told, **options},
    )


def _activities(asked: Asked) -> gpd.GeoDataFrame:
    """A point for each activity: where it says to be, or else somewhere in its municipality or region."""
    where = locations(asked.register).set_index("id").loc[asked.selected.activiteiten["id"]]
    told = where["hoe"].map(WHERE)
    points = [None if how == "geen" else shapely.Point(*at) for how, *at in _columns(where, "hoe", "lon", "lat")]
    return _layer(rows(asked, "activiteiten").assign(**{"Plek op de kaart": told.to_numpy()}), points)


def _lines(asked: Asked) -> gpd.GeoDataFrame:
    """A line from end to end: an activity's own point, or the middle of a municipality or region."""
    at = {identity: point for identity, *point in _columns(locations(asked.register), "id", "lon", "lat")}

    def end(kind: str, code: str) -> list[float] | None:
        point = at.get(code) if kind == "activiteit" else geo.label_points().get(code)
        return None if point is None or pd.isna(point[0]) else list(point)

    ends = _columns(asked.selected.verbindingslijnen, "van_soort", "van", "naar_soort", "naar")
    pairs = [(end(kind, code), end(to_kind, to)) for kind, code, to_kind, to in ends]
    shapes = [shapely.LineString([van, naar]) if van and naar and van != naar else None for van, naar in pairs]
    return _layer(rows(asked, "verbindingslijnen"), shapes)


def _areas(level: Level) -> Callable[[Asked], gpd.GeoDataFrame]:
    def areas(asked: Asked) -> gpd.GeoDataFrame:
        """The areas in view with what is counted there, as the map of the dashboard has them."""
        found = area_figures(asked.selected, level=level, within=areas_in_view(asked.selection, level=level))
        shapes = [shapely.from_geojson(geo.feature_text(code)) for code in found["code"]]
        if level == "gemeente":
            found = found.assign(regio=[v.PLAATS_NAMEN[v.place_of_municipality(code)] for code in found["code"]])
        headings = {name: heading for name, heading in _AREA_HEADINGS.items() if name in found}
        return _layer(typed(found[list(headings)].rename(columns=headings)), shapes)

    return areas


_AREA_HEADINGS = {
    "code": "CBS-code",
    "naam": "Naam",
    "regio": "Regio",
    "activiteiten": "Activiteiten",
    "partners": "Partners",
    "netwerkthema": "Op het netwerkthema",
    "ingredienten": "Verschillende ingrediënten",
}

_MADE: dict[str, Callable[[Asked], gpd.GeoDataFrame]] = dict(
    zip(LAYERS, (_activities, _lines, _areas("gemeente"), _areas("plaats")), strict=True)
)


def _layer(table: pd.DataFrame, shapes: Sequence[BaseGeometry | None]) -> gpd.GeoDataFrame:
    named = table.set_axis(distinct(table.columns, TAKEN), axis=1)
    return gpd.GeoDataFrame(named, geometry=gpd.GeoSeries(shapes, index=named.index, crs=WGS84), crs=WGS84)


def _columns(frame: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(frame[name] for name in names), strict=True)
