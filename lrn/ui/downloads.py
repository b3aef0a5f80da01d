"""Takes a table along: as a workbook that says what was chosen, and as a csv for Dutch Excel."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lrn.export.origin import origin
from lrn.export.workbook import as_csv, as_workbook
from lrn.ui import filters
from lrn.ui.cache import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table(view: View, frame: pd.DataFrame, *, name: str, key: str, about: Sequence[tuple[str, str]] = ()) -> None:
    """Two buttons that give *frame* as .xlsx and .csv; the files are made when one is clicked.

    *name* says what the table is; *about* adds lines (label, value) to what the sheet "Selectie" says.
    """
    lines = [("Tabel", name), *about, *origin(view.register, view.selection, filters.link(view.selection))]
    file = f"{name.lower()} {view.register.checked_on.isoformat()}"
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "Download als Excel",
            data=lambda: as_workbook({name: frame}, lines),
            file_name=f"{file}.xlsx",
            mime=XLSX,
            icon=":material/download:",
            on_click="ignore",
            key=f"{key}_xlsx",
        )
        st.download_button(
            "Download als csv",
            data=lambda: as_csv(frame),
            file_name=f"{file}.csv",
            mime="text/csv",
            icon=":material/csv:",
            on_click="ignore",
            type="tertiary",
            key=f"{key}_csv",
        )
