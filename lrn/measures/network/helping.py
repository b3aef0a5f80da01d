"""What a line that is not there yet would do for the network: what it would join, and between which regions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network.between_places import between_places
from lrn.measures.network.graph import ACTIVITEIT, graph, kind_and_code
from lrn.register.model import Register

HELPS = (
    "Eerst komt voor elke groep of activiteit die los staat van een grotere groep (ook zonder gedeelde partner) een "
    "lijn die aansluit, de grootste bovenaan. Dan komt voor elke twee regio's een lijn, te beginnen bij de twee met de "
    "minste lijnen ertussen. Daarna komen de andere. Bij gelijke stand gaat voor wat het meest deelt."
)
"""How :meth:`Helping.order` puts pairs in order."""


class Helping:
    """What a line between two of the activities *ids* would do, in all that is active: *everything*.

    Parts hang together by lines and shared partners, as in :func:`lrn.measures.network.graph.parts`; here an activity
    that stands alone is a part too.
    """

    def __init__(self, everything: Register, ids: Sequence[str]) -> None:
        frame = everything.activiteiten
        position = {identity: n for n, identity in enumerate(frame["id"])}
        found = [
            sorted(position[code] for kind, code in map(kind_and_code, part) if kind == ACTIVITEIT)
            for part in nx.connected_components(graph(everything, places=False))
        ]
        found = sorted(filter(None, found), key=lambda part: (-len(part), part))
        of = {n: number for number, part in enumerate(found) for n in part}
        places = dict(zip(frame["id"], frame["plaats"], strict=True))
        between = between_places(everything)
        self._ids = tuple(ids)
        self._size = np.array([len(part) for part in found])
        self._part = np.array([of[position[identity]] for identity in ids], dtype=int)
        self._place = [str(places[identity]) for identity in ids]
        self._lines = {
            frozenset(pair): amount
            for *pair, amount in between[["van", "naar", "lijnen"]].itertuples(index=False, name=None)
        }

    def order(self, one: np.ndarray, other: np.ndarray, shared: np.ndarray) -> np.ndarray:
        """The positions of the pairs (*one*, *other*), as :data:`HELPS` says; *shared* are the points of each.

        Those that come first for more than one reason are in it more than once.
        """
        alike = np.argsort(-shared, kind="stable")
        between, amounts = self._between(one, other)
        parts = self._part[one], self._part[other]
        smaller, larger = np.maximum(*parts), np.minimum(*parts)
        best = np.lexsort((-shared, amounts, larger))
        best = best[smaller[best] != larger[best]]
        joining = best[np.unique(smaller[best], return_index=True)[1]]
        crossing = alike[np.unique(between[alike], return_index=True)[1]]
        crossing = crossing[np.argsort(amounts[crossing], kind="stable")]
        return np.concatenate([joining, crossing, alike])

    def of(self, one: int, other: int) -> dict[str, Any]:
        """What a line between two would do: ``aansluit`` (how many activities it joins to a part of ``op``; 0 where the
        two hang together already), ``rond`` (the ID of the one of the two in the part that gets joined; "" then), and
        ``lijnen_ertussen`` (how many lines run between their two places).
        """
        first, last = sorted((one, other), key=lambda n: self._part[n])
        apart = self._part[first] != self._part[last]
        return {
            "aansluit": int(self._size[self._part[last]]) * int(apart),
            "op": int(self._size[self._part[first]]) * int(apart),
            "rond": self._ids[last] if apart else "",
            "lijnen_ertussen": self._lines[frozenset((self._place[one], self._place[other]))],
        }

    def _between(self, one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Which two places each pair lies in, as a number, and how many lines run between those."""
        codes = {code: n for n, code in enumerate(v.EIGEN_PLAATSEN)}
        place = np.array([codes[code] for code in self._place], dtype=int)
        known = np.zeros((len(codes), len(codes)), dtype=int)
        for a, b in combinations(codes, 2):
            known[codes[a], codes[b]] = known[codes[b], codes[a]] = self._lines[frozenset((a, b))]
        low, high = np.minimum(place[one], place[other]), np.maximum(place[one], place[other])
        return low * len(codes) + high, known[low, high]


def in_words(helps: dict[str, Any], two: pd.DataFrame) -> str:
    """What :meth:`Helping.of` says of *two* activities (their id, naam, plaats), in sentences."""
    joined, larger = helps["aansluit"], helps["op"]
    joins = ""
    if larger == 1:
        joins = "Verbindt twee activiteiten die nu allebei op zichzelf staan. "
    elif joined:
        name = texts.cut(two["naam"].iloc[list(two["id"]).index(helps["rond"])])
        what = f"‘{name}’" if joined == 1 else f"de groep van {texts.activities(joined)} met ‘{name}’"
        joins = f"Sluit {what} aan op een groep van {texts.activities(larger)}. "
    between = texts.listing(v.PLAATS_KORT[code] for code in two["plaats"])
    if not (lines := helps["lijnen_ertussen"]):
        return f"{joins}Het is de eerste lijn tussen {between}."
    return f"{joins}Tussen {between} {'loopt' if lines == 1 else 'lopen'} nu {texts.count(lines, 'lijn', 'lijnen')}."
