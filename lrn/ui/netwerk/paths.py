"""How two activities, partners or places are joined, step by step and in words."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.measures.network.path import path, step_evidence
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
    names = cached(view, choices.node_names)
    if one == other:
        st.caption("Begin en eind zijn hetzelfde: kies een ander eind.")
        return
    found = cached(view, path, one=one, other=other)
    told = f"{escape(names[one])} en {escape(names[other])}"
    if found is None:
        st.markdown(f"Tussen {told} is in deze selectie nog geen weg langs lijnen en partners. Wie ziet hier een kans?")
        return
    st.markdown(f"{told} zijn verbonden in {texts.count(len(found), 'stap', 'stappen')}.")
    with st.container(gap="xxsmall"):
        for number, (van, naar, said) in enumerate(found[["van", "naar", "zin"]].itertuples(index=False), start=1):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"{number}\\. {escape(said)}", width="content")
                counted = step_evidence(van, naar)
                with paper.on_screen_only(f"stap {number}", width="content"):
                    evidence.link(counted, f"Bekijk {texts.the(counted.unit, evidence.amount(view, counted))}")
