"""The network as nodes and lines: a trace for each kind of line and each group of nodes, and names that stay apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn import vocabulary as v
from lrn.charts.marks import REST
from lrn.charts.markup import hover, typed

ACTIVITEIT, PARTNER, PLACE = "activiteit", "partner", "plek"  # kinds of nodes, and groups of them
LIJN, DEELNAME = "lijn", "deelname"
HEIGHT = 560
WIDE = 630  # pixels of a chart on a laptop of 1440, by which names are kept apart
_ABOVE = 26  # pixels for the name of the highest region
_BENEATH = 56  # pixels of the legend
_EDGE = 1.2  # around the nodes, in the measure of the layout
_SMALL, _LARGE = 9, 20  # pixels of a node
_NAME = 11  # pixels of a name
_LETTER, _LINE = 0.56, 1.35  # width and height of a letter, as a part of its size
_LONGEST = 30  # letters of a name
_NAMED = 22  # names at most
_FAR = 0.13  # the strength of what does not lie around what is chosen
_REGION = 13  # pixels of the name of a region
_SIDES = {"t": "top center", "b": "bottom center", "r": "middle right", "l": "middle left"}


def network(
    *,
    frame: pd.DataFrame,
    edges: pd.DataFrame,
    layout: pd.DataFrame,
    by: str,
    chosen: str | None = None,
    near: tuple[str, ...] = (),
    height: int = HEIGHT,
    width: int = WIDE,
    named: int = _NAMED,
) -> go.Figure:
    """The nodes of ``lrn.measures.network.nodes`` where *layout* has them (x, y by node), with the *edges* between.

    ``customdata`` of a node is its name in the graph. A node is larger the more is joined to it. With *chosen* only
    that one and what is *near* it keep their strength, and those are named; else the *named* nodes that join most, as
    far as names find room in a chart of *width* pixels. The window is that of all of *layout*, so that a filter moves
    nothing. *by* is what colours tell apart.
    """
    at = layout.loc[frame["knoop"]]
    edges = edges[edges["van"].isin(frame["knoop"]) & edges["naar"].isin(frame["knoop"])]
    shown = frame.assign(x=at["x"].to_numpy(), y=at["y"].to_numpy(), joined=frame["lijnen"] + frame["deelnames"])
    window = _window(layout)
    close = set(near) | ({chosen} if chosen else set())
    shown["near"] = shown["knoop"].isin(close) if close else True
    drawn = [*_lines(edges, layout, close), *_groups(shown, by, chosen, min(1.0, width / WIDE) ** 0.5)]
    sheet = _Sheet(window, np.array([width, height - _ABOVE - _BENEATH]))
    labels = _regions(shown, sheet)
    names = _names(shown, sheet, [label["box"] for label in labels], most=len(close) if close else named, chosen=chosen)
    figure = go.Figure([*drawn, *names], _look(height, window))
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


def _groups(shown: pd.DataFrame, by: str, chosen: str | None, large: float) -> list[go.Scatter]:
    """A trace for each group, in the order of the groups; the *chosen* node has a ring."""
    found = []
    for (_, code), rows in shown.groupby(["groep_nr", "groep"], sort=True):
        colour, symbol = _mark(str(code), int(rows["groep_nr"].iloc[0]), by)
        rows = rows.sort_values("near", ascending=False, kind="stable")  # the legend looks like the first of them
        ring = [3.0 if name == chosen else 1.0 for name in rows["knoop"]]
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
                    "line": {"color": [style.TEXT if width > 1 else _RIM for width in ring], "width": ring},
                },
                customdata=rows["knoop"],
                hovertext=[_told(row) for row in rows.itertuples()],
                hovertemplate="%{hovertext}<extra></extra>",
                selected={"marker": {"opacity": 1}},
                name=typed(rows["groep_naam"].iloc[0]),
            )
        )
    return found


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
    sizes: np.ndarray = np.minimum(_LARGE, _SMALL + 2.6 * np.sqrt(joined.to_numpy(dtype=float)))
    return sizes


def _told(row: Any) -> str:
    what = [row.soort_naam, row.plaats_naam] if row.soort in (ACTIVITEIT, PARTNER) else [row.soort_naam]
    joins = [texts.counted("verbindingslijnen", row.lijnen)]
    if row.soort in (ACTIVITEIT, PARTNER):
        joins.append(texts.counted("partners" if row.soort == ACTIVITEIT else "activiteiten", row.deelnames))
    return hover(row.naam, " · ".join(what), ", ".join(joins))


# ── Names ────────────────────────────────────────────────────────────────────────────────────────────────────

Box = tuple[np.ndarray, np.ndarray]
"""The lower left and the upper right corner of what takes room, in pixels."""


@dataclass(frozen=True)
class _Sheet:
    """What is drawn, as pixels: the window of the layout, and how large it is on a laptop."""

    window: tuple[list[float], list[float]]
    size: np.ndarray

    def pixels(self, points: np.ndarray) -> np.ndarray:
        """Where *points* of the layout are, from the lower left corner."""
        low, high = np.array(self.window).T
        found: np.ndarray = (points - low) / (high - low) * self.size
        return found

    def holds(self, box: Box) -> bool:
        """Whether *box* is not cut off by an edge."""
        return bool((box[0] >= 0).all() and (box[1] <= self.size).all())


def _regions(shown: pd.DataFrame, sheet: _Sheet) -> list[dict[str, Any]]:
    """The name of each place above its activities, the largest first and none over another; each with its room."""
    found: list[dict[str, Any]] = []
    rows = shown[shown["soort"] == ACTIVITEIT]
    for code in rows["plaats"].value_counts().index:
        own = rows[rows["plaats"] == code]
        name = v.PLAATS_KORT[code]
        x, y = float(own["x"].mean()), float(own["y"].max())
        half = np.array([len(name) * _REGION * _LETTER, _REGION * _LINE]) / 2
        at = sheet.pixels(np.array([x, y])) + np.array([0, _LARGE + half[1]])
        box = (at - half, at + half)
        if not _touches(box, [label["box"] for label in found]):
            found.append({"box": box, "note": _note(name, x, y)})
    return found


def _note(name: str, x: float, y: float) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "yshift": _LARGE,
        "yanchor": "bottom",
        "text": f"<b>{typed(name)}</b>",
        "showarrow": False,
        "font": {"size": _REGION, "color": style.TEXT},
    }


def _names(shown: pd.DataFrame, sheet: _Sheet, taken: list[Box], *, most: int, chosen: str | None) -> list[go.Scatter]:
    """The names of what joins most, as many as find room clear of each other and of every node; the *chosen* always."""
    points = sheet.pixels(shown[["x", "y"]].to_numpy(float))
    names = [texts.cut(name, _LONGEST) for name in shown["naam"]]
    first = [name == chosen for name in shown["knoop"]]
    asked = np.flatnonzero(shown["near"].to_numpy() & (shown["joined"].to_numpy() > 0) | np.array(first)).tolist()
    taken = list(taken)
    placed: dict[int, str] = {}
    for number in sorted(asked, key=lambda n: (not first[n], -shown["joined"].iloc[n])):
        if len(placed) >= min(most, _NAMED):
            break
        boxes = {side: _box(points[number], len(names[number]), side) for side in _SIDES}
        held = {side: box for side, box in boxes.items() if sheet.holds(box)}
        clear = [s for s, box in held.items() if not _touches(box, taken) and not _covers(box, points, number)]
        if side := next(iter([*clear, *(held if first[number] else ())]), None):
            taken.append(boxes[side])
            placed[number] = side
    rows = shown.iloc[list(placed)]
    return [
        go.Scatter(
            x=rows["x"],
            y=rows["y"],
            mode="markers+text",  # a text without a mark would stand on its node
            marker={"size": _LARGE, "opacity": 0},
            text=[typed(names[number]) for number in placed],
            textposition=[_SIDES[side] for side in placed.values()],
            textfont={"size": _NAME, "color": style.TEXT},
            hoverinfo="skip",
            showlegend=False,
        )
    ]


def _box(point: np.ndarray, letters: int, side: str) -> Box:
    """The room that a name of so many *letters* takes beside a node at *point*."""
    half = np.array([letters * _NAME * _LETTER, _NAME * _LINE]) / 2
    away = {"t": (0, 1), "b": (0, -1), "r": (1, 0), "l": (-1, 0)}[side]
    middle = point + np.array(away) * (half + _LARGE / 2)
    return middle - half, middle + half


def _touches(box: Box, taken: list[Box]) -> bool:
    return any((box[0] < high).all() and (low < box[1]).all() for low, high in taken)


def _covers(box: Box, points: np.ndarray, own: int) -> bool:
    inside = ((points > box[0] - _SMALL / 2) & (points < box[1] + _SMALL / 2)).all(axis=1)
    return bool(np.delete(inside, own).any())
