"""Where each activity stands on the map: at its own coordinates, or somewhere inside its municipality or region.

A location that is not given is chosen by the activity's ID on the whole register: the same every time, and whatever is
selected. Coordinates that fall outside the municipality are not believed.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from typing import Any

import numpy as np
import pandas as pd
import shapely

from lrn import geo
from lrn import vocabulary as v
from lrn.measures.places import municipality_codes
from lrn.register.model import Register

TOLERANCE = 1.0  # km outside an area in which coordinates are still believed: the boundaries are drawn coarsely
_STEPS = tuple(2.0 * 0.8**n for n in range(20))  # km between two locations: the widest at which all activities fit
_ROOM = 2  # locations for each activity, so that one that is added seldom moves another
_DECIMALS = 5  # of a degree: about a metre


def whereabouts(activiteiten: pd.DataFrame) -> pd.DataFrame:
    """What is known of where each activity is, by the index of *activiteiten*: gebied, hoe, buiten.

    ``gebied`` is the code of its municipality, else of its place, else missing; ``hoe`` is ``eigen``, ``gemeente``,
    ``regio`` or ``geen`` (not on the map); ``buiten`` tells whether it gives coordinates that are not believed:
    more than ``TOLERANCE`` outside that area, or off the map.
    """
    municipality = municipality_codes(activiteiten)
    place = activiteiten["plaats"]
    area = municipality.where(municipality.isin(v.GEMEENTE), place.where(place.isin(v.KIESBARE_PLAATSEN)))
    elsewhere = area.isna() & ((municipality == v.ELDERS) | (place == v.ELDERS))
    given = activiteiten["breedtegraad"].notna() & activiteiten["lengtegraad"].notna()
    believed = pd.Series(False, index=activiteiten.index)
    on_map = believed.copy()
    points = _points(activiteiten[given])
    on_map[given] = shapely.dwithin(geo.flat_network(), points, 0)
    for code, rows in area[given].groupby(area[given]):
        believed[rows.index] = shapely.dwithin(geo.flat(str(code)), _points(activiteiten.loc[rows.index]), TOLERANCE)
    believed |= given & area.isna() & ~elsewhere & on_map
    how = pd.Series("geen", index=activiteiten.index)
    how[area.notna()] = "regio"
    how[municipality.isin(v.GEMEENTE)] = "gemeente"
    how[believed] = "eigen"
    outside = given & ~believed & ~(elsewhere & ~on_map)  # an activity elsewhere is rightly off the map
    return pd.DataFrame({"gebied": area, "hoe": how, "buiten": outside})


def locations(register: Register) -> pd.DataFrame:
    """Where every activity of *register* is: id, lon, lat (degrees), and gebied, hoe, buiten of :func:`whereabouts`.

    To be asked for a whole register and narrowed afterwards. ``lon`` and ``lat`` are missing when ``hoe`` is ``geen``.
    Spots that are chosen here lie inside their area and apart from each other and from given ones; two activities may
    give the same coordinates, and are then set side by side where they are drawn (``lrn.charts.declutter``).
    """
    activiteiten = register.activiteiten
    known = whereabouts(activiteiten).assign(id=activiteiten["id"])
    own = known["hoe"] == "eigen"
    taken = activiteiten.loc[own, ["lengtegraad", "breedtegraad"]].to_numpy() * geo.KM
    x, y = np.full(len(known), np.nan), np.full(len(known), np.nan)
    x[own], y[own] = taken.T
    for how in ("gemeente", "regio"):  # towns first: what is only known by its region fills the gaps
        of_kind = known["hoe"] == how
        found = []
        for code, rows in known[of_kind].groupby("gebied"):
            seats = _seats(str(code), list(rows["id"]), taken)
            positions = known.index.get_indexer(rows.index)
            x[positions], y[positions] = seats.T
            found.append(seats)
        taken = np.vstack([taken, *found])
    degrees = np.column_stack([x, y]) / geo.KM
    return pd.DataFrame(
        {
            "id": known["id"],
            "lon": degrees[:, 0].round(_DECIMALS),
            "lat": degrees[:, 1].round(_DECIMALS),
            "hoe": known["hoe"],
            "gebied": known["gebied"],
            "buiten": known["buiten"],
        }
    ).reset_index(drop=True)


def _points(activiteiten: pd.DataFrame) -> Any:
    return shapely.points(activiteiten[["lengtegraad", "breedtegraad"]].to_numpy() * geo.KM)


@cache
def _spots_of(code: str, step: float) -> np.ndarray:
    """The points inside an area that lie *step* apart and clear of its border, in an order without a pattern."""
    shape = geo.flat(code)
    inner = next(
        inside for part in (0.5, 0.25, 0.1, 0.0) if not (inside := shapely.buffer(shape, -part * step)).is_empty
    )
    west, south, east, north = inner.bounds
    grid = geo.honeycomb(west, south, east, north, step)
    inside = grid[shapely.contains_xy(inner, *grid.T)]
    return np.asarray(inside[np.argsort([_number(f"{x:.4f} {y:.4f}") for x, y in inside])])


def _seats(code: str, ids: list[str], taken: np.ndarray) -> np.ndarray:
    """A point in the area for each of *ids*, none near one in *taken*."""
    for step in _STEPS:
        offered = _spots_of(code, step)
        free = _free(offered, taken, step * 0.75)
        if free.sum() >= _ROOM * len(ids):
            break
    return offered[_seated(ids, free)]


def _free(offered: np.ndarray, taken: np.ndarray, distance: float) -> np.ndarray:
    if not len(offered) or not len(taken):
        return np.ones(len(offered), dtype=bool)
    tree = shapely.STRtree(np.asarray(shapely.points(taken)))
    near, _ = tree.query(shapely.points(offered), predicate="dwithin", distance=distance)
    free = np.ones(len(offered), dtype=bool)
    free[near] = False
    return free


def _seated(ids: Iterable[str], free: np.ndarray) -> list[int]:
    """For each of *ids* its own seat, or the next one that is free."""
    seat: dict[str, int] = {}
    open_seats = free.copy()
    ids = list(ids)
    for identity in sorted(ids, key=_number):
        position = _number(identity) % len(open_seats)
        while not open_seats[position]:
            position = (position + 1) % len(open_seats)
        open_seats[position] = False
        seat[identity] = position
    return [seat[identity] for identity in ids]


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
