"""From a chart on the overview to its rows: a click, or a choice from the list, opens them beside the page.

The charts there are small and the page must stay one glance, so the rows come in a drawer instead of below.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.places import LEVEL_NAMES, Area, at, chosen_areas, level_in_view
from lrn.measures.rows.evidence import Evidence
from lrn.measures.themes import ALL_THEMES, theme_label
from lrn.selection import Selection
from lrn.ui.base import filters, navigation, on_offer, preview
from lrn.ui.base.cache import View
from lrn.ui.parts import choices, evidence

KEY = "bekijk"
_CONDITIONS = {"ingredienten": "ingredient", "themas": "thema"}
"""What a click in a chart (by its key) chooses; on the map it is an area."""

_FEATURES: dict[Evidence, str] = {
    **{Evidence.of(ingredient=i.nr): i.label for i in v.INGREDIENTEN},
    **{Evidence.of(thema=code): theme_label(code) for code in (*ALL_THEMES, v.ONBEKEND)},
}


def _names(selection: Selection) -> dict[Evidence, str]:
    """Everything in the charts that can be looked at: the areas that are in view, the ingredients and the themes."""
    areas = chosen_areas(selection) or [Area("plaats", code) for code in v.KIESBARE_PLAATSEN]
    return {Evidence.of(**at(area)): area.naam for area in areas} | _FEATURES


def choice(selection: Selection) -> Evidence | None:
    """The list from which everything in the charts can be chosen with the keyboard; what is chosen, or None."""
    names = _names(selection)
    on_offer.note("Bekijk", KEY, names, names.__getitem__)
    if st.session_state.get(KEY) not in (None, *names):
        st.session_state[KEY] = None  # an area that is no longer in view
    return st.selectbox(
        "Bekijk de activiteiten van",
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=KEY,
        bind="query-params",
        placeholder="Bekijk activiteiten per regio, ingrediënt of thema",
        label_visibility="collapsed",
        width=480,
    )


def on_click(chart: str) -> Callable[[object], None]:
    """A callback that takes what was clicked in *chart* (its key)."""

    def take(value: object) -> None:
        selection = st.session_state["view"].selection
        name = level_in_view(selection) if chart == "kaart" else _CONDITIONS[chart]
        wanted = Evidence(where=((name, str(value)),))
        if wanted in _names(selection):
            st.session_state[KEY] = wanted

    return take


def show(view: View, chosen: Evidence | None) -> None:
    """The rows of what was chosen, in a drawer with the way to the page behind it; nothing when nothing is."""
    if chosen is not None:
        title = evidence.heading(view, chosen, title=_names(view.selection)[chosen])
        st.dialog(title, width=1000, position="right", on_dismiss=_let_go)(_rows)(view, chosen)


def _rows(view: View, chosen: Evidence) -> None:
    ((name, _),) = chosen.where
    title = _names(view.selection)[chosen]
    evidence.contents(view, chosen, title=title)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if name in LEVEL_NAMES:
            navigation.link("kaart", niveau=LEVEL_NAMES[name], gebied=title)
        else:
            page = {"thema": "themas", "ingredient": "ingredienten"}[name]
            navigation.link(page, **choices.in_address(chosen))
        share(view)


def share(view: View) -> None:
    """The address that opens this drawer: the page with what was chosen."""
    popover = st.popover("Deel", icon=":material/ios_share:", type="tertiary", key="deel_lijst", on_change="rerun")
    if popover.open:
        with popover:
            st.caption(
                texts.LINK_OF_A_PREVIEW if preview.current() else "Deze link opent het overzicht met deze lijst."
            )
            st.code(filters.link(view.selection), language=None, wrap_lines=True)


def _let_go() -> None:
    st.session_state[KEY] = None
