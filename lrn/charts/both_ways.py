"""Two sides that each add something: bars that leave one middle to the left and to the right."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn.charts.markup import hover, typed, wrapped

_ROW, _WRAPPED_ROW = 30, 34  # pixels a bar takes; and where its name takes two lines
_HEAD = 34  # pixels for the name of a side
_WIDE = 960  # pixels: wider, and a name stands too far from its bar
_COLOURS = style.COMPARED


def both_ways(
    *, frame: pd.DataFrame, chosen: tuple[str, str] | None = None, narrow: bool = False, labels: dict[str, str]
) -> go.Figure:
    """What each side adds (kant, kant_naam, waarde, naam, aantal, totaal, aandeel), in the frame's order.

    The first side goes to the left, the second to the right, on one scale; where the page is *narrow* the one stands
    above the other. *labels* is what stands above each side, by its code. ``customdata`` of a bar is ``[kant,
    waarde]``; the others are paler than the one that is *chosen*.
    """
    sides = list(dict.fromkeys(frame["kant"]))
    parts = [frame[frame["kant"] == side].reset_index(drop=True) for side in sides]
    most = max(int(frame["aantal"].max()), 1)
    figure = go.Figure()
    for position, (side, rows) in enumerate(zip(sides, parts, strict=True)):
        axis = "" if position == 0 else str(position + 1)
        figure.add_bar(**_bar(rows, _COLOURS[position], chosen), xaxis=f"x{axis}", yaxis=f"y{axis}")
        figure.add_annotation(
            text=f"<b>{typed(labels[side])}</b>",
            x=1 if position == 0 and not narrow else 0,
            y=1,
            xref=f"x{axis} domain",
            yref=f"y{axis} domain",
            xanchor="right" if position == 0 and not narrow else "left",
            yanchor="bottom",
            showarrow=False,
        )
    lengths = [len(rows) for rows in parts]
    return _stacked(figure, parts, lengths, most) if narrow else _beside(figure, parts, max(lengths), most)


def _bar(rows: pd.DataFrame, colour: str, chosen: tuple[str, str] | None) -> dict[str, Any]:
    ids: list[Any] = [list(pair) for pair in zip(rows["kant"], rows["waarde"], strict=True)]
    total = int(rows["totaal"].iloc[0])
    shares = [texts.share_unless_few(share, total, " · {}") for share in rows["aandeel"]]
    written = [texts.number(int(n)) + share for n, share in zip(rows["aantal"], shares, strict=True)]
    told = [
        hover(
            f"{side}: {name}",
            texts.activities(int(n)) + texts.share_unless_few(share, total, f", {{}} van {texts.number(total)}"),
        )
        for side, name, n, share in zip(rows["kant_naam"], rows["naam"], rows["aantal"], rows["aandeel"], strict=True)
    ]
    looked_at = [chosen is None or tuple(pair) == tuple(chosen) for pair in ids]
    return {
        "y": list(range(len(rows))),
        "x": [int(n) for n in rows["aantal"]],
        "orientation": "h",
        "text": written,
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": ids,
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"color": [colour if shown else style.faint(colour) for shown in looked_at]},
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _beside(figure: go.Figure, parts: list[pd.DataFrame], rows: int, most: int) -> go.Figure:
    """One middle: the names stand on the outer sides, which is where the bars point to."""
    figure.update_layout(style.layout(height=_ROW * rows + _HEAD + 16, width=_WIDE, bargap=0.35))
    figure.update_layout(margin={"l": 0, "r": 0, "t": _HEAD, "b": 8})
    room = [0, most * 1.35]  # for the figures; the names end just inside the chart
    figure.update_layout(
        xaxis={"range": room[::-1], "domain": [0.01, 0.495], "anchor": "y"} | _QUIET,
        xaxis2={"range": room, "domain": [0.505, 0.99], "anchor": "y2"} | _QUIET,
        yaxis=_names(parts[0], rows) | {"side": "left"},
        yaxis2=_names(parts[1], rows) | {"side": "right", "anchor": "x2"},
    )
    return figure


def _stacked(figure: go.Figure, parts: list[pd.DataFrame], lengths: list[int], most: int) -> go.Figure:
    inner = _WRAPPED_ROW * sum(lengths) + _HEAD
    figure.update_layout(style.layout(height=inner + _HEAD + 16, bargap=0.35))
    figure.update_layout(margin={"l": 0, "r": 0, "t": _HEAD, "b": 8})
    below = _WRAPPED_ROW * lengths[1] / inner
    room = [0, most * 1.8]
    figure.update_layout(
        xaxis={"range": room, "anchor": "y"} | _QUIET,
        xaxis2={"range": room, "anchor": "y2"} | _QUIET,
        yaxis=_names(parts[0], lengths[0], wrap=True) | {"domain": [below + _HEAD / inner, 1]},
        yaxis2=_names(parts[1], lengths[1], wrap=True) | {"domain": [0, below], "anchor": "x2"},
    )
    return figure


def _names(rows: pd.DataFrame, room: int, *, wrap: bool = False) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(rows))),
        "ticktext": [wrapped(name, 20) if wrap else typed(name) for name in rows["naam"]],
        "range": [room - 0.45, -0.55],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": True,
        "ticklabelstandoff": 6,
        "title": None,
        "tickfont": style.TICKS,
    }


_QUIET: dict[str, Any] = {"visible": False, "fixedrange": True}
