"""Figures for the back of the room: everything that is measured in pixels, larger."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

_WHOLE = ("geojson", "customdata", "hovertext", "template")  # never measured in pixels, and large


def magnified(figure: go.Figure, factor: float) -> go.Figure:
    """*figure* with its type, markers, height, width and margins *factor* times as large; a copy unless that is one."""
    if factor == 1:
        return figure
    plain = figure.to_dict()
    layout = _grown(plain["layout"], factor)
    for name in ("height", "width"):
        if name in layout:
            layout[name] = round(layout[name] * factor)
    if "margin" in layout:
        layout["margin"] = {side: round(pixels * factor) for side, pixels in layout["margin"].items()}
    return go.Figure({"data": [_grown(trace, factor) for trace in plain["data"]], "layout": layout})


def _grown(part: Any, factor: float) -> Any:
    """*part* with every ``size`` in it (of type and of markers) and the distance of tick labels larger."""
    if isinstance(part, list):
        return [_grown(item, factor) for item in part]
    if not isinstance(part, dict):
        return part
    grown = {name: value if name in _WHOLE else _grown(value, factor) for name, value in part.items()}
    for name in ("size", "ticklabelstandoff"):
        if isinstance(grown.get(name), int | float):
            grown[name] = round(grown[name] * factor)
    return grown
