"""The names in a drawing of the network: of regions and of nodes, as many as find room clear of each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lrn import style, texts
from lrn import vocabulary as v
from lrn.charts.markup import typed

ACTIVITEIT = "activiteit"  # the kind of node that lies in a region
SMALL, LARGE = 9, 20  # pixels of a node
MOST = 22  # names at most
SIDES = {"t": "top center", "b": "bottom center", "r": "middle right", "l": "middle left"}
_NAME = 11  # pixels of a name
_LETTER, _LINE = 0.56, 1.35  # width and height of a letter, as a part of its size
_LONGEST = 30  # letters of a name
_REGION = 13  # pixels of the name of a region

Box = tuple[np.ndarray, np.ndarray]
"""The lower left and the upper right corner of what takes room, in pixels."""


@dataclass(frozen=True)
class Sheet:
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


def regions(shown: pd.DataFrame, sheet: Sheet) -> list[dict[str, Any]]:
    """The name of each place above its activities, the largest first and none over another; each with its room."""
    found: list[dict[str, Any]] = []
    rows = shown[shown["soort"] == ACTIVITEIT]
    for code in rows["plaats"].value_counts().index:
        own = rows[rows["plaats"] == code]
        name = v.PLAATS_KORT[code]
        x, y = float(own["x"].mean()), float(own["y"].max())
        half = np.array([len(name) * _REGION * _LETTER, _REGION * _LINE]) / 2
        at = sheet.pixels(np.array([x, y])) + np.array([0, LARGE + half[1]])
        box = (at - half, at + half)
        if not _touches(box, [label["box"] for label in found]):
            found.append({"box": box, "note": _note(name, x, y)})
    return found


def _note(name: str, x: float, y: float) -> dict[str, Any]:
    return {
        "x": x,
        "y": y,
        "yshift": LARGE,
        "yanchor": "bottom",
        "text": f"<b>{typed(name)}</b>",
        "showarrow": False,
        "font": {"size": _REGION, "color": style.TEXT, "shadow": "auto"},
    }


def names(shown: pd.DataFrame, sheet: Sheet, taken: list[Box], *, most: int, chosen: str | None) -> list[go.Scatter]:
    """The names of what joins most, as many as find room clear of each other and of every node; the *chosen* always."""
    points = sheet.pixels(shown[["x", "y"]].to_numpy(float))
    called = [texts.cut(name, _LONGEST) for name in shown["naam"]]
    first = [name == chosen for name in shown["knoop"]]
    asked = np.flatnonzero(shown["near"].to_numpy() & (shown["joined"].to_numpy() > 0) | np.array(first)).tolist()
    taken = list(taken)
    placed: dict[int, str] = {}
    for number in sorted(asked, key=lambda n: (not first[n], -shown["joined"].iloc[n])):
        if len(placed) >= min(most, MOST):
            break
        boxes = {side: box_of(points[number], len(called[number]), side) for side in SIDES}
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
            marker={"size": LARGE, "opacity": 0},
            text=[typed(called[number]) for number in placed],
            textposition=[SIDES[side] for side in placed.values()],
            textfont={"size": _NAME, "color": style.TEXT},
            hoverinfo="skip",
            showlegend=False,
        )
    ]


def box_of(point: np.ndarray, letters: int, side: str) -> Box:
    """The room that a name of so many *letters* takes beside a node at *point*."""
    half = np.array([letters * _NAME * _LETTER, _NAME * _LINE]) / 2
    away = {"t": (0, 1), "b": (0, -1), "r": (1, 0), "l": (-1, 0)}[side]
    middle = point + np.array(away) * (half + LARGE / 2)
    return middle - half, middle + half


def _touches(box: Box, taken: list[Box]) -> bool:
    return any((box[0] < high).all() and (low < box[1]).all() for low, high in taken)


def _covers(box: Box, points: np.ndarray, own: int) -> bool:
    inside = ((points > box[0] - SMALL / 2) & (points < box[1] + SMALL / 2)).all(axis=1)
    return bool(np.delete(inside, own).any())
