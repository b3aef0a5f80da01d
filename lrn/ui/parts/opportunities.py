"""Wat er nog niet is: the open combinations of a theme and a place as questions, the likeliest first."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lrn import texts
from lrn.measures.insights.opportunities import Opportunity, none_open, opportunities
from lrn.measures.places import Area
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.parts import evidence
from lrn.ui.parts.first_few import first_few
from lrn.views.meetings import SCENES

SHOWN = 3
"""How many are shown before a visitor asks for the rest."""


def show(view: View, *, theme: str | None, place: Area | None, leads: bool = False) -> None:
    """The open combinations of *view*, those of the chosen *theme* and *place* first; nothing when there are none.

    When they *lead*, their heading is the title of the page, and it is there also when there are none.
    """
    found = found_in(view)
    heading = st.title if leads else st.header
    if found or leads:
        heading(SCENES["kansen"].name, anchor=False, help=texts.DEFINITIONS["kansen"])
    if not found:
        if leads:
            st.markdown(none_open(view.selected, view.selection))
        return
    chosen = [c for c in found if (theme or place) and theme in (None, c.thema) and place in (None, c.area)]
    ranked = [*chosen, *(opportunity for opportunity in found if opportunity not in chosen)]
    st.caption(texts.OPPORTUNITIES_OF)
    first_few(
        ranked,
        partial(_ask, view),
        told=lambda opportunity: (opportunity.lead, opportunity.text),
        few=SHOWN,
        rest=("combinatie", "combinaties"),
        key="meer_kansen",
        icon=":material/lightbulb:",
    )


def found_in(view: View) -> list[Opportunity]:
    """The open combinations of *view*, counted once."""
    found: list[Opportunity] = cached(view, opportunities, "register", "selected", "selection")
    return found


def _ask(view: View, opportunity: Opportunity) -> None:
    with st.container(gap=None):
        st.markdown(f"**{escape(opportunity.lead)}** {escape(opportunity.text)}")
        if opportunity.figures:
            evidence.behind(view, opportunity.figures, key=f"{opportunity.thema} {opportunity.plaats}")
