"""Thema's: coverage of the netwerkthema and the societal themes, by place, by college and through time."""

import streamlit as st

from lrn import texts
from lrn.measures import themes
from lrn.measures.evidence import Evidence
from lrn.ui import cards, catalogue, choices, evidence, panels
from lrn.ui.navigation import current_view

view = current_view()
if cards.empty_state(view):
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    theme = choices.theme()
    place = choices.place()
    college = choices.college(view.register)
    shown = choices.shown()

left, right = st.columns(2, gap="large")
with left:
    cards.chart(view, catalogue.THEMES, on_select=choices.choose_theme, chosen=theme)
with right:
    title = f"Verloop: {themes.theme_label(theme)}" if theme else ""
    cards.chart(view, catalogue.COURSE, title=title, counted={"thema": theme})

left, right = st.columns(2, gap="large")
with left:
    cards.chart(
        view,
        catalogue.THEME_MATRIX,
        on_select=choices.choose_theme_cell,
        shown=shown,
        chosen=(theme, place) if theme else None,
    )
with right:
    cards.chart(
        view,
        catalogue.COLLEGE_MATRIX,
        on_select=choices.choose_college_cell,
        shown=shown,
        chosen=(college, theme) if college else None,
    )

panels.open_questions(view)
if theme:
    title = choices.describe_theme(theme, place, college)
    evidence.show(view, Evidence.of(thema=theme, plaats=place, college=college), title=title)
else:
    st.caption(texts.CLICK_TO_SEE.format(wat="een thema"))
