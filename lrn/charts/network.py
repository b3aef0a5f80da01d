"""The network as nodes and lines: a trace for each kind of line and each group of nodes, and names that stay apart."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn.charts.marks import REST
from lrn.charts.markup import hover, typed
from lrn.charts.network_names import ACTIVITEIT, LARGE, MOST, SMALL, Sheet, names, regions

PARTNER, PLACE = "partner", "plek"  # kinds of nodes, and groups of them
LIJN, DEELNAME = "lijn", "deelname"
HEIGHT = 560
WIDE = 630  # pixels of a chart on a laptop of 1440, by which names are kept apart
_ABOVE = 26  # pixels for the name of the highest region
_BENEATH = 56  # pixels of the legend
_EDGE = 1.2  # around the nodes, in the measure of the layout
_FAR = 0.13  # the strength of what does not lie around what is chosen


def network(
    *,
    frame: pd.DataFrame,
    edges: pd.DataFrame,
    layout: pd.DataFrame,
    by: str,
    chosen: str | None = None,
    near: tuple[str, ...] = (),
    arrived: tuple[str, ...] = (),
    context: pd.DataFrame | None = None,
    context_name: str = "",
    height: int = HEIGHT,
    width: int = WIDE,
    named: int = MOST,
) -> go.Figure:
    """The nodes of ``lrn.measures.network.nodes`` where *layout* has them (x, y by node), with the *edges* between.

    ``customdata`` of a node is its name in the graph. A node is larger the more is joined to it. With *chosen* only
    that one and what is *near* it keep their strength, and those are named; else the *named* nodes that join most, as
    far as names find room in a chart of *width* pixels. Nodes that have *arrived* have a ring, and the nodes of
    *context* (knoop), called *context_name* in the legend, are dots without a name. The window is that of all of
    *layout*, so that a filter moves nothing. *by* is what colours tell apart.
    """
    at = layout.loc[frame["knoop"]]
    edges = edges[edges["van"].isin(frame["knoop"]) & edges["naar"].isin(frame["knoop"])]
    shown = frame.assign(x=at["x"].to_numpy(), y=at["y"].to_numpy(), joined=frame["lijnen"] + frame["deelnames"])
    window = _window(layout)
    close = set(near) | ({chosen} if chosen else set())
    shown["near"] = shown["knoop"].isin(close) if close else True
    large = min(1.0, width / WIDE) ** 0.5
    drawn = [
        *_context(context, layout, context_name),
        *_lines(edges, layout, close),
        *_groups(shown, by, _Ringed(chosen, frozenset(arrived)), large),
    ]
    sheet = Sheet(window, np.array([width, height - _ABOVE - _BENEATH]))
    labels = regions(shown, sheet)
    named_nodes = names(
        shown, sheet, [label["box"] for label in labels], most=len(close) if close else named, chosen=chosen
    )
    figure = go.Figure([*drawn, *named_nodes], _look(height, window))
    for region in labels:
        figure.add_annotation(region["note"])
    return figure


def _look(height: int, window: tuple[list[float], list[float]]) -> dict[str, Any]:
    quiet = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return style.layout(
        height=height,
        margin={"l": 0, "r": 0, "t": _ABOVE, "b": 0},
        showlegend=True,
        hoverdistance=12,
        legend={
            "orientation": "h",
            "x": 0,
            "y": 0,
            "yanchor": "top",
            "itemclick": False,
            "itemdoubleclick": False,
            "bgcolor": "rgba(0,0,0,0)",
            "entrywidth": 132,  # so that two stand beside each other on a phone
            "font": {"size": 11, "color": style.TEXT},
        },
        xaxis={**quiet, "range": window[0]},
        yaxis={**quiet, "range": window[1]},
    )


def _window(layout: pd.DataFrame) -> tuple[list[float], list[float]]:
    """West and east, south and north of all of *layout*, with room for the names at its edge."""
    low, high = layout[["x", "y"]].min(), layout[["x", "y"]].max()
    return [low["x"] - 2 * _EDGE, high["x"] + 2 * _EDGE], [low["y"] - _EDGE, high["y"] + 2 * _EDGE]


_KINDS = {
    LIJN: ("Verbindingslijn", {"width": 1.8, "color": style.TEXT_SOFT}, 0.75),
    DEELNAME: ("Partner doet mee", {"width": 0.9, "color": style.TEXT_SOFT}, 0.3),
}


def _lines(edges: pd.DataFrame, layout: pd.DataFrame, close: set[str]) -> list[go.Scatter]:
    """A trace for each kind of line, participations first; with what lies *close* those between them stand out."""
    found = []
    for kind in (DEELNAME, LIJN):
        name, line, strength = _KINDS[kind]
        rows = edges[edges["soort"] == kind]
        between = rows["van"].isin(close) & rows["naar"].isin(close)
        for part, opacity, legend in (
            (rows[~between], strength if not close else strength * 0.25, not close),
            (rows[between], min(1.0, strength + 0.25), True),
        ):
            if len(part):
                found.append(
                    go.Scatter(
                        x=_ends(part, layout["x"]),
                        y=_ends(part, layout["y"]),
                        mode="lines",
                        line=line,
                        opacity=opacity,
                        hoverinfo="skip",
                        name=name,
                        showlegend=legend,
                    )
                )
    return found


def _ends(rows: pd.DataFrame, axis: pd.Series) -> np.ndarray:
    """Where each line begins and ends along an *axis*, with a gap behind it."""
    ends = np.full((len(rows), 3), np.nan)
    ends[:, 0], ends[:, 1] = axis.loc[rows["van"]], axis.loc[rows["naar"]]
    return ends.ravel()


@dataclass(frozen=True)
class _Ringed:
    """Which nodes have a ring: the one that is chosen, and those that have arrived."""

    chosen: str | None
    arrived: frozenset[str]

    def of(self, name: str) -> tuple[float, str]:
        """The width and the colour of what lies around a node."""
        if name == self.chosen:
            return 3.0, style.TEXT
        return (_NEW_RING, style.TEXT) if name in self.arrived else (1.0, _RIM)


def _context(context: pd.DataFrame | None, layout: pd.DataFrame, name: str) -> list[go.Scatter]:
    """What else there is, as dots beneath all that is looked at."""
    if context is None or context.empty:
        return []
    at = layout.loc[context["knoop"]]
    return [
        go.Scatter(
            x=at["x"],
            y=at["y"],
            mode="markers",
            marker={"size": _DOT, "color": style.CONTEXT, "opacity": 0.6, "line": {"width": 0}},
            hoverinfo="skip",
            name=name,
        )
    ]


def _groups(shown: pd.DataFrame, by: str, ringed: _Ringed, large: float) -> list[go.Scatter]:
    """A trace for each group, in the order of the groups, and what a ring means."""
    found = []
    for (_, code), rows in shown.groupby(["groep_nr", "groep"], sort=True):
        colour, symbol = _mark(str(code), int(rows["groep_nr"].iloc[0]), by)
        rows = rows.sort_values("near", ascending=False, kind="stable")  # the legend looks like the first of them
        rings = [ringed.of(name) for name in rows["knoop"]]
        found.append(
            go.Scatter(
                x=rows["x"],
                y=rows["y"],
                mode="markers",
                marker={
                    "size": large * _sizes(rows["joined"]),
                    "color": colour,
                    "symbol": symbol,
                    "opacity": rows["near"].map({True: 1.0, False: _FAR}).to_numpy(),
                    "line": {"color": [colour for _, colour in rings], "width": [width for width, _ in rings]},
                },
                customdata=rows["knoop"],
                hovertext=[_told(row) for row in rows.itertuples()],
                hovertemplate="%{hovertext}<extra></extra>",
                selected={"marker": {"opacity": 1}},
                name=typed(rows["groep_naam"].iloc[0]),
            )
        )
    if ringed.arrived:
        ring = {"size": SMALL, "color": "rgba(0,0,0,0)", "line": {"color": style.TEXT, "width": _NEW_RING}}
        found.append(go.Scatter(x=[nan], y=[nan], mode="markers", marker=ring, hoverinfo="skip", name="Nieuw"))
    return found


_NEW_RING = 2.2  # pixels around a node that has arrived
_DOT = 6  # pixels of what is context
_RIM = "#7A858D"  # around a node, so that the palest is seen on white and the darkest on a dark page


def _mark(code: str, position: int, by: str) -> tuple[str, str]:
    """The colour and symbol of a group."""
    if code == PARTNER:
        return "#FFFFFF", "diamond"
    if code == PLACE:
        return style.CONTEXT, "square"
    if by == "regio":
        return style.place_colour(code), "circle"
    if code in ("", REST):
        return style.EMPTY_MARK if not code else style.OTHER_MARK
    return style.MARKS[position] if position < len(style.MARKS) else style.OTHER_MARK


def _sizes(joined: pd.Series) -> np.ndarray:
    sizes: np.ndarray = np.minimum(LARGE, SMALL + 2.6 * np.sqrt(joined.to_numpy(dtype=float)))
    return sizes


def _told(row: Any) -> str:
    what = [row.soort_naam, row.plaats_naam] if row.soort in (ACTIVITEIT, PARTNER) else [row.soort_naam]
    joins = [texts.counted("verbindingslijnen", row.lijnen)]
    if row.soort in (ACTIVITEIT, PARTNER):
        joins.append(texts.counted("partners" if row.soort == ACTIVITEIT else "activiteiten", row.deelnames))
    return hover(row.naam, " · ".join(what), ", ".join(joins))
