"""Marks that would lie on each other on a map of a certain scale, set apart; or counted, where there is no room."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import pandas as pd
import shapely

from lrn import geo

SIZES = (11, 10, 9, 8, 7, 6)  # pixels of a mark: the largest at which all fit
GROUP = 20  # pixels of the mark that stands for all activities in an area where they do not fit
_FILLS = 0.7  # of an area at most, in squares around its marks
_GAP = 1  # pixels between two marks
_BEYOND = 0.15  # of a window on each side, where marks are set apart too
_OFFERED = 3  # points on the width of a mark, to which it can be set aside
_OWN = "eigen"  # how the location of an activity that gives coordinates was found
_WHO_STAYS = (_OWN, "gemeente", "regio")  # the others give way to what is known better


def declutter(
    *, marks: pd.DataFrame, window: geo.Window, km_per_pixel: float, avoid: Iterable[geo.Window] = ()
) -> pd.DataFrame:
    """*marks* (``lrn.measures.onmap.map_points``) as they are drawn in *window*: with px, ids, aantal, opzij, lon, lat.

    A mark that would touch another one is set aside, as little as can be, inside its area; one that may stand
    anywhere in its area keeps clear of *avoid* too, where it can. ``px`` is how large the marks are, all the same;
    ``opzij`` tells which were set aside from their own coordinates. The same marks are set in the same way each
    time, in whatever order they come.

    In an area (``gebied``) where they do not fit at the smallest size, one mark stands for all of them, and keeps
    clear of the others. ``ids`` is which activities a mark stands for, ``aantal`` how many.
    """
    ids: list[Any] = [(i,) for i in marks["id"]]
    found = marks.assign(ids=ids, aantal=1, opzij=False).reset_index(drop=True)
    areas = [area if isinstance(area, str) else None for area in marks["gebied"]]
    standing = tuple(zip(marks["id"], marks["lon"], marks["lat"], marks["hoe"], areas, strict=True))
    size, places, groups = _arranged(standing, window, km_per_pixel, tuple(avoid))
    return _grouped(_moved(found.assign(px=size), places), places, groups)


@lru_cache(maxsize=32)  # a click on a mark draws the same map anew, with a ring
def _arranged(
    marks: tuple[tuple[Any, ...], ...], window: geo.Window, km_per_pixel: float, avoid: tuple[geo.Window, ...]
) -> tuple[int, Places, list[str]]:
    """How large the marks are, where they stand, and the areas in which they are counted."""
    queue = _queue(pd.DataFrame(marks, columns=["id", "lon", "lat", "hoe", "gebied"]), window)
    names = geo.corners(avoid) * geo.KM
    groups: list[str] = []
    for size in SIZES:
        too_small = _too_small(queue, (size + _GAP) * km_per_pixel)
        if size == SIZES[-1]:
            groups = too_small
        elif too_small:
            continue
        places, full = _put_down(queue, _Board(names, km_per_pixel), size, groups)
        if not full:
            break
    while full:  # a mark that counts may take the room of its neighbours
        groups = sorted({*groups, *full})
        places, full = _put_down(queue, _Board(names, km_per_pixel), size, groups)
    return size, places, groups


def boxes(marks: pd.DataFrame, *, km_per_pixel: float) -> list[geo.Window]:
    """The room that each mark of :func:`declutter` takes on a map of that scale, in degrees."""
    sizes = np.where(marks["aantal"] > 1, GROUP, marks["px"]) * km_per_pixel / 2
    across, up = np.outer(1 / geo.KM, sizes)
    sides = (marks["lon"] - across, marks["lon"] + across, marks["lat"] - up, marks["lat"] + up)
    return [((west, east), (south, north)) for west, east, south, north in zip(*sides, strict=True)]


Places = dict[Hashable, np.ndarray]
"""Where marks stand, in km: by their label in the frame, or by the area that they count."""


def _queue(marks: pd.DataFrame, window: geo.Window) -> pd.DataFrame:
    """The marks in and around *window*, in the order in which they are put down."""
    (west, east), (south, north) = window
    more, up = (east - west) * _BEYOND, (north - south) * _BEYOND
    seen = marks[marks["lon"].between(west - more, east + more) & marks["lat"].between(south - up, north + up)]
    return seen.assign(wie=seen["hoe"].map(_WHO_STAYS.index)).sort_values(["wie", "id"])


def _moved(marks: pd.DataFrame, places: Places) -> pd.DataFrame:
    found = marks.copy()
    labels = [label for label in found.index if label in places]
    at = np.array([places[label] for label in labels]).reshape(-1, 2) / geo.KM
    aside = np.abs(at - found.loc[labels, ["lon", "lat"]].to_numpy(float)).max(axis=1, initial=0) > 1e-9
    found.loc[labels, ["lon", "lat"]] = at
    found.loc[labels, "opzij"] = aside & (found.loc[labels, "hoe"] == _OWN)
    return found


def _grouped(marks: pd.DataFrame, places: Places, groups: list[str]) -> pd.DataFrame:
    if not groups:
        return marks
    together = marks[marks["gebied"].isin(groups)]
    counted = together.groupby("gebied").agg(
        ids=("id", tuple), aantal=("id", "size"), binnen=("binnen", "any"), px=("px", "first")
    )
    counted[["lon", "lat"]] = np.array([places[area] for area in counted.index]) / geo.KM
    return pd.concat([marks.drop(together.index), counted.reset_index()], ignore_index=True)


def _too_small(queue: pd.DataFrame, width: float) -> list[str]:
    """The areas in which marks so many km wide will not all find room, as they are put down one by one."""
    amounts = queue["gebied"].value_counts()
    areas = zip(amounts.index, amounts, strict=True)
    return sorted(area for area, amount in areas if amount * width**2 > _FILLS * geo.flat(area).area)


def _put_down(queue: pd.DataFrame, board: _Board, size: int, groups: list[str]) -> tuple[Places, list[str]]:
    """Where everything stands when marks are *size* pixels and *groups* are counted; and the areas without room."""
    places: Places = {}
    for area in groups:
        middle = np.array(geo.label_points()[area]) * geo.KM
        found = board.find(middle, area, GROUP, keeps=False)
        places[area] = middle if found is None else found
        board.put(places[area], GROUP)
    full = set(groups)
    shared = set(queue["gebied"][queue["gebied"].duplicated()])
    at = queue[["lon", "lat"]].to_numpy(float) * geo.KM
    for label, point, area, how in zip(queue.index, at, queue["gebied"], queue["hoe"], strict=True):
        if area in full:
            continue
        known = area if isinstance(area, str) else None
        found = board.find(point, known, size, keeps=how == _OWN)
        if found is None and area in shared:
            full.add(area)
        else:
            places[label] = point if found is None else found
            board.put(places[label], size)
    return places, sorted(full.difference(groups))


@dataclass
class _Offer:
    """Points in an area to which marks can be set aside: which are still free, and which are clear of names."""

    points: np.ndarray
    free: np.ndarray
    legible: np.ndarray

    def nearest(self, point: np.ndarray) -> np.ndarray | None:
        """The free point nearest to *point*, one that is clear of names if there is any."""
        for fits in (self.free & self.legible, self.free):
            points = self.points[fits]
            if len(points):
                return np.asarray(points[((points - point) ** 2).sum(axis=1).argmin()])
        return None

    def take(self, point: np.ndarray, apart: float) -> None:
        """Nothing stands less than *apart* from *point* any more."""
        near = np.flatnonzero((np.abs(self.points - point) < apart).all(axis=1))
        self.free[near] &= np.hypot(*(self.points[near] - point).T) >= apart


class _Board:
    """The map in km: what stands on it, and where something else can still stand."""

    def __init__(self, names: np.ndarray, km_per_pixel: float) -> None:
        self._names, self._km = names, km_per_pixel
        self._places, self._sizes = np.empty((0, 2)), np.empty(0)
        self._offers: dict[tuple[str | None, int], _Offer] = {}

    def put(self, point: np.ndarray, size: int) -> None:
        """Put a mark of *size* pixels down."""
        self._places, self._sizes = np.vstack([self._places, point]), np.append(self._sizes, size)
        for (area, offered), offer in self._offers.items():
            apart = self._apart(size, offered)
            west, south, east, north = _bounds(area)
            if west - apart < point[0] < east + apart and south - apart < point[1] < north + apart:
                offer.take(point, apart)

    def find(self, point: np.ndarray, area: str | None, size: int, *, keeps: bool) -> np.ndarray | None:
        """The nearest to *point* that a mark of *size* pixels can stand inside *area*, or on the whole map.

        One that *keeps* its location may lie over a name. None when there is no room at all.
        """
        here = point[None]
        if self._free(here, size)[0] and (keeps or self._legible(here, size)[0]):
            return point
        if (area, size) not in self._offers:
            points = _offers(area, round(size * self._km, 6))
            self._offers[area, size] = _Offer(points, self._free(points, size), self._legible(points, size))
        return self._offers[area, size].nearest(point)

    def _apart(self, one: Any, other: float) -> Any:
        return ((one + other) / 2 + _GAP) * self._km

    def _free(self, points: np.ndarray, size: int) -> np.ndarray:
        if len(points) == 1:
            return np.array([(np.hypot(*(self._places - points[0]).T) >= self._apart(self._sizes, size)).all()])
        free = np.ones(len(points), dtype=bool)
        tree = shapely.STRtree(np.asarray(shapely.points(points)))
        for taken in np.unique(self._sizes):
            standing = shapely.points(self._places[self._sizes == taken])
            free[tree.query(standing, predicate="dwithin", distance=self._apart(taken, size))[1]] = False
        return free

    def _legible(self, points: np.ndarray, size: int) -> np.ndarray:
        """Which of *points* a mark can stand on without lying over a name."""
        legible = np.ones(len(points), dtype=bool)
        half = size / 2 * self._km
        for low, high in self._names:
            legible &= ~((points > low - half) & (points < high + half)).all(axis=1)
        return legible


@cache
def _bounds(area: str | None) -> tuple[float, float, float, float]:
    return (geo.flat(area) if area else geo.flat_network()).bounds


@cache
def _offers(area: str | None, width: float) -> np.ndarray:
    """Points inside *area*, or on the whole map, to which a mark so many km wide can be set aside."""
    shape = geo.flat(area) if area else geo.flat_network()
    west, south, east, north = _bounds(area)
    points = geo.honeycomb(west, south, east, north, width / _OFFERED)
    for part in (0.5, 0.25, 0):  # clear of the border, where that leaves anything
        inside: np.ndarray = points[shapely.contains_xy(shapely.buffer(shape, -part * width), *points.T)]
        if len(inside):
            break
    return inside
