"""What a link, or an earlier choice, asks of a choice on the page that is not on offer there: said above the page.

What can be chosen on a page hangs on the selection: with municipalities chosen in the sidebar no region can be, and a
quarter, a combination or a place to lay beside another may have gone. Streamlit drops such a value without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import streamlit as st

from lrn import texts
from lrn.ui.base.escaping import escape
from lrn.ui.browser import DeltaGenerator

T = TypeVar("T")

_PAGE, _DRAWN, _MISSED = "_aanbod_pagina", "_aanbod_getekend", "_aanbod_gemist"


def note(label: str, key: str, options: Iterable[T], name: Callable[[T], str] = str) -> None:
    """Remember what is asked of the choice *key*, called *label*, that is not among its *options*.

    To be called before the choice is drawn, or instead of it when there is nothing to choose. In the address an option
    is called by its *name*. What was missed is said until something is chosen, or until it is on offer after all.
    """
    missed: dict[str, tuple[str, list[str]]] = st.session_state.setdefault(_MISSED, {})
    st.session_state.setdefault(_DRAWN, set()).add(key)
    typed = [value for value in dict.fromkeys(st.query_params.get_all(key)) if value.strip()]
    asked = typed or missed.pop(key, ("", []))[1]
    if not asked:
        return
    offered = list(options)
    if (chosen := _chosen(key)) and all(value in offered for value in chosen):
        missed.pop(key, None)  # also where the address says it in another way
        return
    names = set(map(name, offered))
    unknown = [value for value in asked if value not in names]
    missed.pop(key, None)
    if unknown:
        missed[key] = (label, unknown)


def _chosen(key: str) -> list[Any]:
    value = st.session_state.get(key)
    return list(value) if isinstance(value, list) else [] if value is None else [value]


@contextmanager
def told(page: str, above: DeltaGenerator) -> Iterator[None]:
    """Says *above* the *page* (its URL path) which of what was asked is not on offer, once that page is drawn."""
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE], st.session_state[_MISSED] = page, {}
    st.session_state[_DRAWN] = set()
    yield
    drawn = st.session_state[_DRAWN]
    missed = [asked for key, asked in st.session_state.get(_MISSED, {}).items() if key in drawn]
    named = [f"‘{texts.cut(value)}’ bij ‘{label}’" for label, values in missed for value in values]
    if named:
        above.caption(f"Met deze selectie niet te kiezen: {escape(texts.some(named, length=200))}.")
