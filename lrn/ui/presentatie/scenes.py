"""What the views of a meeting look like on its screen, by their kind of content.

The charts are those of the pages, with the same keys: a click chooses, and shows the rows behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.export.origin import source_line
from lrn.measures import places
from lrn.measures.places import Area
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.browser import DeltaGenerator
from lrn.ui.browser.stage import CHOICES, OPENING, ROWS
from lrn.ui.kaart import choices as map_choices
from lrn.ui.kaart import panels
from lrn.ui.netwerk import picture
from lrn.ui.parts import chart_card, choices, evidence, highlights, key_figures, missing_lines, opportunities, quarters
from lrn.ui.presentatie import presenter, stage
from lrn.ui.presentatie.sizes import BENEATH, MAP_HEIGHT, PLACE, TITLE, lower
from lrn.views import area_charts, charts, content
from lrn.views.chart import Chart
from lrn.views.facts import Facts
from lrn.views.meetings import USUAL, Meeting
from lrn.views.native import Crossed
from lrn.views.scene import Step

_PROPOSALS = 3  # that fit on a screen


@dataclass(frozen=True)
class OnStage:
    """What is on the stage: a step of the row of a meeting, in a view; ``facts`` are what can be told of that."""

    view: View
    step: Step
    meeting: Meeting
    facts: Facts

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.step.scene.title(self.facts)


def show(view: View, step: Step, chosen: Meeting) -> list[str]:
    """Draw *step* and return the notes for the speaker."""
    facts = presenter.facts_of(view)
    shown = DRAWN[type(step.scene.shows)](OnStage(view, step, chosen, facts))
    welcome = [chosen.welcome] if isinstance(step.scene.shows, content.TitlePage) else []
    return [*welcome, *step.scene.sentences(facts, shown), *step.scene.definitions(facts, shown)]


def _with_choices(*choose: Callable[[], Any]) -> tuple[DeltaGenerator, list[Any]]:
    """Where the chart comes, and below it what can be chosen without a mouse: the room sees the chart first."""
    above = st.container()
    with st.container(horizontal=True, gap="medium", key=CHOICES):
        return above, [choice() for choice in choose]


def _rows(view: View, counted: Evidence, *, title: str) -> None:
    """The rows behind what was chosen; who clicked in the room is brought to them (``stage.drive``)."""
    with st.container(key=ROWS):
        evidence.show(view, counted, title=title)


# ── Charts ───────────────────────────────────────────────────────────────────────────────────────────────────


def _charts(staged: OnStage) -> None:
    """One chart with what can be chosen in it, or several beside each other."""
    selection = staged.facts.selection
    drawn = [charts.beside(chart, selection) for chart in staged.step.scene.shows.charts(selection)]
    if len(drawn) == 1:
        chart = replace(drawn[0], title=staged.title)
        _PICKED.get(_conditions(staged.facts, chart), _plain)(staged.view, chart)
        return
    st.title(staged.title, anchor=False)
    for column, chart in zip(st.columns(len(drawn), gap="large"), drawn, strict=True):
        with column:
            chart_card.chart(lower(staged.view, TITLE), chart)


def can_choose(facts: Facts, chart: Chart) -> bool:
    """Whether something can be chosen in *chart*."""
    return _conditions(facts, chart) in _PICKED


def _conditions(facts: Facts, chart: Chart) -> str:
    """By what the figures of *chart* are told apart, beside places: what a click in it can choose."""
    counted = next(iter(chart.evidence.values()))
    rows = facts.frame(chart).head(1).to_dict("records")
    names = {name for row in rows for name, _ in counted(row).where}
    return " ".join(sorted(names - {"plaats", "gemeente", "basis"}))


def _plain(view: View, chart: Chart) -> None:
    chart_card.chart(view, chart, leads=True)


def _picked(
    choose: Callable[[], Any],
    bar: Callable[[Any], None],
    square: Callable[[Any], None],
    describe: Callable[[Any, Area | None], str],
    condition: str,
) -> Callable[[View, Chart], None]:
    """Draws a chart in which one thing (*condition*) can be chosen, and in a cross table a place with it."""

    def draw(view: View, chart: Chart) -> None:
        crossed = isinstance(chart.native, Crossed)
        pickers = [choose, *([lambda: choices.place(view.selection)] if crossed else [])]
        above, (value, *places_chosen) = _with_choices(*pickers)
        place = next(iter(places_chosen), None)
        where, beyond = choices.explain_place(view.selection, place)
        chosen = (value, place and place.code) if crossed and value else value
        with above:
            chart_card.chart(view, chart, leads=True, on_click=square if crossed else bar, chosen=chosen)
        if value:
            _rows(view, Evidence.of(**{condition: value}, **where), title=describe(value, place) + beyond)

    return draw


def _quarters(view: View, chart: Chart) -> None:
    above, (quarter,) = _with_choices(lambda: choices.quarter(list(quarters.days(view))))
    part = choices.active_or_ended() if quarter else "aantal"
    with above:
        chosen = (quarter, part) if quarter else None
        chart_card.chart(view, chart, leads=True, on_click=choices.choose_quarter, chosen=chosen)
    if quarter:
        counted, title = quarters.then(view, Evidence(), "Alle activiteiten", quarter, part)
        _rows(view, counted, title=title)


_PICKED: dict[str, Callable[[View, Chart], None]] = {
    "ingredient": _picked(
        choices.ingredient,
        choices.choose_ingredient,
        choices.choose_ingredient_cell,
        choices.describe_ingredient,
        "ingredient",
    ),
    "thema": _picked(
        choices.theme,
        choices.choose_theme,
        choices.choose_theme_cell,
        lambda theme, place: choices.describe_theme(theme, place, None),
        "thema",
    ),
    "dag": _quarters,
}
"""How a chart is drawn in which something can be chosen, by what its figures count."""


# ── Maps ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _map(staged: OnStage) -> tuple[Chart, ...]:
    view, shows = staged.view, staged.step.scene.shows
    assert isinstance(shows, content.AreaMap)
    above, (shown,) = _with_choices(lambda: map_choices.glance(view.selection, shows.level))
    take = partial(map_choices.take_click, shown.level)
    chart = area_charts.area_map(shown.measure, shown.level, view.selection, chosen=shown.area, height=MAP_HEIGHT)
    with above:
        chart_card.chart(lower(view, BENEATH), chart, leads=True, on_click=take)
        panels.beneath(view, shown)
    if shown.area and not places.is_in_view(view.selection, shown.area):
        st.caption(choices.outside_the_choice(view.selection, shown.area))
    elif shown.area:
        _rows(view, Evidence.of(**places.at(shown.area)), title=shown.area.naam)
    return (chart,)


def _place(staged: OnStage) -> tuple[Chart, ...] | None:
    """The place on the map with its figures beside it; below them its activities, or those of what is clicked."""
    view, name, area = staged.view, staged.step.name, staged.step.area
    assert area is not None
    if not area.is_ours:  # context: no map of its own
        _title(view, name)
        _rows(view, Evidence.of(**places.at(area)), title=name)
        return ()
    # As high as on Kaart, so that the names are as far apart as there.
    chart = area_charts.area_map("activiteiten", "gemeente", view.selection, chosen=area)
    left, right = st.columns(PLACE, gap="large")
    with left:
        described = replace(chart, title=name)
        chart_card.chart(lower(view, BENEATH), described, leads=True, on_click=partial(_look_at, area))
        panels.apart_from(view, area)
    with right:
        panels.about(view, area)
    looked_in, clicked = st.session_state.get(stage.LOOKED_AT, (None, ""))
    if looked_in == area and clicked in area.members and places.is_in_view(view.selection, Area("gemeente", clicked)):
        _rows(view, Evidence.of(gemeente=clicked), title=v.GEMEENTE[clicked].naam)
    elif presenter.presents():
        _rows(view, Evidence.of(**places.at(area)), title=name)
    return presenter.map_of(view, staged.step)


def _look_at(area: Area, clicked: str) -> None:
    st.session_state[stage.LOOKED_AT] = area, clicked


# ── Words and lists ──────────────────────────────────────────────────────────────────────────────────────────


def _title(view: View, name: str) -> None:
    with st.container(gap=None):
        st.title(name, anchor=False)
        st.caption(chart_card.basis(view))


def _introduction(staged: OnStage) -> None:
    """The first view: what this is, for whom, of what, and from where."""
    with st.container(key=OPENING):
        st.title(escape(staged.title), anchor=False)
        if staged.meeting is not USUAL:
            st.header(staged.meeting.name, anchor=False)
        _of_what_and_from_where(staged.view)
        if staged.view.register.source.is_sample:
            st.caption(texts.SAMPLE_HELP)


def _of_what_and_from_where(view: View) -> None:
    st.markdown(" · ".join(escape(phrase) for phrase in view.selection.describe(view.register.checked_on)))
    st.caption(escape(source_line(view.register)))


def _key_figures(staged: OnStage) -> None:
    _title(staged.view, staged.title)
    key_figures.show(staged.view)
    key_figures.compared(staged.view)


def _highlights(staged: OnStage) -> None:
    highlights.show(staged.view, leads=True)
    st.markdown(f"**{texts.ASKED}** {escape(' '.join(staged.meeting.asks))}")
    if told := highlights.opened(staged.view):
        with st.container(key=ROWS):
            st.header(escape(told.lead), anchor=False)
            highlights.behind(staged.view, told)


def _activities(staged: OnStage) -> None:
    st.title(evidence.heading(staged.view, Evidence(), title=staged.title), anchor=False)
    evidence.contents(staged.view, Evidence(), title=staged.title)


def _questions(staged: OnStage) -> None:
    opportunities.show(staged.view, theme=None, place=None, leads=True)


def _network(staged: OnStage) -> None:
    picture.show(staged.view, picture.IN_MEETING, leads=True)


def _proposals(staged: OnStage) -> None:
    _title(staged.view, staged.title)
    missing_lines.show(staged.view, staged.facts.missing, few=_PROPOSALS)


def _account(staged: OnStage) -> None:
    shows = staged.step.scene.shows
    assert isinstance(shows, content.Account)
    st.title(staged.title, anchor=False)
    _of_what_and_from_where(staged.view)
    defined = list(staged.facts.defined(shows.keys).items())
    for position, column in enumerate(columns := st.columns(2, gap="large")):
        for key, definition in defined[position :: len(columns)]:
            column.caption(f"**{texts.LABELS[key]}** {escape(definition)}")


DRAWN: dict[type[content.Content], Callable[[OnStage], tuple[Chart, ...] | None]] = {
    content.TitlePage: _introduction,
    content.KeyFigures: _key_figures,
    content.Highlights: _highlights,
    content.AreaMap: _map,
    content.Charts: _charts,
    content.Places: _place,
    content.Rows: _activities,
    content.Questions: _questions,
    content.Network: _network,
    content.Proposals: _proposals,
    content.Account: _account,
}
"""How a view is drawn, by its kind of content; one returns the charts on show when those are not its own."""
