"""Overzicht: the compact set for the board, each figure leading to its rows and each part to the page behind it."""

import streamlit as st

from lrn import geo, texts
from lrn.measures import places
from lrn.ui import cards, catalogue, highlights, key_figures, map_panels, navigation, peek

view = navigation.current_view()
if cards.empty_state(view):
    st.stop()

key_figures.show(view)
key_figures.compared(view)
chosen = peek.choice()

left, right = st.columns(2, gap="large")
with left:
    highlights.show(view)
with right:
    region_map = catalogue.area_map(
        "activiteiten",
        "plaats",
        within=places.areas_in_view(view.selection, level="plaats"),
        height=380,
        compact=True,
    )
    cards.chart(view, region_map, counted={"level": "plaats"}, on_select=peek.choose("kaart"))
    map_panels.not_coloured(view, "plaats")
    st.caption(f"{texts.source_of_map(geo.year())}.")
    navigation.link("kaart")

left, right = st.columns(2, gap="large")
with left:
    cards.chart(view, catalogue.INGREDIENTS, on_select=peek.choose("ingredienten"))
    navigation.link("ingredienten")
with right:
    cards.chart(view, catalogue.THEMES, on_select=peek.choose("themas"))
    navigation.link("themas")

peek.show(view, chosen)
