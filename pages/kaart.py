"""Kaart: where it happens. A click on an area, or the list above it, selects it."""

import streamlit as st

from lrn.measures import places
from lrn.measures.evidence import Evidence
from lrn.ui import cards, catalogue, choices, evidence, panels
from lrn.ui.cache import keep
from lrn.ui.navigation import current_view

view = current_view()
if cards.empty_state(view):
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    level = choices.level()
    measure = choices.measure()
    area = choices.area(level)

left, right = st.columns([5, 3], gap="large")
with left:
    within = places.areas_in_view(view.selection, level=level)
    area_map = catalogue.area_map(measure, level, within=within)
    cards.chart(view, area_map, counted={"level": level}, on_select=choices.choose_area, chosen=area)
    panels.not_on_map(view, level)
with right:
    if area is None:
        panels.choose_an_area()
    else:
        name = choices.area_name(area, level)
        beside = keep(view, places.area_beside_network, view.register, view.selection, level=level, code=area)
        panels.beside_network(name, beside)
    if area is None or area in choices.HAAGLANDEN_AREAS:
        panels.strategic_relations(view, keep(view, places.strategic_relations, view.register))

if area is not None:
    evidence.show(view, Evidence.of(**{level: area}), title=choices.area_name(area, level))
