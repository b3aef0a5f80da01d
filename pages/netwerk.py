"""Netwerk: what hangs together, who connects, and how levels are joined."""

import streamlit as st

from lrn.ui.base.navigation import current_view
from lrn.ui.netwerk import choices, chosen, connect, figures, growth, lessons, missing, paths, picture, skewers, whatif
from lrn.ui.parts import chart_card

view = current_view()
if chart_card.empty_state(view):
    st.stop()

part = choices.part()

if part == "pad":
    paths.show(view)
elif part == "verbinders":
    connect.connecting(view)
elif part == "regios":
    connect.regions(view)
elif part == "groei":
    growth.show(view)
elif part == "ontbreekt":
    missing.show(view)
elif part == "lessen":
    lessons.show(view)
elif part == "sateprikker":
    skewers.show(view)
elif part == "wat_als":
    whatif.show(view)
else:
    shown = choices.picture(view)
    left, right = st.columns([2, 1], gap="large")
    with left:
        picture.show(view, shown)
    with right:
        if shown.node:
            chosen.surroundings(view, shown)
        else:
            figures.show(view)
    chosen.lessons(view, shown)
    chosen.card(view, shown)
