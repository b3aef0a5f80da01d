"""The network as a chart: its nodes and lines, coloured by what was chosen."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.charts import bars
from lrn.charts.alt import counts, pairs, those
from lrn.charts.matrix import matrix
from lrn.charts.network import network
from lrn.measures.network import graph, layout, nodes, skewer
from lrn.measures.network.nodes import By
from lrn.measures.places import areas_in_view
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.views.chart import Chart, Extra, Narrowed

BY: dict[By, str] = {"regio": "Regio", "vorm": "Vorm", "thema": "Thema", "niveau": "Niveau"}
"""What nodes can be coloured by, and what that is called."""


MOST_NODES = 180
"""More nodes than that are no longer told apart on a screen: then a summary by region is drawn."""


def drawing(
    by: By,
    *,
    partners: bool,
    extra: dict[str, Extra],
    near: tuple[str, ...] = (),
    **fixed: object,
) -> Chart:
    """The network coloured *by*, with the *partners* or only those that are *near*; *fixed* goes to the drawing.

    *extra* holds the layout, the edges and what is context.
    """
    return Chart(
        key="netwerk",
        title="Het netwerk",
        measure=nodes.nodes,
        draw=network,
        tell=_tell,
        defined=("netwerk_beeld",),
        table={
            "naam": "Knooppunt",
            "soort_naam": "Wat",
            "plaats_naam": "Regio",
            "groep_naam": "Kleur",
            "lijnen": "Verbindingslijnen",
            "deelnames": "Deelnames",
        },
        evidence={"lijnen": _lines, "deelnames": _participations},
        counted={"by": by, "partners": partners, "also": near},
        fixed={"by": by, "near": near} | fixed,
        extra=extra,
        through_time=True,
    )


def of(facts: Narrowed) -> Chart:
    """The network by region, with lines between activities and places, where nothing is chosen: for a meeting."""
    return drawing(
        "regio",
        partners=False,
        extra={
            "layout": Extra(("layout",), lambda: layout.positions(facts.register)),
            "edges": Extra(("edges",), lambda: nodes.edges(facts.selected)),
        },
    )


def _lines(row: Row) -> Evidence:
    return Evidence.of("verbindingslijnen", eind=row["knoop"])


def _participations(row: Row) -> Evidence:
    if row["soort"] == graph.PARTNER:
        return Evidence.of(partner=row["id"])
    return Evidence.of("partners", activiteit=row["id"])


def _tell(frame: pd.DataFrame) -> str:
    """How many nodes there are of each kind, and which joins most lines."""
    kinds = frame["soort"].value_counts()
    told = [texts.activities(int(kinds.get(graph.ACTIVITEIT, 0)))]
    told += [texts.counted("partners", int(kinds[graph.PARTNER]))] if graph.PARTNER in kinds else []
    places = sum(int(kinds.get(kind, 0)) for kind in graph.PLACES)
    told += [texts.count(places, "gemeente of regio", "gemeenten en regio's")] if places else []
    most = int(frame["lijnen"].max())
    if not most:
        return f"{texts.listing(told)}, zonder lijnen ertussen"
    top = frame.loc[frame["lijnen"] == most, "naam"]
    where = those(top, of=len(frame), within="bij ")
    return f"{texts.listing(told)}; de meeste lijnen {where} ({texts.number(most)})"


def skewer_evidence(joined: str) -> Evidence:
    """The activities that name exactly these levels."""
    return Evidence.of(prikker=joined)


SKEWERS = Chart(
    key="sateprikkers",
    title="Activiteiten per combinatie van niveaus",
    measure=skewer.per_combination,
    draw=bars.plain_bars,
    tell=counts("naam", code="prikker"),
    defined=("prikker",),
    table={"naam": "Niveaus", "aantal": "Activiteiten"},
    evidence={"aantal": lambda row: skewer_evidence(row["prikker"])},
    fixed={"code": "prikker"},
)


def _participation(selected: Register, *, by: Literal["plaats", "college"], places: tuple[str, ...]) -> pd.DataFrame:
    """How mboRijnland takes part, by college or in each of *places*: what was not chosen is no zero."""
    frame = skewer.participation(selected, by=by)
    return frame[frame["code"].isin(places)].reset_index(drop=True) if by == "plaats" else frame


def participation(by: Literal["plaats", "college"], selection: Selection) -> Chart:
    """How mboRijnland takes part, *by* region (of those that *selection* leaves in view) or college."""
    name = "regio" if by == "plaats" else by
    within = areas_in_view(selection, level="plaats")
    labels = {"row_labels": v.PLAATS_KORT} if by == "plaats" else {}
    return Chart(
        key=f"deelname_{by}",
        title=f"Deelname per {name}",
        measure=_participation,
        draw=matrix,
        tell=pairs("deelname", "naam", "in" if by == "plaats" else "bij"),
        defined=("deelname",),
        table={"naam": name.capitalize()},
        evidence={"aantal": lambda row: Evidence.of(deelname=row["deelname"], **{by: row["code"]})},
        cross=("naam", "deelname"),
        counted={"by": by, "places": v.PLAATSEN if within is None else within},
        fixed={"row": "code", "column": "deelname", "column_labels": _TAKES_PART} | labels,
    )


_TAKES_PART = {code: texts.capital(v.DEELNAME.label(code)) for code in v.DEELNAME.codes}
