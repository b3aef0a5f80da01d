"""What activities and lines are narrowed by as parts of a network: what they join, and at which levels."""

from __future__ import annotations

from functools import partial

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.filters import as_filter
from lrn.measures.network import graph, skewer
from lrn.measures.onmap import lines
from lrn.measures.rows.condition import Condition, Names, about, called, filtered, named
from lrn.measures.rows.wording import end_name
from lrn.register.model import Register

LOS = {"lijnen": "zonder lijn naar een andere activiteit", "partners": "zonder lijn of gedeelde partner"}
TUSSEN = {"activiteiten": "tussen twee activiteiten", "regios": "tussen activiteiten in verschillende regio's"}

LEVELS = {
    name: as_filter(field, {"label": name.capitalize(), "placeholder": "", "several": True})
    for name, field in (("niveau", "niveaus"), ("betrokkene", "betrokkenen"), ("deelname", "deelname"))
}
"""Who takes part and how, read as a filter reads it; nobody chooses by it."""


def _between(register: Register, value: str) -> pd.Series:
    found = graph.lines_between(register)
    if value == "regios":
        ends = lines.ends(register, found, level="plaats")
        found = found[ends["van"] != ends["naar"]]
    return pd.Series(register.verbindingslijnen.index.isin(found.index), register.verbindingslijnen.index)


def _together(register: Register, identity: str, *, via_partners: bool) -> pd.Series:
    """Which activities are in one part of the network with that of *identity*."""
    part = graph.part_of(register, via_partners=via_partners)
    return register.activiteiten["id"].map(part).eq(part.get(identity, ""))


def _loose_without(register: Register, name: str) -> pd.Series:
    return register.activiteiten["id"].isin(graph.falls_loose(register).get(name, ()))


def _one_of_two(register: Register, pair: str) -> pd.Series:
    """Which activities are one of the two whose IDs stand in *pair*, with a bar between them (an ID may hold one)."""
    ids = register.activiteiten["id"]
    return pd.Series([pair.startswith(f"{i}|") or pair.endswith(f"|{i}") for i in ids], ids.index, dtype=bool)


def _say_pair(pair: str, names: Names) -> str:
    """Both of a pair; only names tell where one ID ends that has a bar in it."""
    pieces = pair.split("|")
    cuts = [("|".join(pieces[:at]), "|".join(pieces[at:])) for at in range(1, len(pieces))]
    known = (cut for cut in cuts if all(graph.node(graph.ACTIVITEIT, one) in names for one in cut))
    return texts.listing(called(names, graph.ACTIVITEIT, one) for one in next(known, pieces))


def _joined_with(register: Register, identity: str) -> pd.Series:
    """Which activities have a line to that of *identity*."""
    joined, own = graph.graph(register, partners=False, places=False), graph.node(graph.ACTIVITEIT, identity)
    near = {graph.kind_and_code(name)[1] for name in joined[own]} if own in joined else set()
    return register.activiteiten["id"].isin(near)


def _at_end(register: Register, name: str) -> pd.Series:
    return register.verbindingslijnen["id"].isin(graph.lines_at(register, name))


def _say_end(name: str, names: Names) -> str:
    kind, code = graph.kind_and_code(name)
    return f"van of naar {end_name(kind, code, {}) if kind in graph.PLACES else called(names, kind, code)}"


def _is_end(name: str) -> bool:
    """Whether *name* is one of a node; no line leads to a partner."""
    kind, code = graph.kind_and_code(name)
    if kind in (graph.ACTIVITEIT, graph.PARTNER):
        return bool(code)
    known = {graph.GEMEENTE: v.municipality_vocabulary(), graph.REGIO: v.REGIO_NAMEN}.get(kind)
    return known is not None and code in known.codes


ACTIVITY = {
    **{name: filtered(each) for name, each in LEVELS.items()},
    "los": Condition(
        lambda register, value: graph.stands_alone(register, via_partners=value == "partners"),
        LOS.__getitem__,
        LOS.__contains__,
        "los_{}",
    ),
    "paar": about(
        _one_of_two,
        _say_pair,
        lambda pair: "|" in pair.strip("|"),
        "paar",
    ),
    "prikker": Condition(
        skewer.exactly,
        skewer.combination_name,
        skewer.COMBINATIONS.__contains__,
        "prikker",
    ),
    "deel": about(partial(_together, via_partners=False), named(graph.ACTIVITEIT, "verbonden met {}"), bool, "deel"),
    "deel_via_partners": about(
        partial(_together, via_partners=True),
        named(graph.ACTIVITEIT, "verbonden met {}, ook via partners"),
        bool,
        "deel_via_partners",
    ),
    "lijn_met": about(_joined_with, named(graph.ACTIVITEIT, "met een lijn naar {}"), bool, "lijn_met"),
    "valt_los_zonder": about(
        _loose_without,
        lambda name, names: f"alleen verbonden via {called(names, *graph.kind_and_code(name))}",
        lambda name: graph.kind_and_code(name)[0] in (graph.PARTNER, graph.ACTIVITEIT) and name[-1] != ":",
        "valt_los_zonder",
    ),
}
LINE = {
    "tussen": Condition(_between, TUSSEN.__getitem__, TUSSEN.__contains__, "tussen_{}", within=True),
    "eind": about(_at_end, _say_end, _is_end, "eind", within=True),
}
