"""Ingrediënten, the course over time: of all activities or of one ingredient, and what is behind each bar."""

from __future__ import annotations

import streamlit as st

from lrn import vocabulary as v
from lrn.measures import course as measure
from lrn.measures.evidence import Evidence
from lrn.ui import cards, catalogue, choices, evidence
from lrn.ui.cache import View, keep


def show(view: View) -> None:
    """Draw this part of the page."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        nr = choices.ingredient()
        days = keep(view, _days, view.register, view.selection)
        quarter = choices.quarter(list(days))
        part = choices.active_or_ended() if quarter else "aantal"
    left, right = st.columns([4, 5], gap="large")
    with left:
        cards.chart(view, catalogue.INGREDIENTS, on_select=choices.choose_ingredient, chosen=nr)
    with right:
        cards.chart(
            view,
            catalogue.COURSE,
            title=f"Verloop: {v.INGREDIENT[nr].kort}" if nr else "",
            counted={"ingredient": nr},
            on_select=choices.choose_quarter,
            chosen=(quarter, part) if quarter else None,
        )
    if quarter:
        condition = {"aantal": "dag", "sindsdien_voorbij": "voorbij"}[part]
        counted = Evidence.of(ingredient=nr).also(**{condition: days[quarter]})
        what = v.INGREDIENT[nr].kort if nr else "Alle activiteiten"
        evidence.show(view, counted, title=f"{what}, {quarter}, {choices.ACTIVE_OR_ENDED[part].lower()}")
    else:
        st.caption("Klik op een staaf, of kies hierboven een kwartaal, om de activiteiten van toen te zien.")


def _days(register, selection) -> dict[str, str]:
    """The quarters that are drawn, and the day on which each is counted."""
    frame = measure.per_quarter(register, selection)
    return {row.kwartaal: row.dag.isoformat() for row in frame.itertuples()}
