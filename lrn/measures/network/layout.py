"""Where each node of the network is drawn: by region, near what it is joined with, and always in the same spot.

Each place has a round of its own, as large as what is in it needs, and the rounds lie as the places do on the map. A
node starts on a spot in its round that its own name chooses; then what is joined pulls together, what is near pushes
apart (a force-directed layout after Fruchterman and Reingold, 1991, in which only neighbours push), and nothing leaves
its round. A partner starts in the middle of the activities that it takes part in, and belongs to no round: one that
joins two regions stands between them.
"""

from __future__ import annotations

from hashlib import blake2b

import networkx as nx
import numpy as np
import pandas as pd
import shapely

from lrn import geo
from lrn import vocabulary as v
from lrn.measures.network.graph import PARTNER, graph
from lrn.register.model import Register

APART = 1.0  # between two nodes, the measure of all distances here
_ROOM = 1.7  # of a round: the side of a square for each node in it
_GAP = 2.0  # between two rounds
_WIDE = np.array([1.7, 1.0])  # a screen is wider than the network
_GATHER = (0.99, 0.95)  # of how far the rounds lie from the middle, a step; lower and wider than they are on the map
_GATHERED = 200  # steps

_STEPS, _LAST = 80, 25  # and those in which only what is too near is set apart
_REACH = 3.0  # within which two nodes push each other away
_PUSH, _PUSH_LAST = 0.12, 0.5  # of how much too near two are
_PULL, _PULL_ABROAD = 0.05, 0.0075  # of the length of what joins two: within a round, and out of it or to a partner
_PULL_PARTNER = 0.3  # of a partner to the middle of what it joins
_HOME, _MIDDLE = 0.5, 0.02  # of how far a node has strayed from its round, and from the middle of that

_BESIDE = {v.ELDERS: (1.0, 0.6), v.ZONDER: (1.0, -0.8)}
"""Where places without boundaries lie, as a part of the width and height of the others, from the middle of those."""


def positions(register: Register) -> pd.DataFrame:
    """Where every node of the graph of the whole *register* is drawn: x and y, by node (``graph.node``).

    To be asked for a whole register and narrowed afterwards, so that a filter takes nodes away and moves none. The same
    register gives the same positions. No two nodes are nearer than about 1; y goes up, to the north.
    """
    joined = graph(register)
    if not joined:
        return pd.DataFrame({"x": [], "y": []}, index=pd.Index([], name="knoop"), dtype=float)
    names = list(joined)
    place = [data["plaats"] for _, data in joined.nodes(data=True)]
    rounds = _rounds(place)
    middle = np.array([rounds[code][0] for code in place])
    radius = np.array([rounds[code][1] for code in place])
    start = middle + radius[:, None] * np.array([_in_circle(name) for name in names])
    free = np.array([name.startswith(f"{PARTNER}:") and joined.degree(name) > 0 for name in names])
    ends = np.array(_ends(joined), dtype=int).reshape(-1, 2)
    start[free] = _between(start, ends, free) + 0.5 * (start - middle)[free] / radius[free, None]
    radius[free] = np.inf
    found = _settled(start, ends, middle, radius)
    return pd.DataFrame(found.round(3), columns=["x", "y"], index=pd.Index(names, name="knoop"))


def _ends(joined: nx.Graph[str]) -> list[tuple[int, int]]:
    number = {name: position for position, name in enumerate(joined)}
    return sorted((number[one], number[other]) for one, other in joined.edges)


def _in_circle(name: str) -> tuple[float, float]:
    """A spot in a circle of radius 1, chosen by *name*: the same every time, and without a pattern."""
    numbers = np.frombuffer(blake2b(name.encode(), digest_size=8).digest(), dtype="<u4") / 2**32
    angle, out = 2 * np.pi * numbers[0], np.sqrt(numbers[1])
    return out * np.cos(angle), out * np.sin(angle)


