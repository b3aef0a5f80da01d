"""Presentatie: put a meeting's row of views together, and show it on the screen of the meeting room."""

import streamlit as st

from lrn import texts
from lrn.ui.base.navigation import current_view
from lrn.ui.browser import paper
from lrn.ui.parts import chart_card
from lrn.ui.presentatie import ahead, keys, preparing, presenter, scenes, sizes, stage, take_along

view = current_view()
on_stage = stage.showing(stage.PATH)

with stage.settings(on_stage):
    chosen = preparing.meeting()
    sets = preparing.own_set()
    row = preparing.views(chosen)
    seconds = stage.timer()
if not on_stage:
    preparing.notices(view, chosen, row, sets)

if chart_card.empty_state(view):
    if on_stage:
        stage.stop()
elif on_stage:
    steps = stage.steps(view, row)
    with presenter.screen():
        step = stage.current(steps, seconds)
        main, beside = st.columns([3, 2], gap="large") if presenter.presents() else (st.container(), None)
        with main:
            notes = scenes.show(sizes.enlarged(view, stage.scale()), step, chosen)
        if beside:
            with beside:
                presenter.beside(steps, step, notes, presenter.words(view))
    stage.drive(steps, step, seconds)
    if not presenter.presents():
        ahead.prepare(sizes.enlarged(view, stage.scale()), stage.after(steps, step))
else:
    left, right = st.columns([3, 2], gap="large")
    with left:
        stage.start()
        preparing.arrange(view, chosen, row)
        paper.hint("toetsen", texts.STAGE_HELP.format(toetsen=keys.hint()))
    with right:
        take_along.slides(view, chosen, row)
        take_along.letter(view)
        take_along.own_set(view, chosen, row, sets)
