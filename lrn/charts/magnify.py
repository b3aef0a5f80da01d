"""Figures for the back of the room: everything that is measured in pixels, larger."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

_LEAST = 12  # pixels of type before it grows: on a screen of 1080 none is smaller than 18 pixels then
_HIGHER = 1.4  # times as high as they are wide, at most: thicker bars say no more
_WHOLE = ("geojson", "customdata", "hovertext")  # never measured in pixels, and large


def magnified(figure: go.Figure, factor: float, room: int | None = None) -> go.Figure:
    """*figure* with its type, markers, height, width and margins *factor* times as large; a copy unless that is one.

    Where that gets higher than *room* (pixels), what is drawn grows less and the type as much, so that all of it fits;
    where bars leave room, they are drawn higher.
    """
    if factor == 1:
        return figure
    plain = figure.to_dict()
    height = plain["layout"].get("height")
    drawn = min(factor, room / height) if room and height else factor
    higher = drawn
    if room and height and any(trace["type"] == "bar" for trace in plain["data"]):
        higher = min(_HIGHER * factor, room / height)
    least = round(_LEAST * factor)
    layout = _grown(plain["layout"], factor, drawn, least)
    for name, by in (("height", higher), ("width", factor)):
        if name in layout:
            layout[name] = round(layout[name] * by)
    if "margin" in layout:
        layout["margin"] = {side: round(pixels * factor) for side, pixels in layout["margin"].items()}
    # The names on a map stand as close to each other as the map is large; ``chart.js`` keeps them apart.
    data = [_grown(trace, drawn if trace["type"] == "scattergeo" else factor, drawn, least) for trace in plain["data"]]
    return go.Figure({"data": data, "layout": layout})


def _grown(part: Any, factor: float, drawn: float, least: int) -> Any:
    """*part* with type (of *least* pixels or more) and tick labels *factor* times as large, markers *drawn* times."""
    if isinstance(part, list):
        return [_grown(item, factor, drawn, least) for item in part]
    if not isinstance(part, dict):
        return part
    grown = {
        name: value if name in _WHOLE else _grown(value, drawn if name == "marker" else factor, drawn, least)
        for name, value in part.items()
    }
    for name in ("size", "ticklabelstandoff", "entrywidth"):
        pixels = grown.get(name)
        if isinstance(pixels, list | tuple):  # of each mark or name its own
            grown[name] = [round(each * factor) for each in pixels]
        elif isinstance(pixels, int | float):
            grown[name] = round(pixels * factor)
    for name, font in grown.items():
        if name.endswith("font") and isinstance(font, dict) and "size" in font:
            font["size"] = _at_least(font["size"], least)
    return grown


def _at_least(size: Any, least: int) -> Any:
    return [max(each, least) for each in size] if isinstance(size, list | tuple) else max(size, least)
