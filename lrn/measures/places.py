"""Where it happens: counts by place, by municipality and by area of the map."""

from __future__ import annotations

from typing import Literal, NamedTuple

import pandas as pd

from lrn import vocabulary as v
from lrn.register.model import Register
from lrn.selection import Selection, on_network_theme

Level = Literal["plaats", "gemeente"]


class Area(NamedTuple):
    """A place or a municipality that can be chosen on the map."""

    level: Level
    code: str

    @property
    def naam(self) -> str:
        """Its Dutch name; Woerden the place is called otherwise than Woerden the municipality."""
        return v.PLAATS_NAMEN[self.code] if self.level == "plaats" else v.GEMEENTE[self.code].naam

    @property
    def plaats(self) -> Area:
        """The place that it lies in, or is."""
        return Area("plaats", v.place_of_municipality(self.code)) if self.level == "gemeente" else self

    @property
    def members(self) -> tuple[str, ...]:
        """The codes of its municipalities, or its own."""
        return tuple(code for code in v.GEMEENTE if self.code in (code, v.place_of_municipality(code)))


AREAS: tuple[Area, ...] = tuple(
    area
    for place in v.KIESBARE_PLAATSEN
    for area in (
        Area("plaats", place),
        *(Area("gemeente", code) for code in v.GEMEENTE if v.place_of_municipality(code) == place),
    )
)
"""Every area that can be chosen, each place followed by its municipalities."""


def per_place(selected: Register) -> pd.DataFrame:
    """Activities by place, all seven places in order: code, naam, aantal, aandeel (of all selected, 0–1)."""
    counts = selected.activiteiten["plaats"].value_counts().reindex(v.PLAATSEN, fill_value=0)
    frame = pd.DataFrame({"code": counts.index, "naam": list(v.PLAATS_NAMEN.values()), "aantal": counts.to_numpy()})
    return frame.assign(aandeel=_shares(frame["aantal"], len(selected.activiteiten)))


def per_municipality(selected: Register) -> pd.DataFrame:
    """Activities by municipality: code, naam, aantal.

    Every municipality of the map, then ``elders`` (other Dutch municipalities) and ``zonder`` (none given, or not
    understood). Their sum is the number of selected activities.
    """
    codes = municipality_codes(selected.activiteiten)
    names = {g.code: g.naam for g in v.GEMEENTEN} | {v.ELDERS: "Andere gemeenten", v.ZONDER: "Zonder gemeente"}
    counts = codes.value_counts().reindex(list(names), fill_value=0)
    return pd.DataFrame({"code": counts.index, "naam": list(names.values()), "aantal": counts.to_numpy()})


def municipality_codes(activiteiten: pd.DataFrame) -> pd.Series:
    """The GM code of each activity, or ``elders`` or ``zonder``."""
    known = set(v.GEMEENTE)
    return activiteiten["gemeente"].map(
        lambda code: (
            code if code in known else v.ELDERS if isinstance(code, str) and code.startswith(v.ELDERS) else v.ZONDER
        ),
        na_action=None,
    )


def area_figures(selected: Register, *, level: Level) -> pd.DataFrame:
    """The map's measures by area: code, naam, activiteiten, partners, netwerkthema, aandeel_netwerkthema, ingredienten.

    Areas are the places with boundaries (*level* plaats) or the municipalities of the map (*level* gemeente).
    ``partners`` take part in an activity there, ``ingredienten`` counts the different ones, a share is missing
    where there are no activities.
    """
    activiteiten = selected.activiteiten
    if level == "plaats":
        names = {code: v.PLAATS_NAMEN[code] for code in v.KIESBARE_PLAATSEN}
        area = activiteiten["plaats"]
    else:
        names = {g.code: g.naam for g in v.GEMEENTEN}
        area = municipality_codes(activiteiten)
    by_id = pd.Series(area.to_numpy(), index=activiteiten["id"])
    partners = selected.deelnames.assign(area=selected.deelnames["activiteit"].map(by_id))
    partners = partners[partners["partner"].isin(selected.partners["id"])]
    ingredients = selected.ingredienten.assign(area=selected.ingredienten["activiteit"].map(by_id))
    frame = pd.DataFrame(
        {
            "naam": pd.Series(names),
            "activiteiten": area.value_counts(),
            "partners": partners.groupby("area")["partner"].nunique(),
            "netwerkthema": area[on_network_theme(activiteiten)].value_counts(),
            "ingredienten": ingredients.groupby("area")["nr"].nunique(),
        }
    ).reindex(list(names))
    frame["naam"] = pd.Series(names)
    counts = ["activiteiten", "partners", "netwerkthema", "ingredienten"]
    frame[counts] = frame[counts].fillna(0).astype(int)
    frame["aandeel_netwerkthema"] = (frame["netwerkthema"] / frame["activiteiten"]).where(frame["activiteiten"] > 0)
    return frame.rename_axis("code").reset_index()


def off_map(selected: Register, *, level: Level) -> pd.DataFrame:
    """What the coloured areas of the map leave out: code, naam, aantal; only what there is.

    Haaglanden (and Zuidplas) are drawn in grey as context; the rest is elsewhere or has no place on the map. Together
    with the coloured areas it is every selected activity.
    """
    if level == "plaats":
        frame = per_place(selected)[["code", "naam", "aantal"]]
        frame = frame[~frame["code"].isin(v.EIGEN_PLAATSEN)]
    else:
        frame = per_municipality(selected)
        place = frame["code"].map(v.place_of_municipality)
        frame = frame[~place.isin(v.EIGEN_PLAATSEN)]
        there = frame["code"].map(v.place_of_municipality) == v.HAAGLANDEN
        together = (v.HAAGLANDEN, v.PLAATS_NAMEN[v.HAAGLANDEN], int(frame.loc[there, "aantal"].sum()))
        frame = pd.concat([pd.DataFrame([together], columns=frame.columns), frame[~there]], ignore_index=True)
    return frame[frame["aantal"] > 0].reset_index(drop=True)


def areas_in_view(selection: Selection, *, level: Level) -> tuple[str, ...] | None:
    """The codes of the map's areas that the filters on place leave in view; None when there are no such filters.

    An area that was not chosen has no activities in the selection, but that is no zero.
    """
    if not selection.regio and not selection.gemeente:
        return None
    chosen = [
        code
        for code in v.GEMEENTE
        if (not selection.gemeente or code in selection.gemeente)
        and (not selection.regio or v.place_of_municipality(code) in selection.regio)
    ]
    if level == "gemeente":
        return tuple(chosen)
    return tuple(dict.fromkeys(v.place_of_municipality(code) for code in chosen))


def places_in_view(selection: Selection) -> tuple[str, ...]:
    """The codes of the places that are looked at one by one: the network's own, or those that were chosen."""
    within = areas_in_view(selection, level="plaats")
    return v.EIGEN_PLAATSEN if within is None else tuple(code for code in v.KIESBARE_PLAATSEN if code in within)


def strategic_relations(register: Register) -> pd.DataFrame:
    """Partners with a strategic relation in Haaglanden, as context: id, naam, soort (codes), gemeente."""
    there = register.partners["gemeente"].map(v.place_of_municipality, na_action=None) == v.HAAGLANDEN
    chosen = register.partners[there & register.partners["strategisch"].eq(True)]
    return chosen[["id", "naam", "soort", "gemeente"]]


def _shares(counts: pd.Series, of: int) -> pd.Series:
    return counts / of if of else counts.astype(float) * float("nan")
