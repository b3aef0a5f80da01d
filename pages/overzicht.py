"""Overzicht: the compact set for the board, each part leading to the page behind it."""

import streamlit as st

from lrn import texts
from lrn.charts import alt, bars, maps
from lrn.measures import highlights, ingredients, overview, places, themes
from lrn.ui import cards, navigation, panels
from lrn.ui.cache import keep
from lrn.ui.navigation import current_view

view = current_view()
if cards.empty_state(view):
    st.stop()

totals = keep(view, overview.totals)
before = keep(view, overview.year_before, view.register, view.selection)
panels.key_figures(totals, before)

left, right = st.columns([5, 4], gap="large")
with left:
    cards.chart(
        view,
        key="overzicht_kaart",
        title="Activiteiten per regio",
        frame=keep(view, places.area_figures, level="plaats"),
        draw=maps.area_map,
        alt=maps.describe("activiteiten"),
        table={"naam": "Plaats", "activiteiten": "Activiteiten", "partners": "Partners die meedoen"},
        definition=texts.DEFINITIONS["plaats"],
        config=maps.CONFIG,
        level="plaats",
        measure="activiteiten",
        height=380,
        compact=True,
    )
    panels.not_on_map(view)
    navigation.link("kaart")
with right:
    st.subheader("Wat valt op", anchor=False)
    st.caption("Afgelezen uit de cijfers van deze selectie")
    for found in keep(view, highlights.highlights, view.register, view.selected, view.selection):
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"{found.icon} {cards.escape(found.text)}")
            navigation.link(found.page)

left, right = st.columns(2, gap="large")
with left:
    frame = keep(view, ingredients.per_ingredient)
    cards.chart(
        view,
        key="overzicht_ingredienten",
        title="Activiteiten per ingrediënt",
        frame=frame,
        draw=bars.ingredient_bars,
        alt=alt.counts("Activiteiten per ingrediënt", "kort"),
        table={"nr": "Nr", "naam": "Ingrediënt", "aantal": "Activiteiten", "aandeel": "Aandeel"},
        definition=texts.DEFINITIONS["dekking"],
    )
    navigation.link("ingredienten")
with right:
    frame = keep(view, themes.all_themes)
    cards.chart(
        view,
        key="overzicht_themas",
        title="Activiteiten per thema",
        frame=frame,
        draw=bars.theme_bars,
        alt=alt.counts("Activiteiten per thema", "naam"),
        table={"naam": "Thema", "aantal": "Activiteiten", "aandeel": "Aandeel"},
        definition=texts.DEFINITIONS["dekking"],
    )
    navigation.link("themas")
