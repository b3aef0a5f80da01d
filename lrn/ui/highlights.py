"""Wat valt op: each sentence with the view behind it and the figures in it."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.measures.highlights import Highlight, highlights
from lrn.ui import choices, evidence, navigation
from lrn.ui.cache import View, keep
from lrn.ui.cards import basis, escape

_ICONS = {
    "beweging": ":material/timeline:",
    "nieuw": ":material/fiber_new:",
    "eerste": ":material/flag:",
    "einde": ":material/event:",
    "accent": ":material/equalizer:",
    "kans": ":material/lightbulb:",
}


def show(view: View, *, leads: bool = False) -> None:
    """The panel; without anything that stands out it says so. When it *leads*, its heading is the title of the page."""
    found = keep(view, highlights, view.register, view.selected, view.selection, view.earlier)
    with st.container(gap="small"):
        heading = st.title if leads else st.header
        heading("Wat valt op", anchor=False, help=texts.DEFINITIONS["wat_valt_op"])
        if leads:
            st.caption(basis(view))
        if not found:
            st.caption(texts.NOTHING_STANDS_OUT)
        for highlight in found:
            more = [figure.evidence for figure in highlight.figures] != [highlight.focus]
            # A link is lower than a popover: without one beside it, it needs that much room below.
            with st.container(gap=None if more else "xsmall"):
                with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                    _lead_on(highlight)
                    if more:
                        evidence.behind(highlight.figures, key=highlight.kind)
                st.markdown(escape(highlight.text))


def _lead_on(highlight: Highlight) -> None:
    """The point of the sentence, as a link to the view behind it."""
    lead, icon = f"**{escape(highlight.lead)}**", _ICONS[highlight.kind]
    if highlight.page == "register":
        evidence.link(highlight.focus, lead, icon=icon)
    else:
        navigation.link(highlight.page, lead, icon=icon, **choices.in_address(highlight.focus))
