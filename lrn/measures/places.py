"""Where it happens: counts by place, by municipality and by area of the map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import pandas as pd

from lrn import vocabulary as v
from lrn.filters import on_network_theme
from lrn.once import once
from lrn.register.model import Register
from lrn.selection import Selection

Level = Literal["plaats", "gemeente"]

LEVEL_NAMES: dict[Level, str] = {"gemeente": "Gemeente", "plaats": "Regio"}
"""What an area of each level is called: a place of ours is a region to who reads, as ‘plaats’ is a town."""


class Area(NamedTuple):
    """A place or a municipality that can be chosen on the map."""

    level: Level
    code: str

    @property
    def naam(self) -> str:
        """Its Dutch name; Woerden the place is called otherwise than Woerden the municipality."""
        return v.PLAATS_NAMEN[self.code] if self.level == "plaats" else v.GEMEENTE[self.code].naam

    @property
    def kort(self) -> str:
        """Its name as it stands above a column."""
        return v.PLAATS_KORT[self.code] if self.level == "plaats" else self.naam

    @property
    def is_ours(self) -> bool:
        """Whether it lies in one of the network's own places; what is not is context."""
        return self.plaats.code in v.EIGEN_PLAATSEN

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
    """Activities by place, all places in order: code, naam, aantal, aandeel (of all selected, 0–1)."""
    counts = selected.activiteiten["plaats"].value_counts().reindex(v.PLAATSEN, fill_value=0)
    frame = pd.DataFrame({"code": counts.index, "naam": list(v.PLAATS_NAMEN.values()), "aantal": counts.to_numpy()})
    return frame.assign(aandeel=frame["aantal"] / len(selected.activiteiten))


def per_municipality(selected: Register) -> pd.DataFrame:
    """Activities by municipality: code, naam, aantal.

    Every municipality of the map, then ``elders`` (other Dutch municipalities) and ``zonder`` (none given, or not
    understood). Their sum is the number of selected activities.
    """
    codes = municipality_codes(selected.activiteiten)
    counts = codes.value_counts().reindex(list(MUNICIPALITIES), fill_value=0)
    return pd.DataFrame({"code": counts.index, "naam": list(MUNICIPALITIES.values()), "aantal": counts.to_numpy()})


MUNICIPALITIES = v.NAMEN["gemeente"] | {v.ELDERS: "Andere gemeenten", v.ZONDER: "Zonder gemeente"}
"""What activities are counted under by municipality, code to name, in order."""


@once
def municipality_codes(activiteiten: pd.DataFrame) -> pd.Series:
    """The GM code of each activity, or ``elders`` or ``zonder``."""
    return activiteiten["gemeente"].map(v.counted_municipality, na_action=None)


