"""Rows to choose one of by its name: all of them in a list, or of many those that are searched for."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from lrn import texts
from lrn.measures.rows import search
from lrn.ui.base.cache import View, cached

MOST = 300
"""Names in a list to choose from. More take the browser longer than all else on a page, and nobody reads them."""


def is_list(amount: int) -> bool:
    """Whether so many names are offered as a list; more are searched."""
    return amount <= MOST


def offered(view: View, kind: str, names: Mapping[str, str], key: str) -> list[str]:
    """The IDs of the rows of *kind* that the choice *key* offers, out of *names* (name by ID).

    Of many this draws a field to search them in, as the page Register does, and returns what is found with what is
    chosen already; nothing until then.
    """
    if is_list(len(names)):
        return list(names)
    one = texts.COUNTED[kind][0]
    typed = st.text_input(
        f"Zoek een {one}",
        key=f"{key}_zoek",
        type="search",
        placeholder=f"Zoek in {texts.counted(kind, len(names))}",
        width=300,
    )
    kept = _chosen(names, key)
    found = [identity for identity in _found(view, kind, names, typed or "") if identity != kept]
    return [*([kept] if kept else []), *found]


def _found(view: View, kind: str, names: Mapping[str, str], typed: str) -> list[str]:
    """The best of *names* for what was *typed*."""
    if not typed.strip():
        return []
    index = cached(view, search.index, "register", kind=kind)
    return [hit.id for hit in index.find(typed, among=names.keys())[:MOST]]


def _chosen(names: Mapping[str, str], key: str) -> str | None:
    """The ID that is chosen, also when only the address says so yet; there a name ends with its ID."""
    if key in st.session_state:
        known: str | None = st.session_state[key]
        return known if known in names else None
    typed = st.query_params.get(key, "")
    identity = typed.removesuffix(")").rpartition("(")[2]
    return identity if names.get(identity) == typed else None
