"""What is on every map: its frame, the land around the network, the areas, and their borders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import geo, style, texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.charts import shapes, streets

SECOND = "legend2"  # the legend of activities and lines, above the map
_LAND = "land"  # the code of the country around the network
_EDGE = {"color": style.RULE, "width": 1}  # so that the palest is seen on white
_BETWEEN = 0.8  # pixels of the line between two areas
_FILLED = 0.93  # of the height of a chart is for the map; below it stands the legend


def layout(
    *, height: int, above: int, compact: bool, window: geo.Window, is_share: bool, with_streets: bool
) -> dict[str, Any]:
    """How a map of *window* lies in its figure: its part, its legends; *is_share* for their words, which are longer.

    *above* is the height (pixels) of the legend of activities and lines, which comes beside that of the map.
    """
    plain = {
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
    second = {"y": 1.01, "yanchor": "bottom", "entrywidth": 150, "font": {"size": 11}}
    return style.layout(
        height=height + above,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        hoverdistance=5,  # else a mark catches the clicks on the area around it
        showlegend=not compact,
        legend=plain | {"y": 0, "yanchor": "top", "entrywidth": 150 if is_share else 118},
        legend2=plain | second,
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


def legend(entries: Iterable[tuple[str, str]]) -> list[go.Scattergeo]:
    """A square for each of *entries*: its words and its colour."""
    squares = ((words, {"symbol": "square", "size": 14, "color": colour, "line": _EDGE}) for words, colour in entries)
    return [legend_entry(words, mode="markers", marker=square) for words, square in squares]


@dataclass(frozen=True)
class Scale:
    """What a map shows (degrees) and how large, which tells how fine its shapes are."""

    window: geo.Window
    km_per_pixel: float


def beneath(scale: Scale, opacity: float, *, land: bool) -> list[Any]:
    """What is there to recognise the map and cannot be clicked: context and, with *land*, the country below it.

    The country is the land that the network lies in, pale, with the borders in it; where there is none, is the sea.
    """
    geojson, lines = shapes.areas(v.OMGEVING, window=scale.window, km_per_pixel=scale.km_per_pixel), []
    if land:
        whole = shapes.land(window=scale.window, km_per_pixel=scale.km_per_pixel)
        geojson["features"].insert(0, shapes.feature(_LAND, whole))
        borders = shapes.borders(window=scale.window, km_per_pixel=scale.km_per_pixel)
        lines.append(_line(shapes.line(borders), style.AROUND_LINE, _BETWEEN))
    codes = [area["id"] for area in geojson["features"]]
    # The land without a border: it would run along the edges of the map too.
    edge = {"color": style.LINE, "width": [0 if code == _LAND else _BETWEEN for code in codes]}
    colours = [style.AROUND if code == _LAND else style.CONTEXT for code in codes]
    return [_filled(geojson, codes, colours, marker={"line": edge, "opacity": opacity}, hoverinfo="skip"), *lines]


def _line(line: shapes.Line, colour: str, width: float, **more: Any) -> go.Scattergeo:
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


def areas(scale: Scale, parts: Iterable[tuple[pd.DataFrame, str]], opacity: float) -> go.Choropleth:
    """The areas of *parts* that are seen, in their colours: each tells its figures, and can be clicked."""
    rows = {row["code"]: (row, colour) for part, colour in parts for row in part.to_dict("records")}
    geojson = shapes.areas(rows, window=scale.window, km_per_pixel=scale.km_per_pixel)
    codes = [area["id"] for area in geojson["features"]]
    return _filled(
        geojson,
        codes,
        [rows[code][1] for code in codes],
        marker={"line": {"color": style.LINE, "width": _BETWEEN}, "opacity": opacity},
        hoverinfo="text",
        hovertext=[_hover(rows[code][0]) for code in codes],
    )


def _filled(geojson: dict[str, Any], codes: list[str], colours: list[str], **more: Any) -> go.Choropleth:
    """Areas in one layer, each in its own colour: a choropleth has no list of those, so its scale has steps."""
    tones = list(dict.fromkeys(colours))
    return go.Choropleth(
        geojson=geojson,
        locations=codes,
        z=[tones.index(colour) for colour in colours],
        zmin=-0.5,
        zmax=len(tones) - 0.5,
        colorscale=[[(step + side) / len(tones), tone] for step, tone in enumerate(tones) for side in (0, 1)],
        showscale=False,
        **more,
    )


def _hover(row: Row) -> str:
    if "activiteiten" not in row:
        return f"<b>{row['naam']}</b><br>{texts.NOT_CHOSEN}"
    lines = [f"<b>{row['naam']}</b>", texts.activities(row["activiteiten"])]
    if row["activiteiten"]:
        lines.append(f"{texts.count(row['partners'], 'partner doet', 'partners doen')} mee")
        part = texts.share_unless_few(row["aandeel_netwerkthema"], row["activiteiten"], " ({})")
        lines.append(f"{texts.number(row['netwerkthema'])} op het netwerkthema{part}")
        lines.append(f"{texts.count(row['ingredienten'], 'ingrediënt', 'verschillende ingrediënten')}")
    return "<br>".join(lines)


def outlines(scale: Scale, borders: Sequence[shapes.Border]) -> list[go.Scattergeo]:
    """Only the *borders* of areas, from the lowest to the uppermost; ``meta`` tells the codes of each."""
    shown = shapes.outlines(borders, window=scale.window, km_per_pixel=scale.km_per_pixel)
    return [_line(line, colour, width, meta=list(codes)) for (codes, colour, width), line in shown]
