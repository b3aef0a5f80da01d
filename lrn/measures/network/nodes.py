"""The nodes of the network as they are drawn: their groups, what each joins, and what lies around one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

import networkx as nx
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph
from lrn.measures.network.graph import ACTIVITEIT, DEELNAME, GEMEENTE, PARTNER, REGIO
from lrn.measures.onmap import map_points
from lrn.measures.rows.labelled import grouped
from lrn.register.model import Register
from lrn.selection import Selection, apply

By = Literal["regio", "vorm", "thema", "niveau"]
"""What activities are told apart by."""

KINDS = {ACTIVITEIT: "Activiteit", PARTNER: "Partner", GEMEENTE: "Gemeente", REGIO: "Regio"}
PLACE = "plek"  # the group of municipalities and regions
SEVERAL = "meer"  # more themes than one
ALL_LEVELS, TWO_LEVELS = "alle", "twee"


def nodes(
    register: Register, selection: Selection, *, by: By, partners: bool, also: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The nodes of the graph of *selection*: a row for each, in the order of the graph.

    Without *partners* only those among *also* (names of nodes) are there.

    Columns: knoop (as in ``graph``), soort, soort_naam, id, naam, plaats, plaats_naam, lijnen (that are drawn to it),
    deelnames (partners of an activity, activities of a partner), and groep, groep_nr, groep_naam. The groups of
    activities (*by*) are those of the whole register, so that a filter changes no colour; a partner and a place have a
    group of their own.
    """
    selected = apply(selection, register)
    whole = graph.graph(selected)
    names = groups(register, by)
    order = {code: position for position, code in enumerate(names)}
    of_activity = _grouped(selected, by)
    found = []
    for name, data in whole.nodes(data=True):
        kind = data["soort"]
        if kind == PARTNER and not partners and name not in also:
            continue
        code = of_activity.get(data["id"], "") if kind == ACTIVITEIT else PARTNER if kind == PARTNER else PLACE
        code = code if code in names else map_points.REST if map_points.REST in names else ""
        edges = whole[name].values()
        found.append(
            {
                "knoop": name,
                "soort": kind,
                "soort_naam": KINDS[kind],
                "id": data["id"],
                "naam": data["naam"],
                "plaats": data["plaats"],
                "plaats_naam": v.PLAATS_NAMEN[data["plaats"]],
                "lijnen": sum(len(edge["lijnen"]) for edge in edges),
                "deelnames": sum(edge["soort"] == DEELNAME for edge in edges),
                "groep": code,
                "groep_nr": order[code],
                "groep_naam": names[code],
            }
        )
    return pd.DataFrame(found, columns=COLUMNS)


COLUMNS = [
    *("knoop", "soort", "soort_naam", "id", "naam", "plaats", "plaats_naam"),
    *("lijnen", "deelnames", "groep", "groep_nr", "groep_naam"),
]


def edges(selected: Register) -> pd.DataFrame:
    """What joins the nodes of *selected*: van, naar (nodes), soort (lijn or deelname), aantal (lines, or 1)."""
    joined = graph.graph(selected).edges(data=True)
    rows = [(one, other, data["soort"], max(1, len(data["lijnen"]))) for one, other, data in joined]
    return pd.DataFrame(rows, columns=["van", "naar", "soort", "aantal"])


def not_chosen(register: Register, selection: Selection) -> pd.DataFrame:
    """The activities on the peildatum that other filters of *selection* leave out: knoop."""
    return _activities_beyond(register, Selection(peildatum=selection.peildatum), selection)


def at_other_times(register: Register, selection: Selection, *, day: date) -> pd.DataFrame:
    """The activities that *selection* would hold on another day, and does not on *day*: knoop."""
    return _activities_beyond(register, selection.on(None), selection.on(day))


def _activities_beyond(register: Register, wide: Selection, narrow: Selection) -> pd.DataFrame:
    wider, found = (apply(selection, register).activiteiten["id"] for selection in (wide, narrow))
    return pd.DataFrame({"knoop": [graph.node(ACTIVITEIT, identity) for identity in wider[~wider.isin(found)]]})


def around(selected: Register, node: str, *, steps: int) -> list[str]:
    """The nodes at most *steps* from *node*, that itself first, then the nearest; empty when it is not there."""
    joined = graph.graph(selected)
    return list(nx.single_source_shortest_path_length(joined, node, cutoff=steps)) if node in joined else []


def groups(register: Register, by: By) -> dict[str, str]:
    """The groups that nodes are told apart by, code to name, in order: activities *by*, then partners and places."""
    if by == "regio":
        own = dict(v.PLAATS_NAMEN)
    elif by == "vorm":
        own = map_points.groups(register, "vorm")
    elif by == "thema":
        own = {code: texts.capital(v.THEMAS.label(code)) for code in v.THEMAS.codes}
        own |= {SEVERAL: "Meer thema's", "": "Zonder bekend thema"}
    else:
        own = {ALL_LEVELS: "Alle drie de niveaus", TWO_LEVELS: "Twee niveaus"}
        own |= {code: f"Alleen {v.NIVEAUS.label(code)}" for code in v.NIVEAUS.codes}
        own |= {"": "Zonder bekend niveau"}
    return own | {PARTNER: "Partner", PLACE: "Gemeente of regio"}


def _grouped(selected: Register, by: By) -> dict[str, str]:
    """The group of each activity by its ID; "" is of none."""
    frame = selected.activiteiten
    if by in ("regio", "vorm"):
        column = frame["plaats" if by == "regio" else "vorm"].astype(object).fillna("").replace(v.ONBEKEND, "")
        return dict(zip(frame["id"], column, strict=True))
    if by == "thema":
        rows = selected.themas[selected.themas["thema"].isin(v.THEMAS.codes)]
        found = grouped(rows["activiteit"], rows["thema"])
        return {identity: codes[0] if len(codes) == 1 else SEVERAL for identity, codes in found.items()}
    rows = selected.kenmerken[selected.kenmerken["veld"] == "niveaus"]
    found = grouped(*(rows.loc[rows["waarde"].isin(v.NIVEAUS.codes), name] for name in ("activiteit", "waarde")))
    return {identity: _level(codes) for identity, codes in found.items()}


def _level(codes: Iterable[Any]) -> str:
    """The group of an activity that joins these levels."""
    found = set(codes)
    return next(iter(found)) if len(found) == 1 else ALL_LEVELS if len(found) == len(v.NIVEAUS.codes) else TWO_LEVELS
