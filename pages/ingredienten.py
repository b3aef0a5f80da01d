"""Ingrediënten: activity per ingredient, in all and by place; choosing one shows its activities."""

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.charts import alt, bars
from lrn.charts.matrix import matrix
from lrn.measures import ingredients
from lrn.ui import cards, choices, panels
from lrn.ui.cache import keep
from lrn.ui.navigation import current_view

view = current_view()
if cards.empty_state(view):
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    nr = choices.ingredient()
    place = choices.place()
    shown = choices.shown()
    panels.meanings()

left, right = st.columns([4, 5], gap="large")
with left:
    frame = keep(view, ingredients.per_ingredient)
    cards.chart(
        view,
        key="ingredient_staven",
        title="Activiteiten per ingrediënt",
        frame=frame,
        draw=bars.ingredient_bars,
        alt=alt.counts("Activiteiten per ingrediënt", "kort"),
        table={"nr": "Nr", "naam": "Ingrediënt", "vraag": "Vraag", "aantal": "Activiteiten", "aandeel": "Aandeel"},
        definition=texts.DEFINITIONS["dekking"],
        on_select=choices.choose_ingredient,
        chosen=nr,
    )
with right:
    frame = keep(view, ingredients.ingredient_by_place)
    cards.chart(
        view,
        key="ingredient_matrix",
        title="Ingrediënten per plaats",
        frame=frame,
        draw=matrix,
        alt=alt.pairs("Ingrediënten per plaats", "naam", "plaats_naam"),
        table={"label": "Ingrediënt"},
        cross=("label", "plaats_naam", shown),
        definition=texts.DEFINITIONS["dekking"],
        on_select=choices.choose_ingredient_cell,
        width="content",
        row="nr",
        column="plaats",
        row_labels={i.nr: i.label for i in v.INGREDIENTEN},
        column_labels=v.PLAATS_KORT,
        shown=shown,
        chosen=(nr, place) if nr else None,
    )

if nr:
    ingredient = v.INGREDIENT[nr]
    st.info(ingredient.betekenis, title=f"{nr}. {ingredient.naam} ({ingredient.vraag})", icon=":material/skillet:")
    title = ingredient.kort + (f" in {v.PLAATS_NAMEN[place]}" if place else "")
    cards.activities(view, ingredients.activities_with, title=title, nr=nr, plaats=place)
else:
    st.caption("Klik op een staaf of een vakje, of kies hierboven een ingrediënt, om de activiteiten te zien.")
