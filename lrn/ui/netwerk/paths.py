"""How two activities, partners or places are joined, in words, with the rows behind each step."""

from __future__ import annotations

from itertools import pairwise

import streamlit as st

from lrn import texts
from lrn.measures.network.graph import PARTNER, kind_and_code
from lrn.measures.network.paths import path, step_evidence, step_in_words
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.netwerk import choices
from lrn.ui.parts import evidence


def show(view: View) -> None:
    """Draw the two boxes, and the way between what is chosen in them."""
    st.header("Van hier naar daar", anchor=False)
    st.caption("Kies twee activiteiten, partners of plaatsen: langs welke lijnen en partners zijn ze verbonden?")
    one, other = choices.ends(view)
    if not one or not other:
        return
    names = choices.node_names(view) | choices.PLACES
    found = cached(view, path, one=one, other=other)
    st.markdown(escape(found.told))
    if len(found.nodes) < 2:
        return
    with st.container(gap="xxsmall"), paper.on_screen_only("stappen_van_het_pad"):
        for here, there in pairwise(found.nodes):
            counted = _counted(view, here, there)
            what = texts.counted(counted.unit, evidence.amount(view, counted))
            told = step_in_words(here, there, names) or f"{what} tussen {names[here]} en {names[there]}"
            evidence.link(counted, escape(told))


def _counted(view: View, here: str, there: str) -> Evidence:
    """What joins two nodes that are a step apart."""
    if PARTNER not in (kind_and_code(here)[0], kind_and_code(there)[0]):
        joining = step_evidence(here, there, lines=True)
        if evidence.amount(view, joining):
            return joining
    return step_evidence(here, there, lines=False)
