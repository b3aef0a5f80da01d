"""Netwerk: what hangs together, who connects, and where the lines are missing."""

import streamlit as st

from lrn.ui.base.navigation import current_view
from lrn.ui.netwerk import choices, chosen, figures, picture
from lrn.ui.parts import chart_card

view = current_view()
if chart_card.empty_state(view):
    st.stop()

shown = choices.picture(view)
left, right = st.columns([7, 3], gap="large")
with left:
    picture.show(view, shown)
with right:
    if shown.node:
        chosen.surroundings(view, shown)
    else:
        figures.show(view)
chosen.card(view, shown)