def _rounds(place: list[str]) -> dict[str, tuple[np.ndarray, float]]:
    """The middle and the radius of the round of each place: as the places lie on the map, without overlap."""
    codes = [code for code in v.PLAATSEN if code in set(place)]
    radius = np.array([APART * _ROOM * np.sqrt(place.count(code) / np.pi) + APART for code in codes])
    known = {code: np.array(geo.place_label(code, spread=False)) * geo.KM * _WIDE for code in v.KIESBARE_PLAATSEN}
    corners = np.array(list(known.values()))
    centre, half = (corners.max(axis=0) + corners.min(axis=0)) / 2, np.ptp(corners, axis=0) / 2
    known |= {code: centre + half * 1.4 * np.array(side) for code, side in _BESIDE.items()}
    middle = np.array([known[code] for code in codes]) - centre
    needed = radius[:, None] + radius + _GAP
    apart = np.hypot(*(middle[:, None] - middle).T)
    np.fill_diagonal(apart, np.inf)
    middle *= np.median((needed / apart)[np.isfinite(apart)]) if len(codes) > 1 else 0
    for _ in range(_GATHERED):
        middle *= _GATHER
        for one in range(len(codes)):
            for other in range(one):
                way = middle[one] - middle[other]
                far = np.hypot(*way) or 1.0
                if far < needed[one, other]:
                    push = way / far * (needed[one, other] - far) / 2
                    middle[one] += push
                    middle[other] -= push
    return {code: (middle[n], float(radius[n])) for n, code in enumerate(codes)}


def _between(start: np.ndarray, ends: np.ndarray, free: np.ndarray) -> np.ndarray:
    """The middle of what each of the *free* nodes is joined with."""
    total, amount = np.zeros_like(start), np.zeros(len(start))
    for mine, theirs in (ends.T, ends.T[::-1]):
        np.add.at(total, mine, start[theirs])
        np.add.at(amount, mine, 1)
    return np.asarray(total[free] / amount[free, None])


def _settled(at: np.ndarray, ends: np.ndarray, middle: np.ndarray, radius: np.ndarray) -> np.ndarray:
    """Where the nodes end that start *at*; what is free of a round has an infinite *radius*."""
    degree = np.bincount(ends.ravel(), minlength=len(at)).clip(1)
    free = np.isinf(radius)
    abroad = np.hypot(*(middle[ends[:, 0]] - middle[ends[:, 1]]).T) > 0
    pulls = np.where(free[ends].any(axis=1) | abroad, _PULL_ABROAD, _PULL)
    weights = [np.where(free[side], _PULL_PARTNER / degree[side], pulls / np.sqrt(degree[side])) for side in ends.T]
    for step in range(_STEPS + _LAST):
        last = step >= _STEPS
        move = np.zeros_like(at)
        _push(at, move, APART if last else _REACH)
        if not last:
            pull = at[ends[:, 1]] - at[ends[:, 0]]
            np.add.at(move, ends[:, 0], pull * weights[0][:, None])
            np.subtract.at(move, ends[:, 1], pull * weights[1][:, None])
            out = at - middle
            far = np.hypot(*out.T)
            strayed = np.where(far > radius, (far - radius) / np.maximum(far, 1e-9), 0.0)
            move -= out * np.where(free, 0, strayed * _HOME + _MIDDLE)[:, None]
            length = np.hypot(*move.T)
            move *= np.minimum(1.0, APART * (1.5 - step / _STEPS) / np.maximum(length, 1e-9))[:, None]
        at = at + move
    return at


def _push(at: np.ndarray, move: np.ndarray, reach: float) -> None:
    """Add to *move* how the nodes nearer than *reach* push each other away."""
    points = np.asarray(shapely.points(at))
    one, other = shapely.STRtree(points).query(points, predicate="dwithin", distance=reach)
    one, other = one[one != other], other[one != other]
    way = at[one] - at[other]
    far = np.hypot(*way.T)
    way[far < 1e-6] = [1e-3, 0]  # never: two names that choose one spot
    far = np.hypot(*way.T)
    force = (reach - far) / far * (_PUSH_LAST if reach == APART else _PUSH)
    np.add.at(move, one, way * force[:, None])
