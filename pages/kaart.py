"""Kaart: where it happens. A click on an area, or the list above it, selects it."""

import streamlit as st

from lrn import texts
from lrn.charts import maps
from lrn.measures import places
from lrn.ui import cards, choices, panels
from lrn.ui.cache import keep
from lrn.ui.navigation import current_view

view = current_view()
if cards.empty_state(view):
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    level = choices.level()
    measure = choices.measure()
    area = choices.area(level)

frame = keep(view, places.area_figures, level=level)
left, right = st.columns([5, 3], gap="large")
with left:
    cards.chart(
        view,
        key="kaart_vlak",
        title=f"{maps.MEASURES[measure].label} per {choices.LEVEL_NAMES[level].lower()}",
        frame=frame,
        draw=maps.area_map,
        alt=maps.describe(measure),
        table={
            "naam": choices.LEVEL_NAMES[level],
            "activiteiten": "Activiteiten",
            "partners": "Partners die meedoen",
            "netwerkthema": "Netwerkthema",
            "aandeel_netwerkthema": "Aandeel netwerkthema",
            "ingredienten": "Ingrediënten",
        },
        definition=texts.DEFINITIONS[maps.MEASURES[measure].definition],
        on_select=choices.choose_area,
        config=maps.CONFIG,
        level=level,
        measure=measure,
        chosen=area,
    )
    panels.not_on_map(view)
with right:
    if area is None:
        st.subheader("Kies een gebied", anchor=False)
        st.write("Klik op de kaart of kies hierboven een gebied. U ziet dan wat er speelt, naast het hele netwerk.")
        panels.strategic_relations(keep(view, places.strategic_relations, view.register))
    else:
        st.subheader(choices.area_name(area, level), anchor=False)
        st.caption("Naast alles in deze selectie")
        panels.beside_network(keep(view, places.area_beside_network, level=level, code=area))
        if area in choices.HAAGLANDEN_AREAS:
            panels.strategic_relations(keep(view, places.strategic_relations, view.register))

if area is not None:
    cards.activities(view, places.activities_in, title=choices.area_name(area, level), level=level, code=area)
