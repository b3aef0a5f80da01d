"""How partners take part: in how many activities and regions, since when, and in which role."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from lrn import vocabulary as v
from lrn.register.model import Register


def taking_part(selected: Register) -> pd.DataFrame:
    """By the ID of a partner that takes part in *selected*: activiteiten, regios, sinds, rol.

    ``regios`` counts the network's own places among those of its activities; ``sinds`` is the first Start of these,
    missing where none is filled in; ``rol`` is initiatiefnemer where it is that in one of them, else deelnemer, ""
    where neither is filled in.
    """
    known = selected.activiteiten[["id", "plaats", "start"]].rename(columns={"id": "activiteit"})
    rows = selected.deelnames.merge(known, on="activiteit")
    rows["plaats"] = rows["plaats"].where(rows["plaats"].isin(v.EIGEN_PLAATSEN))
    told = rows.groupby("partner")
    frame = pd.DataFrame(
        {
            "activiteiten": told["activiteit"].nunique(),
            "regios": told["plaats"].nunique(),
            "sinds": told["start"].min(),
        }
    )
    return frame.assign(rol=pd.Series(_roles(rows), dtype=object).reindex(frame.index).fillna(""))


def _roles(rows: pd.DataFrame) -> dict[str, str]:
    """The role of each partner that says most, in words: the first in the vocabulary's order."""
    found: dict[str, str] = {}
    for code in v.ROLLEN.codes:
        for partner in rows.loc[rows["rol"] == code, "partner"]:
            found.setdefault(partner, v.ROLLEN.label(code))
    return found


class KeyFigures(NamedTuple):
    """Counts of the partners of one selection: all, their different kinds, and those of whom something is so."""

    partners: int
    soorten: int
    initiatiefnemers: int
    in_regios: int
    strategisch: int


def key_figures(selected: Register) -> KeyFigures:
    """How many partners take part in *selected*, of how many kinds, and what is so of some of them.

    ``in_regios`` counts those that take part in several of the network's own places.
    """
    partners = selected.partners
    return KeyFigures(
        len(partners),
        int(kinds_of(partners).nunique()),
        int(has_role(selected, "initiatiefnemer").sum()),
        int(in_several_places(selected).sum()),
        int(partners["strategisch"].eq(True).sum()),
    )


def kinds_of(partners: pd.DataFrame) -> pd.Series:
    """The kind of each of *partners* by its ID, of those of which it is known."""
    kinds = partners.set_index("id")["soort"]
    return kinds[kinds.isin(v.PARTNERSOORTEN.codes)]


def has_role(selected: Register, role: str) -> pd.Series:
    """Which partners of *selected* have *role* in one of its activities, as a boolean series."""
    rows = selected.deelnames
    return selected.partners["id"].isin(rows.loc[rows["rol"] == role, "partner"])


def in_several_places(selected: Register) -> pd.Series:
    """Which partners of *selected* take part in two or more of the network's own places, as a boolean series."""
    found = taking_part(selected)["regios"]
    return selected.partners["id"].isin(found.index[found > 1])
