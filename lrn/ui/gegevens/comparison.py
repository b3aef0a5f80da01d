"""Gegevens, through time: two states of the register side by side, row by row and figure by figure."""

from __future__ import annotations

from collections.abc import Hashable

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.compare.changes import SOORTEN, changes
from lrn.measures.compare.figure_changes import GROEPEN, behind, figure_changes
from lrn.measures.compare.versions import State, undated_between
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Unreadable
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.gegevens import versions
from lrn.ui.parts import data_choices, downloads, evidence, key_figures, row_table
from lrn.ui.parts.folded import folded

_CHANGES = {
    "naam": "Activiteit",
    "soort": "Wat",
    "wat": "Wat er gebeurde",
    "plaats": "Regio",
    "college": "College",
    "id": "ID",
    "rij_voor": "Rij toen",
    "rij_na": "Rij nu",
}
_EFFECTS = {
    "naam": "Maat",
    "voor": "Toen",
    "na": "Nu",
    "verschil": "Verschil",
    "erbij": "Erbij",
    "eraf": "Eraf",
}
_WIDTHS = {"Activiteit": 330, "Wat": 90, "Wat er gebeurde": 360, "Rij toen": 90, "Rij nu": 90}
_ROWS = {"naam": "Naam", "beweging": "Beweging", "id": "ID", "rij_voor": "Rij toen", "rij_na": "Rij nu"}
_ONE_LINE = 50  # letters
_ROW = st.column_config.NumberColumn(format="%d", help=f"Rij op {ACTIVITEITEN.name}")


def show(view: View) -> None:
    """Draw this part of the page."""
    st.caption(
        "Kies twee standen van het register: twee werkmappen, of één werkmap op twee peildata. "
        "De filters uit de zijbalk gelden voor beide."
    )
    try:
        with folded("tijd") as say:
            with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
                then = versions.choose(view, "van")
            with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
                now = versions.choose(view, "naar")
            say(
                *(
                    f"{state.register.source.name}, {_day(state)}" if state else "Nog geen werkmap"
                    for state in (then, now)
                )
            )
    except Unreadable as problem:
        st.error(escape(str(problem)), icon=":material/folder_off:")
        return
    if then is None or now is None:
        return
    told = (_key(then), _key(now))
    happened = versions.store(view).cached(("changes", *told), lambda: changes(then, now))
    _happened(view, then, now, happened)
    _effects(view, then, now, told)


def _key(state: State) -> tuple[Hashable, ...]:
    return state.register.source.version, state.register.checked_on, state.selection


def _caveat(view: View, then: State, now: State) -> None:
    """What cannot be placed in time is not seen as gone."""
    if undated := undated_between(then, now):
        st.caption(texts.undated_sentence(undated))
        if then.register is now.register is view.register:
            with paper.on_screen_only("zonder_einde"):
                evidence.link(key_figures.UNDATED, f"Bekijk {texts.the('activiteiten', undated)}")


def _happened(view: View, then: State, now: State, happened: pd.DataFrame) -> None:
    st.header("Wat er gebeurde", anchor=False, help=texts.DEFINITIONS["veranderingen"])
    st.caption(f"Van {_told(then)} naar {_told(now)}")
    counts = happened["soort"].value_counts()
    with st.container(horizontal=True, gap="small"):
        for code, label in SOORTEN.items():
            st.metric(label, texts.number(int(counts.get(code, 0))), border=True, width=130)
    _caveat(view, then, now)
    if happened.empty:
        st.caption("Tussen deze twee standen is voor deze keuze niets veranderd.")
        return
    kinds = data_choices.kinds(SOORTEN)
    listed = happened[happened["soort"].isin(kinds)] if kinds else happened
    table = listed.assign(
        soort=listed["soort"].map(SOORTEN), plaats=listed["plaats"].map(v.PLAATS_NAMEN)
    )[list(_CHANGES)].rename(columns=_CHANGES)  # fmt: skip
    row_table.plain(
        table,
        _WIDTHS,
        key="veranderingen",
        most=460,
        columns=dict.fromkeys(("Rij toen", "Rij nu"), _ROW),
        narrow={"Activiteit": 143, "Wat er gebeurde": 143},
        wraps=max(table["Wat er gebeurde"].str.len()) > _ONE_LINE,
        alt=f"Wat er gebeurde: {texts.count(len(table), 'rij', 'rijen')}",
    )
    about = [("Van", _plain(then)), ("Naar", _plain(now))]
    downloads.table(view, table, name="Veranderingen", key="veranderingen", of=None, excel=True, about=about)


def _effects(view: View, then: State, now: State, told: tuple[Hashable, ...]) -> None:
    st.header("Gevolg voor de cijfers", anchor=False, help=texts.DEFINITIONS["effect"])
    found = versions.store(view).cached(("figure_changes", *told), lambda: figure_changes(then, now))
    group = data_choices.group(GROEPEN)
    rows = found[found["groep"] == group].reset_index(drop=True)
    paper.hint("effect", "Kies een rij om te zien welke rijen van de werkmap erbij kwamen en eraf gingen.")
    left, right = st.columns([5, 3], gap="large")
    table = rows.assign(verschil=rows["verschil"].map(texts.difference))[list(_EFFECTS)].rename(columns=_EFFECTS)
    with left:
        chosen = st.dataframe(
            table,
            hide_index=True,
            height=36 * (len(rows) + 1) + 3,
            key=f"effect_{GROEPEN.index(group)}",
            on_select="rerun",
            selection_mode="single-row",
            column_config={
                "Maat": st.column_config.TextColumn(width=211),
                "Verschil": st.column_config.TextColumn(width=75, alignment="right"),
                **{name: st.column_config.NumberColumn(width=57) for name in ("Toen", "Nu", "Erbij", "Eraf")},
            },
            alt=f"{group}: toen, nu, verschil, erbij en eraf",
        )
        downloads.table(view, table, name=f"Verschil {group.lower()}", key="effecten", of=None)
    with right:
        for number in chosen["selection"]["rows"]:
            row = rows.iloc[number]
            _behind(view, then, now, group, str(row["code"]), str(row["naam"]))


def _behind(view: View, then: State, now: State, group: str, code: str, name: str) -> None:
    moved = behind(then, now, group, code)
    st.markdown(f"**{escape(name)}**")
    if moved.empty:
        st.caption("Hier veranderde niets.")
        return
    table = moved[list(_ROWS)].rename(columns=_ROWS)
    row_table.plain(
        table,
        {"Naam": 145, "Beweging": 72, "Rij toen": 66, "Rij nu": 58},
        key="effect_rijen_lijst",
        most=420,
        columns=dict.fromkeys(("Rij toen", "Rij nu"), _ROW),
        wraps=True,
        alt=f"{name}: wat erbij kwam en wat eraf ging, met de rij in de werkmap",
    )
    downloads.table(view, table, name=f"Verschil {name}", key="effect_rijen", of=None)


def _told(state: State) -> str:
    return escape(_plain(state))


def _plain(state: State) -> str:
    """A state in words: which workbook, of when, on which peildatum."""
    source = state.register.source
    on = f"peildatum {_day(state)}" if state.selection.peildatum else _day(state)
    return f"{source.name} van {texts.moment(source.modified)} ({on})"


def _day(state: State) -> str:
    day = state.selection.peildatum
    return texts.long_date(day) if day else "ongeacht datum"
