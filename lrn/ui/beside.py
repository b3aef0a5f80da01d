"""With what the figures are compared: chosen beside the key figures, kept in the address, the same on every page."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.measures.earlier import understood
from lrn.register import snapshot
from lrn.register.model import Register, Unreadable
from lrn.selection import JAAR, KWARTAAL, STAND, Selection, comparison_label
from lrn.ui import cache
from lrn.ui.escaping import escape

KEY = "vergelijk"
NOW = "Dit register"
_PROBLEM = "_vergelijk_lukt_niet"


def by_name(found: list[snapshot.Snapshot]) -> dict[str, snapshot.Snapshot]:
    """The kept states by what they are called on screen; of two within one minute the older is told by its seconds."""
    named: dict[str, snapshot.Snapshot] = {}
    for state in found:
        name = f"{texts.moment(state.modified)} ({state.name})"
        named[name if name not in named else f"{name}, {state.modified:%S} seconden"] = state
    return named


def name_of(asked: str) -> str:
    """What :func:`by_name` calls the kept state of *asked* (``Selection.vergelijk``); "" when it is no longer there."""
    return next(
        (name for name, state in by_name(snapshot.from_environment()).items() if asked == f"{STAND}{state.key}"), ""
    )


def asked() -> str:
    """What the address, or the choice beside the key figures, asks to compare with; a year before without one."""
    return understood(_typed(), snapshot.from_environment()) or JAAR


def unknown() -> list[str]:
    """What is asked to compare with that nobody understands."""
    typed = _typed()
    return [typed] if typed and understood(typed, snapshot.from_environment()) is None else []


def kept(selection: Selection) -> Register | None:
    """The kept state that *selection* compares with, if it names one that can be read."""
    st.session_state.pop(_PROBLEM, None)
    for state in snapshot.from_environment():
        if selection.vergelijk == f"{STAND}{state.key}":
            try:
                return cache.open_file(state.path)
            except Unreadable as problem:
                st.session_state[_PROBLEM] = str(problem)
    return None


def choose(view: cache.View) -> None:
    """The choice itself; nothing where nothing is compared. Says why what was asked for is not what is shown."""
    if view.earlier is None:
        return
    chosen, peildatum = view.selection.vergelijk, view.selection.peildatum
    before = [state for state in snapshot.from_environment() if peildatum and state.modified.date() < peildatum]
    options = [JAAR, KWARTAAL, *(f"{STAND}{state.key}" for state in before)]
    options += [chosen] if chosen not in options else []
    if _typed() and st.session_state.get(KEY) != chosen:
        st.session_state[KEY] = chosen  # as it is offered, however it was typed
    st.selectbox(
        "Vergelijk met",
        options,
        format_func=lambda choice: comparison_label(choice) if choice in options else choice,
        key=KEY,
        bind="query-params",
        accept_new_options=True,
        label_visibility="collapsed",
        placeholder="Vergelijk met…",
        help="Kies waarmee de cijfers worden vergeleken, of typ een dag, bijvoorbeeld 30-9-2026.",
        width=330,
    )
    if view.earlier.asked != chosen:
        why = st.session_state.get(_PROBLEM) or f"{comparison_label(chosen)} ligt niet vóór de peildatum."
        st.caption(f"{escape(why)} Vergeleken is met {texts.YEAR_EARLIER}.")


def _typed() -> str:
    return str(st.session_state.get(KEY) or st.query_params.get(KEY, ""))
