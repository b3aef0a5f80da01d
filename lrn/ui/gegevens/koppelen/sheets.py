"""*Koppelen*, sheet by sheet: what was read beside what the contract knows, the questions first."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.register import columns as c
from lrn.register.checking.rows import letters
from lrn.register.matching import decide
from lrn.register.matching.model import (
    ASIDE,
    Certainty,
    Records,
    SheetFound,
)
from lrn.register.values.headers import SEARCH_ROWS
from lrn.register.values.remark import short
from lrn.ui.base import preview
from lrn.ui.base.escaping import escape
from lrn.ui.base.previewed import Preview
from lrn.ui.gegevens.koppelen import columns

_RECORDS = {Records.ROWS: "in een rij", Records.COLUMNS: "in een kolom"}


def show(tried: Preview) -> None:
    """Draw every sheet of the workbook in preview, those of the contract first."""
    proposal = tried.proposal
    read = [found for found in proposal.sheets if found.sheet != ASIDE]
    for found in sorted(read, key=lambda found: list(c.BY_NAME).index(found.sheet)):
        _sheet(tried, found, proposal.sheets.index(found))
    if not any(found.sheet == c.ACTIVITEITEN.name for found in read):
        _where_are_activities(tried)
    aside = [found for found in proposal.sheets if found.sheet == ASIDE]
    if aside:
        st.header("Andere werkbladen", anchor=False)
        for found in aside:
            _which_sheet(found, proposal.sheets.index(found))


def _where_are_activities(tried: Preview) -> None:
    st.session_state["blad_activiteiten"] = None
    st.selectbox(
        "Op welk werkblad staan de activiteiten?",
        [found.tab for found in tried.proposal.sheets],
        index=None,
        format_func=short,
        key="blad_activiteiten",
        placeholder="Kies een werkblad",
        on_change=_activities_chosen,
        width=320,
    )


def _activities_chosen() -> None:
    if tab := st.session_state.get("blad_activiteiten"):
        preview.decide(decide.sheet, tab, c.ACTIVITEITEN.name)


def _sheet(tried: Preview, found: SheetFound, number: int) -> None:
    st.header(escape(found.sheet), anchor=False)
    if found.certainty is Certainty.ASKED:
        _ask_sheet(found, number)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        read = tried.register.rows_of(found.sheet) if tried.register else None
        # Rows that partners in a cell will become are not on the sheet that is read.
        there = min(read.counted + read.left_out, found.rows) if read else found.rows
        rows = texts.count(there, *_words(found))
        made = f" · {texts.count(found.ids_made, 'ID gemaakt', 'ID’s gemaakt')}" if found.ids_made else ""
        why = f" ({escape(found.why)})" if found.why else ""
        st.caption(
            f"Werkblad “{escape(short(found.tab))}”{why} · {_where(found)} · {rows}{made}",
            width="content",
        )
        with st.popover("Klopt dit niet?", type="tertiary", icon=":material/tune:", key=f"blad_anders_{number}"):
            _other(tried, found, number)
    columns.show(tried, found, number)


def _words(found: SheetFound) -> tuple[str, str]:
    return ("rij", "rijen") if found.records is Records.ROWS else ("kolom", "kolommen")


def _where(found: SheetFound) -> str:
    if found.records is Records.ROWS:
        return f"koppen in rij {found.heading_row}"
    return f"koppen in kolom {letters(found.heading_row - 1)}, elke activiteit in een kolom"


def _ask_sheet(found: SheetFound, number: int) -> None:
    """A sheet that could be one of the contract: only read when somebody says so."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.button(
            f"Ja, “{escape(short(found.tab, 30))}” is {found.sheet}",
            icon=":material/check:",
            on_click=preview.decide,
            args=(decide.sheet, found.tab, found.sheet),
            key=f"blad_ja_{number}",
        )
        _which_sheet(found, number, label=False)
        if found.why:
            st.caption(escape(found.why), width="content")


def _which_sheet(found: SheetFound, number: int, *, label: bool = True) -> None:
    key = f"blad_{number}"
    st.session_state[key] = ASIDE if found.certainty is Certainty.ASKED else found.sheet
    st.selectbox(
        f"Werkblad “{escape(short(found.tab))}” is",
        [*c.BY_NAME, ASIDE],
        format_func=lambda name: name or columns.ASIDE_LABEL,
        key=key,
        on_change=_sheet_chosen,
        placeholder="Kies",
        args=(found.tab, key),
        label_visibility="visible" if label else "collapsed",
        width=320,
    )


def _other(tried: Preview, found: SheetFound, number: int) -> None:
    """What else the sheet could be, where its headings could be, and how its records could lie."""
    _which_sheet(found, number)
    row, records = f"blad_rij_{number}", f"blad_vorm_{number}"
    st.session_state[row] = found.heading_row or 1
    st.session_state[records] = found.records
    layout = (found.tab, row, records)
    st.segmented_control(
        "Elke activiteit staat",
        list(_RECORDS),
        format_func=_RECORDS.__getitem__,
        key=records,
        required=True,
        on_change=_layout_chosen,
        args=layout,
    )
    in_rows = found.records is Records.ROWS
    st.number_input(
        "De koppen staan in rij" if in_rows else "De koppen staan in kolom (1 = A)",
        min_value=1,
        max_value=max(SEARCH_ROWS, found.heading_row),
        key=row,
        on_change=_layout_chosen,
        args=layout,
    )
    if any(column.header == "ID" for column in c.BY_NAME[found.sheet].columns):
        make = f"blad_id_{number}"
        match = tried.proposal.matching.of(found.tab)
        st.session_state[make] = bool(match and match.make_ids)
        st.toggle("Rijen zonder ID krijgen er een", key=make, on_change=_ids_chosen, args=(found.tab, make))


def _sheet_chosen(tab: str, key: str) -> None:
    preview.decide(decide.sheet, tab, st.session_state.get(key) or ASIDE)


def _layout_chosen(tab: str, row: str, records: str) -> None:
    lies = Records(st.session_state.get(records) or Records.ROWS)
    preview.decide(decide.layout, tab, int(st.session_state.get(row) or 1), lies)


def _ids_chosen(tab: str, key: str) -> None:
    preview.decide(decide.ids, tab, make=bool(st.session_state.get(key)))
