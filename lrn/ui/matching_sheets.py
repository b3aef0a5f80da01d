"""*Koppelen*, sheet by sheet: what was read beside what the contract knows, the questions first."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lrn import texts
from lrn.register import columns as c
from lrn.register.headers import SEARCH_ROWS
from lrn.register.matching import decide
from lrn.register.matching.model import (
    ASIDE,
    MONTH,
    PARTNER_NAMES,
    Certainty,
    ColumnFound,
    Records,
    SheetFound,
)
from lrn.register.reading import short
from lrn.register.rows import letters
from lrn.ui import matching_values, trial
from lrn.ui.escaping import escape
from lrn.ui.trial import Trial

MOST = 60  # columns of one group that are drawn
BY_NAME = {sheet.name: sheet for sheet in c.SHEETS}
_ASIDE = "Terzijde"
_LABELS = {ASIDE: _ASIDE, PARTNER_NAMES: "Partners (namen)", MONTH: "Maand (x = actief)"}
_ROW = [3, 4, 3, 4]
_RECORDS = {Records.ROWS: "in een rij", Records.COLUMNS: "in een kolom"}


def show(tried: Trial) -> None:
    """Draw every sheet of the workbook on trial, those of the contract first."""
    proposal = tried.proposal
    read = [found for found in proposal.sheets if found.sheet != ASIDE]
    for found in sorted(read, key=lambda found: list(BY_NAME).index(found.sheet)):
        _sheet(tried, found, proposal.sheets.index(found))
    if not any(found.sheet == c.ACTIVITEITEN.name for found in read):
        _where_are_activities(tried)
    aside = [found for found in proposal.sheets if found.sheet == ASIDE]
    if aside:
        st.header("Andere werkbladen", anchor=False)
        for found in aside:
            _which_sheet(found, proposal.sheets.index(found))


def _where_are_activities(tried: Trial) -> None:
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
        _decide_sheet(tab, c.ACTIVITEITEN.name)


def _sheet(tried: Trial, found: SheetFound, number: int) -> None:
    st.header(escape(found.sheet), anchor=False)
    if found.certainty is Certainty.ASKED:
        _ask_sheet(found, number)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        read = tried.register.rows_of(found.sheet) if tried.register else None
        rows = texts.count(read.counted + read.left_out if read else found.rows, *_words(found))
        made = f" · {texts.count(found.ids_made, 'ID gemaakt', 'ID’s gemaakt')}" if found.ids_made else ""
        why = f" ({escape(found.why)})" if found.why else ""
        st.caption(
            f"Werkblad “{escape(short(found.tab))}”{why} · {_where(found)} · {rows}{made}",
            width="content",
        )
        with st.popover("Klopt dit niet?", type="tertiary", icon=":material/tune:", key=f"blad_anders_{number}"):
            _other(tried, found, number)
    _missing(tried, found, number)
    _columns(tried, found, number)


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
            on_click=_decide_sheet,
            args=(found.tab, found.sheet),
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
        [*BY_NAME, ASIDE],
        format_func=lambda name: name or _ASIDE,
        key=key,
        on_change=_sheet_chosen,
        args=(found.tab, key),
        label_visibility="visible" if label else "collapsed",
        width=320,
    )


def _other(tried: Trial, found: SheetFound, number: int) -> None:
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
    if any(column.header == "ID" for column in BY_NAME[found.sheet].columns):
        make = f"blad_id_{number}"
        match = tried.proposal.matching.of(found.tab)
        st.session_state[make] = bool(match and match.make_ids)
        st.toggle("Rijen zonder ID krijgen er een", key=make, on_change=_ids_chosen, args=(found.tab, make))


def _missing(tried: Trial, found: SheetFound, number: int) -> None:
    """Which column is what a row cannot do without, or what figures hang on."""
    told = {column.heading: _with_example(column) for column in found.columns}
    effects = {group.column: group.effect for group in matching_values.unread_columns(tried, found.sheet)}
    asked = {column.target for column in found.columns if column.certainty is Certainty.ASKED}
    for header in dict.fromkeys([*found.missing, *effects]):
        if header in asked:
            continue
        key = f"mist_{number}_{header}"
        st.session_state[key] = None
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.selectbox(
                effects.get(header) or f"In welke kolom staat ‘{header}’?",
                list(told),
                index=None,
                format_func=told.__getitem__,
                key=key,
                placeholder=f"Kies de kolom met {header}",
                on_change=_missing_chosen,
                args=(found.tab, header, key),
                width=480,
            )
            if header == "ID":
                st.button(
                    "Die is er niet: maak ID's",
                    icon=":material/tag:",
                    on_click=_make_ids,
                    args=(found.tab,),
                    key=f"maak_{number}",
                )


def _with_example(column: ColumnFound) -> str:
    example = f" ({short(column.examples[0], 20)})" if column.examples else ""
    return f"{column.letter} · {short(column.heading, 40)}{example}"


def _columns(tried: Trial, found: SheetFound, number: int) -> None:
    seen = {column.heading: tried.first.get((found.tab, column.heading), column.certainty) for column in found.columns}
    groups = {
        certainty: [column for column in found.columns if seen[column.heading] is certainty] for certainty in Certainty
    }
    draw = partial(_column, found, number)
    if asked := groups[Certainty.ASKED]:
        open_questions = [column for column in asked if column.certainty is Certainty.ASKED]
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown("**Bedoelt u dit?**" if open_questions else "**Gekozen**", width="content")
            if len(open_questions) > 1:
                st.button(
                    f"Neem de {len(open_questions)} voorstellen over",
                    icon=":material/done_all:",
                    on_click=_take_all,
                    args=(found.tab,),
                    key=f"alle_{number}",
                )
        for column in asked[:MOST]:
            draw(column)
    taken = groups[Certainty.SURE] + groups[Certainty.DECIDED]
    if taken:
        st.markdown("**Overgenomen**")
        for column in taken[:MOST]:
            draw(column)
    if aside := groups[Certainty.UNKNOWN]:
        verb = "kolom lezen" if len(aside) == 1 else "kolommen lezen"
        more = st.expander(
            f"{texts.number(len(aside))} {verb} we niet",
            expanded=bool(found.missing),
            on_change="rerun",
            key=f"terzijde_{number}",
        )
        if more.open:
            with more:
                for column in aside[:MOST]:
                    draw(column)
    if known := groups[Certainty.CONTRACT]:
        verb = "kolom herkennen" if len(known) == 1 else "kolommen herkennen"
        more = st.expander(
            f"{texts.number(len(known))} {verb} we aan de kop", on_change="rerun", key=f"bekend_{number}"
        )
        if more.open:
            with more:
                for column in known[:MOST]:
                    draw(column)


def _column(found: SheetFound, number: int, column: ColumnFound) -> None:
    """One column of the workbook: its heading, what stands in it, what it is, and why."""
    heading, examples, choice, reason = st.columns(_ROW, gap="small", vertical_alignment="center")
    heading.markdown(f"**{escape(short(column.heading))}** :gray[{column.letter}]")
    shown = " · ".join(escape(short(example, 24)) for example in column.examples)
    examples.caption(shown or ("leeg" if not column.filled else f"{texts.number(column.filled)} gevuld"))
    asked = column.certainty is Certainty.ASKED
    key = f"kolom_{number}_{column.letter}"
    st.session_state[key] = None if asked else column.target
    options = [*(known.header for known in BY_NAME[found.sheet].columns)]
    options += [PARTNER_NAMES, MONTH] if found.sheet == c.ACTIVITEITEN.name else []
    choice.selectbox(
        f"Kolom {column.letter}, {escape(short(column.heading))}, is",
        [*options, ASIDE],
        index=None if asked else 0,
        format_func=lambda target: _LABELS.get(target, target),
        key=key,
        placeholder="Iets anders…" if asked else "Kies",
        on_change=_column_chosen,
        args=(found.tab, column.heading, key),
        label_visibility="collapsed",
    )
    if asked:
        reason.button(
            f"Ja: {_LABELS.get(column.target, column.target)}",
            icon=":material/check:",
            on_click=_decide_column,
            args=(found.tab, column.heading, column.target),
            key=f"ja_{number}_{column.letter}",
            help=escape(column.why) or None,
        )
    else:
        reason.caption(_reason(column))


def _reason(column: ColumnFound) -> str:
    if column.certainty is Certainty.DECIDED:
        return "door u gekozen"
    if column.certainty is Certainty.SURE:
        return escape(column.why) or "zeker"
    return escape(column.why)


def _decide_column(tab: str, heading: str, target: str) -> None:
    if tried := trial.brought():
        trial.decide(decide.column(tried.decided, tried.proposal, tab, heading, target))


def _column_chosen(tab: str, heading: str, key: str) -> None:
    _decide_column(tab, heading, st.session_state.get(key) or ASIDE)


def _missing_chosen(tab: str, header: str, key: str) -> None:
    if heading := st.session_state.get(key):
        _decide_column(tab, heading, header)


def _take_all(tab: str) -> None:
    if tried := trial.brought():
        trial.decide(decide.every_column(tried.decided, tried.proposal, tab))


def _decide_sheet(tab: str, target: str) -> None:
    if tried := trial.brought():
        trial.decide(decide.sheet(tried.decided, tried.proposal, tab, target))


def _sheet_chosen(tab: str, key: str) -> None:
    _decide_sheet(tab, st.session_state.get(key) or ASIDE)


def _layout_chosen(tab: str, row: str, records: str) -> None:
    if tried := trial.brought():
        lies = Records(st.session_state.get(records) or Records.ROWS)
        trial.decide(decide.layout(tried.decided, tried.proposal, tab, int(st.session_state.get(row) or 1), lies))


def _make_ids(tab: str) -> None:
    if tried := trial.brought():
        trial.decide(decide.ids(tried.decided, tried.proposal, tab, make=True))


def _ids_chosen(tab: str, key: str) -> None:
    if tried := trial.brought():
        trial.decide(decide.ids(tried.decided, tried.proposal, tab, make=bool(st.session_state.get(key))))
