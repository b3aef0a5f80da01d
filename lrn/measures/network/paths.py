"""The way between two activities, partners or places, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network.graph import (
    ACTIVITEIT,
    GEMEENTE,
    LIJN,
    PARTNER,
    PLACES,
    REGIO,
    graph,
    kind_and_code,
    node,
)
from lrn.measures.places import municipality_codes
from lrn.measures.rows.evidence import Evidence
from lrn.measures.rows.wording import end_name, word
from lrn.register.model import Register

LIGGING = "ligging"
"""Joins a place that is asked about with the activities there."""


@dataclass(frozen=True)
class Path:
    """The shortest way: ``nodes`` from the one to the other, none where there is no way, ``lines`` the IDs of the lines
    that it can follow, and ``told`` in a sentence.
    """

    nodes: tuple[str, ...]
    lines: tuple[str, ...]
    told: str


def path(selected: Register, one: str, other: str) -> Path:
    """The shortest way from node *one* to node *other* (:func:`lrn.measures.network.graph.node`) in *selected*.

    Along lines, by partners that take part in both, and by the municipalities and regions at the end of lines. A place
    that is asked about is where its activities are, and its own lines. Raises ``KeyError`` for an activity or partner
    that is not in *selected*, and for a place that nobody knows.
    """
    joined = graph(selected)
    for name in (one, other):
        _with_place(joined, selected, name)
    start, end = (_called(joined, name) for name in (one, other))
    if one == other:
        return Path((one,), (), f"Twee keer hetzelfde: {start}.")
    if not nx.has_path(joined, one, other):
        told = f"Van {start} naar {end} is nog geen weg geregistreerd. Wie ziet hier een kans?"
        return Path((), (), told)
    found = nx.shortest_path(joined, one, other)
    forms = dict(zip(selected.verbindingslijnen["id"], selected.verbindingslijnen["vorm"], strict=True))
    steps, lines = list(pairwise(found)), []
    phrases: list[str] = []
    for step, (here, there) in enumerate(steps):
        edge = joined.edges[here, there]
        lines += edge["lijnen"]
        partner_next = joined.nodes[there]["soort"] == PARTNER
        if partner_next and step + 1 < len(steps):
            continue  # told with the activity behind it
        before = found[step - 1] if step and joined.nodes[here]["soort"] == PARTNER else ""
        phrases.append(_step(joined, edge, here, there, via=bool(before), forms=forms))
    return Path(tuple(found), tuple(lines), f"Van {start} {', dan '.join(phrases)}.")


def _with_place(joined: nx.Graph[str], selected: Register, name: str) -> None:
    """Join a place that is asked about with the activities there; of what is no place look whether it is there."""
    kind, code = kind_and_code(name)
    if kind not in PLACES:
        if name not in joined:
            raise KeyError(name)
        return
    frame = selected.activiteiten
    where = municipality_codes(frame) if kind == GEMEENTE else frame["plaats"]
    if name not in joined:
        joined.add_node(name, soort=kind, id=code, naam=end_name(kind, code, {}), plaats=code)
    for identity in frame.loc[where == code, "id"]:
        if not joined.has_edge(node(ACTIVITEIT, identity), name):
            joined.add_edge(node(ACTIVITEIT, identity), name, soort=LIGGING, lijnen=())


def _called(joined: nx.Graph[str], name: str) -> str:
    """What a node is called within a sentence."""
    data = joined.nodes[name]
    what = {GEMEENTE: "de gemeente ", REGIO: "de regio "}.get(data["soort"], "")
    return f"{what}{texts.cut(data['naam'])}"


def _step(
    joined: nx.Graph[str], edge: dict[str, Any], here: str, there: str, *, via: bool, forms: dict[str, object]
) -> str:
    """One step of a way: langs een lijn (kennisdeling) naar Bètahub."""
    end = _called(joined, there)
    if edge["soort"] == LIJN:
        known = dict.fromkeys(
            word(v.LIJNVORMEN, form) for line in edge["lijnen"] if isinstance(form := forms[line], str)
        )
        form = f" ({texts.listing(known)})" if known else ""
        return f"langs {'een lijn' if len(edge['lijnen']) == 1 else 'lijnen'}{form} naar {end}"
    if edge["soort"] == LIGGING:
        return f"in {end}" if joined.nodes[there]["soort"] in PLACES else f"naar {end}, dat daar ligt"
    if via:
        return f"via partner {_called(joined, here)} naar {end}"
    if joined.nodes[here]["soort"] == PARTNER:
        return f"naar {end}, waar die aan meedoet"
    return f"naar partner {end}, die daar meedoet"


def step_evidence(here: str, there: str, *, lines: bool) -> Evidence:
    """What joins two nodes of a :class:`Path` that are a step apart.

    The *lines* between them, if there are; else the activity that the partner takes part in, or that lies in the place.
    """
    if lines:
        return Evidence("verbindingslijnen", (("eind", here), ("eind", there)))
    kinds = dict(map(kind_and_code, (here, there)))
    return Evidence.of(partner=kinds.get(PARTNER), activiteit=kinds[ACTIVITEIT])


def step_in_words(here: str, there: str, names: Mapping[str, str]) -> str:
    """That a partner takes part in an activity, as these have *names*: P doet mee aan A; "" of another step."""
    kinds = {kind_and_code(name)[0]: names[name] for name in (here, there)}
    return f"{kinds[PARTNER]} doet mee aan {kinds[ACTIVITEIT]}" if {*kinds} == {PARTNER, ACTIVITEIT} else ""
