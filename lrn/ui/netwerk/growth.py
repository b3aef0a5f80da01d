"""How the network grew: a slider of quarters with the network as it then was, and the figures of all quarters."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures.network import growth, nodes
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base import on_offer
from lrn.ui.base.cache import View, cached, on_day
from lrn.ui.netwerk import figures, picture
from lrn.ui.netwerk.choices import joined
from lrn.ui.parts import chart_card, chart_table, downloads, evidence
from lrn.views import network
from lrn.views.chart import Extra

_KEY = "groei_tot"
_MOVED = {growth.CAME: "erbij", growth.WENT: "voorbij"}
_FIGURES = {
    "activiteiten": "Activiteiten",
    "partners": "Partners",
    "lijnen_tussen_activiteiten": "Lijnen tussen activiteiten",
    "lijnen_tussen_regios": "Daarvan tussen regio's",
    "componenten": "Groepen",
    "losse_activiteiten": "Zonder lijn",
    "via_partners.losse_activiteiten": "Zonder lijn of partner",
}


def show(view: View) -> None:
    """The network at the end of a quarter, what came and went in it, and a row of figures for each quarter."""
    st.header("Hoe het netwerk groeide", anchor=False, help=texts.DEFINITIONS["kwartaal"])
    st.caption("Op de laatste dag van elk kwartaal, met dezelfde filters; het laatste kwartaal op de peildatum.")
    frame = cached(view, growth.growth, "register", "selection")
    days = dict(zip(frame["kwartaal"], frame["dag"], strict=True))
    day = days[_quarter(list(days))]
    left, right = st.columns([2, 1], gap="large")
    with left:
        _drawing(view, day)
    with right:
        _moved(view, day)
        figures.show(on_day(view, day), day=day)
    _table(view, frame)


def _quarter(names: list[str]) -> str:
    """Draw the slider; the last quarter until a visitor moves it."""
    on_offer.note("Kwartaal", _KEY, names)
    if st.session_state.get(_KEY) not in (None, *names):
        st.session_state[_KEY] = names[-1]
    return st.select_slider("Kwartaal", names, value=names[-1], key=_KEY, bind="query-params")


def _drawing(view: View, day: date) -> None:
    """The activities of *day* where they always stand, those that came in that quarter with a ring."""
    then = on_day(view, day)
    if (amount := len(joined(then)) - len(then.selected.partners)) > network.MOST_NODES:
        picture.between_regions(then, day, amount)
        return
    extra = {
        "layout": Extra(("layout",), lambda: picture.positions(view)),
        "edges": Extra(("edges",), lambda: cached(then, nodes.edges)),
        "context": Extra(
            ("at_other_times",), lambda: cached(view, nodes.at_other_times, "register", "selection", day=day)
        ),
    }
    chart = network.drawing("regio", partners=False, extra=extra, **picture.on_this_screen()).on(day)
    came = cached(view, growth.arrived, "register", "selection", day=day)
    chart_card.chart(then, chart, arrived=came, context_name="Toen niet actief")


def _moved(view: View, day: date) -> None:
    """What came and went in the quarter, each the way to its rows."""
    st.header(f"Sinds {texts.long_date(growth.quarter_before(day))}", anchor=False)
    moved = cached(view, growth.moved, "register", "selection", day=day)
    if not any(moved.values()):
        st.caption("Er kwam niets bij, en er ging niets af.")
    with st.container(gap="xxsmall"):
        for way, found in moved.items():
            for figure in found:
                told = texts.counted(figure.evidence.unit, figure.amount)
                evidence.link(figure.evidence, f"**{told}** {_MOVED[way]}")


def _table(view: View, frame: pd.DataFrame) -> None:
    """The figures of all quarters, each the way to its rows."""
    shown = frame[["kwartaal", *_FIGURES]].rename(columns={"kwartaal": "Kwartaal"} | _FIGURES)
    names, headings = list(_FIGURES), list(_FIGURES.values())

    def counts(position: int, column: str) -> list[Evidence]:
        asked = [names[headings.index(column)]] if column in headings else names
        return [growth.evidence_on(name, frame["dag"].iloc[position]) for name in asked]

    st.header("Alle kwartalen", anchor=False, help=texts.DEFINITIONS["groepen"])
    chart_table.leading(view, shown, counts, key="groei", alt="Cijfers: hoe het netwerk per kwartaal groeide")
    downloads.table(view, shown, name="Groei van het netwerk", key="groei_csv", of=view.selection)
