"""Register: the rows behind every figure, found by any word, and each activity as the workbook knows it."""

import streamlit as st

from lrn.ui.base.navigation import current_view
from lrn.ui.parts import chart_card, evidence, open_card
from lrn.ui.register import listing, page

view = current_view()


@st.fragment
def rows_or_card() -> None:
    """A fragment: typing and choosing draw only this part of the page anew."""
    card = open_card.current()
    if not card and chart_card.empty_state(view):
        return
    listed = listing.choose(view, evidence.in_link(view))
    if card:
        page.card(view, listed, *card)
    else:
        page.rows(view, listed)


rows_or_card()
