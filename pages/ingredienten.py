"""Ingrediënten: which of the eleven there are and where, and closer by: accents, combinations, support, trend."""

import streamlit as st

from lrn import texts
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.navigation import current_view
from lrn.ui.browser import paper
from lrn.ui.ingredienten import combinations, specialisation, support, trend
from lrn.ui.parts import chart_card, choices, evidence, panels
from lrn.ui.parts.folded import folded
from lrn.views import charts

view = current_view()
if chart_card.empty_state(view):
    st.stop()

with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
    part = choices.ingredient_part()
    panels.meanings()

if part == "accent":
    specialisation.show(view)
elif part == "gerechten":
    combinations.show(view)
elif part == "te_zien":
    support.show(view)
elif part == "verloop":
    trend.show(view)
else:
    with folded("ingredienten") as say, st.container(horizontal=True, gap="medium"):
        nr = choices.ingredient()
        place = choices.place(view.selection)
        shown = choices.counts_or_shares()
        say(choices.describe_ingredient(nr, place))
    where, beyond = choices.explain_place(view.selection, place)

    left, right = st.columns([4, 5], gap="large")
    with left:
        chart_card.chart(
            view, charts.beside(charts.INGREDIENTS, view.selection), on_click=choices.choose_ingredient, chosen=nr
        )
    with right:
        chart_card.chart(
            view,
            charts.beside(charts.INGREDIENT_MATRIX, view.selection),
            on_click=choices.choose_ingredient_cell,
            shown=shown,
            chosen=(nr, place and place.code) if nr else None,
        )

    if nr:
        panels.meaning(nr)
        title = choices.describe_ingredient(nr, place) + beyond
        evidence.show(view, Evidence.of(ingredient=nr, **where), title=title)
    else:
        paper.hint("klik", texts.CLICK_TO_SEE.format(wat="een ingrediënt"))
