"""Ontbrekende lijnen: two activities that could meet, why and in which form, those that help most first."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lrn import texts
from lrn.measures.insights.sentences import Sentence
from lrn.measures.network.missing import MissingLines, proposals
from lrn.ui.base.cache import View, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.parts import evidence
from lrn.ui.parts.first_few import first_few

SHOWN = 4
"""How many are shown before a visitor asks for the rest."""


def show(view: View, found: MissingLines, *, few: int = SHOWN) -> None:
    """How many there are, and the first *few* of them in sentences, each with its two activities one click away."""
    st.markdown(escape(found.told), help=texts.DEFINITIONS["ontbrekende_lijnen"])
    told = sentences(view, found)
    first_few(
        told,
        partial(_tell, view),
        told=lambda proposal: (f"{proposal.lead}.", proposal.text),
        few=few,
        rest=("paar", "paren"),
        key="meer_lijnen",
        icon=":material/conversion_path:",
    )


def sentences(view: View, found: MissingLines) -> list[Sentence]:
    """The lines that are not there yet in sentences, made once."""
    told: list[Sentence] = cached_as(view, ("proposals",), lambda: proposals(found))
    return told


def _tell(view: View, proposal: Sentence) -> None:
    with st.container(gap=None):
        st.markdown(f"**{escape(proposal.lead)}.** {escape(proposal.text)}")
        evidence.behind(view, proposal.figures, key=" ".join(proposal.figures[0].evidence.parameters))
