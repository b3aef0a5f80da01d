"""The filters that all pages share: widgets in the sidebar, their values in the URL, and back to a Selection.

Which filters there are stands in :mod:`lrn.filters`. Each widget is bound to the query parameter of its own name
(``bind="query-params"``), so the selection survives a change of page and a link opens the same view elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lrn import clock
from lrn.filters import FILTERS, Filter
from lrn.measures.rows.conditions import is_day
from lrn.register.model import Register
from lrn.selection import ALLE_DATA, FIRST_DAY, LAST_DAY, Selection, parameters
from lrn.ui.base import compare_with


def show(register: Register) -> Selection:
    """Draw the filters where the caller is (the sidebar) and return what they say."""
    _adopt_link(register)
    with st.container(gap="xxsmall"):
        everything = st.toggle(
            "Alles, ongeacht datum",
            key=ALLE_DATA,
            bind="query-params",
            help="Aan: alle activiteiten tellen, ook wat nog moet beginnen of al voorbij is. "
            "Uit: alleen wat actief is op de peildatum.",
        )
        day = st.date_input(
            "Peildatum",
            # Not "today": Streamlit would take the chosen day for the default, and drop it from the URL.
            value=clock.today(),
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            key="peildatum",
            bind="query-params",
            format="DD-MM-YYYY",
            disabled=everything,
        )
    compared_with = compare_with.choose()
    chosen = {each.field: _choose(each, each.offered(register)) for each in FILTERS}
    return Selection(None if everything else day or clock.today(), compared_with, **chosen)


def clear() -> None:
    """Put every filter back to its default; to be used as a callback."""
    widen()
    st.session_state["peildatum"] = clock.today()
    st.session_state[ALLE_DATA] = False
    st.session_state["_link_unknown"] = []


def widen() -> None:
    """Let go what was chosen beside the day; to be used in a callback."""
    for each in FILTERS:
        st.session_state[each.field] = [] if each.several else None


def choose(selection: Selection, *, but: Collection[str] = ()) -> None:
    """Have the filters say *selection*, apart from those named in *but*; in a callback, or before they are drawn."""
    said: dict[str, Any] = {each.field: getattr(selection, each.field) for each in FILTERS}
    said |= {"peildatum": selection.peildatum or clock.today(), ALLE_DATA: selection.peildatum is None}
    said |= {compare_with.KEY: selection.vergelijk}
    for name, value in said.items():
        if name not in but:
            st.session_state[name] = list(value) if isinstance(value, tuple) else value


def link(selection: Selection) -> str:
    """The address of this very view, with its whole selection, so that it shows the same on another day."""
    asked = {name: list(dict.fromkeys(st.query_params.get_all(name))) for name in st.query_params}
    asked |= parameters(selection)
    base = (st.context.url or "").split("?", 1)[0]
    return f"{base}?{urlencode(asked, doseq=True)}" if asked else base


def _choose(each: Filter, options: tuple[Any, ...]) -> Any:
    """What is chosen of one filter, among *options*; a remembered choice that the register no longer has is let go."""
    key, state = each.field, st.session_state.get(each.field)
    said: dict[str, Any] = {"format_func": each.name, "placeholder": each.placeholder, "help": each.help}
    if not each.several:
        if state not in (None, *options):
            st.session_state[key] = None
        return st.selectbox(each.label, options, index=None, key=key, bind="query-params", **said)
    if state and not set(state) <= set(options):
        st.session_state[key] = [value for value in state if value in options]
    chosen = st.multiselect(each.label, options, key=key, bind="query-params", **said)
    return tuple(option for option in options if option in chosen)


def _adopt_link(register: Register) -> None:
    """Understand links that people write by hand, and say which values of a link are not known here.

    ``?regio=AM19`` or ``?ingredient=3`` become the option they stand for; ``?peildatum=alles`` switches the
    peildatum off. Streamlit itself drops what is not an option without a word.
    """
    if st.session_state.get("_link_read"):
        return
    st.session_state["_link_read"] = True
    unknown = compare_with.unknown()
    if st.query_params.get("peildatum") == ALLE_DATA:
        st.session_state[ALLE_DATA] = True
    elif (typed_day := st.query_params.get("peildatum")) and not _is_day(typed_day):
        unknown.append(typed_day)
    for each in FILTERS:
        options, typed = each.offered(register), _typed(each.field)
        if {*typed} <= {*map(each.name, options)}:
            continue
        meant = {text: each.read(text, options) for text in typed}
        found = [code for code in meant.values() if code is not None]
        st.session_state[each.field] = found if each.several else next(iter(found), None)
        unknown += [text for text, code in meant.items() if code is None]
    st.session_state["_link_unknown"] = unknown


def _typed(name: str) -> list[str]:
    """What the address says of one filter; a value that is empty says nothing."""
    return [value for value in st.query_params.get_all(name) if value.strip()]


def _is_day(text: str) -> bool:
    return is_day(text) and FIRST_DAY <= date.fromisoformat(text) <= LAST_DAY


def unknown_in_link(page: str) -> list[str]:
    """The values in the link that opened this session which no filter knows; only on the *page* that it opened."""
    opened = st.session_state.setdefault("_link_page", page)
    return st.session_state.get("_link_unknown", []) if opened == page else []
