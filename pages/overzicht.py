"""Overzicht: the compact set for the board, each figure leading to its rows and each part to the page behind it."""

import streamlit as st

from lrn import geo, texts
from lrn.measures import places
from lrn.ui.base import navigation
from lrn.ui.browser import paper
from lrn.ui.kaart import panels
from lrn.ui.overzicht import drawer
from lrn.ui.parts import chart_card, highlights, key_figures
from lrn.views import area_charts, charts

view = navigation.current_view()
if chart_card.empty_state(view):
    st.stop()

key_figures.show(view)
with st.container():  # always there, so that the charts below it stay
    key_figures.compared(view)

left, right = st.columns(2, gap="large")
with left:
    highlights.show(view)
with right:
    level = places.level_in_view(view.selection)
    area_map = area_charts.area_map("activiteiten", level, view.selection, height=380, compact=True)
    chart_card.chart(view, area_map, on_click=drawer.on_click("kaart"))
    panels.not_coloured(view, level)
    st.caption(f"{texts.source_of_map(geo.year())}.")
    with paper.on_screen_only("naar_kaart"):
        navigation.link("kaart")

chosen = drawer.choice(view.selection)  # below the first screen, which is for figures, sentences and map
left, right = st.columns(2, gap="large")
with left:
    chart_card.chart(view, charts.beside(charts.INGREDIENTS, view.selection), on_click=drawer.on_click("ingredienten"))
    with paper.on_screen_only("naar_ingredienten"):
        navigation.link("ingredienten")
with right:
    chart_card.chart(view, charts.beside(charts.THEMES, view.selection), on_click=drawer.on_click("themas"))
    with paper.on_screen_only("naar_themas"):
        navigation.link("themas")

if told := highlights.opened(view):
    highlights.drawer(view, told)
else:
    drawer.show(view, chosen)
