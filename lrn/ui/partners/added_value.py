"""Partners, added value both ways: what mboRijnland adds and what the partners add, and the activities that say so."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.insights.sentences import Figure
from lrn.measures.partners.added_value import SIDES, spoken
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.browser.page import is_narrow
from lrn.ui.partners import choices
from lrn.ui.parts import chart_card, evidence
from lrn.views.partner_charts import ADDED_VALUE


def show(view: View) -> None:
    """Draw this part of the page."""
    chosen = choices.value()
    _both(view)
    chart_card.chart(view, ADDED_VALUE, on_click=choices.choose_value, chosen=chosen, narrow=is_narrow())
    if chosen:
        side, code = chosen
        evidence.show(view, Evidence.of(**{side: code}), title=choices.value_name(chosen))
    else:
        paper.hint("klik", "Klik op een staaf, of kies hierboven een meerwaarde, om de activiteiten te zien.")
    _not_named(chart_card.frame_of(view, ADDED_VALUE))


def _both(view: View) -> None:
    """At how many activities it is told what each side adds, and at how many of both."""
    filled = [("te_zien", str(side.nr)) for side in SIDES.values()]
    counted = [Evidence(), *(Evidence(where=(one,)) for one in filled), Evidence(where=tuple(filled))]
    total, *amounts = (evidence.amount(view, each) for each in counted)
    told = [
        f"bij {'alle ' if amount == total > 2 else ''}{texts.number(amount)} {words}"
        for amount, words in zip(amounts, [*(side.told for side in SIDES.values()), "allebei"], strict=True)
    ]
    sentence = f"Van de {texts.activities(total)} staat {texts.listing(told)}."
    if total == 1:
        adds = [side.told for side, amount in zip(SIDES.values(), amounts, strict=False) if amount]
        sentence = f"Bij deze ene activiteit staat {texts.listing(adds) or 'nog niet wat beide kanten toevoegen'}."
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(sentence, width="content")
        figures = [Figure(each, amount) for each, amount in zip(counted[1:], amounts, strict=True) if amount]
        if figures:
            evidence.behind(view, figures, key="meerwaarde")


def _not_named(frame: pd.DataFrame) -> None:
    """What nobody in the selection names, as a question; of few activities that would be nearly all of it."""
    if texts.is_few(int(frame["totaal"].iloc[0])):
        return
    nowhere = frame[(frame["aantal"] == 0) & ~frame["waarde"].isin(("anders", v.ONBEKEND))]
    if nowhere.empty:
        return
    st.header("Wat staat er nog niet bij?", anchor=False)
    for side, rows in nowhere.groupby("kant", sort=False):
        values = texts.listing(spoken(str(side), code) for code in rows["waarde"])
        st.markdown(f"**{escape(SIDES[str(side)].naam)}** In deze selectie nog niet genoemd: {escape(values)}.")
    st.caption("Gebeurt dit al, zonder dat het in het register staat? Of is het een idee voor een volgende stap?")
