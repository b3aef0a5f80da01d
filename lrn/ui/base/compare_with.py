"""With what the figures are compared: chosen where that is said, held by the sidebar and the address on every page."""

from __future__ import annotations

from functools import partial

import streamlit as st

from lrn import texts
from lrn.measures.compare.earlier import kept_state, understood
from lrn.register.model import Register, Unreadable
from lrn.register.reading import snapshot
from lrn.selection import JAAR, KWARTAAL, STAND, Selection, comparison_label
from lrn.ui.base import cache
from lrn.ui.base.escaping import escape

KEY = "vergelijk"
NOW = "Dit register"
_PLACEHOLDER = "Kies of typ een dag"
_HELP = "Kies waarmee de cijfers worden vergeleken, of typ een dag, bijvoorbeeld 30-9-2026."
_HERE, _TYPED = "vergelijk_hier", "_vergelijk_getypt"
_PROBLEM, _WRONG = "_vergelijk_lukt_niet", "_vergelijk_onbegrepen"


def name_of(asked: str) -> str:
    """What the kept state of *asked* (``Selection.vergelijk``) is called; "" when it is no longer there."""
    found = snapshot.names(snapshot.from_environment())
    return next((name for name, state in found.items() if asked == f"{STAND}{state.key}"), "")


def choose() -> str:
    """Draw the choice in the sidebar, that holds it on every page and in the address; a ``Selection.vergelijk``.

    What a link or a visitor says in words of their own (kwartaal, 2026-09-30) is shown as it is offered; what nobody
    understands changes nothing, and the choice beside the key figures says so.
    """
    states = snapshot.from_environment()
    typed = str(st.session_state.get(KEY) or st.query_params.get(KEY, ""))
    found = understood(typed, states)
    chosen = found or JAAR
    if typed and found is None:
        st.session_state[_WRONG] = typed
    if st.session_state.get(KEY) not in (None, chosen):
        st.session_state[KEY] = chosen
    options = [JAAR, KWARTAAL, *(f"{STAND}{state.key}" for state in states)]
    shown = st.selectbox(
        "Vergelijk met",
        options if chosen in options else [*options, chosen],
        format_func=lambda asked: comparison_label(asked, states) if understood(asked, states) else asked,
        key=KEY,
        bind="query-params",
        accept_new_options=True,
        placeholder=_PLACEHOLDER,
        help=_HELP,
    )
    if shown != chosen and st.session_state.get(_TYPED) != shown:  # it came from the address, and is now understood
        st.session_state[_TYPED] = shown
        st.rerun()
    st.session_state.pop(_TYPED, None)
    return chosen


def unknown() -> list[str]:
    """What the link compares with that nobody understands."""
    typed = st.query_params.get(KEY, "")
    return [typed] if typed and understood(typed, snapshot.from_environment()) is None else []


def kept(selection: Selection) -> Register | None:
    """The kept state that *selection* compares with, if it names one that can be read."""
    st.session_state.pop(_PROBLEM, None)
    state = kept_state(selection, snapshot.from_environment())
    if state:
        try:
            return cache.open_file(state.path)
        except Unreadable as problem:
            st.session_state[_PROBLEM] = str(problem)
    return None


def choose_here(view: cache.View) -> None:
    """The same choice where the comparison is said, one click away; nothing where nothing is compared.

    The sidebar shows what is chosen, as the address does; here it is at hand where the sidebar is shut, on a phone and
    on the stage. Says so when what is chosen cannot be compared with.
    """
    if view.earlier is None:
        return
    chosen, peildatum = view.selection.vergelijk, view.selection.peildatum
    states = snapshot.from_environment()
    before = [state for state in states if peildatum and state.modified.date() < peildatum]
    options = [JAAR, KWARTAAL, *(f"{STAND}{state.key}" for state in before)]
    options += [chosen] if chosen not in options else []
    st.session_state[_HERE] = chosen
    with st.popover("Vergelijk anders", icon=":material/tune:", type="tertiary"):
        st.selectbox(
            "Vergelijk met",
            options,
            format_func=partial(comparison_label, states=states),
            key=_HERE,
            accept_new_options=True,
            placeholder=_PLACEHOLDER,
            on_change=_take,
            help=_HELP,
            width=300,
        )
    if wrong := st.session_state.pop(_WRONG, ""):
        st.caption(f"‘{escape(wrong)}’ kennen we niet om mee te vergelijken: typ een dag, bijvoorbeeld 30-9-2026.")
    elif view.earlier.asked != chosen:
        why = st.session_state.get(_PROBLEM) or f"‘{comparison_label(chosen, states)}’ ligt niet vóór de peildatum."
        st.caption(f"{escape(why)} Vergeleken is met {texts.YEAR_EARLIER}.")


def _take() -> None:
    """Take what was chosen or typed; what is not understood changes nothing."""
    typed = str(st.session_state[_HERE] or JAAR)
    found = understood(typed, snapshot.from_environment())
    if found is None:
        st.session_state[_WRONG] = typed
    else:
        st.session_state[KEY] = found
