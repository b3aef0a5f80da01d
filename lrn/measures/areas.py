"""One area beside others: its figures, what only it has, and how two areas compare."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import on_network_theme
from lrn.measures import ingredients, places, themes
from lrn.measures.onmap import lines
from lrn.measures.places import Area, Level, municipality_codes
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.selection import Selection, apply, narrow

FIGURES = {
    "activiteiten": "Activiteiten",
    "partners": "Partners die meedoen",
    "netwerkthema": "Op het netwerkthema",
    "ingredienten": "Verschillende ingrediënten",
    "themas": "Verschillende thema's",
    "colleges": "Verschillende colleges",
    "verbindingslijnen": "Verbindingslijnen",
}
"""The figures of an area, in order, with their Dutch names."""


def inside(selected: Register, area: Area) -> pd.Series:
    """Which activities of *selected* are in *area*; a boolean series."""
    where = selected.activiteiten["plaats"] if area.level == "plaats" else municipality_codes(selected.activiteiten)
    return where.eq(area.code)


def narrowed(register: Register, selection: Selection, area: Area) -> Register:
    """The whole *register* narrowed to *selection* and to the activities of *area*."""
    selected = apply(selection, register)
    return narrow(selected, selected.activiteiten[inside(selected, area)], selection)


def figures(register: Register, selection: Selection, area: Area) -> dict[str, int]:
    """The figures of *area* (keys of ``FIGURES``) within *selection* of the whole *register*.

    ``verbindingslijnen`` are those with an end in the area, or both.
    """
    joined = apply(selection, register).verbindingslijnen
    touching = lines.touching(register, joined, area.code, level=area.level)
    return _counts(narrowed(register, selection, area)) | {"verbindingslijnen": int(touching.sum())}


def beside_network(register: Register, selection: Selection, *, area: Area) -> pd.DataFrame:
    """One area beside the network as a whole: kenmerk (a key of ``FIGURES``), gebied, netwerk.

    *register* is the whole register. The network has the same peildatum and the same filters on content, but every
    place: the two can be compared whatever region was chosen.
    """
    here = figures(register, selection, area)
    everywhere = apply(selection.everywhere, register)
    network = _counts(everywhere) | {"verbindingslijnen": len(everywhere.verbindingslijnen)}
    return pd.DataFrame(
        [(name, here[name], network[name]) for name in FIGURES], columns=["kenmerk", "gebied", "netwerk"]
    )


def off_map(selected: Register, *, level: Level, within: tuple[str, ...] | None = None) -> list[tuple[Evidence, str]]:
    """What the coloured areas of the map leave out (:func:`lrn.measures.places.off_map`): what it counts, in words."""
    words = {v.ELDERS: "elders", v.ZONDER: f"zonder {level}"}
    parts = []
    for code, name, amount in places.off_map(selected, level=level, within=within).itertuples(index=False):
        there = "gemeente_in" if code in v.CONTEXT_PLAATSEN and level == "gemeente" else level
        parts.append((Evidence.of(**{there: code}), f"{texts.number(amount)} {words.get(code, f'in {name}')}"))
    return parts


Compared = Literal["kerncijfers", "ingredienten", "themas"]


def paired(register: Register, selection: Selection, *, what: Compared, one: Area, other: Area) -> pd.DataFrame:
    """Two areas on the same figures: code, naam, level, gebied, gebied_naam, aantal, totaal, aandeel.

    The keys of ``FIGURES``, all eleven ingredients (code is the nr) or all themes, in order, for *one* and then for
    *other*. ``totaal`` is the number of activities in the area, ``aandeel`` the share of them; missing for figures
    that are no part of the activities.
    """
    parts = [
        _COMPARED[what](register, selection, area).assign(level=area.level, gebied=area.code, gebied_naam=area.naam)
        for area in (one, other)
    ]
    columns = ["code", "naam", "level", "gebied", "gebied_naam", "aantal", "totaal", "aandeel"]
    return pd.concat(parts, ignore_index=True)[columns]


def counted(what: Compared, code: object, area: Area) -> Evidence:
    """What a figure of :func:`paired` (or, for *kerncijfers*, of :func:`figures`) counts."""
    here: dict[str, str] = {area.level: area.code}
    if what == "ingredienten":
        return Evidence.of(ingredient=code, **here)
    if what == "themas":
        return Evidence.of(thema=code, **here)
    if code == "verbindingslijnen":
        here = {f"raakt_{area.level}": area.code}
    return _figure(str(code), **here)


def counted_in_network(figure: str) -> Evidence:
    """What a *figure* of the network in :func:`beside_network` counts."""
    return _figure(figure, basis="netwerk")


def _figure(figure: str, **where: str) -> Evidence:
    if figure == "netwerkthema":
        return Evidence.of(thema=v.NETWERKTHEMA.code, **where)
    return Evidence.of(figure, **where)


def only_here(register: Register, selection: Selection, *, area: Area) -> pd.DataFrame:
    """What *area* has and others have not: kenmerk, soort, code, naam, aantal, bereik.

    A form, theme, ingredient (of activities) or kind of partner (of partners taking part), ``aantal`` of which are
    in the area within *selection*, and none elsewhere, whatever places are selected. ``bereik`` says where else it
    was looked for: ``netwerk`` or, for a municipality, only the rest of its region; where there are fewer than five
    activities to differ from, nothing is said. What has no name of its own (anders, onbekend) is left out.
    """
    here = narrowed(register, selection, area)
    everywhere = apply(selection.everywhere, register)
    elsewhere = everywhere.activiteiten[~inside(everywhere, area)]
    reaches = {"netwerk": elsewhere}
    if area.level == "gemeente":
        reaches["regio"] = elsewhere[elsewhere["plaats"] == area.plaats.code]
    found: dict[tuple[str, str], tuple] = {}
    for reach, activities in reaches.items():
        if texts.is_few(len(activities)):
            continue
        others = _features(narrow(everywhere, activities, selection))
        taken = set(zip(others["kenmerk"], others["code"], strict=True))
        for (feature, code), rows in _features(here).groupby(["kenmerk", "code"]):
            if (feature, code) not in taken:
                found.setdefault((feature, code), (rows["id"].nunique(), reach))
    rows = [
        (feature, kind, code, name, *found[feature, code])
        for feature, (kind, names) in _NAMES.items()
        for code, name in names.items()
        if (feature, code) in found
    ]
    return pd.DataFrame(rows, columns=["kenmerk", "soort", "code", "naam", "aantal", "bereik"])


_NAMES: dict[str, tuple[str, dict[str, str]]] = {
    "vorm": ("verschijningsvorm", {code: v.VORMEN.label(code) for code in v.VORMEN.codes}),
    "thema": ("thema", themes.THEME_LABELS),
    "ingredient": ("ingrediënt", {str(nr): i.kort for nr, i in v.INGREDIENT.items()}),
    "partnersoort": ("soort partner", {code: v.PARTNERSOORTEN.label(code) for code in v.PARTNERSOORTEN.codes}),
}


def _features(selected: Register) -> pd.DataFrame:
    """The features of the activities and partners in *selected*: kenmerk, code, id of the activity or partner."""
    forms, kinds = selected.activiteiten[["vorm", "id"]], selected.partners[["soort", "id"]]
    carried = themes.themes_of(selected).rename(columns={"activiteit": "id", "thema": "code"})
    named = selected.ingredienten.rename(columns={"activiteit": "id", "nr": "code"}).astype({"code": str})
    parts = {
        "vorm": forms.rename(columns={"vorm": "code"}),
        "thema": carried,
        "ingredient": named,
        "partnersoort": kinds.rename(columns={"soort": "code"}),
    }
    frame = pd.concat([part[["code", "id"]].assign(kenmerk=feature) for feature, part in parts.items()])
    return frame[frame["code"].notna() & ~frame["code"].isin(["anders", v.ONBEKEND])]


def _counts(selected: Register) -> dict[str, int]:
    themed = selected.themas["thema"]
    return {
        "activiteiten": len(selected.activiteiten),
        "partners": len(selected.partners),
        "netwerkthema": int(on_network_theme(selected.activiteiten).sum()),
        "ingredienten": int(selected.ingredienten["nr"].nunique()),
        "themas": int(themed[themed != v.ONBEKEND].nunique()),
        "colleges": int(selected.activiteiten["college"].nunique()),
    }


def _key_figures(register: Register, selection: Selection, area: Area) -> pd.DataFrame:
    found = figures(register, selection, area)
    total, on_theme = found["activiteiten"], found["netwerkthema"]
    rows = [(code, name, found[code]) for code, name in FIGURES.items()]
    frame = pd.DataFrame(rows, columns=["code", "naam", "aantal"])
    share = on_theme / total if total else float("nan")
    return frame.assign(totaal=total, aandeel=[share if code == "netwerkthema" else float("nan") for code in FIGURES])


def _ingredients(register: Register, selection: Selection, area: Area) -> pd.DataFrame:
    frame = ingredients.per_ingredient(narrowed(register, selection, area))
    return frame.assign(code=frame["nr"], naam=[v.INGREDIENT[nr].label for nr in frame["nr"]])


def _themes(register: Register, selection: Selection, area: Area) -> pd.DataFrame:
    frame = themes.all_themes(narrowed(register, selection, area))
    return frame[frame["thema"].isin(themes.ALL_THEMES)].assign(code=frame["thema"])


_COMPARED = {"kerncijfers": _key_figures, "ingredienten": _ingredients, "themas": _themes}
