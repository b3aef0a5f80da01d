"""Rows of the register as tables on screen, each with the row of the workbook it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from pandas.api.typing import NAType
from pandas.io.formats.style import Styler

from lrn import texts
from lrn.measures.quality.freshness import ago
from lrn.measures.rows.labelled import activity_list, line_list, partner_list
from lrn.measures.rows.listing import ROW
from lrn.register.model import Register
from lrn.register.reading.number_format import as_shown

HELP = {
    "bijgewerkt": "Hoe lang geleden de rij voor het laatst is bijgewerkt",
    "niet_begrepen": "De waarde in deze kolommen is niet herkend en telt als onbekend",
    "activiteiten": "Aantal activiteiten in deze selectie",
    "regios": "In hoeveel van de drie regio's en Woerden, binnen deze selectie",
    "sinds": "De eerste Start van die activiteiten",
    "rij": "Werkblad en rij in het register",
}
WIDTHS = {"gemeente": 170, "plaats": 184, "college": 211, "bijgewerkt": 140, "rij": 130, "vorm": 204}
"""Pixels in which each of these is seen whole."""

_ROW = st.column_config.TextColumn(texts.ROW_IN_WORKBOOK, width=WIDTHS["rij"], help=HELP["rij"])
_PLACE = st.column_config.TextColumn("Gemeente", width=WIDTHS["gemeente"])
_FORM = st.column_config.TextColumn("Vorm", width=WIDTHS["vorm"])

COLUMNS = {
    "activiteiten": {
        "naam": st.column_config.TextColumn("Activiteit"),
        "plaats": st.column_config.TextColumn("Regio", width=WIDTHS["plaats"]),
        "gemeente": _PLACE,
        "college": st.column_config.TextColumn("College", width=WIDTHS["college"]),
        "vorm": _FORM,
        "status": st.column_config.TextColumn("Status", width="small"),
        "start": st.column_config.DateColumn("Start", format="DD-MM-YYYY"),
        "einde": st.column_config.DateColumn("Einde", format="DD-MM-YYYY"),
        "bijgewerkt": st.column_config.TextColumn("Bijgewerkt", width=WIDTHS["bijgewerkt"], help=HELP["bijgewerkt"]),
        "niet_begrepen": st.column_config.TextColumn("Onbekend", help=HELP["niet_begrepen"]),
        "rij": _ROW,
    },
    "partners": {
        "naam": st.column_config.TextColumn("Partner"),
        "soort": st.column_config.TextColumn("Soort"),
        "gemeente": _PLACE,
        "schaal": st.column_config.TextColumn("Schaal", width="small"),
        "strategisch": st.column_config.TextColumn("Strategische relatie", width="small"),
        "activiteiten": st.column_config.NumberColumn("Doet mee aan", help=HELP["activiteiten"]),
        "regios": st.column_config.NumberColumn("Regio's", help=HELP["regios"]),
        "sinds": st.column_config.DateColumn("Sinds", format="DD-MM-YYYY", help=HELP["sinds"]),
        "rol": st.column_config.TextColumn("Rol"),
        "rij": _ROW,
    },
    "verbindingslijnen": {
        "van": st.column_config.TextColumn("Van"),
        "naar": st.column_config.TextColumn("Naar"),
        "vorm": _FORM,
        "frequentie": st.column_config.TextColumn("Frequentie", width="small"),
        "sinds": st.column_config.DateColumn("Sinds", format="DD-MM-YYYY"),
        "omschrijving": st.column_config.TextColumn("Omschrijving", width="medium"),
        "rij": _ROW,
    },
}
"""The columns of each kind of list, with their Dutch headings."""

FIRST: dict[str, tuple[str, ...]] = {
    "activiteiten": ("naam",),
    "partners": ("naam",),
    "verbindingslijnen": ("van", "naar"),
}
"""The columns that name a row, by the kind of list: they come first."""

NAMES = frozenset(name for names in FIRST.values() for name in names)
"""All of these."""

USUAL = {
    "activiteiten": ("gemeente", "plaats", "bijgewerkt", ROW),
    "partners": ("soort", "gemeente", "activiteiten", ROW),
    "verbindingslijnen": ("vorm", ROW),
}
"""The columns that follow them on screen, as many as are seen whole on a laptop. The card of a row tells the rest."""

WRAPPED = 66
"""Pixels; of rows that high, from 65 on, Streamlit breaks a text into lines."""

WIDEST = 360
"""Pixels of a column with names, at most."""

_LETTER, _EDGE = 6.75, 18  # pixels of a text in a table


def wide(cells: Iterable[str], most: int = WIDEST) -> int:
    """How wide a column is in which each of *cells* is seen whole, in pixels; no wider than *most*."""
    return min(round(_LETTER * max(map(len, cells), default=0) + _EDGE), most)


MOST_STYLED = 60_000  # cells: each is written on its own, at every run


def with_commas(frame: pd.DataFrame, decimals: Mapping[str, int] | None = None) -> pd.DataFrame | Styler:
    """*frame* for ``st.dataframe`` with its fractions as the Dutch write them, 12,6; in order they are still numbers.

    *decimals* are those of a column; any other has as many as it needs. A ``NumberColumn`` with a format of its own
    writes a point, and "localized" what the language of the browser is used to.
    """
    fractions = [name for name, kind in frame.dtypes.items() if pd.api.types.is_float_dtype(kind)]
    if not fractions or frame.size > MOST_STYLED:
        return frame
    wanted: Mapping[Any, int] = decimals or {}
    return frame.style.format({name: partial(_dutch, decimals=wanted.get(name)) for name in fractions})


def _dutch(value: float | NAType, *, decimals: int | None) -> str:
    if pd.isna(value):
        return ""
    return as_shown(value) if decimals is None else texts.number(value, decimals)


def as_text(cell: Any) -> str:
    """A cell of a list in words; a missing one is ""."""
    if isinstance(cell, date):  # a timestamp too
        return "" if pd.isna(cell) else cell.strftime("%d-%m-%Y")
    return "" if pd.isna(cell) else as_shown(cell) if isinstance(cell, float) else str(cell)


def headings(kind: str) -> dict[str, str]:
    """The Dutch headings of the columns of a list of this *kind*."""
    return {name: str(column["label"]) for name, column in COLUMNS[kind].items()}


def activities(selected: Register, rows: pd.DataFrame, today: date) -> pd.DataFrame:
    """The activities in *rows* as people read them, Bijgewerkt as an age on *today*."""
    days = (pd.Timestamp(today) - rows["bijgewerkt"]).dt.days
    listed = activity_list(rows)
    listed.insert(list(listed).index("niet_begrepen"), "bijgewerkt", [ago(age) for age in days])
    return listed


LISTS: dict[str, Callable[[Register, pd.DataFrame, date], pd.DataFrame]] = {
    "activiteiten": activities,
    "partners": lambda selected, rows, _: partner_list(selected, rows),
    "verbindingslijnen": lambda selected, rows, _: line_list(selected, rows),
}
"""How the rows of each kind become a list."""
