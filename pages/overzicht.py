"""Overzicht: the compact set for the board, each part leading to the page behind it."""

import streamlit as st

from lrn.measures import highlights, overview, places
from lrn.ui import cards, catalogue, navigation, panels
from lrn.ui.cache import keep

view = navigation.current_view()
if cards.empty_state(view):
    st.stop()

panels.key_figures(keep(view, overview.totals), keep(view, overview.year_before, view.register, view.selection))

left, right = st.columns([5, 4], gap="large")
with left:
    region_map = catalogue.area_map(
        "activiteiten",
        "plaats",
        within=places.areas_in_view(view.selection, level="plaats"),
        height=380,
        compact=True,
    )
    cards.chart(view, region_map, counted={"level": "plaats"})
    panels.not_on_map(view, "plaats")
    navigation.link("kaart")
with right:
    panels.highlights(keep(view, highlights.highlights, view.register, view.selected, view.selection))

left, right = st.columns(2, gap="large")
with left:
    cards.chart(view, catalogue.INGREDIENTS)
    navigation.link("ingredienten")
with right:
    cards.chart(view, catalogue.THEMES)
    navigation.link("themas")
