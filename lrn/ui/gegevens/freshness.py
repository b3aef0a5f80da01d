"""Gegevens, how fresh the register is: which activities ask for a look, by college."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.insights.sentences import Figure
from lrn.measures.quality import freshness as measure
from lrn.measures.rows.evidence import Evidence
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Register
from lrn.selection import Selection, apply
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.parts import chart_table, data_choices, downloads, evidence, row_table

_COLLEGES = {
    "college": "College",
    "activiteiten": "Activiteiten",
    "mediaan": "De helft is bijgewerkt in de laatste",
    "te_actualiseren": "Te actualiseren",
}
_LIST = {
    "rij": texts.ROW_IN_WORKBOOK,
    "naam": "Activiteit",
    "leeftijd": "Bijgewerkt",
    "reden": "Waarom",
    "college": "College",
    "contactrol": "Contact",
    "plaats": "Regio",
    "status": "Status",
}
_WIDTHS = {
    texts.ROW_IN_WORKBOOK: 132,
    "Activiteit": 220,
    "Bijgewerkt": 115,
    "Waarom": 210,
    "College": 170,
    "Contact": 115,
}


def show(view: View) -> None:
    """Draw this part of the page."""
    days = data_choices.threshold()
    today = view.register.checked_on
    ages = cached(view, _ages, "register", "selection")
    listed = cached_as(view, (_listed, days), lambda: _listed(ages, days=days))
    st.header(f"Te actualiseren: {texts.activities(len(listed))}", anchor=False, help=texts.DEFINITIONS["actualiseren"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(_basis(view.selection, len(ages), today), width="content")
        evidence.behind(view, _figures(ages, days=days, asked=len(listed)), key="actualiseren")
    if ages.empty:
        st.caption(texts.NOTHING_HERE)
        return
    if unknown := measure.without_date(ages):
        they = "die staat hier alleen als die" if unknown == 1 else "die staan hier alleen als ze"
        st.caption(
            f"Van {texts.activities(unknown)} is Bijgewerkt niet ingevuld; {they} voorbij {texts.is_or_are(unknown)} "
            "zonder dat er een opbrengst bij staat."
        )
    if listed.empty:
        st.caption("Verder is alles recent bijgewerkt." if unknown else "Alles is recent bijgewerkt.")
    else:
        row_table.plain(
            listed,
            _WIDTHS,
            key="actualiseren_lijst",
            most=640,
            wraps=True,
            alt=f"Te actualiseren: {texts.activities(len(listed))} met college, ouderdom, reden en contact",
        )
        about = [("Definitie", texts.DEFINITIONS["actualiseren"])]
        ever = view.selection.on(None)
        downloads.table(view, listed, name="Te actualiseren", key="actualiseren", of=ever, excel=True, about=about)
    st.header("Per college", anchor=False)
    colleges = cached_as(view, (_per_college, days), lambda: _per_college(ages, days=days))
    chart_table.leading(
        view,
        colleges,
        lambda position, _: _behind(colleges["College"].iloc[position], days),
        key="college_cijfers",
        width="content",
        height="content",
        alt="Per college: activiteiten, hoe lang geleden de helft is bijgewerkt, en hoeveel te actualiseren zijn",
    )
    downloads.table(view, colleges, name="Bijgewerkt per college", key="college_csv", of=view.selection.on(None))


_EVER = Evidence.of(basis="altijd")


def _figures(ages: pd.DataFrame, *, days: int, asked: int) -> list[Figure]:
    """What is told above the list: all activities, those that ask for a look, and those without a date."""
    figures = [
        Figure(_EVER, len(ages)),
        Figure(_EVER.also(actualiseren=days), asked),
        Figure(_EVER.also(bijgewerkt=v.ONBEKEND), measure.without_date(ages)),
    ]
    return [figure for figure in figures if figure.amount]


def _behind(college: str, days: int) -> list[Evidence]:
    here = _EVER.also(college="" if college == texts.WITHOUT_COLLEGE else college)
    return [here, here.also(actualiseren=days)]


def _basis(selection: Selection, amount: int, today: date) -> str:
    *chosen, _ = selection.describe()
    return (
        f"{' · '.join(chosen)} · {texts.activities(amount)}, ongeacht peildatum · ouderdom op {texts.long_date(today)}"
    )


def _ages(register: Register, selection: Selection) -> pd.DataFrame:
    """The ages of what is selected, whatever the peildatum: what has ended asks for its lessons."""
    return measure.ages(apply(selection.on(None), register), today=register.checked_on)


def _listed(ages: pd.DataFrame, *, days: int) -> pd.DataFrame:
    found = measure.to_update(ages, older_than=days)
    told = found.assign(
        plaats=found["plaats"].map(v.PLAATS_NAMEN),
        status=[_status(code) for code in found["status"]],
        leeftijd=[measure.ago(age) for age in found["dagen"]],
        rij=[f"{ACTIVITEITEN.name}, rij {row}" for row in found["rij"]],
    )
    return told[list(_LIST)].rename(columns=_LIST)


def _per_college(ages: pd.DataFrame, *, days: int) -> pd.DataFrame:
    found = measure.per_college(ages, older_than=days)
    told = found.assign(mediaan=[measure.within(days) for days in found["mediaan_dagen"]])
    return told[list(_COLLEGES)].rename(columns=_COLLEGES)


def _status(code: object) -> str:
    return texts.ONBEKEND if code == v.ONBEKEND else v.STATUSSEN.label(code) if isinstance(code, str) else ""
