"""What a visitor looks at on the map: an area within the network, an activity or a line within that, and the layers.

Everything is a widget bound to the address, so a click, a list and a link set the same state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.charts.maps import MEASURES
from lrn.measures import areas
from lrn.measures.onmap import lines
from lrn.measures.onmap.map_points import Kind
from lrn.measures.places import AREAS, LEVEL_NAMES, Area, Level, level_in_view
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection
from lrn.ui.base import on_offer
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.select import one, segments
from lrn.ui.browser import paper
from lrn.ui.browser.page import is_narrow
from lrn.ui.parts import row_search
from lrn.ui.parts.folded import folded

KIND_NAMES: dict[Kind, str] = {"vorm": "Op vorm", "status": "Op status"}
MOST_MARKS = 3000  # more would take a browser longer than a second to draw


@dataclass(frozen=True)
class OnMap:
    """What the map shows. ``level`` is what its areas are: with an *area* they are municipalities.

    ``activity`` is the ID of an activity, ``pair`` a pair of ``lrn.measures.onmap.lines.pairs``.
    """

    level: Level
    measure: str
    area: Area | None
    activity: str | None
    pair: str | None
    by: Kind | None
    lines: bool
    streets: bool

    @property
    def context(self) -> tuple[str, ...]:
        """The places that are context, as far as they are in sight: as a part of the whole, or looked at."""
        return tuple(code for code in v.CONTEXT_PLAATSEN if self.area is None or self.area.plaats.code == code)


def on_map(view: View) -> OnMap:
    """Draw the choices above the map."""
    _adopt(view)
    with folded("kaart") as say:
        return _choices(view, say)


def _choices(view: View, say: Callable[..., object]) -> OnMap:
    with st.container(horizontal=True, gap="small"):
        area = _area(view.selection)
        names = cached_as(view, ("activities_of", area), lambda: _activities(view, area))
        activity = _activity(view, names)
        measure = segments("Toon", "maat", {column: known.label for column, known in MEASURES.items()})
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        by_region = area is None and not view.selection.gemeente
        level = segments("Per", "niveau", LEVEL_NAMES, disabled=not by_region, label_visibility="collapsed")
        marks = st.toggle("Activiteiten als punt", key="punten", bind="query-params")
        by = segments("Kleur", "kleur", KIND_NAMES, label_visibility="collapsed") if marks else None
        joined = st.toggle("Verbindingslijnen", key="lijnen", bind="query-params")
        streets = st.toggle(
            "Straten (internet nodig)",
            key="straten",
            bind="query-params",
            help="Uw browser haalt dan kaartbeelden op bij PDOK (Kadaster). Zonder internet verandert er niets.",
        )
    shown_level: Level = level if by_region else "gemeente"
    told = st.container()  # always there, so that the map below it stays
    if view.selection.gemeente and level == "plaats":  # as a link may still ask
        told.caption("In de zijbalk zijn gemeenten gekozen: de kaart toont die, en geen regio's.")
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if area:
            with paper.on_screen_only(
                "weg_terug", horizontal=True, vertical_alignment="center", width="content", gap="xsmall"
            ):
                _way_back(view.selection, area, activity)
        pair = _pair(view, shown_level, area) if joined else None
    say(
        area.naam if area else _whole(view.selection),
        names[activity] if activity else None,
        f"{MEASURES[measure].label} per {LEVEL_NAMES[shown_level].lower()}",
        "punten" if marks else None,
        "verbindingslijnen" if joined else None,
    )
    return OnMap(shown_level, measure, area, activity, pair, by, joined, streets)


def size() -> dict[str, int]:
    """How high the map is, where that is not as usual: on a telephone it stands in the first screen as a whole."""
    return {"height": 380} if is_narrow() else {}


def glance(selection: Selection, level: Level) -> OnMap:
    """The map without layers, as it is shown in the meeting room; draws only the choice of an area."""
    area = _area(selection)
    shown: Level = "gemeente" if area else level_in_view(selection, level)
    return OnMap(shown, "activiteiten", area, None, None, None, False, False)


def _area(selection: Selection) -> Area | None:
    return one("Gebied", "gebied", AREAS, attrgetter("naam"), _whole(selection), width=190)


def _activity(view: View, names: dict[str, str]) -> str | None:
    if not (found := row_search.offered(view, "activiteiten", names, _ACTIVITY)):
        on_offer.note("Activiteit", _ACTIVITY, found, names.__getitem__)
        return None
    return one("Activiteit", _ACTIVITY, found, names.__getitem__, "Kies een activiteit", width=230)


def _whole(selection: Selection) -> str:
    """What the map shows when no area is chosen on it."""
    return "Hele selectie" if selection.chosen else "Hele netwerk"


_ACTIVITY, _PAIR = "kies_activiteit", "kies_lijn"  # not "activiteit", "lijn": cards on Register are called so


def lines_between(shown: OnMap, pair: str) -> Evidence:
    """The lines that join the two places of *pair*, within the area that is chosen."""
    return _within(shown.area, **{f"tussen_{MANY[shown.level]}": pair})


def lines_lying(shown: OnMap, where: str) -> Evidence:
    """The lines that lie so on the map (a key of ``lines.LIGGING``), within the area that is chosen."""
    return _within(shown.area, **{f"ligging_{MANY[shown.level]}": where})


MANY: dict[Level, str] = {"plaats": "plaatsen", "gemeente": "gemeenten"}


def _within(area: Area | None, **conditions: str) -> Evidence:
    touching = {f"raakt_{area.level}": area.code} if area else {}
    return Evidence.of("verbindingslijnen", **touching, **conditions)


def pairs(view: View, level: Level, area: Area | None) -> pd.DataFrame:
    """The pairs of places that lines join, as in ``lines.pairs``."""
    return cached(view, lines.pairs, "register", "selection", level=level, area=area)


def _pair(view: View, level: Level, area: Area | None) -> str | None:
    names = cached_as(view, ("pair_names", level, area), lambda: _pair_names(pairs(view, level, area)))
    return one(
        "Verbindingslijn",
        _PAIR,
        list(names),
        names.__getitem__,
        "Kies een verbindingslijn",
        width=300,
        label_visibility="collapsed",
    )


def _pair_names(frame: pd.DataFrame) -> dict[str, str]:
    return dict(zip(frame["paar"], map(_pair_name, frame.itertuples()), strict=True))


def _pair_name(row: Any) -> str:
    return f"binnen {row.van_naam}" if row.van == row.naar else f"{row.van_naam} – {row.naar_naam}"


def pair_name(shown: OnMap) -> str:
    """The chosen pair of places in words."""
    names, codes = lines.nodes(shown.level), dict.fromkeys((shown.pair or "").split(lines.SEPARATOR))
    how = "tussen" if len(codes) > 1 else "binnen"
    return f"Verbindingslijnen {how} {texts.listing(names[code] for code in codes)}"


def _activities(view: View, area: Area | None) -> dict[str, str]:
    rows = view.selected.activiteiten
    rows = rows[areas.inside(view.selected, area)] if area else rows
    return {identity: f"{name} ({identity})" for identity, name in zip(rows["id"], rows["naam"], strict=True)}


def _adopt(view: View) -> None:
    """Understand a link that names an activity by its ID alone."""
    typed = st.query_params.get(_ACTIVITY)
    if typed and _ACTIVITY not in st.session_state and view.selected.activiteiten["id"].eq(typed).any():
        st.session_state[_ACTIVITY] = typed


def take_click(level: Level, clicked: str) -> None:
    """Take what was clicked on the map: an area (of *level*), an activity or a line; a second click lets it go."""
    kind, _, value = clicked.partition(":")
    state = st.session_state
    if kind == "activiteit":
        state[_ACTIVITY] = None if state.get(_ACTIVITY) == value else value
        _move_to(value)
    elif kind == "paar":
        state[_PAIR] = None if state.get(_PAIR) == value else value
    else:  # a mark that stands for all activities in an area, or the area itself
        areas = [area for area in AREAS if area.code == value] or [Area(level, kind)]
        if state.get("gebied") == areas[-1]:
            state[_ACTIVITY] = state[_PAIR] = None
        elif areas[-1] in AREAS:
            state["gebied"] = areas[-1]


def _move_to(activity: str) -> None:
    """Look at the area of *activity* when another one is looked at."""
    area, view = st.session_state.get("gebied"), st.session_state["view"]
    if area is None or activity in _activities(view, area):
        return
    homes = [home for home in AREAS if activity in _activities(view, home)]
    st.session_state["gebied"] = homes[-1] if homes else None  # a municipality comes after its region


def _way_back(selection: Selection, area: Area, activity: str | None) -> None:
    """From the network to what is looked at now, each step a way back."""
    steps = [(None, _whole(selection)), *((step, step.naam) for step in dict.fromkeys((area.plaats, area)))]
    for position, (step, name) in enumerate(steps):
        if position:
            st.markdown("›", width="content")
        if step == area and activity is None:
            st.markdown(f"**{name}**", width="content")
        else:
            icon = None if position else ":material/arrow_back:"
            st.button(name, key=f"terug_{position}", type="tertiary", icon=icon, on_click=look_at, args=(step,))


def look_at(area: Area | None) -> None:
    """Go back to *area*, or to the whole network; as a callback."""
    st.session_state["gebied"] = area
    st.session_state[_ACTIVITY] = None
