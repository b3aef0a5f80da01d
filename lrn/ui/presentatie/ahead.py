"""What is made ready while a view is looked at: the figures of the next one and, out of sight, its charts."""

from __future__ import annotations

import streamlit as st

from lrn.measures import places
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View
from lrn.ui.browser import stage as browser
from lrn.ui.kaart import panels
from lrn.ui.netwerk import picture
from lrn.ui.parts import chart_card, evidence, highlights, key_figures, missing_lines, opportunities
from lrn.ui.presentatie import presenter, scenes
from lrn.ui.presentatie.sizes import BENEATH, MAP_HEIGHT, PLACE, TITLE, lower
from lrn.views import area_charts, charts, content
from lrn.views.facts import Facts
from lrn.views.scene import Step


@st.fragment
def prepare(view: View, step: Step) -> None:
    """Once the browser asks, count what *step* shows, and have its charts drawn, as they are when nothing was chosen.

    That is a run of its own, for which neither this view nor another visitor waits; what was made before is found.
    """
    if not browser.asks_for_next(f"{step.name} {hash((view.key, view.magnify))}"):
        return
    facts = presenter.facts_of(view)
    step.scene.sentences(facts, presenter.map_of(view, step))
    with st.container(key=browser.AHEAD):
        _charts(view, step, facts)
    _figures(view, step, facts)


def _charts(view: View, step: Step, facts: Facts) -> None:
    shows, selection = step.scene.shows, view.selection
    low = lower(view, BENEATH)
    if isinstance(shows, content.AreaMap):
        level = places.level_in_view(selection, shows.level)
        chart = area_charts.area_map("activiteiten", level, selection, chosen=None, height=MAP_HEIGHT)
        chart_card.ahead(low, chart, key=f"{browser.AHEAD}_0")
    elif isinstance(shows, content.Places) and step.area and step.area.is_ours:
        with st.columns(PLACE, gap="large")[0]:
            chart = area_charts.area_map("activiteiten", "gemeente", selection, chosen=step.area)
            chart_card.ahead(low, chart, key=f"{browser.AHEAD}_0")
    elif isinstance(shows, content.Network):
        if drawing := picture.in_meeting(view):
            chart_card.ahead(view, drawing, key=f"{browser.AHEAD}_0")
    elif isinstance(shows, content.Charts):
        drawn = [charts.beside(chart, selection) for chart in shows.charts(selection)]
        if len(drawn) == 1:
            options = {"chosen": None} if scenes.can_choose(facts, drawn[0]) else {}
            chart_card.ahead(view, drawn[0], key=f"{browser.AHEAD}_0", **options)
            return
        for position, column in enumerate(st.columns(len(drawn), gap="large")):
            with column:
                low = lower(view, TITLE)
                chart_card.ahead(low, drawn[position], key=f"{browser.AHEAD}_{position}")


def _figures(view: View, step: Step, facts: Facts) -> None:
    match step.scene.shows:
        case content.KeyFigures():
            key_figures.change(view)
        case content.Highlights():
            highlights.found_in(view)
        case content.Rows():
            evidence.listed(view, Evidence())
        case content.Questions():
            opportunities.found_in(view)
        case content.Proposals():
            missing_lines.sentences(view, facts.missing)
        case content.Places() if step.area and places.is_in_view(view.selection, step.area):
            panels.counted(view, step.area)
