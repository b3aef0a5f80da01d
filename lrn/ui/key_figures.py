"""The key figures of the overview, each with its definition, its rows, and how it was a year before."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import overview
from lrn.measures.evidence import Evidence
from lrn.measures.overview import Change, Totals
from lrn.measures.sentences import Figure
from lrn.ui import evidence
from lrn.ui.cache import View, keep

THEN = "toen_cijfers"
_NETWERK = Evidence.of(thema=v.NETWERKTHEMA.code)


def show(view: View) -> None:
    """The four figures of *view*; each leads to its rows, and so does each figure of a year before."""
    totals = keep(view, overview.totals)
    before: Change | None = keep(view, overview.year_before, view.register, view.selection)
    then = before.totals if before else None
    with st.container(horizontal=True, gap="small"):
        _figure("Activiteiten", "activiteiten", totals, then, texts.DEFINITIONS["actief" if then else "alles"])
        _figure("Partners", "partners", totals, then, texts.DEFINITIONS["partners"])
        _figure("Verbindingslijnen", "verbindingslijnen", totals, then, texts.DEFINITIONS["lijnen"])
        _network_theme(totals)


def compared(view: View) -> None:
    """With when the key figures are compared, and the figures of then; nothing without a peildatum."""
    before: Change | None = keep(view, overview.year_before, view.register, view.selection)
    if before:
        st.caption(f"Verschil met een jaar eerder, {texts.long_date(before.peildatum)}", width="content")
        then = st.popover("Toen", icon=":material/history:", type="tertiary", key=THEN, on_change="rerun")
        if then.open:
            with then:
                _year_before(before)


def _figure(label: str, telt: str, now: Totals, then: Totals | None, definition: str) -> None:
    amount = getattr(now, telt)
    difference = None if then is None else amount - getattr(then, telt)
    sign = "" if difference is None else "+" if difference > 0 else "−" if difference < 0 else "±"
    with st.container(border=True, gap="xsmall"):
        st.metric(
            label,
            texts.number(amount),
            delta=None if difference is None else f"{sign}{texts.number(abs(difference))}",
            delta_color="off",  # more is not better and less is not worse: no green, no red
            delta_arrow="off" if not difference else "up" if difference > 0 else "down",
            help=definition,
        )
        _lead_on(Evidence(telt), amount)


def _network_theme(totals: Totals) -> None:
    share = texts.percentage(totals.aandeel_netwerkthema, totals.activiteiten)
    amount = texts.number(totals.netwerkthema)
    with st.container(border=True, gap="xsmall"):
        st.metric(
            "Netwerkthema",
            share if totals.activiteiten >= texts.FEW else amount,
            delta=f"{amount} van {texts.number(totals.activiteiten)}",
            delta_color="off",
            delta_arrow="off",
            help=texts.DEFINITIONS["netwerkthema"],
        )
        _lead_on(_NETWERK, totals.netwerkthema)


def _lead_on(counted: Evidence, amount: int) -> None:
    if amount:
        evidence.link(counted, "Bekijk die ene" if amount == 1 else f"Bekijk de {texts.number(amount)}")


def _year_before(before: Change) -> None:
    """Each figure of a year before, as a link to its rows."""
    day, then = before.peildatum, before.totals
    figures = [
        Figure(Evidence.of(telt, dag=day), getattr(then, telt))
        for telt in ("activiteiten", "partners", "verbindingslijnen")
    ]
    figures.append(Figure(_NETWERK.also(dag=day), then.netwerkthema))
    if before.sindsdien_voorbij:
        st.caption(texts.ended_sentence(before.sindsdien_voorbij))
        figures.append(Figure(Evidence.of(voorbij=day), before.sindsdien_voorbij))
    for figure in figures:
        evidence.link(figure.evidence, figure.label)
