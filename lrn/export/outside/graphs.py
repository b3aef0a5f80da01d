"""A selection as a graph: GraphML and GEXF for Gephi, yEd and the like, and a workbook in the form of Kumu.

Nodes are the activities, the partners, and the municipalities and regions at the end of a line; edges are lines and
participations. What stands with each is what the contract knows of its row, by Dutch headings; a workbook's own columns
stay behind.
"""

from __future__ import annotations

import io
from typing import Any

import networkx as nx
import pandas as pd

from lrn import vocabulary as v
from lrn.export.outside.asked import Asked
from lrn.export.outside.tables import rows
from lrn.export.values import to_text
from lrn.export.workbook import as_workbook
from lrn.measures.network import graph
from lrn.measures.onmap.locations import locations
from lrn.register.columns import ACTIVITEITEN, PARTNERS, SEVERAL, VERBINDINGSLIJNEN

KINDS = {graph.ACTIVITEIT: "Activiteit", graph.PARTNER: "Partner", graph.GEMEENTE: "Gemeente", graph.REGIO: "Regio"}
EDGES = {graph.LIJN: "Verbindingslijn", graph.DEELNAME: "Deelname"}
_SHEETS = {"activiteiten": ACTIVITEITEN, "partners": PARTNERS, "verbindingslijnen": VERBINDINGSLIJNEN}
_TABLES = {graph.ACTIVITEIT: "activiteiten", graph.PARTNER: "partners"}
_LISTS = {column.header for column in ACTIVITEITEN.columns if column.kind in SEVERAL}
"""The columns with several values in a cell, "; " between them."""

KUMU_ABOUT = "Selectie (ignore)"  # a sheet that is called so is not read


def graphml(asked: Asked) -> bytes:
    """The graph as GraphML."""
    out = io.BytesIO()
    nx.write_graphml(network(asked), out)
    return out.getvalue()


def gexf(asked: Asked) -> bytes:
    """The graph as GEXF."""
    out = io.BytesIO()
    nx.write_gexf(network(asked), out)
    return out.getvalue()


def network(asked: Asked) -> nx.Graph[str]:
    """The graph with labels, and no value that these formats cannot hold: what is not given is not there.

    A node has ``label``, ``Type``, ``Regio``, where it is on the map ``lon`` and ``lat`` (degrees), and the columns of
    its row. An edge has ``Type`` and ``weight``, the number of its lines, 1 for a participation; a line has ``Vorm``.
    """
    found = graph.graph(asked.selected)
    made: nx.Graph[str] = nx.Graph(name=" · ".join(f"{label}: {value}" for label, value in asked.about.items()))
    known = {kind: _told(asked, name) for kind, name in _TABLES.items()}
    where = {row.id: (row.lon, row.lat) for row in locations(asked.register).itertuples() if row.hoe != "geen"}
    for name, data in found.nodes(data=True):
        kind, identity = data["soort"], data["id"]
        told: dict[str, Any] = {
            "label": to_text(data["naam"]),
            "Type": KINDS[kind],
            "Regio": v.PLAATS_NAMEN[data["plaats"]],
        }
        told |= known.get(kind, {}).get(identity, {})
        if kind == graph.ACTIVITEIT and identity in where:
            told["lon"], told["lat"] = where[identity]
        made.add_node(name, **told)
    lines = _told(asked, "verbindingslijnen")
    for one, other, data in found.edges(data=True):
        joins: dict[str, Any] = {"Type": EDGES[data["soort"]], "weight": max(1, len(data["lijnen"]))}
        if data["lijnen"]:
            joins["Verbindingslijnen"] = "; ".join(data["lijnen"])
        forms = dict.fromkeys(lines[line]["Vorm"] for line in data["lijnen"] if "Vorm" in lines[line])
        made.add_edge(one, other, **joins, **({"Vorm": "; ".join(forms)} if forms else {}))
    return made


def kumu(asked: Asked) -> bytes:
    """A workbook with the sheets Elements and Connections, each line a connection of its own.

    Source: https://docs.kumu.io/guides/import/import (an ID comes first, several values are parted by |).
    """
    return as_workbook(
        {"Elements": _elements(network(asked)), "Connections": _connections(asked)},
        list(asked.about.items()),
        about_sheet=KUMU_ABOUT,
    )


def _elements(made: nx.Graph[str]) -> pd.DataFrame:
    described = [
        {"ID": name} | {_KUMU.get(key, key): _parted(key, value) for key, value in data.items()}
        for name, data in made.nodes(data=True)
    ]
    return _sheet(described, "ID", "Label", "Type")


def _connections(asked: Asked) -> pd.DataFrame:
    lines = _told(asked, "verbindingslijnen")
    joined = []
    for one, other, data in graph.graph(asked.selected).edges(data=True):
        ends = {"From": one, "To": other, "Type": EDGES[data["soort"]], "Direction": "undirected"}
        for line in data["lijnen"]:
            told = {_KUMU.get(key, key): value for key, value in lines[line].items() if key not in ("Van", "Naar")}
            joined.append({"ID": f"lijn:{line}"} | ends | {"Label": told.get("Vorm", "")} | told)
        if data["soort"] == graph.DEELNAME:
            joined.append({"ID": f"{one}+{other}"} | ends)
    return _sheet(joined, "ID", "From", "To", "Type", "Direction")


def _sheet(described: list[dict[str, Any]], *first: str) -> pd.DataFrame:
    headings = dict.fromkeys([*first, *(key for row in described for key in row)])
    return pd.DataFrame(described, columns=list(headings))


_KUMU = {"label": "Label", "Omschrijving": "Description", "Thema's": "Tags"}


def _parted(heading: str, value: Any) -> Any:
    return value.replace("; ", "|") if heading in _LISTS else value


def _told(asked: Asked, kind: str) -> dict[str, dict[str, Any]]:
    """What is given in each row of *kind*, by its ID: the columns of the contract by their heading, a day as a text."""
    table = rows(asked, kind)
    ids = table["ID"].tolist()
    headings = [column.header for column in _SHEETS[kind].shown if column.field not in ("id", "naam")]
    told: dict[str, dict[str, Any]] = {identity: {} for identity in ids}
    for heading in headings:
        for identity, value in zip(ids, table[heading].tolist(), strict=True):
            if not pd.isna(value):
                told[identity][heading] = value if isinstance(value, str | float | int) else value.isoformat()
    return told
