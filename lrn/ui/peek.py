"""From a chart on the overview to its rows: a click, or a choice from the list, opens them beside the page.

The charts there are small and the page must stay one glance, so the rows come in a drawer instead of below.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lrn import vocabulary as v
from lrn.measures.evidence import Evidence
from lrn.measures.themes import ALL_THEMES, theme_label
from lrn.ui import choices, evidence, filters, map_choices, navigation
from lrn.ui.cache import View
from lrn.ui.cards import clicked

KEY = "bekijk"
_CONDITIONS = {"kaart": "plaats", "ingredienten": "ingredient", "themas": "thema"}
"""What a click in a chart (by its key) chooses."""

_NAMES: dict[Evidence, str] = {
    **{Evidence.of(plaats=code): v.PLAATS_NAMEN[code] for code in v.KIESBARE_PLAATSEN},
    **{Evidence.of(ingredient=i.nr): i.label for i in v.INGREDIENTEN},
    **{Evidence.of(thema=code): theme_label(code) for code in (*ALL_THEMES, v.ONBEKEND)},
}


def choice() -> Evidence | None:
    """The list from which everything in the charts can be chosen with the keyboard; what is chosen, or None."""
    return st.selectbox(
        "Bekijk de activiteiten van",
        list(_NAMES),
        index=None,
        format_func=_NAMES.__getitem__,
        key=KEY,
        bind="query-params",
        placeholder="Bekijk activiteiten per regio, ingrediënt of thema",
        label_visibility="collapsed",
        width=480,
    )


def choose(chart: str) -> Callable[[], None]:
    """A callback that takes what was clicked in *chart* (its key)."""

    def take() -> None:
        # A second click on the same mark lets it go in the browser: it is the one that was clicked last.
        last = f"_{chart}_bekeken"
        value = clicked(chart) or st.session_state.get(last)
        value = value[0] if isinstance(value, (list, tuple)) else value
        wanted = Evidence(where=((_CONDITIONS[chart], str(value)),))
        if wanted in _NAMES:
            st.session_state[KEY] = wanted
            st.session_state[last] = value

    return take


def show(view: View, chosen: Evidence | None) -> None:
    """The rows of what was chosen, in a drawer with the way to the page behind it; nothing when nothing is."""
    if chosen is not None:
        title = evidence.heading(view, chosen, title=_NAMES[chosen])
        st.dialog(title, width=1000, position="right", on_dismiss=_let_go)(_rows)(view, chosen)


def _rows(view: View, chosen: Evidence) -> None:
    ((name, value),) = chosen.where
    evidence.contents(view, chosen, title=_NAMES[chosen])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if name == "plaats":
            navigation.link("kaart", niveau=map_choices.LEVEL_NAMES["plaats"], gebied=v.PLAATS_NAMEN[value])
        else:
            page = {"thema": "themas", "ingredient": "ingredienten"}[name]
            navigation.link(page, **choices.in_address(chosen))
        _share(view)


def _share(view: View) -> None:
    """The address that opens this drawer: the page with what was chosen."""
    share = st.popover("Deel", icon=":material/ios_share:", type="tertiary", key="deel_lijst", on_change="rerun")
    if share.open:
        with share:
            st.caption("Deze link opent het overzicht met deze lijst.")
            st.code(filters.link(view.selection), language=None, wrap_lines=True)


def _let_go() -> None:
    st.session_state[KEY] = None
