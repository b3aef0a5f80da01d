"""Wat valt op: each sentence opens the rows behind it in place, beside the page or, in the meeting room, below it."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.measures.insights.highlights import Highlight, highlights
from lrn.ui.base import navigation, on_offer
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.overzicht import drawer as peek
from lrn.ui.parts import choices, data_choices, evidence
from lrn.ui.parts.chart_card import basis
from lrn.views.meetings import SCENES

PARAMETER = "opvallend"
"""The query parameter that holds the kind of the sentence whose rows are open: it travels along when shared."""

_ICONS = {
    "beweging": ":material/timeline:",
    "nieuw": ":material/fiber_new:",
    "eerste": ":material/flag:",
    "einde": ":material/event:",
    "accent": ":material/equalizer:",
    "kans": ":material/lightbulb:",
}


def show(view: View, *, leads: bool = False) -> None:
    """The panel; without anything that stands out it says so. When it *leads*, its heading is the title of the page."""
    found = found_in(view)
    with st.container(gap="xxsmall" if leads else "small"):  # five sentences in big type, above the bar at the foot
        heading = st.title if leads else st.header
        with st.container(gap=None):
            heading(
                SCENES["valt_op"].name if leads else texts.HIGHLIGHTS,
                anchor=False,
                help=texts.DEFINITIONS["wat_valt_op"],
            )
            if leads:
                st.caption(basis(view))
        if not found:
            st.caption(texts.NOTHING_STANDS_OUT)
        for highlight in found:
            with st.container(gap=None):
                st.button(
                    f"**{escape(highlight.lead)}**",
                    icon=_ICONS[highlight.kind],
                    type="tertiary",
                    key=f"naam {PARAMETER} {highlight.kind}",  # paper.css knows by it that the button is a name
                    on_click=_open,
                    args=(highlight.kind,),
                )
                st.markdown(escape(highlight.text))


def opened(view: View) -> Highlight | None:
    """The sentence whose rows are asked for, by a click or by the address; None when it is not told in *view*."""
    asked, found = st.query_params.get(PARAMETER), found_in(view)
    on_offer.note(texts.HIGHLIGHTS, PARAMETER, [highlight.kind for highlight in found])
    return next((highlight for highlight in found if highlight.kind == asked), None)


def drawer(view: View, highlight: Highlight) -> None:
    """The rows behind *highlight*, in a drawer beside the page."""
    title = f"{_ICONS[highlight.kind]} {escape(highlight.lead)}"
    st.dialog(title, width=1000, position="right", on_dismiss=_close)(_contents)(view, highlight)


def _contents(view: View, highlight: Highlight) -> None:
    st.markdown(escape(highlight.text))
    behind(view, highlight)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if highlight.page == "gegevens":
            navigation.link("gegevens", "Naar Door de tijd", onderdeel=data_choices.PARTS["tijd"])
        elif highlight.page != "register":  # to which each list leads already
            navigation.link(highlight.page, **choices.in_address(highlight.focus))
        peek.share(view)


def behind(view: View, highlight: Highlight) -> None:
    """The rows that a figure of *highlight* counts, those of the first until another one is chosen."""
    names = [figure.label(evidence.names(view)) for figure in highlight.figures]
    chosen = 0
    if len(names) > 1:
        chosen = st.pills(
            "Getal",
            range(len(names)),
            format_func=lambda position: escape(names[position]),
            default=0,
            required=True,
            key=f"{PARAMETER} {highlight.kind} {hash((view.key, highlight))}",  # another view has other figures
            label_visibility="collapsed",
        )
    evidence.contents(view, highlight.figures[chosen].evidence, title=names[chosen])


def found_in(view: View) -> list[Highlight]:
    """What stands out in *view*, counted once."""
    return cached(view, highlights, "register", "selected", "selection", "earlier")


def _open(kind: str) -> None:
    st.query_params[PARAMETER] = kind


def _close() -> None:
    st.query_params.pop(PARAMETER, None)
