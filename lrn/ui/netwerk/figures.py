"""What the network is like in figures, each the way to its rows."""

from __future__ import annotations

from datetime import date

import streamlit as st

from lrn import texts
from lrn.measures.network import figures
from lrn.ui.base.cache import View, cached
from lrn.ui.parts import evidence

_TOLD = {
    "lijnen_tussen_activiteiten": "**{}** tussen activiteiten",
    "lijnen_tussen_regios": "**{}** van regio naar regio",
    "componenten": "**{}** verbonden door lijnen",
    "losse_activiteiten": "**{}** zonder zo'n lijn",
    "via_partners.componenten": "**{}** met gedeelde partners erbij",
    "via_partners.losse_activiteiten": "**{}** zonder lijn of gedeelde partner",
}
"""What each figure is, in few words: they stand in a narrow column."""


def show(view: View, *, day: date | None = None) -> None:
    """The figures of the network of *view*, with what they mean in a sentence; *day* when that is not its peildatum.

    Between regions nothing can run where all is in one.
    """
    st.header("Het netwerk in cijfers", anchor=False, help=texts.DEFINITIONS["groepen"])
    found = cached(view, figures.netwerk)
    st.caption(figures.meaning(view.selected, found))
    within(view)
    amounts = found | {f"via_partners.{name}": amount for name, amount in found["via_partners"].items()}
    left_out = () if view.selected.activiteiten["plaats"].nunique() > 1 else ("lijnen_tussen_regios",)
    with st.container(gap="xxsmall"):
        for key, words in _TOLD.items():
            if key in left_out:
                continue
            counted, amount = figures.EVIDENCE[key], amounts[key]
            counted = counted.also(dag=day.isoformat()) if day else counted
            told = words.format(_amount(counted.unit, amount))
            if amount:
                evidence.link(counted, told)
            else:
                st.caption(told)


def within(view: View) -> None:
    """Where filters are set: that lines and partners are counted among what they leave."""
    if view.selection.chosen:
        st.caption(texts.WITHIN_THIS_SELECTION)


def _amount(unit: str, amount: int) -> str:
    return texts.count(amount, "lijn", "lijnen") if unit == "verbindingslijnen" else texts.counted(unit, amount)
