"""What stands above every page: its question, the selection and how much it is of the whole, and what is left out."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.places import per_place
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Register, Weight
from lrn.selection import apply
from lrn.ui import filters
from lrn.ui.cache import Opened, View, keep
from lrn.ui.cards import escape
from lrn.ui.navigation import Entry


def show(entry: Entry, view: View, opened: Opened) -> None:
    """Draw the header of the page *entry* for *view*."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title(entry.title, anchor=False, width="content")
        st.caption(entry.question, width="content")
        if view.register.source.is_sample:
            st.badge(texts.SAMPLE_BADGE, icon=":material/science:", color="violet", help=texts.SAMPLE_HELP)
        _left_out(view)
        # Made when it is opened: only then does the address hold what is chosen on the page itself.
        with st.popover("Deel", icon=":material/link:", type="tertiary", key="deel", on_change="rerun") as share:
            if share.open:
                st.caption("Deze link opent precies deze weergave, ook op een andere dag.")
                st.code(filters.link(view.selection), language=None, wrap_lines=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_selection_line(view), width="content")
        if view.selection.chosen or view.selection.peildatum != date.today():
            st.button("Wis filters", icon=":material/filter_alt_off:", on_click=filters.clear, type="tertiary")
    _outside(view)
    if opened.stale:
        st.warning(escape(opened.stale), icon=":material/history:")
    if unknown := filters.unknown_in_link(entry.path):
        st.warning(
            "De link noemt iets dat dit register niet kent en dat daarom niet is gekozen: "
            f"{escape(texts.listing(unknown))}.",
            icon=":material/link_off:",
        )


def _selection_line(view: View) -> str:
    amount, total = len(view.selected.activiteiten), view.register.rows_of(ACTIVITEITEN.name).counted
    phrases = " · ".join(escape(phrase) for phrase in view.selection.describe())
    return f"{phrases} — **{texts.number(amount)}** van de {texts.activities(total)} in het register"


def _outside(view: View) -> None:
    """Choosing regions must not make Woerden and the other places disappear without a word."""
    if not view.selection.regio:
        return
    others = keep(view, _other_places, view)
    if others:
        st.caption(f"Buiten deze keuze, en hier niet meegeteld: {others}.")


def _other_places(view: View) -> str:
    frame = per_place(apply(view.selection.without("regio", "gemeente"), view.register))
    rest = frame[~frame["code"].isin(view.selection.regio) & (frame["aantal"] > 0)]
    return texts.listing(f"{v.PLAATS_NAMEN[row.code]} {texts.number(row.aantal)}" for row in rest.itertuples())


def _left_out(view: View) -> None:
    """How many rows do not count, with the reasons one click away; and how many values were not understood."""
    register = view.register
    left_out = sum(rows.left_out for rows in register.rows)
    warnings = len(register.findings_of(Weight.WAARSCHUWING))
    if not register.findings:
        return
    if left_out:
        verb = "telt" if left_out == 1 else "tellen"
        label = f"{texts.count(left_out, 'rij', 'rijen')} {verb} niet mee"
    elif warnings:
        label = texts.count(warnings, "waarschuwing", "waarschuwingen")
    else:
        label = "Opmerkingen bij het register"
    if st.button(label, icon=":material/rule:", type="tertiary", key="bevindingen"):
        _findings(view)


@st.dialog("Bevindingen bij het register", width="large")
def _findings(view: View) -> None:
    st.caption(
        "Fout: de rij telt niet mee. Waarschuwing: de rij telt, de waarde is “Onbekend”. "
        "Opmerking: alles telt, het kan beter."
    )
    table = keep(view, findings_table, view.register)
    st.dataframe(
        table,
        hide_index=True,
        height=min(36 * (len(table) + 1) + 3, 560),
        column_config={
            "Gewicht": st.column_config.TextColumn(width=105),
            "Cel": st.column_config.TextColumn(width=125),
            "Waarde": st.column_config.TextColumn(width=130),
            "Wat er aan de hand is": st.column_config.TextColumn(width=380),
        },
        alt="Bevindingen bij het register: gewicht, cel, waarde, wat er aan de hand is en wat is bedoeld",
    )


def findings_table(register: Register) -> pd.DataFrame:
    """The findings, gravest first: Gewicht, Cel, Waarde, Wat er aan de hand is, Waarschijnlijk bedoeld."""
    order = list(Weight)
    return pd.DataFrame(
        [
            (f.weight.value, f.cell, f.value, f.message, f.suggestion)
            for f in sorted(register.findings, key=lambda f: order.index(f.weight))
        ],
        columns=["Gewicht", "Cel", "Waarde", "Wat er aan de hand is", "Waarschijnlijk bedoeld"],
    )
