"""What is on every map: its frame, the land around the network, the areas, and their borders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import geo, style, texts
from lrn.charts import shapes, streets

SECOND = "legend2"  # the legend of activities and lines, above the map
_LAND = "land"  # the code of the country around the network
_FILLED = 0.93  # of the height of a chart is for the map; below it stands the legend


def layout(*, height: int, compact: bool, window: geo.Window, is_share: bool, with_streets: bool) -> dict[str, Any]:
    """How a map of *window* lies in its figure: its part, its legends; *is_share* for their words, which are longer."""
    legend = {
        "orientation": "h",
        "x": 0,
        "itemclick": False,
        "itemdoubleclick": False,
        "bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 12},
    }
    bounds = geo.bounds()
    lon, lat = geo.middle(window)
    domain = {"x": [0.0, 1.0], "y": [0.0 if compact else 1 - _FILLED, 1.0]}
    # On a light ground, so that names are read in the dark theme too, also when no picture arrives.
    more = streets.layers(window, domain) | {"plot_bgcolor": "#FFFFFF"} if with_streets else {}
    # On a light ground in either theme: its marks are as dark as they are on the map.
    second = {
        "y": 1.01,
        "yanchor": "bottom",
        "entrywidth": 150,
        "bgcolor": "#FFFFFF",
        "font": {"size": 11, "color": style.INK},
    }
    return style.layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        hoverdistance=5,  # else a mark catches the clicks on the area around it
        showlegend=not compact,
        legend=legend | {"y": 0, "yanchor": "top", "entrywidth": 150 if is_share else 118},
        legend2=legend | second,
        # Without mercator the region comes out stretched; visible=False leaves the world's coastlines out.
        geo={
            "visible": False,
            # Not fitbounds: it leaves a wide margin, and the network should fill its frame. A narrower range would do
            # to zoom in, but plotly.js draws the smaller ones up to 2% too large, and streets would lie beside it.
            "lonaxis": {"range": list(bounds[0])},
            "lataxis": {"range": list(bounds[1])},
            "center": {"lon": lon, "lat": lat},
            "projection": {"type": "mercator", "scale": (bounds[0][1] - bounds[0][0]) / (window[0][1] - window[0][0])},
            "bgcolor": "rgba(0,0,0,0)",
            "domain": domain,
        },
        **more,
    )


def legend_entry(name: str, **look: Any) -> go.Scattergeo:
    """A line of the legend: of its own, so that classes without areas are in it too."""
    return go.Scattergeo(lon=[None], lat=[None], name=name, showlegend=True, hoverinfo="skip", **look)


@dataclass(frozen=True)
class Scale:
    """What a map shows (degrees) and how large, which tells how fine its shapes are."""

    window: geo.Window
    km_per_pixel: float


def country(scale: Scale) -> list[Any]:
    """The land that the network lies in, pale, with the borders in it; where there is none, is the sea."""
    land = shapes.land(window=scale.window, km_per_pixel=scale.km_per_pixel)
    borders = shapes.borders(window=scale.window, km_per_pixel=scale.km_per_pixel)
    return [
        go.Choropleth(
            geojson={"type": "FeatureCollection", "features": [shapes.feature(_LAND, land)]},
            locations=[_LAND],
            z=[1],
            colorscale=_one(style.AROUND),
            showscale=False,
            marker={"line": {"width": 0}},  # it would run along the edges of the map too
            hoverinfo="skip",
        ),
        _lines(shapes.line(borders), style.AROUND_LINE, 0.8),
    ]


def _lines(line: shapes.Line, colour: str, width: float, **more: Any) -> go.Scattergeo:
    """A line that lets the pointer through to the area below."""
    return go.Scattergeo(
        lon=line[0],
        lat=line[1],
        mode="lines",
        line={"color": colour, "width": width},
        hoverinfo="skip",
        showlegend=False,
        **more,
    )


def _one(colour: str) -> list[list[Any]]:
    return [[0, colour], [1, colour]]


def areas(scale: Scale, part: pd.DataFrame, colour: str, strength: float, *, hover: bool) -> go.Choropleth:
    """The areas of *part* in one colour; with *hover* each tells its figures, and can be clicked."""
    return go.Choropleth(
        geojson=shapes.areas(part["code"], window=scale.window, km_per_pixel=scale.km_per_pixel),
        locations=list(part["code"]),
        z=[1] * len(part),
        colorscale=_one(colour),
        showscale=False,
        marker={"line": {"color": style.LINE, "width": 0.8}, "opacity": strength},
        hoverinfo="text" if hover else "skip",
        hovertext=[_hover(row) for row in part.to_dict("records")] if hover else None,
        selected={"marker": {"opacity": strength}},
        unselected={"marker": {"opacity": strength}},
    )


def _hover(row: dict[str, Any]) -> str:
    if "activiteiten" not in row:
        return f"<b>{row['naam']}</b><br>{texts.NOT_CHOSEN}"
    lines = [f"<b>{row['naam']}</b>", texts.activities(row["activiteiten"])]
    if row["activiteiten"]:
        lines.append(f"{texts.count(row['partners'], 'partner doet', 'partners doen')} mee")
        part = texts.share_unless_few(row["aandeel_netwerkthema"], row["activiteiten"], " ({})")
        lines.append(f"{texts.number(row['netwerkthema'])} op het netwerkthema{part}")
        lines.append(f"{texts.count(row['ingredienten'], 'ingrediënt', 'verschillende ingrediënten')}")
    return "<br>".join(lines)


def outline(scale: Scale, codes: Iterable[str], colour: str, width: float) -> go.Scattergeo:
    """Only the borders of areas, told by the codes in ``meta``."""
    codes = list(codes)
    line = shapes.outline(codes, window=scale.window, km_per_pixel=scale.km_per_pixel)
    return _lines(line, colour, width, meta=codes)
