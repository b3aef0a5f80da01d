"""The network as a graph: activities, partners and places, joined by lines and by who takes part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import networkx as nx
import pandas as pd

from lrn import vocabulary as v
from lrn.measures.rows.wording import end_name
from lrn.once import once
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses

ACTIVITEIT, PARTNER, GEMEENTE, REGIO = "activiteit", "partner", "gemeente", "regio"
PLACES = (GEMEENTE, REGIO)
LIJN, DEELNAME = "lijn", "deelname"
"""The kinds of nodes (those of an end of a line, and partners), and of what joins two of them."""


def node(kind: str, code: str) -> str:
    """What a node is called: its kind and its ID or code, for an activity and a partner can share an ID."""
    return f"{kind}:{code}"


def kind_and_code(name: str) -> tuple[str, str]:
    """The kind of a node and its ID or code, by what :func:`node` called it."""
    kind, _, code = name.partition(":")
    return kind, code


@once
def lines_between(selected: Register) -> pd.DataFrame:
    """The rows of the lines of *selected* that join two of its activities; a line from one to itself joins nothing."""
    lines, ids = selected.verbindingslijnen, selected.activiteiten["id"]
    keep = lines["van"] != lines["naar"]
    for end in ("van", "naar"):
        keep &= (lines[f"{end}_soort"] == ACTIVITEIT) & lines[end].isin(ids)
    return lines[keep]


@once
def participations(selected: Register) -> list[tuple[str, str]]:
    """Who takes part in what, each pair once and in the order of the workbook: ID of activity, ID of partner."""
    rows = selected.deelnames
    known = rows["activiteit"].isin(selected.activiteiten["id"]) & rows["partner"].isin(selected.partners["id"])
    return list(dict.fromkeys(rows.loc[known, ["activiteit", "partner"]].itertuples(index=False, name=None)))


def graph(selected: Register, *, partners: bool = True, places: bool = True) -> nx.Graph[str]:
    """The graph of *selected*, a register narrowed to a selection and so to its peildatum.

    Nodes (:func:`node`) are in a fixed order: the activities and the partners as in the workbook, and then the
    municipalities and regions at the end of a line. Each has ``soort`` (a kind above), ``id``, ``naam`` (without
    addresses) and ``plaats`` (a code of :data:`lrn.vocabulary.PLAATSEN`). An edge has ``soort`` (lijn or deelname) and
    ``lijnen``: the IDs of the lines that join the two, a tuple, empty for a participation. Left out are a line from
    something to itself, and one with an end that was not understood or is an activity outside *selected*.
    """
    made: nx.Graph[str] = nx.Graph()
    frame = selected.activiteiten
    for identity, name, place in zip(frame["id"], frame["naam"], frame["plaats"], strict=True):
        made.add_node(
            node(ACTIVITEIT, identity), soort=ACTIVITEIT, id=identity, naam=without_addresses(name), plaats=place
        )
    if partners:
        frame = selected.partners
        for identity, name, where in zip(frame["id"], frame["naam"], frame["gemeente"], strict=True):
            place = v.place_of_municipality(where)
            made.add_node(
                node(PARTNER, identity), soort=PARTNER, id=identity, naam=without_addresses(name), plaats=place
            )
    joined = list(_joined(selected))
    if places:
        ends = {end for _, *pair in joined for end in pair if kind_and_code(end)[0] in PLACES}
        for end in sorted(ends):
            kind, code = kind_and_code(end)
            made.add_node(end, soort=kind, id=code, naam=end_name(kind, code, {}), plaats=_place(kind, code))
    for line, one, other in joined:
        if one != other and one in made and other in made:
            known = made.edges[one, other]["lijnen"] if made.has_edge(one, other) else ()
            made.add_edge(one, other, soort=LIJN, lijnen=(*known, line))
    if partners:
        for activity, partner in participations(selected):
            made.add_edge(node(ACTIVITEIT, activity), node(PARTNER, partner), soort=DEELNAME, lijnen=())
    return made


@once
def parts(selected: Register, *, via_partners: bool = False) -> list[list[str]]:
    """What hangs together in *selected*: lists of IDs of two or more activities, the largest first.

    They hang together by the lines between them; with *via_partners* a partner that takes part in two of them joins
    those as well. Activities are in the order of the workbook, and so are parts that are equally large.
    """
    ids = selected.activiteiten["id"].tolist()
    numbers = {identity: number for number, identity in enumerate(ids)}
    between = lines_between(selected)
    joined: nx.Graph[int] = nx.Graph(list(zip(between["van"].map(numbers), between["naar"].map(numbers), strict=True)))
    if via_partners:
        taking_part = participations(selected)
        below = {partner: -1 - number for number, partner in enumerate(dict.fromkeys(p for _, p in taking_part))}
        joined.add_edges_from((numbers[activity], below[partner]) for activity, partner in taking_part)
    parts_in_numbers = (sorted(number for number in part if number >= 0) for part in nx.connected_components(joined))
    found = [[ids[number] for number in part] for part in sorted(parts_in_numbers)]
    return sorted((part for part in found if len(part) > 1), key=len, reverse=True)


def part_of(selected: Register, *, via_partners: bool = False) -> pd.Series:
    """The part (:func:`parts`) of each activity in one, by its ID: the ID of the first activity of that part."""
    found = parts(selected, via_partners=via_partners)
    return pd.Series({identity: part[0] for part in found for identity in part}, dtype=object)


def stands_alone(selected: Register, *, via_partners: bool = False) -> pd.Series:
    """Which activities of *selected* are in none of the :func:`parts`, as a boolean series."""
    return ~selected.activiteiten["id"].isin(part_of(selected, via_partners=via_partners).index)


def falls_loose(selected: Register) -> dict[str, list[str]]:
    """The activities that have no line to another and no shared partner any more without a certain node, by that node.

    Of a partner these are the activities that only it joins with others, of an activity those that are joined with
    nothing else. What falls loose of nothing is not there; nor is what stands alone already.
    """
    joined = graph(selected, places=False)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for identity in selected.activiteiten["id"]:
        own = node(ACTIVITEIT, identity)
        others: set[str] = set()
        ways = [by for by in joined[own] if joined.edges[own, by]["soort"] != DEELNAME or joined.degree(by) > 1]
        for by in ways:
            others |= {by} if joined.nodes[by]["soort"] == ACTIVITEIT else set(joined[by]) - {own}
            if len(others) > 1 and len(ways) > 1:
                break
        for by in {*(ways if len(ways) == 1 else ()), *(others if len(others) == 1 else ())}:
            found[by].append(identity)
    return dict(found)


def lines_at(selected: Register, name: str) -> list[str]:
    """The IDs of the lines of *selected* that join the node with that *name* to another one of its graph."""
    joined = graph(selected, partners=False)
    return [line for edge in joined[name].values() for line in edge["lijnen"]] if name in joined else []


def _joined(selected: Register) -> Iterator[tuple[str, str, str]]:
    """The ID of each line of *selected*, and its ends as nodes, whether these are in the graph or not."""
    lines = selected.verbindingslijnen
    columns = ("id", "van_soort", "van", "naar_soort", "naar")
    for line, *ends in zip(*(lines[name] for name in columns), strict=True):
        yield line, _end(*ends[:2]), _end(*ends[2:])


def _end(kind: str, code: str) -> str:
    """An end of a line as a node; Woerden is one place, whether it was meant as municipality or as region."""
    return node(GEMEENTE if code in v.GEMEENTE and kind == REGIO else kind, code)


def _place(kind: str, code: str) -> str:
    if kind == GEMEENTE:
        return v.place_of_municipality(code)
    return code if code in v.PLAATS else v.ELDERS
