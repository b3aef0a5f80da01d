"""The activities of a selection as marks on the map: which kind each is, and what its mark says."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd

from lrn import vocabulary as v
from lrn.measures.areas import inside
from lrn.measures.places import Area
from lrn.register.model import Register

Kind = Literal["vorm", "status"]
REST = "rest"  # the forms that have no group of their own
_OWN_GROUP = 7  # forms with a colour of their own

HOW = {
    "eigen": "{gebied}, op de coördinaten in het register",
    "gemeente": "Ergens in {gebied}: zonder coördinaten",
    "regio": "Ergens in {gebied}: zonder gemeente",
}
"""How the location of a mark was found (``hoe`` of ``lrn.measures.onmap.locations``), in words."""


def marks(
    register: Register, selected: Register, locations: pd.DataFrame, *, by: Kind, area: Area | None = None
) -> pd.DataFrame:
    """The activities of *selected* on the map: id, lon, lat, hoe, gebied, groep, groep_nr, groep_naam, tekst, binnen.

    *register* is the whole register, *locations* are its own. ``groep`` is the kind (*by* vorm or status); of the forms
    the seven that are registered most often have a group of their own, whatever is selected, and so has ``groep_nr``,
    its position among all groups. ``tekst`` says in lines what it is, its name first, and how its location was found.
    ``binnen`` tells whether it counts in *area*. In the order of the groups.
    """
    frame = selected.activiteiten[["id", "naam", "vorm", "status"]].merge(locations, on="id")
    frame["binnen"] = inside(selected, area).to_numpy() if area else True
    frame = frame[frame["hoe"] != "geen"]
    names = groups(register, by)
    codes = frame[by].astype(object).fillna("").replace(v.ONBEKEND, "")
    frame["groep"] = codes.where(codes.isin(names), REST)
    frame["groep_naam"] = frame["groep"].map(names)
    frame["tekst"] = [_told(row) for row in frame.itertuples()]
    order = {code: position for position, code in enumerate(names)}
    frame = frame.sort_values("groep", key=lambda codes: codes.map(order), kind="stable")
    frame["groep_nr"] = frame["groep"].map(order)
    columns = ["id", "lon", "lat", "hoe", "gebied", "groep", "groep_nr", "groep_naam", "tekst", "binnen"]
    return frame[columns].reset_index(drop=True)


def groups(register: Register, by: Kind) -> dict[str, str]:
    """The groups that marks are told apart by, code to name, in order; ``rest`` and "" (not filled in) come last."""
    if by == "status":
        return {code: v.STATUSSEN.label(code) for code in v.STATUSSEN.codes} | {"": "Zonder bekende status"}
    codes = [code for code in v.VORMEN.codes if code != "anders"]
    often = register.activiteiten["vorm"].value_counts().reindex(codes, fill_value=0)
    often = often[often > 0].sort_values(ascending=False, kind="stable")
    own = set(often.index[:_OWN_GROUP])
    named = {code: v.VORMEN.label(code) for code in codes if code in own}
    return named | {REST: "Andere vormen", "": "Zonder bekende vorm"}


def _told(row: Any) -> str:
    coded = ((v.VORMEN, row.vorm), (v.STATUSSEN, row.status))
    kinds = [words.label(code) for words, code in coded if code in words.codes]
    where = HOW[row.hoe].format(gebied=_AREAS.get(row.gebied, "op de kaart"))
    return "\n".join([" ".join(row.naam.split()), *([" · ".join(kinds)] if kinds else []), where])


_AREAS = v.NAMEN["plaats"] | v.NAMEN["gemeente"]
