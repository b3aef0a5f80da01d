"""Lessen: what was learned, who could use it, and what others learned that could be of use here."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph
from lrn.measures.network.lessons import Lessons
from lrn.measures.rows import search
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.browser.page import is_narrow
from lrn.ui.netwerk import choices, chosen
from lrn.ui.parts import downloads, row_table
from lrn.ui.parts.columns import COLUMNS

_SEARCH, _ACTIVITY = "zoek_les", "les_bij"
_COLUMNS = {
    "naam": COLUMNS["activiteiten"]["naam"],
    "les": st.column_config.TextColumn("Les", width=520, help="Uit de kolom Opbrengst"),
    "plaats": COLUMNS["activiteiten"]["plaats"],
}
_ON_NARROW = 40  # letters of a lesson that a cell on a phone shows; a tap on the row opens all of it
_NONE = {
    chosen.LEARNED: "In een andere regio is nog geen les gevonden die hierbij past en niet al dichtbij is. "
    "Wie weet er een?",
    chosen.USES: "Wie hier iets mee deelt, is al dichtbij verbonden. Voor wie zou dit nog meer van nut zijn?",
}
"""What is said where nobody was found."""


def show(view: View) -> None:
    """All lessons with a field to search them in; of one activity who can use its lesson, and what others learned."""
    st.header("Lessen", anchor=False, help=chosen.LESSONS)
    st.caption("Wat leverde het op, en wie kan daar verder mee? Een klik op een rij laat zien wie dat zou kunnen zijn.")
    known = cached(view, Lessons, "register", "selection")
    lessons = known.all
    if lessons.empty:
        st.caption("In deze selectie staat nog geen opbrengst geregistreerd. Wie deelt de eerste les?")
    else:
        _listed(view, lessons)
    node = choices.activity(view, _ACTIVITY)
    if not node:
        return
    identity = graph.kind_and_code(node)[1]
    own = lessons.loc[lessons["id"] == identity, "les"]
    with st.container(border=True, gap="xxsmall"):
        if own.empty:
            st.caption("Hier staat nog geen opbrengst geregistreerd. Wat zou u anderen meegeven?")
        else:
            st.caption("Opbrengst")
            st.text(own.iat[0])
    chosen.offered(view, identity, _NONE if len(own) else {chosen.LEARNED: _NONE[chosen.LEARNED]})


def _listed(view: View, lessons: pd.DataFrame) -> None:
    """The lessons, those that are searched for, as a list whose rows open."""
    typed = st.text_input(
        "Zoek een les",
        key=_SEARCH,
        bind="query-params",
        type="search",
        placeholder="Zoek op les, activiteit, thema of partner",
        width=400,
    )
    found = lessons
    if words := (typed or "").strip()[: search.LONGEST]:
        hits = cached(view, search.index, "register", kind="activiteiten").find(words, among=set(lessons["id"]))
        found = lessons.set_index("id", drop=False).loc[[hit.id for hit in hits]].reset_index(drop=True)
    if found.empty:
        st.caption(f"Geen les gevonden met “{escape(words)}”. Probeer een ander woord, of een deel ervan.")
        return
    shown = found.assign(plaats=found["plaats"].map(v.PLAATS_NAMEN))[list(_COLUMNS)]
    row_table.table(
        shown.assign(les=[texts.cut(les, _ON_NARROW) for les in shown["les"]]) if is_narrow() else shown,
        ids=found["id"].tolist(),
        key=f"lessen {hash((view.key, words))}",  # other words find other rows: the cell that was clicked is let go
        columns=_COLUMNS,
        alt="Lijst van lessen",
        on_open=_open,
        high=8,
    )
    headings = {name: str(column["label"]) for name, column in _COLUMNS.items()}
    downloads.table(view, shown, name="Lessen", key="lessen", of=view.selection, headings=headings)


def _open(identity: str | None) -> None:
    st.session_state[_ACTIVITY] = graph.node(graph.ACTIVITEIT, identity) if identity else None
