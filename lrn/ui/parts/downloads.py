"""Takes things along: the selection as a workbook that says what was chosen, and any table as a csv for Dutch Excel.

Files are made when a button is clicked, not before.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from lrn import clock, texts
from lrn.export.naming import file_name
from lrn.export.origin import origin
from lrn.export.outside.asked import Asked
from lrn.export.outside.formats import FORMATS, WORKBOOK, XLSX
from lrn.export.selected import selection_workbook
from lrn.export.workbook import About, as_csv, as_workbook
from lrn.selection import Selection
from lrn.ui.base import filters, printing
from lrn.ui.base.cache import View


def selection(view: View) -> None:
    """A button that gives everything in the selection as .xlsx: rows, measures, and what was chosen."""
    link = filters.link(view.selection)
    st.download_button(
        "Download deze selectie als Excel",
        data=lambda: selection_workbook(view.register, view.selection, made=clock.now(), link=link, kept=view.kept),
        file_name=file_name("selectie", "xlsx", day=view.register.checked_on, selection=view.selection),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="neem_mee",
    )


def for_programs(view: View) -> None:
    """The selection in the form that another program opens: which one, and where a file holds one table, which."""
    form = st.selectbox(
        "Voor een ander programma",
        [form for form in FORMATS if form is not WORKBOOK],
        index=None,
        format_func=lambda form: form.called,
        key="neem_mee_vorm",
        placeholder="Kies een programma",
    )
    if form is None:
        return
    table = st.selectbox("Tabel", form.holds, format_func=texts.capital, key="neem_mee_tabel") if form.holds else ""
    link = filters.link(view.selection)
    st.download_button(
        f"Download als {form.ending}",
        data=lambda: form.make(
            Asked(view.register, view.selection, made=clock.now(), link=link, kept=view.kept, table=table)
        ),
        file_name=file_name(
            table or "selectie", form.ending[1:], day=view.register.checked_on, selection=view.selection
        ),
        mime=form.mime,
        icon=":material/download:",
        on_click="ignore",
        key="neem_mee_ander",
    )


def table(
    view: View,
    frame: pd.DataFrame,
    *,
    name: str,
    key: str,
    of: Selection | None,
    headings: Mapping[str, str] | None = None,
    excel: bool = False,
    about: About = (),
) -> None:
    """What belongs right below every list on a page: a button that gives *frame* as .csv, and its rows for paper.

    *name* says what the list is, *of* which selection it is counted over (None: the whole register), *headings* gives
    columns of *frame* their Dutch names. With *excel* there is a button for .xlsx too; *about* adds lines (label,
    value) to what its sheet "Selectie" says.
    """
    with st.container(horizontal=True, gap="small"):
        if excel:
            _excel(view, frame.rename(columns=dict(headings)) if headings else frame, name, key, of, about)
        csv(view, frame, name=name, key=key, of=of, headings=headings)
        printing.rows_on_paper(view, frame, key=key, headings=headings)


def csv(
    view: View,
    frame: pd.DataFrame,
    *,
    name: str,
    key: str,
    of: Selection | None,
    headings: Mapping[str, str] | None = None,
) -> None:
    """A small button that gives *frame* as .csv; the arguments are those of :func:`table`."""
    st.download_button(
        "Download als csv",
        data=lambda: as_csv(frame.rename(columns=dict(headings or {}))),
        file_name=file_name(name, "csv", day=view.register.checked_on, selection=of),
        mime="text/csv",
        icon=":material/csv:",
        on_click="ignore",
        type="tertiary",
        key=f"{key}_csv",
    )


def _excel(view: View, frame: pd.DataFrame, name: str, key: str, of: Selection | None, about: About) -> None:
    link = filters.link(view.selection)  # now: while the file is made there is no page

    def make() -> bytes:
        told = origin(view.register, view.selection, made=clock.now(), link=link)
        return as_workbook({name: frame}, [("Tabel", name), *about, *told])

    st.download_button(
        "Download als Excel",
        data=make,
        file_name=file_name(name, "xlsx", day=view.register.checked_on, selection=of),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key=f"{key}_xlsx",
    )
