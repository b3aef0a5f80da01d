"""The verticale sateprikker: which levels an activity joins, where it stops, and what stands ready next to it.

Levels of the network (strategisch, tactisch, operationeel) and of the school (studenten to CvB) are counted as they are
filled in; nothing is derived from one for the other. No score: an activity at one level is as welcome as any.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import Any, Literal

import networkx as nx
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network.graph import ACTIVITEIT, LIJN, PARTNER, graph, node
from lrn.register.model import Register

NEXT_TO = 3  # names of what stands ready next to an activity, for each level
JOINED = "+"  # between levels, in a link
COMBINATIONS = tuple(
    JOINED.join(codes)
    for amount in range(len(v.NIVEAUS.codes), -1, -1)
    for codes in combinations(v.NIVEAUS.codes, amount)
)
"""Which levels an activity can join, the most first; "" for none."""


def levels(selected: Register) -> pd.DataFrame:
    """Which levels of the network take part in each activity of *selected*: a column of truths for each, by ID."""
    return taking_part(selected, "niveaus", v.NIVEAUS.codes)


def taking_part(selected: Register, field: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """Which of *codes* stand in a column with several values (*field*): a column of truths for each, by activity ID."""
    given = selected.kenmerken[selected.kenmerken["veld"] == field]
    ids = selected.activiteiten["id"]
    return pd.DataFrame({code: ids.isin(given.loc[given["waarde"] == code, "activiteit"]) for code in codes}).set_axis(
        pd.Index(ids, name="activiteit")
    )


def exactly(selected: Register, joined: str) -> pd.Series:
    """Which activities of *selected* name exactly the levels *joined* by a plus, "" for none; a boolean series."""
    there = levels(selected)
    wanted = [code in _split(joined) for code in there]
    return pd.Series((there == wanted).all(axis=1).to_numpy(), index=selected.activiteiten.index, dtype=bool)


def per_combination(selected: Register) -> pd.DataFrame:
    """Activities by exactly which levels they join, the most levels first: prikker, naam, niveaus, aantal.

    ``prikker`` is the codes joined by a plus, as in a link (``Evidence.of(prikker=…)``), ``niveaus`` how many they are.
    """
    rows = [(key, combination_name(key), len(_split(key)), int(exactly(selected, key).sum())) for key in COMBINATIONS]
    return pd.DataFrame(rows, columns=["prikker", "naam", "niveaus", "aantal"])


def combination_name(joined: str) -> str:
    """What levels *joined* by a plus are called: alleen tactisch, tactisch en operationeel, niveau niet ingevuld."""
    codes = _split(joined)
    if not codes:
        return f"niveau {texts.NOT_FILLED_IN}"
    return texts.listing(codes) if len(codes) > 1 else f"alleen {codes[0]}"


def levels_by_school(selected: Register) -> pd.DataFrame:
    """Activities by level of the network and of the school: niveau, betrokkene (codes), naam, aantal.

    The rows: ``Evidence.of(niveau=…, betrokkene=…)``.
    """
    there, school = levels(selected), taking_part(selected, "betrokkenen", v.BETROKKENEN.codes)
    rows = [
        (level, who, v.BETROKKENEN.label(who), int((there[level] & school[who]).sum()))
        for level in v.NIVEAUS.codes
        for who in v.BETROKKENEN.codes
    ]
    return pd.DataFrame(rows, columns=["niveau", "betrokkene", "naam", "aantal"])


def per_activity(selected: Register) -> pd.DataFrame:
    """The skewer of each activity of *selected*, those that join most levels first and then as in the workbook.

    Columns: activiteit (ID), naam, plaats, college; a column of truths for each level of the network and of the school,
    by its code (``studenten`` … ``cvb``); niveaus (how many of the network), ernaast (a tuple for each level that does
    not take part, with what names it one step away: level and a tuple of names) and zin.

    One step away is an activity with a line to it, then one with a shared partner; and for strategisch a partner that
    takes part itself and is a strategic relation comes first.
    """
    there, school = levels(selected), taking_part(selected, "betrokkenen", v.BETROKKENEN.codes)
    joined = graph(selected, places=False)
    strategic = selected.partners.loc[selected.partners["strategisch"].eq(True), "id"]
    at_level: dict[str, set[str]] = {
        code: {node(ACTIVITEIT, i) for i in there.index[there[code]]} for code in v.NIVEAUS.codes
    }
    at_level[v.NIVEAUS.codes[0]] |= {node(PARTNER, identity) for identity in strategic}
    frame = selected.activiteiten
    found: list[dict[str, Any]] = []
    for identity, name, place, college in frame[["id", "naam", "plaats", "college"]].itertuples(index=False, name=None):
        lacking = [code for code in v.NIVEAUS.codes if not there.at[identity, code]]
        near = _near(joined, node(ACTIVITEIT, identity)) if 0 < len(lacking) < len(there.columns) else []
        beside = tuple(
            (code, tuple(joined.nodes[other]["naam"] for other in near if other in at_level[code])[:NEXT_TO])
            for code in lacking
        )
        row = {"activiteit": identity, "naam": name, "plaats": place, "college": college, "ernaast": beside}
        found.append(row | {"zin": _sentence([code for code in v.NIVEAUS.codes if code not in lacking], beside)})
    told = pd.DataFrame(found, columns=["activiteit", "naam", "plaats", "college", "ernaast", "zin"])
    both = pd.concat([there, school], axis=1).reset_index(drop=True).assign(niveaus=there.sum(axis=1).to_numpy())
    columns = ["activiteit", "naam", "plaats", "college", *both, "ernaast", "zin"]
    return told.join(both)[columns].sort_values("niveaus", ascending=False, kind="stable").reset_index(drop=True)


def participation(selected: Register, *, by: Literal["plaats", "college"]) -> pd.DataFrame:
    """How mboRijnland takes part (bewust, actief, intensief), by place or college.

    Columns: code, naam, deelname, aantal, totaal, aandeel.

    ``aandeel`` is the part (0–1) of the activities there, missing of few (:func:`lrn.texts.is_few`). An activity can be
    in each of the three. The rows: ``Evidence.of(deelname=…)`` with ``plaats`` or ``college`` as the code says; an
    activity without a college has "".
    """
    there = taking_part(selected, "deelname", v.DEELNAME.codes)
    where = selected.activiteiten[by].astype(object).fillna("").to_numpy()
    codes = list(v.PLAATSEN) if by == "plaats" else sorted(set(where), key=lambda name: (not name, name.casefold()))
    rows = []
    for code in codes:
        here = there[where == code]
        name = v.PLAATS_NAMEN[code] if by == "plaats" else code or texts.WITHOUT_COLLEGE
        for kind in there:
            amount, total = int(here[kind].sum()), len(here)
            rows.append((code, name, kind, amount, total, None if texts.is_few(total) else amount / total))
    frame = pd.DataFrame(rows, columns=["code", "naam", "deelname", "aantal", "totaal", "aandeel"])
    return frame.astype({"aandeel": "Float64"})


def _split(joined: str) -> list[str]:
    return joined.split(JOINED) if joined else []


def _near(joined: nx.Graph[str], own: str) -> list[str]:
    """What is one step away from an activity: its partners, what it has a line with, and who shares a partner."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for other in joined[own]:
        found[joined.edges[own, other]["soort"]].append(other)
    partners = [other for kind, others in found.items() if kind != LIJN for other in others]
    shared = [other for partner in partners for other in joined[partner] if other != own]
    return list(dict.fromkeys([*partners, *found[LIJN], *shared]))


def _sentence(present: list[str], beside: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """Which levels take part, which do not yet, and where those are near."""
    if not present:
        return f"Niveau {texts.NOT_FILLED_IN}."
    if not beside:
        return f"Verbindt {texts.listing(present)}: een volledige sateprikker."
    take_part = "doet" if len(present) == 1 else "doen"
    first = (
        f"{texts.capital(texts.listing(present))} {take_part} mee; {texts.listing(code for code, _ in beside)} nog niet"
    )
    near = [f"{code} bij {texts.some(names, most=NEXT_TO)}" for code, names in beside if names]
    return f"{first}. Dichtbij wel: {'; '.join(near)}." if near else f"{first}."
