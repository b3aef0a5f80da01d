"""Register: the rows behind every figure, found by any word, and each activity as the workbook knows it."""

import streamlit as st

from lrn.ui import cards, evidence, listing, opened, register
from lrn.ui.navigation import current_view

view = current_view()


@st.fragment
def rows_or_card() -> None:
    """A fragment: typing and choosing draw only this part of the page anew."""
    card = opened.current()
    if not card and cards.empty_state(view):
        return
    listed = listing.choose(view, evidence.in_link())
    if card:
        register.card(view, listed, *card)
    else:
        register.rows(view, listed)


rows_or_card()
