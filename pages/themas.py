"""Thema's: coverage of the netwerkthema and the societal themes, by place, by college and through time."""

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.charts import alt, bars
from lrn.charts.matrix import matrix, wrapped
from lrn.measures import themes
from lrn.ui import cards, choices, panels
from lrn.ui.cache import keep
from lrn.ui.navigation import current_view

view = current_view()
if cards.empty_state(view):
    st.stop()

with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
    theme = choices.theme()
    place = choices.place()
    college = choices.college(view.register)
    shown = choices.shown()

names = {code: themes.theme_label(code) for code in themes.ALL_THEMES}
left, right = st.columns(2, gap="large")
with left:
    frame = keep(view, themes.all_themes)
    cards.chart(
        view,
        key="thema_staven",
        title="Activiteiten per thema",
        frame=frame,
        draw=bars.theme_bars,
        alt=alt.counts("Activiteiten per thema", "naam"),
        table={"naam": "Thema", "aantal": "Activiteiten", "aandeel": "Aandeel"},
        definition=texts.DEFINITIONS["dekking"],
        on_select=choices.choose_theme,
        chosen=theme,
    )
with right:
    frame = keep(view, themes.per_quarter, view.register, view.selection, thema=theme)
    cards.chart(
        view,
        key="thema_verloop",
        title=f"Verloop: {names[theme] if theme else 'alle activiteiten'}",
        frame=frame,
        draw=bars.quarter_bars,
        alt=alt.course("Actieve activiteiten per kwartaal"),
        table={"kwartaal": "Kwartaal", "aantal": "Actief", "sindsdien_voorbij": "Nu afgerond of gestopt"},
        definition=texts.DEFINITIONS["verloop"],
        caption="Actief aan het eind van elk kwartaal",
        depends=(theme,),
    )

left, right = st.columns(2, gap="large")
with left:
    frame = keep(view, themes.theme_by_place)
    cards.chart(
        view,
        key="thema_matrix",
        title="Thema's per plaats",
        frame=frame,
        draw=matrix,
        alt=alt.pairs("Thema's per plaats", "naam", "plaats_naam"),
        table={"naam": "Thema"},
        cross=("naam", "plaats_naam", shown),
        definition=texts.DEFINITIONS["dekking"],
        on_select=choices.choose_theme_cell,
        width="content",
        row="thema",
        column="plaats",
        row_labels=names,
        column_labels=v.PLAATS_KORT,
        shown=shown,
        chosen=(theme, place) if theme else None,
    )
with right:
    frame = keep(view, themes.theme_by_college)
    colleges = {name: wrapped(name) for name in dict.fromkeys(frame["college"])}
    cards.chart(
        view,
        key="college_matrix",
        title="Thema's per college",
        frame=frame,
        draw=matrix,
        alt=alt.pairs("Thema's per college", "naam", "college"),
        table={"college": "College"},
        cross=("college", "naam", shown),
        definition=texts.DEFINITIONS["dekking"],
        on_select=choices.choose_college_cell,
        width="content",
        row="college",
        column="thema",
        row_labels=colleges,
        column_labels={code: wrapped(name, 14) for code, name in names.items()},
        shown=shown,
        chosen=(college, theme) if college else None,
    )

panels.open_questions(view)
if theme:
    where = f" in {v.PLAATS_NAMEN[place]}" if place else ""
    title = names[theme] + where + (f" bij {college}" if college else "")
    cards.activities(view, themes.activities_with, title=title, thema=theme, plaats=place, college=college)
else:
    st.caption("Klik op een staaf of een vakje, of kies hierboven een thema, om de activiteiten te zien.")
