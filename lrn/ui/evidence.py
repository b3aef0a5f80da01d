"""From a figure to its evidence: the rows it counts, the definition used, and the link that opens that very list."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures import evidence as measure
from lrn.measures.evidence import Evidence
from lrn.ui import navigation
from lrn.ui.cache import View, keep, keep_made
from lrn.ui.cards import escape
from lrn.ui.tables import COLUMNS, LISTS

PARAMETER = "bewijs"  # of the address of the page Register


def link(evidence: Evidence, label: str, *, icon: str = ":material/list_alt:") -> None:
    """A link to the page Register that shows what *evidence* counts; the selection goes along."""
    navigation.link("register", label, icon=icon, **{PARAMETER: evidence.parameters})


def rows(view: View, evidence: Evidence) -> pd.DataFrame:
    """The rows that *evidence* counts in the selection of *view*."""
    return keep(view, measure.rows, view.register, view.selection, evidence=evidence)


def amount(view: View, evidence: Evidence) -> int:
    """The figure that *evidence* stands for in the selection of *view*."""
    return keep(view, measure.amount, view.register, view.selection, evidence=evidence)


def listed(view: View, evidence: Evidence) -> tuple[str, pd.DataFrame]:
    """What kind of rows *evidence* counts (a key of ``tables.COLUMNS``), and those rows as people read them."""
    kind = evidence.telt if evidence.telt in LISTS else "activiteiten"
    found = rows(view, evidence)
    # A line may lead to any activity; a partner is counted for the activities in view only.
    register = view.register if kind == "verbindingslijnen" else view.selected
    made = keep_made(view, "evidence", (evidence,), lambda: LISTS[kind](register, found, view.register.checked_on))
    return kind, made


def show(view: View, evidence: Evidence, *, title: str) -> None:
    """What *evidence* counts as a list on the page itself, with its definition and the link that opens it."""
    counted = amount(view, evidence)
    st.header(f"{escape(title)}: {texts.counted(evidence.telt, counted)}", anchor=False)
    explain(evidence)
    if not counted:
        st.caption(texts.NOTHING_HERE)
        return
    table(view, evidence, title=title)
    link(evidence, "Open deze lijst in Register")


def explain(evidence: Evidence) -> None:
    """How *evidence* is counted, in one line; nothing when the selection says it all."""
    if evidence.definitions:
        st.caption(" ".join(evidence.definitions))


def table(view: View, evidence: Evidence, *, title: str) -> None:
    """The rows that *evidence* counts, with sheet and row in the workbook."""
    kind, made = listed(view, evidence)
    st.dataframe(
        made,
        placeholder="",
        hide_index=True,
        column_config=COLUMNS[kind],
        alt=f"{title}: lijst van {texts.counted(kind, len(made))}",
    )


def in_link() -> Evidence:
    """The evidence that the address asks for; everything in the selection when it asks for none.

    Says what it is in words, with a way back to the whole selection, and what of the link nobody knows.
    """
    asked = st.query_params.get_all(PARAMETER)
    if not asked:
        return Evidence()
    found, unknown = measure.read(asked)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for phrase in found.phrases:
            st.badge(escape(phrase), icon=":material/filter_alt:")
        st.button("Toon de hele selectie", icon=":material/close:", type="tertiary", on_click=_let_go)
    if unknown:
        told = escape(texts.listing(unknown))
        st.warning(
            f"De link vraagt iets dat het dashboard niet kent en dat hier niet meetelt: {told}.",
            icon=":material/link_off:",
        )
    return found


def _let_go() -> None:
    del st.query_params[PARAMETER]
