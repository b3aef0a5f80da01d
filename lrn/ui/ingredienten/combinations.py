"""Ingrediënten, the combinations: which ingredients go together, and the activities that name them all."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.cells import Row
from lrn.measures import combinations as measure
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.parts import chart_card, chart_table, choices, downloads, evidence

SHOWN = 6  # combinations that are read at a glance; the table has them all


def show(view: View) -> None:
    """Draw this part of the page."""
    with st.container(horizontal=True, gap="medium"):
        size = choices.combination_size()
        nr = choices.ingredient()
    listed = cached(view, _listed, size=size, nr=nr)
    left, right = st.columns(2, gap="large")
    with left:
        _heading(view, listed)
        if listed.empty:
            st.markdown(_nothing(view.selected, nr))
            return
        first = listed.head(SHOWN)
        chosen = choices.combination(list(first["nrs"]), measure.label, list(first["verteld"]))
        if len(listed) > SHOWN:
            st.caption(
                f"Dit zijn de {SHOWN} die het meest bij elkaar horen; "
                f"bij Cijfers staan alle {texts.number(len(listed))}."
            )
    with right:
        if chosen:
            evidence.show(view, behind(chosen), title=measure.label(chosen))
        else:
            paper.hint("gerecht", "Kies een gerecht om de activiteiten te zien die al deze ingrediënten noemen.")


def behind(nrs: tuple[int, ...]) -> Evidence:
    """The activities that name all of *nrs*."""
    return Evidence(where=tuple(("ingredient", str(nr)) for nr in nrs))


def _heading(view: View, listed: pd.DataFrame) -> None:
    with st.container(gap=None):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.header("Wat gaat er samen?", anchor=False, width="content", help=texts.DEFINITIONS["gerechten"])
            opened = st.popover(
                "Cijfers", icon=":material/table_chart:", type="tertiary", key="gerechten_tabel", on_change="rerun"
            )
        st.caption(chart_card.basis(view))
    if opened.open:
        with opened:
            table = listed[list(_TABLE)].rename(columns=_TABLE)
            downloads.csv(view, table, name="Wat gaat er samen", key="gerechten", of=view.selection)
            chart_table.leading(
                view,
                table,
                lambda position, _: [behind(listed["nrs"].iloc[position])],
                key="gerechten_cijfers",
                width=620,
                decimals={_TABLE["verwacht"]: 1, _TABLE["keer"]: 2},
                alt=f"Cijfers: {texts.count(len(listed), 'gerecht', 'gerechten')} met het aantal activiteiten",
            )


_TABLE = {"naam": "Gerecht", "aantal": "Activiteiten", "verwacht": "Los van elkaar", "keer": "Keer zo vaak"}


def _listed(selected: Register, *, size: str, nr: int | None) -> pd.DataFrame:
    """The combinations of a size (with *nr*, if any) and what is told below each, as Markdown."""
    frame = measure.combinations(selected)
    wanted = [_has_size(nrs, size) and (nr is None or nr in nrs) for nrs in frame["nrs"]]
    frame = frame[pd.Series(wanted, index=frame.index, dtype=bool)].reset_index(drop=True)
    return frame.assign(
        naam=[measure.label(nrs) for nrs in frame["nrs"]],
        verteld=[_tell(row) for row in frame.to_dict("records")],
    )


def _has_size(nrs: tuple[int, ...], size: str) -> bool:
    """Whether *nrs* are as many as *size* (a key of ``choices.COMBINATION_SIZES``) says; the last is open."""
    return len(nrs) == int(size) or (size == list(choices.COMBINATION_SIZES)[-1] and len(nrs) > int(size))


def _tell(row: Row) -> str:
    more = texts.number(row["aantal"] - int(row["verwacht"] + 0.5))
    examples = escape(texts.listing(row["voorbeelden"]))
    return f"{texts.activities(row['aantal'])}, {more} meer dan toeval zou geven. Bv. {examples}."


def _nothing(selected: Register, nr: int | None) -> str:
    total = len(selected.activiteiten)
    if total < measure.AT_LEAST:
        return (
            f"In deze selectie {'is' if total == 1 else 'zijn'} {texts.activities(total)}: te weinig voor een gerecht."
        )
    least = texts.number(measure.smallest(total))
    which = " met dit ingrediënt" if nr else ""
    return (
        f"Geen combinatie van dit aantal ingrediënten{which} staat in deze selectie bij minstens {least} activiteiten, "
        "en vaker dan toeval zou geven. Elke activiteit is hier een eigen gerecht."
    )
