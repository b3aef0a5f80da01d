"""Verbindingslijnen as curves between places, as wide as there are lines, with their number halfway."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import cos, degrees, radians
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lrn import geo, style, texts
from lrn import vocabulary as v
from lrn.charts import shapes
from lrn.charts.ground import SECOND, legend_entry

_THIN, _WIDE = 1.4, 9.0  # pixels
_STEP, _STEPS_OF_WIDTH = 1.2, 6  # pixels between two widths, and at most so many of them
_BEND = 0.14  # how far a curve leaves the straight line, as a part of its length
_STEPS = 40  # straight pieces in a curve
_APART = 0.05  # of the map's height, between two numbers
_CLEAR = 0.02  # of the map's height, between a number and a name, or an activity, which would take its clicks

Point = tuple[float, float]
"""A longitude and a latitude."""


def curves(*, pairs: pd.DataFrame, chosen: str | None = None) -> list[go.Scattergeo]:
    """The pairs of ``lrn.measures.onmap.lines.pairs`` that join two places on the map, one layer for each width.

    The pair *chosen* stands out, the others fade; the legend tells in words what is drawn, here and by :func:`numbers`.
    """
    drawn = pairs[pairs["ligging"] == "tussen"]
    if drawn.empty:
        return []
    least, most = int(drawn["aantal"].min()), int(drawn["aantal"].max())
    others, own = drawn[drawn["paar"] != chosen], drawn[drawn["paar"] == chosen]
    widths = others["aantal"].map(lambda amount: _width(amount, most))
    found = [_lines(rows, width, 0.65 if own.empty else 0.35) for width, rows in others.groupby(widths)]
    found += [_lines(own, _width(int(amount), most) + 1, 1) for amount in own["aantal"]]
    regions = _regions(drawn)
    words = {least: "dunst", most: "dikst"} if most > least else {most: "elke lijn"}
    found += regions + [
        _legend_line(f"{word}: {texts.count(amount, 'lijn', 'lijnen')}", _width(amount, most))
        for amount, word in words.items()
    ]
    if least == 1 < most:
        found.append(_legend_mark("rondje zonder getal: één lijn", _dots([1], [style.CONNECTION], [1.5])))
    if regions:
        found.append(_legend_mark("ruit: regio, geen gemeente", _REGION))
    return found


def numbers(
    *, pairs: pd.DataFrame, window: geo.Window, avoid: Iterable[geo.Window] = (), chosen: str | None = None
) -> list[go.Scattergeo]:
    """How many lines each curve of :func:`curves` stands for, about halfway; one line is a dot without a number.

    ``customdata`` is ``paar:<paar>``. They stand in *window*, also when a curve leaves it, and clear of what
    they should *avoid* where that can be.
    """
    drawn = pairs[pairs["ligging"] == "tussen"]
    return [] if drawn.empty else [_numbers(drawn, _halfway(drawn, window, avoid), chosen)]


def _width(amount: int, most: int) -> float:
    """One of few widths, for each is a layer of the map: as many as there are amounts, where those are few."""
    steps = min(most - 1, _STEPS_OF_WIDTH)
    step = min(_STEP, (_WIDE - _THIN) / max(steps, 1))
    return _THIN + round((amount - 1) / max(most - 1, 1) * steps) * step


def _point(code: str) -> Point:
    """Where the lines of a place come together: at its name."""
    return geo.municipality_label(code) if code in v.GEMEENTE else geo.place_label(code)


@cache
def _curve(one: str, other: str) -> np.ndarray:
    """Longitudes and latitudes from one place to another, bent to the north so that curves on one line come apart."""
    ends = [(lon, degrees(geo.mercator(lat))) for lon, lat in sorted((_point(one), _point(other)))]
    (west, low), (east, high) = ends  # as a Mercator map has them, so that the curve is even there
    control = ((west + east) / 2 - (high - low) * _BEND * 2, (low + high) / 2 + (east - west) * _BEND * 2)
    t = np.linspace(0, 1, _STEPS + 1)[:, None]
    points = (1 - t) ** 2 * ends[0] + 2 * t * (1 - t) * control + t**2 * ends[1]
    lat = [geo.latitude(radians(height)) for height in points[:, 1]]
    return np.column_stack([points[:, 0], lat]).round(4)


def _halfway(pairs: pd.DataFrame, window: geo.Window, avoid: Iterable[geo.Window]) -> list[Point]:
    """Where the number of each pair stands: on the part of its curve that is seen, as near to halfway as is clear."""
    (west, east), (south, north) = window
    low, high = np.array([west, south]), np.array([east, north])
    edge = (high - low) * 0.04
    taken = geo.corners(avoid)
    placed = np.empty((0, 2, 2))
    by_pair: dict[str, Point] = {}
    by_amount = pairs.sort_values("aantal", ascending=False, kind="stable")
    for pair, van, naar in zip(by_amount["paar"], by_amount["van"], by_amount["naar"], strict=True):
        curve = _curve(van, naar)
        seen = curve[((curve >= low + edge) & (curve <= high - edge)).all(axis=1)]
        points = seen if len(seen) else curve
        points = points[2:-2] if len(points) > 4 else points
        room = np.minimum(_nearest(points, placed) / _APART, _nearest(points, taken) / _CLEAR) / (north - south)
        from_middle = np.abs(np.arange(len(points)) - (len(points) - 1) / 2)
        best = np.where(room >= 1, from_middle, np.inf).argmin() if (room >= 1).any() else room.argmax()
        by_pair[pair] = (float(points[best, 0]), float(points[best, 1]))
        placed = np.vstack([placed, points[None, [best, best]]])
    return [by_pair[code] for code in pairs["paar"]]


def _nearest(points: np.ndarray, boxes: np.ndarray) -> np.ndarray:
    """How far the nearest of *boxes* (lower left, upper right) is from each of *points*, in degrees of latitude."""
    if not len(boxes):
        return np.full(len(points), np.inf)
    here = points[:, None, :]
    apart = np.maximum(np.maximum(boxes[:, 0] - here, here - boxes[:, 1]), 0)
    nearest: np.ndarray = np.hypot(apart[..., 0] * _NARROW, apart[..., 1]).min(axis=1)
    return nearest


_NARROW = cos(radians(52.1))  # a degree of longitude in degrees of latitude, here


def _lines(pairs: pd.DataFrame, width: float, opacity: float) -> go.Scattergeo:
    lon, lat = shapes.line(_curve(van, naar) for van, naar in zip(pairs["van"], pairs["naar"], strict=True))
    return go.Scattergeo(
        lon=lon,
        lat=lat,
        mode="lines",
        line={"width": width, "color": style.CONNECTION},
        opacity=opacity,
        hoverinfo="skip",
        showlegend=False,
    )


def _numbers(pairs: pd.DataFrame, points: list[Point], chosen: str | None) -> go.Scattergeo:
    amounts = pairs["aantal"].tolist()
    return go.Scattergeo(
        lon=[lon for lon, _ in points],
        lat=[lat for _, lat in points],
        mode="markers+text",
        marker=_dots(
            amounts,
            [style.OUTLINE if pair == chosen else style.CONNECTION for pair in pairs["paar"]],
            [3 if pair == chosen else 1.5 for pair in pairs["paar"]],
        ),
        text=[texts.number(amount) if amount > 1 else "" for amount in amounts],
        textfont={"size": 11, "color": style.INK},
        customdata=[f"paar:{pair}" for pair in pairs["paar"]],
        hovertext=[
            f"<b>{van} – {naar}</b><br>{texts.counted('verbindingslijnen', amount)}"
            for van, naar, amount in zip(pairs["van_naam"], pairs["naar_naam"], amounts, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _dots(amounts: list[int], colours: list[str], widths: list[float]) -> dict[str, Any]:
    sizes = [18 if amount > 1 else 9 for amount in amounts]
    return {"size": sizes, "color": "#FFFFFF", "line": {"color": colours, "width": widths}}


_REGION = {"size": 8, "symbol": "diamond", "color": style.CONNECTION, "line": {"color": "#FFFFFF", "width": 1}}


def _regions(pairs: pd.DataFrame) -> list[go.Scattergeo]:
    """A dot where lines of a region come together among those of municipalities."""
    names = dict(zip(pairs["van"], pairs["van_naam"], strict=True)) | dict(
        zip(pairs["naar"], pairs["naar_naam"], strict=True)
    )
    regions = {code: name for code, name in names.items() if code not in v.GEMEENTE}
    if not regions or set(names) <= set(v.KIESBARE_PLAATSEN):
        return []
    points = [geo.place_label(code) for code in regions]
    return [
        go.Scattergeo(
            lon=[lon for lon, _ in points],
            lat=[lat for _, lat in points],
            mode="markers",
            marker=_REGION,
            hovertext=list(regions.values()),
            hovertemplate="%{hovertext}<extra></extra>",
            showlegend=False,
        )
    ]


def _legend_line(name: str, width: float) -> go.Scattergeo:
    return legend_entry(name, legend=SECOND, mode="lines", line={"width": width, "color": style.TEXT})


def _legend_mark(name: str, marker: dict[str, Any]) -> go.Scattergeo:
    return legend_entry(name, legend=SECOND, mode="markers", marker=marker)
