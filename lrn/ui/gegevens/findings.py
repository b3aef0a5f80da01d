"""Gegevens, the findings: what was not understood or can be better, each at its cell."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures.quality import findings as measure
from lrn.register.model import Register, Severity
from lrn.register.rules import overview
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.parts import chart_table, data_choices, downloads, row_table
from lrn.ui.parts.folded import folded

SHOWN = 2_000  # rows on screen; more would only make the page slow, and the download has them all

_HEADINGS = {
    "cell": "Cel",
    "severity": "Soort",
    "value": "Waarde",
    "message": "Wat is er aan de hand?",
    "suggestion": "Bedoelt u?",
    "sure": "Hoe zeker",
    "college": "College",
}
_WIDTHS = {"Cel": 148, "Soort": 105, "Waarde": 118, "Wat is er aan de hand?": 372, "Bedoelt u?": 130, "Hoe zeker": 104}
_MEANING = " ".join(f"{texts.capital(severity)}: {told}." for severity, told in texts.CONSEQUENCES.items())


def show(view: View) -> None:
    """Draw this part of the page."""
    _found(view)
    with st.expander("Wat wordt er gecontroleerd?", icon=":material/checklist:"):
        for severity, lines in overview().items():
            st.markdown(f"**{texts.capital(severity)}**: {texts.CONSEQUENCES[severity]}.")
            st.table(pd.DataFrame(lines.items(), columns=["Waar", "Wat"]), hide_index=True, border="horizontal")


def _found(view: View) -> None:
    register = view.register
    if register.bevindingen.empty:
        st.info(
            "Elke rij telt mee en elke waarde is herkend.",
            title="Alles klopt",
            icon=":material/task_alt:",
        )
        return
    with folded("bevindingen") as say, st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        severities = data_choices.severities(register)
        sheets = data_choices.sheets(register)
        college = data_choices.college_of_findings(register)
        say(texts.listing(severities) or "Alle soorten", texts.listing(sheets) or None, college)
    colleges = view.selection.college if college is None else (college,)
    chosen = cached(view, measure.findings, "register", severities=severities, sheets=sheets, colleges=colleges)
    st.header(f"Bevindingen: {texts.number(len(chosen))}", anchor=False, help=_MEANING)
    st.caption(f"{_basis(view, college)} · {_amounts(chosen)}")
    if chosen.empty:
        st.caption("In deze keuze zijn er geen bevindingen.")
        return
    table = cached_as(
        view,
        (listed, severities, sheets, colleges),
        lambda: listed(chosen, severities=severities, sheets=sheets, colleges=colleges),
    )
    if len(table) > SHOWN:
        st.caption(
            f"Hier staan de eerste {texts.number(SHOWN)}; in de download staan ze alle {texts.number(len(table))}."
        )
    row_table.plain(
        table.head(SHOWN),
        _WIDTHS,
        key="bevindingen_lijst",
        most=640,
        narrow={"Cel": 118, "Wat is er aan de hand?": 168},
        wraps=True,
        alt=f"Bevindingen: {texts.count(len(table), 'rij', 'rijen')} met cel, waarde en wat er aan de hand is",
    )
    downloads.table(view, table, name="Bevindingen", key="bevindingen", of=None, excel=True)
    _by_college(view)


def _basis(view: View, college: str | None) -> str:
    """What the list is of: findings are about the workbook, so that the peildatum does not matter."""
    if college is None and view.selection.college:
        return f"Over het hele register, alleen {texts.choice(view.selection.college)}, zoals in de zijbalk gekozen"
    return "Over het hele register, ongeacht peildatum"


def _amounts(found: pd.DataFrame) -> str:
    counts = found["severity"].value_counts()
    return texts.listing(texts.count(int(counts.get(each.value, 0)), *texts.SEVERITIES[each]) for each in Severity)


def _by_college(view: View) -> None:
    st.header("Per college", anchor=False)
    table = cached(view, _college_table, "register")
    cell = chart_table.clicked(
        table,
        key="bevindingen_cijfers",
        width="content",
        height="content",
        alt="Per college: aantal fouten, waarschuwingen en opmerkingen",
    )
    if cell is None:
        chart_table.invite("bevindingen")
    else:
        _behind(table.iloc[cell[0]], cell[1])
    downloads.table(view, table, name="Bevindingen per college", key="bevindingen_college", of=None)


def _behind(row: pd.Series, column: str) -> None:
    """The way to the findings that the figure in *column* of the *row* of a college counts."""
    severity = next((severity for severity in Severity if texts.SEVERITIES[severity][1].capitalize() == column), None)
    if severity is None:
        chart_table.invite("bevindingen")
        return
    college = str(row["College"])
    asked = "" if college == texts.WITHOUT_COLLEGE else college
    lead(int(row[column]), severity, f": {escape(college)}", college=asked)


def lead(amount: int, severity: Severity, of: str, *, why: str = "", **asked: str) -> None:
    """The way to so many findings of one *severity*, in words with *of* after them; *asked* narrows them likewise.

    *why*: what they explain, in words that follow on "Bekijk waarom".
    """
    told = f"{texts.count(amount, *texts.SEVERITIES[severity])}{of}"
    if not amount:
        st.caption(told)
        return
    st.button(
        f"Bekijk waarom {why}: {told}" if why else f"Bekijk {'de ' if amount > 1 else ''}{told}",
        icon=":material/rule:",
        type="tertiary",
        on_click=data_choices.open_findings,
        args=(severity.value,),
        kwargs=asked,
        key="naar_bevindingen_van",
    )


def _college_table(register: Register) -> pd.DataFrame:
    names = {"college": "College", "fout": "Fouten", "waarschuwing": "Waarschuwingen", "opmerking": "Opmerkingen"}
    return measure.per_college(register).rename(columns=names)


def listed(found: pd.DataFrame, **_: object) -> pd.DataFrame:
    """The findings *found* as people read them: Cel, Soort, Waarde, Wat is er aan de hand?, Bedoelt u?, …"""
    sure = pd.Series(["zeker" if sure else "waarschijnlijk" for sure in found["sure"]], index=found.index, dtype=object)
    return found.assign(sure=sure.where(found["suggestion"] != "", ""))[list(_HEADINGS)].rename(columns=_HEADINGS)


def label(register: Register) -> str:
    """The button above every page: how many rows do not count, or else what there is to look at; "" when nothing."""
    left_out = sum(rows.left_out for rows in register.rows)
    warnings = register.severities[Severity.WAARSCHUWING]
    if left_out:
        verb = "telt" if left_out == 1 else "tellen"
        return f"{texts.count(left_out, 'rij', 'rijen')} {verb} niet mee"
    if warnings:
        return texts.count(warnings, "waarschuwing", "waarschuwingen")
    return "Opmerkingen bij het register" if len(register.bevindingen) else ""
