"""Lines that are not there yet: to take along or to set aside, for as long as this visit lasts."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from lrn import clock, texts
from lrn.export.missing_lines import missing_workbook
from lrn.export.naming import file_name
from lrn.export.outside.formats import XLSX
from lrn.measures.network.common import SCORE
from lrn.measures.network.missing import missing_lines
from lrn.ui.base import filters
from lrn.ui.base.cache import View, cached
from lrn.ui.browser import paper
from lrn.ui.parts import chart_card
from lrn.ui.parts import missing_lines as proposals

_TAKEN, _ASIDE = "lijnen_mee", "lijnen_opzij"


def show(view: View) -> None:
    """The lines that are missing, each to take along or to set aside, and those as a workbook."""
    st.header("Ontbrekende lijnen", anchor=False, help=SCORE)
    st.caption(chart_card.basis(view))
    found = cached(view, missing_lines, "register", "selection")
    keys = (found.pairs["van"] + "|" + found.pairs["naar"]).tolist()
    taken, gone = _chosen(_TAKEN), _chosen(_ASIDE)
    aside = [position for position, key in enumerate(keys) if key in gone]
    above = st.container()
    proposals.show(view, found, aside=aside, beside=lambda position: _choose(keys[position], taken))
    with above:
        kept = [position for position, key in enumerate(keys) if key in taken and key not in gone]
        offered = kept or [position for position in range(len(keys)) if position not in aside]
        with paper.on_screen_only("lijnen_meenemen", horizontal=True, vertical_alignment="center", gap="small"):
            if offered:
                _download(view, found.pairs.iloc[offered], chosen=bool(kept))
            if gone:
                label = f"Haal terug wat opzij ligt: {texts.count(len(gone), 'paar', 'paren')}"
                st.button(label, icon=":material/undo:", type="tertiary", key="lijnen_terug", on_click=gone.clear)


def _chosen(key: str) -> set[str]:
    """The pairs that were taken along or set aside in this visit."""
    found: set[str] = st.session_state.setdefault(key, set())
    return found


def _choose(pair: str, taken: set[str]) -> None:
    with paper.on_screen_only(f"lijn {pair}", horizontal=True, gap="small"):
        if pair in taken:
            st.button(
                "Gaat mee",
                icon=":material/check:",
                type="tertiary",
                key=f"mee {pair}",
                on_click=partial(taken.discard, pair),
            )
        else:
            st.button(
                "Neem mee",
                icon=":material/add:",
                type="tertiary",
                key=f"mee {pair}",
                on_click=partial(taken.add, pair),
            )
        st.button(
            "Leg opzij",
            icon=":material/close:",
            type="tertiary",
            key=f"opzij {pair}",
            on_click=partial(_set_aside, pair),
        )


def _set_aside(pair: str) -> None:
    _chosen(_ASIDE).add(pair)
    _chosen(_TAKEN).discard(pair)


def _download(view: View, pairs: pd.DataFrame, *, chosen: bool) -> None:
    """*pairs* as a workbook; *chosen* tells whether a visitor took these along, or they are all."""
    link = filters.link(view.selection)
    st.download_button(
        "Download wat meegaat als Excel" if chosen else "Download deze lijst als Excel",
        data=lambda: missing_workbook(pairs, view.register, view.selection, made=clock.now(), link=link),
        file_name=file_name("ontbrekende lijnen", "xlsx", day=view.register.checked_on, selection=view.selection),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="lijnen_xlsx",
    )
    st.caption("In de vorm van het blad Verbindingslijnen, met de reden erbij.", width="content")
