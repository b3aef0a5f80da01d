"""Activities as marks on the map: coloured by kind, a shape for each colour, open where only the region is known."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from lrn import style

LEGEND = "legend2"
_SIZES = ((120, 11), (500, 8), (1500, 6))  # up to so many marks on the map, so large (pixels)


def traces(*, marks: pd.DataFrame, chosen: str | None = None, focus: bool = False) -> list[go.Scattergeo]:
    """The marks of ``lrn.measures.spots.marks``, one trace for each kind and an entry in the legend for each.

    ``customdata`` of a mark is ``activiteit:<ID>``. With *focus* those outside the chosen area are faint. The
    activity *chosen* gets a ring.
    """
    size = next((size for most, size in _SIZES if len(marks) <= most), 5)
    found = []
    named = [code for code in dict.fromkeys(marks["groep"]) if code not in ("", REST)]
    looks = dict(zip(named, style.MARKS, strict=False)) | {REST: style.OTHER_MARK, "": style.EMPTY_MARK}
    for code, name in dict(zip(marks["groep"], marks["groep_naam"], strict=True)).items():
        of_kind = marks[marks["groep"] == code]
        faint = ~of_kind["binnen"] if focus else of_kind["binnen"] & False
        only_region = of_kind["hoe"] == "regio"
        for opacity, shown in ((0.3, faint), (1.0, ~faint)):
            found.append(_trace(of_kind[shown & ~only_region], looks[code], size, opacity))
            found.append(_trace(of_kind[shown & only_region], looks[code], size, opacity, is_open=True))
        found.append(_legend_entry(name, looks[code]))
    ring = marks[marks["id"] == chosen]
    if len(ring):
        found.append(_ring(ring, size))
    return [trace for trace in found if len(trace.lon)]


REST = "rest"  # the code of kinds that are taken together


def _trace(
    marks: pd.DataFrame, look: tuple[str, str], size: int, opacity: float, *, is_open: bool = False
) -> go.Scattergeo:
    colour, symbol = look
    edge = "#FFFFFF" if colour != style.EMPTY_MARK[0] else style.OUTLINE
    return go.Scattergeo(
        lon=marks["lon"].tolist(),
        lat=marks["lat"].tolist(),
        mode="markers",
        marker={
            "color": colour,
            "symbol": f"{symbol}-open" if is_open else symbol,
            "size": size,
            # An open shape is drawn by its line.
            "line": {"color": colour, "width": 2} if is_open else {"color": edge, "width": 1 if size > 6 else 0.5},
        },
        opacity=opacity,
        text=marks["tekst"].tolist(),
        customdata=[f"activiteit:{identity}" for identity in marks["id"]],
        hovertemplate="%{text}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        showlegend=False,
    )


def _legend_entry(name: str, look: tuple[str, str]) -> go.Scattergeo:
    colour, symbol = look
    edge = colour if colour != style.EMPTY_MARK[0] else style.OUTLINE
    return go.Scattergeo(
        lon=[None],
        lat=[None],
        mode="markers",
        marker={"symbol": symbol, "size": 11, "color": colour, "line": {"color": edge, "width": 1}},
        name=name,
        legend=LEGEND,
        showlegend=True,
        hoverinfo="skip",
    )


def _ring(marks: pd.DataFrame, size: int) -> go.Scattergeo:
    return go.Scattergeo(
        lon=marks["lon"].tolist(),
        lat=marks["lat"].tolist(),
        mode="markers",
        marker={
            "symbol": "circle-open",
            "size": size + 12,
            "color": style.OUTLINE,
            "line": {"color": style.OUTLINE, "width": 3},
        },
        hoverinfo="skip",
        showlegend=False,
    )
