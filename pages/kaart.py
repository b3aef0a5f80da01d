"""Kaart: where it happens, from the network to a region, a municipality, an activity, and the lines between them."""

from functools import partial

import streamlit as st

from lrn.measures import places
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.navigation import current_view
from lrn.ui.kaart import choices, side_by_side
from lrn.ui.kaart import panels as map_panels
from lrn.ui.parts import chart_card, evidence, panels
from lrn.views import area_charts

view = current_view()
if chart_card.empty_state(view):
    st.stop()

shown = choices.on_map(view)

left, right = st.columns([5, 3], gap="large")
with left:
    area_map = area_charts.area_map(
        shown.measure,
        shown.level,
        view.selection,
        extra=map_panels.layers(view, shown),
        chosen=shown.area,
        activity=shown.activity,
        pair=shown.pair,
        with_streets=shown.streets,
        **choices.size(),
    )
    chart_card.chart(view, area_map, on_click=partial(choices.take_click, shown.level))
    map_panels.beneath(view, shown)
with right:
    if shown.area:
        map_panels.card(view, shown.area)
        other = side_by_side.choose_other(view.selection, shown.area)
    elif shown.activity or shown.pair:
        map_panels.chosen(view, shown)
    else:
        panels.choose_an_area(view.selection)
    for place in shown.context:
        panels.strategic_relations(view, place)

if shown.area:
    map_panels.chosen(view, shown)
    if other:
        side_by_side.show(view, shown.area, other)
    if places.is_in_view(view.selection, shown.area):
        evidence.show(view, Evidence.of(**places.at(shown.area)), title=shown.area.naam)
