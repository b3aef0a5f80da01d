"""The network in a picture: on its own or on the map, and where that would be a hairball, by region."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from lrn import geo, texts
from lrn.measures.network import graph, layout, nodes
from lrn.measures.onmap import lines, locations, map_points
from lrn.measures.places import Level, level_in_view
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.browser.page import is_narrow
from lrn.ui.netwerk.choices import Shown, joined, take_click
from lrn.ui.parts import chart_card, evidence
from lrn.views import area_charts, network
from lrn.views.chart import Chart, Extra

_PAIR = "netwerk_paar"


IN_MEETING = Shown(by="regio", partners=False, on_map=False, node=None, steps=1)
"""What a meeting sees of it."""


def show(view: View, shown: Shown, *, leads: bool = False) -> None:
    """Draw the picture that was chosen; a click on a node chooses it. With *leads* its title is that of the view."""
    if shown.on_map or _amount(view, shown) > network.MOST_NODES:
        _on_map(view, shown, summary=not shown.on_map, amount=_amount(view, shown), leads=leads)
    else:
        chart_card.chart(view, _drawing(view, shown), on_click=None if leads else take_click, leads=leads)


def in_meeting(view: View) -> Chart | None:
    """The drawing of it that a meeting sees; None where it is too large for one."""
    return _drawing(view, IN_MEETING) if _amount(view, IN_MEETING) <= network.MOST_NODES else None


def _amount(view: View, shown: Shown) -> int:
    kinds = [data["soort"] for _, data in joined(view).nodes(data=True)]
    return len(kinds) if shown.partners else len(kinds) - kinds.count(graph.PARTNER)


def _drawing(view: View, shown: Shown) -> Chart:
    return network.drawing(
        shown.by,
        partners=shown.partners,
        extra={
            "layout": Extra(("layout",), lambda: positions(view)),
            "edges": Extra(("edges",), lambda: cached(view, nodes.edges)),
            "context": Extra(("not_chosen",), lambda: cached(view, nodes.not_chosen, "register", "selection")),
        },
        context_name="Niet gekozen",
        chosen=shown.node,
        near=around(view, shown),
        **on_this_screen(),
    )


def on_this_screen() -> dict[str, Any]:
    """How large the network is drawn, and with how many names."""
    return {"height": 520, "width": 340, "named": 5} if is_narrow() else {}


def positions(view: View) -> pd.DataFrame:
    """Where each node of the whole register is drawn, counted once: whatever is selected."""
    return view.store.cached((*view.key[:2], "netwerk"), lambda: layout.positions(view.register))


def around(view: View, shown: Shown) -> tuple[str, ...]:
    """The nodes around the one that is chosen, that itself first; none without."""
    if not shown.node:
        return ()
    return tuple(cached(view, nodes.around, node=shown.node, steps=shown.steps))


def _on_map(view: View, shown: Shown, *, summary: bool, amount: int, leads: bool) -> None:
    """The activities and lines on the map; as a *summary* only what runs between regions."""
    level = level_in_view(view.selection, "plaats" if summary else "gemeente")
    extra = {"pairs": _pairs(view, level)}
    if not summary:
        extra["locations"] = Extra(("vorm",), lambda: _marks(view))
    if summary:
        _too_many(amount)
    activity = shown.node.removeprefix("activiteit:") if shown.node and shown.node.startswith("activiteit:") else None
    chart = area_charts.area_map(
        "activiteiten",
        level,
        view.selection,
        extra=extra,
        activity=activity,
        pair=st.session_state.get(_PAIR),
        **_size_of_map(),
    )
    chart_card.chart(view, chart, on_click=_take_map_click, leads=leads)
    st.caption(f"{texts.source_of_map(geo.year())}.")
    if pair := st.session_state.get(_PAIR):
        many = {"plaats": "plaatsen", "gemeente": "gemeenten"}[level]
        counted = Evidence.of("verbindingslijnen", **{f"tussen_{many}": pair})
        evidence.show(view, counted, title="Verbindingslijnen")


def between_regions(view: View, day: date, amount: int) -> None:
    """What ran between regions on *day*, of which *view* is: of *amount* nodes, too many to be told apart."""
    _too_many(amount)
    level = level_in_view(view.selection, "plaats")
    extra = {"pairs": _pairs(view, level)}
    chart_card.chart(
        view, area_charts.area_map("activiteiten", level, view.selection, extra=extra, **_size_of_map()).on(day)
    )
    st.caption(f"{texts.source_of_map(geo.year())}.")


def _too_many(amount: int) -> None:
    st.caption(
        f"{texts.number(amount)} knooppunten zijn te veel om elk te tekenen (hoogstens {network.MOST_NODES}): u "
        "ziet hoeveel lijnen er tussen de regio's lopen. Kies in de zijbalk een kleinere selectie voor meer."
    )


def _pairs(view: View, level: Level) -> Extra:
    """The lines between each two areas."""
    return Extra((level,), lambda: cached(view, lines.pairs, "register", "selection", level=level))


def _size_of_map() -> dict[str, Any]:
    return {"height": 380} if is_narrow() else {}


def _take_map_click(clicked: str) -> None:
    kind, _, value = clicked.partition(":")
    if kind == "paar":
        st.session_state[_PAIR] = None if st.session_state.get(_PAIR) == value else value
    elif kind == "activiteit":
        take_click(clicked)


def _marks(view: View) -> pd.DataFrame:
    placed = view.store.cached((*view.key[:2], "locations"), lambda: locations.locations(view.register))
    make = partial(map_points.marks, view.register, view.selected, placed, by="vorm")
    return cached_as(view, ("marks", "vorm", None), make)
