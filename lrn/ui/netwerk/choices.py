"""What a visitor looks at of the network: which part of the page, which colours, which node and how far around it.

Everything is a widget bound to the address, so a click, a list and a link set the same state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import networkx as nx
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph
from lrn.measures.network.nodes import By
from lrn.terms import plain
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.select import one, segments
from lrn.ui.parts import row_search
from lrn.ui.parts.folded import folded
from lrn.views.network import BY

Part = Literal["beeld", "pad", "verbinders", "regios", "groei", "ontbreekt", "lessen", "sateprikker", "wat_als"]
PARTS: dict[Part, str] = {
    "beeld": "Beeld",
    "pad": "Van hier naar daar",
    "verbinders": "Wie verbindt",
    "regios": "Tussen regio's",
    "groei": "Groei",
    "ontbreekt": "Ontbrekende lijnen",
    "lessen": "Lessen",
    "sateprikker": "Sateprikker",
    "wat_als": "Wat als",
}
WAYS = {"los": "Zonder kaart", "kaart": "Op de kaart"}
STEPS = {"1": "Eén stap", "2": "Twee stappen"}

NODE, FROM, TO, _STEPS = "knooppunt", "pad_van", "pad_naar", "stappen"
PLACES = {graph.node(graph.GEMEENTE, code): f"{place.naam} (gemeente)" for code, place in v.GEMEENTE.items()} | {
    graph.node(graph.REGIO, code): f"{v.PLAATS_NAMEN[code]} (regio)" for code in v.PLAATS if code not in v.GEMEENTE
}
"""Places that can be asked about whether a line leads to them or not."""

_ACTIVITY = graph.node(graph.ACTIVITEIT, "")
_KINDS = {
    graph.ACTIVITEIT: "activiteit",
    graph.PARTNER: "partner",
    graph.GEMEENTE: "gemeente",
    graph.REGIO: "regio",
}


@dataclass(frozen=True)
class Shown:
    """What the picture shows. ``node`` is a name in the graph, ``steps`` how far around it is looked."""

    by: By
    partners: bool
    on_map: bool
    node: str | None
    steps: int


def part() -> Part:
    """Draw the choice of what the page shows."""
    return segments("Kijk", "kijk", PARTS, label_visibility="collapsed")


def picture(view: View) -> Shown:
    """Draw the choices above the picture."""
    names = node_names(view)
    with folded("netwerk") as say, st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        node = _node("Knooppunt", NODE, names, "Kies een knooppunt", width=280)
        way = segments("Weergave", "weergave", WAYS)
        by, partners = next(iter(BY)), False
        if way == "los":  # on the map marks are coloured by their form, and partners have no place
            by = segments("Kleur", "kleur", BY)
            partners = st.toggle("Partners", key="partners", bind="query-params")
        say(
            names[node] if node else None,
            WAYS[way],
            f"kleur {BY[by].lower()}" if way == "los" else None,
            "met partners" if partners else None,
        )
    return Shown(by, partners, way == "kaart", node, int(steps()) if node else 1)


def steps() -> str:
    """How far around the chosen node is looked, as it was chosen by :func:`choose_steps`."""
    asked = st.session_state.get(_STEPS, st.query_params.get(_STEPS))
    return next((code for code, name in STEPS.items() if asked in (code, name)), "1")


def choose_steps() -> None:
    """Draw the choice of how far around the chosen node is looked."""
    segments("Eromheen", _STEPS, STEPS, label_visibility="collapsed")


def ends(view: View) -> tuple[str | None, str | None]:
    """Draw the two boxes between which a path is asked for."""
    names = node_names(view) | PLACES
    with st.container(horizontal=True, gap="small"):
        van = _node("Van", FROM, names, "Kies een begin", width=330)
        naar = _node("Naar", TO, names, "Kies een eind", width=330)
    return van, naar


def activity(view: View, key: str) -> str | None:
    """Draw the choice of an activity, as a node."""
    names = {name: told for name, told in node_names(view).items() if name.startswith(_ACTIVITY)}
    return _node("Activiteit", key, names, "Klik op een rij, of kies een activiteit", width=380)


def _node(label: str, key: str, names: dict[str, str], placeholder: str, *, width: int) -> str | None:
    """One of the nodes by its name; of very many those that are searched for."""
    offered = list(names)
    if not row_search.is_list(len(names)):
        typed = st.text_input(
            f"Zoek bij {label}",
            key=f"{key}_zoek",
            type="search",
            placeholder=f"Zoek in {texts.number(len(names))} knooppunten",
            width=width,
        )
        words = plain(typed or "").split()
        kept = (st.session_state.get(key), st.query_params.get(key))
        found = [name for name, told in names.items() if words and all(word in plain(told) for word in words)]
        offered = [name for name, told in names.items() if name in kept or told in kept]
        offered += [name for name in found[: row_search.MOST] if name not in offered]
    return one(label, key, offered, names.__getitem__, placeholder, width=width)


def node_names(view: View) -> dict[str, str]:
    """What each node of *view* is called where one is chosen, by its name in the graph; no two alike."""
    return cached_as(view, ("netwerk", "namen"), lambda: _names(joined(view)))


def joined(view: View) -> nx.Graph[str]:
    """The graph of what is selected in *view*, made once; not to be changed."""
    return cached(view, graph.graph)


def _names(whole: nx.Graph[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, data in whole.nodes(data=True):
        kind, what = data["soort"], _KINDS[data["soort"]]
        known = f"{what} {data['id']}" if kind in (graph.ACTIVITEIT, graph.PARTNER) else what
        found[name] = f"{data['naam']} ({known})"
    return found


def look_at(name: str) -> None:
    """Show the node in the picture; as a callback."""
    st.session_state[NODE], st.session_state["kijk"] = name, "beeld"


def take_click(name: str) -> None:
    """Take the node that was clicked; a second click lets it go."""
    state = st.session_state
    state[NODE] = None if state.get(NODE) == name else name
