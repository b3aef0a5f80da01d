"""Thema's: coverage of the netwerkthema and the societal themes, by place, by college and through time."""

import streamlit as st

from lrn import texts
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.navigation import current_view
from lrn.ui.browser import paper
from lrn.ui.parts import chart_card, choices, evidence, opportunities, quarters
from lrn.ui.parts.folded import folded
from lrn.views import charts

view = current_view()
if chart_card.empty_state(view):
    st.stop()

with folded("themas") as say, st.container(horizontal=True, gap="medium"):
    theme = choices.theme()
    place = choices.place(view.selection)
    college = choices.college(view.register, without=True)
    quarter = choices.quarter(list(quarters.days(view)))
    part = choices.active_or_ended() if quarter else None
    say(choices.describe_theme(theme, place, college), quarter)
where, beyond = choices.explain_place(view.selection, place)
whatever, unchosen = choices.explain_college(view.selection, college)

left, right = st.columns(2, gap="large")
with left:
    chart_card.chart(view, charts.beside(charts.THEMES, view.selection), on_click=choices.choose_theme, chosen=theme)
with right:
    chart_card.chart(
        view,
        charts.trend_of(thema=theme),
        on_click=choices.choose_theme_quarter,
        chosen=(quarter, part) if quarter else None,
    )

# What is listed stands right below what was clicked: on a laptop the matrices are out of sight by then.
listed_above = bool(theme or quarter) and not place and college is None
above = st.container()  # always there, so that the charts below it stay

shown = choices.counts_or_shares()
left, right = st.columns(2, gap="large")
with left:
    chart_card.chart(
        view,
        charts.beside(charts.THEME_MATRIX, view.selection),
        on_click=choices.choose_theme_cell,
        shown=shown,
        chosen=(theme, place and place.code) if theme else None,
    )
with right:
    chart_card.chart(
        view,
        charts.beside(charts.COLLEGE_MATRIX, view.selection),
        on_click=choices.choose_college_cell,
        shown=shown,
        chosen=(college, theme) if college is not None else None,
    )

if theme or place or college is not None or quarter:
    chosen = Evidence.of(thema=theme, **where, college=college, **whatever)
    title = choices.describe_theme(theme, place, college) + (beyond or unchosen)
    if quarter and part:
        chosen, title = quarters.then(view, chosen, title, quarter, part)
    with above if listed_above else st.container():
        evidence.show(view, chosen, title=title)
else:
    paper.hint("klik", texts.CLICK_TO_SEE.format(wat="een thema"))

opportunities.show(view, theme=theme, place=place)
