"""Partners, who: every partner that takes part, found by any word, with how it does; each opens its card."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.measures.rows import search
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.partners import choices
from lrn.ui.parts import choices as common
from lrn.ui.parts import evidence

COLUMNS = ("soort", "gemeente", "activiteiten", "regios", "sinds", "rol")
"""What is told of a partner behind its name."""

_LONGEST = 100  # characters that are looked for


@st.fragment
def show(view: View) -> None:
    """Draw this part of the page; a fragment: typing and choosing draw nothing else anew."""
    with st.container(horizontal=True, gap="medium"):
        typed = _words()
        kind, place = choices.kind(), common.place(view.selection)
    where, beyond = common.explain_place(view.selection, place)
    counted, title = Evidence.of("partners", soort=kind, **where), choices.describe(kind, place) + beyond
    if typed:
        _found(view, counted, title, typed)
    else:
        evidence.show(view, counted, title=title, columns=COLUMNS)


def _words() -> str:
    typed = st.text_input(
        "Zoek een partner",
        key="zoek_partner",
        bind="query-params",
        type="search",
        live=True,
        placeholder="Naam, soort, gemeente, activiteit…",
        width=300,
    )
    return (typed or "").strip()[:_LONGEST]


def _found(view: View, counted: Evidence, title: str, typed: str) -> None:
    """Those of what is *counted* in which the words that were *typed* are found, the best first."""
    index = cached(view, search.index, "register", kind="partners")
    among = evidence.rows(view, counted)["id"].tolist()
    found = [hit.id for hit in index.find(typed, among=set(among))]
    amount, whole = texts.number(len(found)), texts.counted("partners", len(among))
    st.header(f"{escape(title)}: {amount} van de {whole}", anchor=False)
    if found:
        evidence.table(view, counted, title=title, columns=COLUMNS, found=found)
    else:
        st.caption(f"“{escape(typed)}” is bij deze partners niet gevonden. Probeer een ander woord of een deel ervan.")
