"""How two nodes of the network are joined: the shortest way along lines and participations, step by step."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network.graph import DEELNAME, PARTNER, graph, kind_and_code
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register

COLUMNS = ["van", "naar", "soort", "zin"]


def path(selected: Register, one: str, other: str) -> pd.DataFrame | None:
    """The steps from the node *one* to *other* (names in the graph of *selected*): van, naar, soort, zin.

    The fewest steps there are; of ways that are equally short always the same one. None where there is no way.
    """
    joined = graph(selected)
    if one not in joined or other not in joined or not nx.has_path(joined, one, other):
        return None
    way = nx.shortest_path(joined, one, other)
    forms = dict(zip(selected.verbindingslijnen["id"], selected.verbindingslijnen["vorm"], strict=True))
    rows = [
        (van, naar, joined.edges[van, naar]["soort"], _sentence(joined, forms, van, naar))
        for van, naar in pairwise(way)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def step_evidence(van: str, naar: str) -> Evidence:
    """What joins two nodes that are a step apart: their lines, or the activity that the partner takes part in."""
    if PARTNER in (kind_and_code(van)[0], kind_and_code(naar)[0]):
        partner, activity = sorted((van, naar), key=lambda name: kind_and_code(name)[0] != PARTNER)
        return Evidence.of(partner=kind_and_code(partner)[1], activiteit=kind_and_code(activity)[1])
    return Evidence("verbindingslijnen", (("eind", van), ("eind", naar)))


def _sentence(joined: nx.Graph[str], forms: dict[str, object], van: str, naar: str) -> str:
    """One step in words."""
    edge = joined.edges[van, naar]
    one, other = (joined.nodes[name]["naam"] for name in (van, naar))
    if edge["soort"] == DEELNAME:
        partner, activity = (one, other) if joined.nodes[van]["soort"] == PARTNER else (other, one)
        return f"{partner} doet mee aan {activity}"
    found = [forms.get(line) for line in edge["lijnen"]]
    told = list(dict.fromkeys(v.LIJNVORMEN.label(str(form)) for form in found if form in v.LIJNVORMEN.codes))
    how = f" ({texts.listing(told)})" if told else ""
    return f"Tussen {one} en {other} loopt een verbindingslijn{how}"
