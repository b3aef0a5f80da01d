"""Two areas side by side: the same figures on the same axes, and the rows of both behind what is chosen."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import Any

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import areas, themes
from lrn.measures.areas import Compared
from lrn.measures.places import AREAS, Area, is_in_view
from lrn.selection import Selection
from lrn.ui.base import on_offer
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import one
from lrn.ui.parts import chart_card, evidence
from lrn.ui.parts.context import context_lines
from lrn.views import area_charts

_NAMES: dict[Compared, dict[Any, str]] = {
    "kerncijfers": areas.FIGURES,
    "ingredienten": {nr: known.label for nr, known in v.INGREDIENT.items()},
    "themas": themes.THEME_LABELS,
}
_FEATURES = [(what, code) for what, names in _NAMES.items() for code in names]


def choose_other(selection: Selection, area: Area) -> Area | None:
    """The area to lay beside *area*, of the same kind and in view too; None while there is none."""
    in_view = [other for other in AREAS if other.level == area.level and is_in_view(selection, other)]
    options = [other for other in in_view if other != area]
    if area not in in_view or not options:
        on_offer.note("Vergelijk met", "naast", [])
        return None  # what was not chosen is no zero to lay beside it
    return one("Vergelijk met", "naast", options, attrgetter("naam"), "Kies een tweede gebied")


def show(view: View, area: Area, other: Area) -> None:
    """Draw both areas side by side."""
    st.header(f"{area.naam} naast {other.naam}", anchor=False)
    st.caption(
        f"Steeds op dezelfde as. Aandelen staan er alleen bij {texts.FEW_SAID} activiteiten of meer. "
        "Klik op een staaf, of kies hieronder, om de rijen van beide te zien."
    )
    for here in (area, other):
        amount = evidence.amount(view, areas.counted("kerncijfers", "activiteiten", here))
        if told := context_lines(here.code, here.level, amount):
            size, *rest = told
            st.caption(f"{here.naam}: {escape(' · '.join([size[0].lower() + size[1:], *rest]))}")
    feature = one("Kenmerk", "kenmerk", _FEATURES, _feature_name, "Kies een cijfer, ingrediënt of thema", width=320)
    left, right = st.columns(2, gap="large")
    with left:
        _chart(view, "ingredienten", area, other, feature)
    with right:
        _chart(view, "kerncijfers", area, other, feature)
        _chart(view, "themas", area, other, feature)
    if feature:
        for column, here in zip(st.columns(2, gap="large"), (area, other), strict=True):
            with column:
                evidence.show(
                    view, areas.counted(*feature, here), title=f"{_feature_name(feature)} in {here.naam}", beside=True
                )


def _feature_name(feature: tuple[Compared, Any]) -> str:
    return _NAMES[feature[0]][feature[1]]


def _chart(view: View, what: Compared, area: Area, other: Area, feature: tuple[Compared, Any] | None) -> None:
    chart_card.chart(
        view,
        area_charts.beside(what, area, other),
        on_click=partial(_take_click, what),
        chosen=feature[1] if feature and feature[0] == what else None,
    )


def _take_click(what: Compared, code: Any) -> None:
    """Take the figure whose bar was clicked."""
    if (what, code) in _FEATURES:
        st.session_state["kenmerk"] = (what, code)
