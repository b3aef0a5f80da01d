"""Ingrediënten, the trend over time: of all activities or of one ingredient, and what is behind each bar."""

from __future__ import annotations

import streamlit as st

from lrn import vocabulary as v
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View
from lrn.ui.browser import paper
from lrn.ui.parts import chart_card, choices, evidence, quarters
from lrn.views import charts


def show(view: View) -> None:
    """Draw this part of the page."""
    with st.container(horizontal=True, gap="medium"):
        nr = choices.ingredient()
        quarter = choices.quarter(list(quarters.days(view)))
        part = choices.active_or_ended() if quarter else "aantal"
    left, right = st.columns([4, 5], gap="large")
    with left:
        chart_card.chart(
            view, charts.beside(charts.INGREDIENTS, view.selection), on_click=choices.choose_ingredient, chosen=nr
        )
    with right:
        chart_card.chart(
            view,
            charts.trend_of(ingredient=nr),
            on_click=choices.choose_quarter,
            chosen=(quarter, part) if quarter else None,
        )
    if quarter:
        what = v.INGREDIENT[nr].kort if nr else "Alle activiteiten"
        counted, title = quarters.then(view, Evidence.of(ingredient=nr), what, quarter, part)
        evidence.show(view, counted, title=title)
    else:
        told = "Klik op een staaf, of kies hierboven een kwartaal, om de activiteiten van dat kwartaal te zien."
        paper.hint("staaf", told)
