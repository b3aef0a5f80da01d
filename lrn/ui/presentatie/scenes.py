"""What each view of a meeting looks like on the screen of the meeting room, and what can be told with it.

The charts are those of the pages, with the same keys: a click chooses, and shows the rows behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import places
from lrn.measures.basis import key_figures_title
from lrn.measures.places import Area
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View, cached
from lrn.ui.browser import DeltaGenerator
from lrn.ui.browser.stage import ROWS
from lrn.ui.kaart import choices as map_choices
from lrn.ui.kaart import panels
from lrn.ui.parts import catalogue, chart_card, choices, evidence, highlights, key_figures, opportunities, quarters
from lrn.ui.parts.catalogue import Chart
from lrn.ui.presentatie import stage
from lrn.ui.presentatie.stage import Step
from lrn.views.meetings import Meeting

MAP_HEIGHT = 400  # before it is magnified: with its title it fits on a meeting-room screen
_TITLE, _BENEATH = 0.14, 0.1  # of the room for a chart: what a title above it takes, and what is told beneath a map


def show(view: View, step: Step, chosen: Meeting) -> list[str]:
    """Draw *step* and return the notes for the speaker."""
    if step.key == "titel":
        stage.introduce(view, chosen)
        return [f"Dit overzicht is voor {chosen.audience}.", _counting(view)]
    if step.key in _CHARTS:
        return _CHARTS[step.key](view)
    return _OTHERS[step.key](view, step)


def _counting(view: View) -> str:
    return texts.DEFINITIONS["actief" if view.selection.peildatum else "alles"]


def _lower(view: View, by: float) -> View:
    """The same view with that part less of the room for a chart."""
    return replace(view, room=round(view.room * (1 - by))) if view.room else view


def _told(view: View, described: Chart, **counted: Hashable) -> list[str]:
    whole = ("register", "selection") if described.through_time else ()
    return [described.alt(cached(view, described.measure, *whole, **counted)), described.definition]


def _chart(view: View, described: Chart) -> list[str]:
    chart_card.chart(view, described)
    return _told(view, described)


def _with_choices(*choose: Callable[[], Any]) -> tuple[DeltaGenerator, list[Any]]:
    """Where the chart comes, and below it what can be chosen without a mouse: the room sees the chart first."""
    above = st.container()
    with st.container(horizontal=True, gap="medium"):
        return above, [choice() for choice in choose]


def _rows(view: View, counted: Evidence, *, title: str) -> None:
    """The rows behind what was chosen; who clicked in the room is brought to them (``stage.big_type``)."""
    with st.container(key=ROWS):
        evidence.show(view, counted, title=title)


def _map(view: View, level: places.Level) -> list[str]:
    above, (shown,) = _with_choices(lambda: map_choices.glance(view.selection, level))
    within = places.areas_in_view(view.selection, level=shown.level)
    described = catalogue.area_map(
        shown.measure,
        shown.level,
        within=within,
        chosen=shown.area,
        height=MAP_HEIGHT,
    )
    with above:
        counted: dict[str, Hashable] = {"level": shown.level, "within": within}
        chart_card.chart(
            _lower(view, _BENEATH),
            described,
            leads=True,
            counted=counted,
            on_select=map_choices.take_click,
            turn=shown.turn,
        )
        panels.beneath(view, shown)
    if shown.area and not places.is_in_view(view.selection, shown.area):
        st.caption(choices.outside_the_choice(view.selection, shown.area))
    elif shown.area:
        _rows(view, Evidence.of(**places.at(shown.area)), title=shown.area.naam)
    return _told(view, described, **counted)


def _ingredients(view: View) -> list[str]:
    above, (nr,) = _with_choices(choices.ingredient)
    with above:
        chart_card.chart(view, catalogue.INGREDIENTS, leads=True, on_select=choices.choose_ingredient, chosen=nr)
    if nr:
        _rows(view, Evidence.of(ingredient=nr), title=choices.describe_ingredient(nr, None))
    return _told(view, catalogue.INGREDIENTS)


def _matrix(
    view: View, described: Chart, above: DeltaGenerator, on_select: Callable[[], None], chosen: tuple | None
) -> list[str]:
    described, areas = catalogue.by_chosen(described, view.selection), places.chosen_areas(view.selection)
    with above:
        chart_card.chart(view, described, leads=True, counted={"areas": areas}, on_select=on_select, chosen=chosen)
    return _told(view, described, areas=areas)


def _ingredients_by_place(view: View) -> list[str]:
    above, (nr, place) = _with_choices(choices.ingredient, lambda: choices.place(view.selection))
    counts = choices.explain_place(view.selection, place)
    chosen = (nr, place and place.code) if nr else None
    told = _matrix(view, catalogue.INGREDIENT_MATRIX, above, choices.choose_ingredient_cell, chosen)
    if nr and counts:
        _rows(view, Evidence.of(ingredient=nr, **places.at(place)), title=choices.describe_ingredient(nr, place))
    return told


def _themes(view: View) -> list[str]:
    above, (theme,) = _with_choices(choices.theme)
    with above:
        chart_card.chart(view, catalogue.THEMES, leads=True, on_select=choices.choose_theme, chosen=theme)
    if theme:
        _rows(view, Evidence.of(thema=theme), title=choices.describe_theme(theme, None, None))
    return _told(view, catalogue.THEMES)


def _themes_by_place(view: View) -> list[str]:
    above, (theme, place) = _with_choices(choices.theme, lambda: choices.place(view.selection))
    counts = choices.explain_place(view.selection, place)
    chosen = (theme, place and place.code) if theme else None
    told = _matrix(view, catalogue.THEME_MATRIX, above, choices.choose_theme_cell, chosen)
    if theme and counts:
        _rows(view, Evidence.of(thema=theme, **places.at(place)), title=choices.describe_theme(theme, place, None))
    return told


def _course(view: View) -> list[str]:
    above, (quarter,) = _with_choices(lambda: choices.quarter(list(quarters.days(view))))
    part = choices.active_or_ended() if quarter else "aantal"
    with above:
        chosen = (quarter, part) if quarter else None
        chart_card.chart(view, catalogue.COURSE, leads=True, on_select=choices.choose_quarter, chosen=chosen)
    if quarter:
        counted, title = quarters.then(view, Evidence(), "Alle activiteiten", quarter, part)
        _rows(view, counted, title=title)
    return _told(view, catalogue.COURSE)


_CHARTS: dict[str, Callable[[View], list[str]]] = {
    "regiokaart": lambda view: _map(view, "plaats"),
    "gemeentekaart": lambda view: _map(view, "gemeente"),
    "ingredienten": _ingredients,
    "ingredienten_plaats": _ingredients_by_place,
    "themas": _themes,
    "themas_plaats": _themes_by_place,
    "verloop": _course,
}


def _title(view: View, name: str) -> None:
    with st.container(gap=None):
        st.title(name, anchor=False)
        st.caption(chart_card.basis(view))


def _key_figures(view: View, step: Step) -> list[str]:
    _title(view, key_figures_title(view.selection))
    key_figures.show(view)
    key_figures.compared(view)
    defined = (f"{texts.LABELS[key]} {texts.DEFINITIONS[key]}" for key in ("partners", "lijnen", "netwerkthema"))
    changed = key_figures.change(view)
    return [*([f"{key_figures.difference(changed)}."] if changed else []), _counting(view), *defined]


def _highlights(view: View, step: Step) -> list[str]:
    highlights.show(view, leads=True)
    if told := highlights.opened(view):
        with st.container(key=ROWS):
            st.header(chart_card.escape(told.lead), anchor=False)
            highlights.behind(view, told)
    return ["Afgelezen uit de cijfers van deze selectie; wat er niet staat, is een vraag en geen tekort."]


def _network(view: View, step: Step) -> list[str]:
    st.title(step.name, anchor=False)
    view = _lower(view, _TITLE)
    left, right = st.columns(2, gap="large")
    with left:
        told = _chart(view, catalogue.PARTNERS)
    with right:
        told += _chart(view, catalogue.LINES)
    return told


def _place(view: View, step: Step) -> list[str]:
    """The place on the map with its figures beside it; below them its activities, or those of what is clicked."""
    area = step.area
    assert area is not None
    if not area.is_ours:  # context: no map of its own
        _title(view, step.name)
        _rows(view, Evidence.of(**places.at(area)), title=step.name)
        return [_defined(area)]
    within = places.areas_in_view(view.selection, level="gemeente")
    described = catalogue.area_map(
        "activiteiten",
        "gemeente",
        within=within,
        chosen=area,  # as high as on Kaart, so that the names are as far apart as there
    )
    counted: dict[str, Hashable] = {"level": "gemeente", "within": within}
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart_card.chart(
            _lower(view, _BENEATH),
            described,
            leads=True,
            title=step.name,
            counted=counted,
            on_select=_shown_below,
        )
        panels.apart_from(view, area)
    with right:
        panels.about(view, area)
    clicked = chart_card.clicked(described.key)
    if clicked in area.members and places.is_in_view(view.selection, Area("gemeente", clicked)):
        _rows(view, Evidence.of(gemeente=clicked), title=v.GEMEENTE[clicked].naam)
    else:
        _rows(view, Evidence.of(**places.at(area)), title=step.name)
    return [*_told(view, described, **counted), _defined(area)]


def _defined(area: Area) -> str:
    """How is decided what counts with *area*."""
    return texts.DEFINITIONS[area.level]


def _shown_below() -> None:
    """A click is read in the run that follows it."""


def _activities(view: View, step: Step) -> list[str]:
    st.title(evidence.heading(view, Evidence(), title=step.name), anchor=False)
    evidence.contents(view, Evidence(), title=step.name)
    return [_counting(view)]


def _chances(view: View, step: Step) -> list[str]:
    opportunities.show(view, theme=None, place=None, leads=True)
    return ["Een uitnodiging: ‘niet geregistreerd’ is niet hetzelfde als ‘er gebeurt niets’."]


def _account(view: View, step: Step) -> list[str]:
    source = view.register.source
    st.title(step.name, anchor=False)
    st.markdown(" · ".join(chart_card.escape(phrase) for phrase in view.selection.describe(view.register.checked_on)))
    st.caption(f"Bron: {chart_card.escape(source.name)}, stand van {texts.moment(source.modified)}")
    st.markdown(f"- **Activiteiten:** {chart_card.escape(_counting(view))}")
    for key in (places.level_in_view(view.selection), "partners", "lijnen", "netwerkthema"):
        st.markdown(f"- **{texts.LABELS[key]}** {chart_card.escape(texts.DEFINITIONS[key])}")
    return ["Elk cijfer is te volgen tot de rij in de werkmap: zet de presentatie stil en klik."]


_OTHERS: dict[str, Callable[[View, Step], list[str]]] = {
    "kerncijfers": _key_figures,
    "valt_op": _highlights,
    "netwerk": _network,
    "plaatsen": _place,
    "activiteiten": _activities,
    "kansen": _chances,
    "verantwoording": _account,
}
