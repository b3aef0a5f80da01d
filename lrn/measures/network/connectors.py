"""Who and what holds the network together: bodies and activities, never people."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lrn import texts
from lrn.measures.network.betweenness import EXACT, PIVOTS, betweenness
from lrn.measures.network.graph import ACTIVITEIT, PARTNER, falls_loose, graph
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register

COLUMNS = ["knoop", "soort", "id", "naam", "plaats", "activiteiten", "regios", "los", "tussen", "zin"]


def connectors(selected: Register) -> pd.DataFrame:
    """What joins the activities of *selected*, what most depends on first: a row for each partner and activity that
    joins others.

    - ``knoop``, ``soort`` (partner or activiteit), ``id``, ``naam``, ``plaats``: as in the graph.
    - ``activiteiten``: how many it joins: of a partner those it takes part in, of an activity the other ends of its
      lines. ``regios``: in how many places those are.
    - ``los``: how many activities have no line and no shared partner any more without it (:func:`falls_loose`); so many
      more ``losse_activiteiten`` ``via_partners`` there would be, besides the activity itself.
    - ``tussen``: betweenness, 0 to 1: the part of the shortest paths between others that runs through it (Freeman,
      1977), by lines and participations. Only to put them in order; nobody is shown that number.
    - ``zin``: what it means, in a sentence.
    """
    joined = graph(selected, places=False)
    loose = falls_loose(selected)
    between = betweenness(joined, PIVOTS if len(joined) > EXACT else None)
    found = []
    for name, data in joined.nodes(data=True):
        others = [other for other in joined[name] if joined.nodes[other]["soort"] == ACTIVITEIT]
        if len(others) > (data["soort"] == PARTNER):
            places = len({joined.nodes[other]["plaats"] for other in others})
            row = {
                **data,
                "knoop": name,
                "activiteiten": len(others),
                "regios": places,
                "los": len(loose.get(name, ())),
            }
            found.append(row | {"tussen": between[name], "zin": _sentence(row)})
    frame = pd.DataFrame(found, columns=COLUMNS)
    return frame.sort_values(["los", "tussen"], ascending=False, kind="stable").reset_index(drop=True)


def loose_without(name: str) -> Evidence:
    """The activities that fall loose without the node with that *name*: those of the column ``los``."""
    return Evidence.of(valt_los_zonder=name)


def _sentence(row: dict[str, Any]) -> str:
    """What a partner or an activity joins, and what without it stands alone."""
    what = "partner" if row["soort"] == PARTNER else "activiteit"
    places = f" in {texts.number(row['regios'])} regio's" if row["regios"] > 1 else ""
    joins = "Verbindt" if row["activiteiten"] > 1 else "Heeft een lijn met"
    first = f"{joins} {texts.activities(row['activiteiten'])}{places}"
    if not row["los"]:
        return f"{first}."
    has = "heeft" if row["los"] == 1 else "hebben"
    return f"{first}. Zonder deze {what} {has} {texts.activities(row['los'])} geen lijn of gedeelde partner meer."
