"""Wat als: coverage and network as they would be, side by side with today; nothing of it is written anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures.network import whatif, whatif_beside
from lrn.measures.network.whatif import Change
from lrn.measures.places import chosen_areas
from lrn.measures.rows.evidence import Evidence
from lrn.measures.rows.listing import ROW
from lrn.selection import apply
from lrn.ui.base import printing
from lrn.ui.base.cache import Store, View, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import one
from lrn.ui.browser import paper
from lrn.ui.netwerk import imagined
from lrn.ui.parts import chart_card, chart_table, evidence, row_table
from lrn.ui.parts.columns import LISTS, headings

_IMAGINED, _CELL, _FIGURE = "_wat_als", "_wat_als_cel", "wat_als_cijfer"
_SIDES = ("naam", "vandaag", "dan", "verschil")
_RIGHT = {"Verschil": st.column_config.TextColumn(alignment="right")}
_OTHER = "Anders"
_SHOWN = {
    "activiteiten": {"naam": 240, _OTHER: 110, "gemeente": 120, ROW: 130},
    "partners": {"naam": 240, _OTHER: 110, "soort": 140, "activiteiten": 110},
    "verbindingslijnen": {"van": 195, "naar": 195, _OTHER: 110, "vorm": 100},
}
"""The columns of the rows on screen, by their kind, and how wide each is (pixels)."""


def show(view: View) -> None:
    """Draw the fields, what is imagined so far, and both sides of the figures."""
    st.header("Wat als?", anchor=False)
    st.caption(
        "Bedenk een activiteit, partner of lijn, of neem een partner weg, en zie wat dat doet met dekking en netwerk. "
        "Er wordt niets opgeslagen; de link van deze pagina onthoudt wat u bedenkt."
    )
    changes = imagined.in_link(view.register)
    dan = _then(view, changes)
    left, right = st.columns([1, 2], gap="large")
    with left, paper.on_screen_only("wat_als_velden"):
        imagined.add(view, dan, changes)
    with right:
        if not changes:
            st.info(
                "Neem bijvoorbeeld de drukste partner weg, of leg een lijn tussen twee groepen die elkaar nog niet "
                "kennen. Wat zou dat doen?",
                title="Nog niets bedacht",
                icon=":material/lightbulb:",
            )
            return
        st.subheader("Dit heeft u bedacht", anchor=False)
        imagined.changes_told(view, dan, changes)
        _beside(view, dan)


def _then(view: View, changes: tuple[Change, ...]) -> View:
    """*view* with *changes*, in a store of its own: nothing imagined is kept where another page or visitor finds it."""
    if not changes:
        return view
    key = ((view.key[0], changes), *view.key[1:])
    known: View | None = st.session_state.get(_IMAGINED)
    if known is None or known.key != key:
        register = whatif.imagine(view.register, changes)
        selected = apply(view.selection, register)
        known = replace(view, register=register, selected=selected, key=key, store=Store(100), earlier=None)
        st.session_state[_IMAGINED] = known
    return known


def _today(view: View) -> str:
    """What the figures without anything imagined are called: on another day than today they are not of today."""
    day = view.selection.peildatum
    return "Vandaag" if day in (None, view.register.checked_on) else "Peildatum"


def _beside(view: View, dan: View) -> None:
    """Both sides of the figures, and the rows of the one that is chosen."""
    areas = chosen_areas(view.selection)
    network = cached_as(dan, ("netwerk",), lambda: whatif_beside.network(view.selected, dan.selected))
    coverage = cached_as(dan, ("dekking",), lambda: whatif_beside.coverage(view.selected, dan.selected, areas=areas))
    meaning = cached_as(dan, ("zin",), lambda: whatif_beside.meaning(view.selected, dan.selected))
    for sentence in (whatif_beside.most(network, coverage), *meaning):
        st.markdown(escape(sentence))
    st.header(f"Netwerk, {_today(view).lower()} en dan", anchor=False)
    st.caption(chart_card.basis(view))
    _table(dan, "netwerk", network, _today(view))
    st.header("Dekking die verandert", anchor=False)
    if coverage.empty:
        st.caption("Thema's, ingrediënten en soorten partners blijven per regio zoals ze zijn.")
    else:
        st.caption("Waar het aantal activiteiten met een thema of ingrediënt, of partners van een soort, anders wordt.")
        _table(dan, "dekking", coverage, _today(view))
    rows = {row["sleutel"]: row for row in pd.concat([network, coverage]).to_dict("records")}
    names = {key: row["naam"] for key, row in rows.items()}
    chosen = one("Cijfer", _FIGURE, list(names), names.__getitem__, "Klik op een getal, of kies een cijfer", width=420)
    if chosen is not None:
        _rows(view, dan, rows[chosen])


def _table(dan: View, name: str, frame: pd.DataFrame, today: str) -> None:
    """The figures as a table; a click on one chooses it."""
    shown = frame.assign(verschil=frame["verschil"].map(texts.difference))[list(_SIDES)]
    shown.columns = pd.Index(["Cijfer", today, "Dan", "Verschil"])
    alt = f"{texts.capital(name)}: {texts.count(len(shown), 'cijfer', 'cijfers')}, zonder en met wat is bedacht"
    cell = chart_table.clicked(shown, key=f"wat_als_{name}", alt=alt, width=620, column_config=_RIGHT)
    printing.rows_on_paper(dan, shown, key=f"wat_als_{name}")
    last = f"{_CELL}_{name}"
    if cell != st.session_state.get(last):
        st.session_state[last] = cell
        if cell:
            st.session_state[_FIGURE] = frame["sleutel"].iloc[cell[0]]


def _rows(view: View, dan: View, row: dict[Any, Any]) -> None:
    """The rows of one figure: the way to those of today, and those of then, what is imagined named as such."""
    counted = whatif_beside.evidence(row["sleutel"])
    st.subheader(escape(row["naam"]), anchor=False)
    evidence.explain(counted)
    if row["vandaag"]:
        with paper.on_screen_only("wat_als_vandaag"):
            evidence.link(counted, f"{_today(view)}: bekijk {texts.the(counted.unit, row['vandaag'])}")
    else:
        st.caption(f"{_today(view)}: {texts.counted(counted.unit, 0)}")
    listed, gone = cached_as(dan, ("rijen", row["sleutel"]), lambda: _listed(view, dan, counted))
    told = f"Dan: **{texts.counted(counted.unit, row['dan'])}**"
    st.markdown(
        told if counted.unit == counted.rows_of or listed.empty else f"{told}, van {texts.activities(len(listed))}"
    )
    if not listed.empty:
        kind = counted.rows_of
        named = {"rij": "Rij in de werkmap"} | headings(kind)
        widths = {named.get(column, column): width for column, width in _SHOWN[kind].items()}
        shown = listed.rename(columns=named)
        alt = f"Dan, {row['naam']}: lijst van {texts.counted(kind, len(shown))}"
        row_table.plain(
            shown[list(widths)], widths, key=f"wat_als_rijen {row['sleutel']}", alt=alt, most=400, wraps=True
        )
        printing.rows_on_paper(dan, shown[list(widths)], key="wat_als_rijen")
    if gone:
        st.caption(f"Hier niet meer bij: {escape(texts.some(gone, most=8))}.")


def _listed(view: View, dan: View, counted: Evidence) -> tuple[pd.DataFrame, list[str]]:
    """The rows of *counted* as people read them, and the names of those that it only counts today."""
    kind = counted.rows_of
    found, gone = whatif_beside.concerned(view.register, dan.register, view.selection, counted)
    register = dan.register if kind == "verbindingslijnen" else dan.selected
    listed = LISTS[kind](register, found, view.register.checked_on).assign(**{_OTHER: found["anders"]})
    listed.loc[found["rij"] == 0, "rij"] = whatif.IMAGINED
    frame = getattr(view.register, kind)
    left = frame[frame["id"].isin(gone)]
    return listed, left["naam"].tolist() if "naam" in left else left["id"].tolist()