@once
def area_figures(selected: Register, *, level: Level, within: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The map's measures by area: code, naam, activiteiten, partners, netwerkthema, aandeel_netwerkthema, ingredienten.

    Areas are the places with boundaries (*level* plaats) or the municipalities of the map (*level* gemeente), or those
    *within* view (:func:`areas_in_view`): what was not chosen is no zero. ``partners`` take part in an activity there,
    ``ingredienten`` counts the different ones, a share is missing where there are no activities.
    """
    activiteiten = selected.activiteiten
    names = v.NAMEN[level]
    area = activiteiten["plaats"] if level == "plaats" else municipality_codes(activiteiten)
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
    if within is not None:
        frame = frame[frame.index.isin(within)]
    return frame.rename_axis("code").reset_index()


def off_map(selected: Register, *, level: Level, within: tuple[str, ...] | None = None) -> pd.DataFrame:
    """What the coloured areas of the map leave out: code, naam, aantal; only what there is.

    What is context is drawn in grey; the rest is elsewhere or has no place on the map. So is an
    activity in a municipality that is not *within* view (:func:`areas_in_view`), and that counts with a chosen region
    by its own column. Together with the coloured areas it is every selected activity.
    """
    if level == "plaats":
        frame = per_place(selected)[["code", "naam", "aantal"]]
        frame = frame[~frame["code"].isin(v.EIGEN_PLAATSEN)]
    else:
        frame = per_municipality(selected)
        where = frame["code"].map(v.place_of_municipality)
        there = [(c, v.PLAATS_NAMEN[c], int(frame.loc[where == c, "aantal"].sum())) for c in v.CONTEXT_PLAATSEN]
        coloured = where.isin(v.EIGEN_PLAATSEN) & (within is None or frame["code"].isin(within))
        rest = frame[~coloured & ~where.isin(v.CONTEXT_PLAATSEN)]
        frame = pd.concat([pd.DataFrame(there, columns=frame.columns), rest], ignore_index=True)
    return frame[frame["aantal"] > 0].reset_index(drop=True)


class Apart(NamedTuple):
    """Activities by which a map and the figures beside it differ: in which municipality, counted with which place."""

    gemeente: str
    plaats: str
    aantal: int
    on_map: bool

    @property
    def naam(self) -> str:
        """Where they are, within a sentence: "in Voorschoten", "zonder gemeente"."""
        return _APART.get(self.gemeente) or f"in {v.GEMEENTE[self.gemeente].naam}"


_APART = {v.ELDERS: "in een andere gemeente", v.ZONDER: "zonder gemeente"}


def apart(selected: Register, area: Area) -> list[Apart]:
    """By what the map of the municipalities of *area* differs from the activities that count with it.

    An activity without a municipality is not on that map; nor is one in a municipality elsewhere, that counts with
    *area* by its own column Arbeidsmarktregio. The reverse is on it but counts elsewhere. Those on the map come last.
    """
    where = municipality_codes(selected.activiteiten)
    inside, counted = where.isin(area.members), selected.activiteiten["plaats"].eq(area.plaats.code)
    if area.level == "gemeente":
        return []  # its map and its figures both go by municipality
    pairs = pd.DataFrame({"gemeente": where, "plaats": selected.activiteiten["plaats"], "on_map": inside})
    sizes = pairs[inside != counted].groupby(["on_map", "gemeente", "plaats"]).size()
    return [
        Apart(code, place, int(n), bool(on_map)) for (on_map, code, place), n in zip(sizes.index, sizes, strict=True)
    ]


def level_in_view(selection: Selection, wanted: Level = "plaats") -> Level:
    """By what places are told apart: *wanted*, or by municipality where municipalities were chosen.

    A region of which some municipalities were chosen is not in view: its figures would be theirs.
    """
    return "gemeente" if selection.gemeente else wanted


def areas_in_view(selection: Selection, *, level: Level) -> tuple[str, ...] | None:
    """The codes of the map's areas that the filters on place leave in view; None when there are no such filters.

    An area that was not chosen has no activities in the selection, but that is no zero. Where municipalities were
    chosen no region is in view as a whole; Woerden is a municipality and a place.
    """
    if not selection.regio and not selection.gemeente:
        return None
    if level == "gemeente":
        chosen = selection.gemeente or [c for c in v.GEMEENTE if v.place_of_municipality(c) in selection.regio]
        return tuple(code for code in v.GEMEENTE if code in chosen)
    chosen = selection.gemeente or selection.regio
    return tuple(code for code in v.KIESBARE_PLAATSEN if code in chosen)


def chosen_areas(selection: Selection) -> tuple[Area, ...] | None:
    """The areas that the filters on place name, the municipalities where there are; None without such filters."""
    level = level_in_view(selection)
    within = areas_in_view(selection, level=level)
    return None if within is None else tuple(Area(level, code) for code in within)


def looked_at(selection: Selection) -> tuple[Area, ...]:
    """The areas that are looked at one by one: the network's own places, or what was chosen."""
    found = chosen_areas(selection)
    return tuple(Area("plaats", code) for code in v.EIGEN_PLAATSEN) if found is None else found


def is_in_view(selection: Selection, area: Area) -> bool:
    """Whether the filters on place leave *area* in view as a whole."""
    within = areas_in_view(selection, level=area.level)
    return within is None or area.code in within


def columns_of(areas: Iterable[Area] | None, activiteiten: pd.DataFrame) -> tuple[pd.Series, list[str]]:
    """The area of each activity by its id, and the codes of the areas that a cross table has columns for.

    Those of *areas* (:func:`chosen_areas`, all of one level), or of every place: what was not chosen is no zero.
    """
    if areas is None:
        return activiteiten.set_index("id")["plaats"], list(v.PLAATSEN)
    wanted = list(areas)
    where = municipality_codes(activiteiten) if level_of(wanted) == "gemeente" else activiteiten["plaats"]
    return pd.Series(where.to_numpy(), index=activiteiten["id"]), [area.code for area in wanted]


def at(area: Area | None) -> dict[str, str]:
    """What an evidence is narrowed by to count what is in *area*; nothing for every place."""
    return {} if area is None else {area.level: area.code}


def level_of(areas: Iterable[Area] | None) -> Level:
    """By what the columns of :func:`columns_of` are told apart."""
    return next((area.level for area in areas or ()), "plaats")


def area_names(areas: Iterable[Area] | None) -> dict[str, str]:
    """The names of the columns of :func:`columns_of`, by code."""
    return dict(v.PLAATS_NAMEN) if areas is None else {area.code: area.naam for area in areas}


def strategic_relations(register: Register, *, plaats: str) -> pd.DataFrame:
    """Partners with a strategic relation in a place, as context: id, naam, soort (codes), gemeente."""
    there = register.partners["gemeente"].map(v.place_of_municipality, na_action=None) == plaats
    chosen = register.partners[there & register.partners["strategisch"].eq(True)]
    return chosen[["id", "naam", "soort", "gemeente"]]
