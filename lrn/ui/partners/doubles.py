"""Partners, likely doubles: pairs of names with the reason, to be judged, and to be merged in Excel by who knows."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lrn import texts
from lrn.measures.partners import doubles as measure
from lrn.register.columns import PARTNERS
from lrn.register.rules import Rule
from lrn.ui.base import navigation
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.browser import paper
from lrn.ui.partners import choices
from lrn.ui.parts import data_choices, downloads, partner_card, row_table

_TITLE = "Mogelijk dubbel"


def show(view: View) -> None:
    """Draw this part of the page."""
    pairs = cached(view, measure.doubles, "register")
    st.header("Twee namen, één organisatie?", anchor=False, help=texts.DEFINITIONS["dubbel"])
    st.markdown(measure.sentence(len(pairs)))
    if pairs.empty:
        st.caption(texts.DEFINITIONS["dubbel"])
        return
    st.caption(
        "Is het dezelfde organisatie? Kies dan in de werkmap één ID, gebruik dat op het werkblad Deelnames en haal de "
        "andere rij weg. Het dashboard voegt zelf niets samen."
    )
    made = cached_as(view, (measure.with_names,), lambda: measure.with_names(view.register, pairs))
    one, other = (made[heading] + " (" + made[f"ID {n}"] + ")" for n, heading in enumerate(measure.ENDS.values(), 1))
    names = (one + " – " + other).tolist()
    shown = made[[*measure.ENDS.values(), "Waarom"]]
    row_table.table(
        shown,
        ids=names,
        key=f"dubbel {hash(view.key[:2])}",
        columns={
            **{heading: st.column_config.TextColumn(heading, width=270) for heading in measure.ENDS.values()},
            "Waarom": st.column_config.TextColumn("Waarom", width=400),
        },
        alt=f"{_TITLE}: lijst van {texts.count(len(made), 'paar', 'paren')}",
        on_open=partial(st.session_state.__setitem__, choices.PAIR),
        high=10,
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        chosen = choices.pair(names)
        downloads.table(view, made, name=_TITLE, key="dubbel", of=None, excel=True)
    if view.register.bevindingen["rule"].eq(Rule.SAME_PARTNER.name).any():
        findings = {"onderdeel": data_choices.PARTS["bevindingen"], "werkblad": PARTNERS.name}
        navigation.link("gegevens", "Dezelfde naam onder twee ID's staat ook bij de bevindingen", **findings)
    if chosen is None:
        paper.hint("paar", "Klik op een rij om beide partners naast elkaar te zien.")
        return
    row = pairs.iloc[names.index(chosen)]
    for column, identity in zip(st.columns(2, gap="large"), (row["een"], row["ander"]), strict=True):
        with column, st.container(border=True):
            partner_card.partner(view, identity, narrow=True)
