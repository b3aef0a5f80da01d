"""How often a node lies on the shortest path between two others: of many starts at once, with numpy."""

from __future__ import annotations

import random

import networkx as nx
import numpy as np

EXACT = 500
PIVOTS = 100
"""Up to so many nodes every shortest path is followed; of more those from so many of them (Brandes & Pich, 2007)."""

_AT_ONCE = 50  # starts that are followed together


def betweenness(joined: nx.Graph[str], pivots: int | None = None) -> dict[str, float]:
    """The betweenness, 0 to 1, of each node of *joined* (Freeman, 1977): that of ``networkx.betweenness_centrality``.

    *pivots* is how many nodes are followed as starts, all without it. Those are drawn as networkx draws them with seed
    1, and its scale is the same, besides that a start itself is not weighed otherwise. What it takes grows with the
    lines times the starts, without a step of Python for each.
    """
    names = list(joined)
    starts = random.Random(1).sample(range(len(names)), pivots) if pivots else range(len(names))
    linked = {name: row for row, name in enumerate(name for name in names if joined[name])}
    asked = np.array([linked[names[start]] for start in starts if names[start] in linked], dtype=int)
    found = np.zeros(len(linked))
    if len(linked) > 2:
        others = np.array([linked[other] for name in linked for other in joined[name]])
        first = np.cumsum([0, *(len(joined[name]) for name in linked)])[:-1]
        for begin in range(0, len(asked), _AT_ONCE):
            found += _between(asked[begin : begin + _AT_ONCE], others, first)
        found /= len(starts) / len(names) * (len(names) - 1) * (len(names) - 2)
    # A sum in another order differs in its last digit: what is equal has to be equal where things are put in order.
    return dict.fromkeys(names, 0.0) | dict(zip(linked, found.round(12).tolist(), strict=True))


def _between(starts: np.ndarray, others: np.ndarray, first: np.ndarray) -> np.ndarray:
    """The dependency of *starts* on each node, together; *others* are the neighbours of each, its own from *first* on.

    Brandes (2001), a column for each start.
    """
    every = np.arange(len(starts))
    paths = np.zeros((len(first), len(starts)))
    paths[starts, every] = 1
    unseen = paths == 0
    rings = [paths]  # the paths to what lies so many steps away
    while rings[-1].any():
        ring = np.add.reduceat(rings[-1][others], first) * unseen
        unseen &= ring == 0
        rings.append(ring)
    depends, weight = np.zeros_like(paths), np.zeros_like(paths)
    for near, far in zip(rings[-3::-1], rings[-2:0:-1], strict=True):
        share = np.divide(1 + weight, far, out=np.zeros_like(far), where=far > 0)
        weight = near * np.add.reduceat(share[others], first)
        depends += weight
    depends[starts, every] = 0
    total: np.ndarray = depends.sum(axis=1)
    return total
