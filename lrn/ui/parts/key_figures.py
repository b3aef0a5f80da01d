"""The key figures of the overview, each with its definition, its rows, and how it was before."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.measures import overview
from lrn.measures.compare.earlier import Earlier
from lrn.measures.insights.sentences import Figure
from lrn.measures.overview import Change, Totals
from lrn.measures.rows.evidence import Evidence
from lrn.selection import JAAR
from lrn.ui.base import compare_with, navigation
from lrn.ui.base.cache import View, cached
from lrn.ui.browser import paper
from lrn.ui.parts import data_choices, evidence

FIGURES = "kerncijfers"  # as in stage.css
THEN = "toen_cijfers"
UNDATED = Evidence.of(basis="altijd", zonder_einde="ja")


def show(view: View) -> None:
    """The four figures of *view*; each leads to its rows, and so does each figure of then."""
    totals, changed = cached(view, overview.totals), change(view)
    then = changed.totals if changed else None
    with st.container(horizontal=True, gap="small", key=FIGURES):
        _figure("Activiteiten", "activiteiten", totals, then, texts.DEFINITIONS["actief" if then else "alles"])
        _figure("Partners", "partners", totals, then, texts.DEFINITIONS["partners"])
        _figure("Verbindingslijnen", "verbindingslijnen", totals, then, texts.DEFINITIONS["lijnen"])
        _network_theme(totals)


def change(view: View) -> Change | None:
    """How the figures of *view* were before; None without a peildatum."""
    return cached(view, overview.change, "register", "selected", "selection", "earlier")


def compared(view: View) -> None:
    """With what the key figures are compared, what came and went, and the figures of then; nothing without that."""
    changed, today = change(view), view.register.checked_on
    if changed is None:
        return
    if changed.peildatum > today:
        amount = len(view.selected.activiteiten)
        told = f"Op {texts.long_date(changed.peildatum)} {texts.are(amount, changed.peildatum, today)}"
        st.caption(f"{told} {texts.activities(amount)} actief.")
    label = f"Cijfers van {texts.YEAR_EARLIER if changed.earlier.asked == JAAR else 'die dag'}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(texts.capital(changed.told), width="content")
        compare_with.choose_here(view)
        then = st.popover(label, icon=":material/history:", type="tertiary", key=THEN, on_change="rerun")
    if then.open:
        with then:
            _then(changed)


def _figure(label: str, unit: str, now: Totals, then: Totals | None, definition: str) -> None:
    amount = getattr(now, unit)
    difference = None if then is None else amount - getattr(then, unit)
    sign = "" if difference is None else "+" if difference > 0 else "−" if difference < 0 else "±"
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(
            label,
            texts.number(amount),
            delta=None if difference is None else f"{sign}{texts.number(abs(difference))}",
            delta_color="off",  # more is not better and less is not worse: no green, no red
            delta_arrow="off" if not difference else "up" if difference > 0 else "down",
            help=definition,
        )
        _lead_on(unit, overview.COUNTED[unit], amount)


def _network_theme(totals: Totals) -> None:
    amount = texts.number(totals.netwerkthema)
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.metric(
            "Netwerkthema",
            texts.share_unless_few(totals.aandeel_netwerkthema, totals.activiteiten) or amount,
            delta=f"{amount} van {texts.number(totals.activiteiten)}",
            delta_color="off",
            delta_arrow="off",
            help=texts.DEFINITIONS["netwerkthema"],
        )
        _lead_on("netwerkthema", overview.COUNTED["netwerkthema"], totals.netwerkthema)


def _lead_on(key: str, counted: Evidence, amount: int) -> None:
    if not amount:
        return
    with paper.on_screen_only(f"cijfer_{key}"):
        evidence.link(counted, "Bekijk die ene" if amount == 1 else f"Bekijk de {texts.number(amount)}")


def _then(changed: Change) -> None:
    """Each figure of then, and what came and went since, as links to their rows."""
    figures = []
    for name in ("activiteiten", "netwerkthema", "partners", "verbindingslijnen"):
        counted = overview.COUNTED[name]
        day, then = changed.earlier.day, getattr(changed.totals, name)
        came, went = getattr(changed.erbij, name), getattr(changed.voorbij, name)
        if changed.earlier.kept:  # its rows are not in this register: they are told of where states are compared
            what = name if name != "netwerkthema" else "activiteiten"
            on_theme = " op het netwerkthema" if name == "netwerkthema" else ""
            st.markdown(
                f"{texts.counted(what, then)}{on_theme}; {texts.number(came)} erbij, {texts.number(went)} voorbij"
            )
            continue
        figures.append(Figure(counted.also(dag=day), then))
        parts = ((counted.also(erbij=day), came), (counted.also(voorbij=day), went))
        figures += [Figure(part, amount) for part, amount in parts if amount]
    if changed.undated:
        st.caption(texts.undated_sentence(changed.undated))
        if not changed.earlier.kept:
            figures.append(Figure(UNDATED, changed.undated))
    for figure in figures:
        evidence.link(figure.evidence, figure.label())
    row_by_row(changed.earlier)


def row_by_row(earlier: Earlier) -> None:
    """A link to where the two states stand side by side, row by row."""
    state, day = earlier.asked if earlier.kept else "", earlier.day.isoformat()
    navigation.link(
        "gegevens",
        "Bekijk per rij wat er veranderde",
        icon=":material/compare_arrows:",
        onderdeel=data_choices.PARTS["tijd"],
        van=compare_with.name_of(state) if state else compare_with.NOW,
        van_dag=day,
    )
