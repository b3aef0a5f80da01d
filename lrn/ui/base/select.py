"""The ways in which a visitor chooses, each kept in the address: one of a few, one of many, several."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import streamlit as st

from lrn.ui.base import on_offer

T = TypeVar("T")
S = TypeVar("S", bound=str)

FORMERLY: dict[str, dict[str, Any]] = {
    "kijk": {"Accent van een plaats": "accent", "Genoemd en te zien": "te_zien"},
    "staat": {"Genoemd en te zien": "beide", "Alleen te zien": "alleen_te_zien"},
    "toen": {"Toen actief": "aantal", "Toen actief, op de peildatum voorbij": "voorbij"},
    "cijfers": {"Per plaats": "Per regio"},
    "weergave": {"Los": "los"},
}
"""What a choice was called in links of before, by its parameter: they still open the same view."""


def segments(label: str, key: str, names: dict[S, str], default: S | None = None, **more: Any) -> S:
    """One of a few, all in sight: a key of *names*; the first one, or *default*, until a visitor chooses.

    An address can hold the name of the choice with nothing behind it (``?maat=``): that is the default too.
    """
    usual = default or next(iter(names))
    if key in st.session_state and st.session_state[key] is None:
        st.session_state[key] = usual
    understand(key, {name: option for option, name in names.items()}, FORMERLY.get(key, {}))
    on_offer.note(label, key, names, names.__getitem__)  # what has another name now is chosen, and nothing is missed
    chosen: S | None = st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        default=usual,
        required=True,
        key=key,
        bind="query-params",
        wrap=True,
        **more,
    )
    if chosen is None:
        st.rerun()  # only now can it be set, and then it is shown as chosen
    return chosen


def understand(key: str, names: Mapping[str, T], formerly: Mapping[str, T], *, many: bool = False) -> None:
    """Have a link open what it names as that was called before: the options of the choice *key*, by name now and then.

    To be called before the choice is drawn.
    """
    asked = st.query_params.get_all(key)
    if key in st.session_state or not any(name in formerly and name not in names for name in asked):
        return
    found = [option for name in asked if (option := names.get(name, formerly.get(name))) is not None]
    st.session_state[key] = found if many else found[0]


def several(label: str, key: str, options: Sequence[T], name: Callable[[T], str], placeholder: str) -> tuple[T, ...]:
    """Those of *options* that are chosen, in their order; one that is no longer among them is let go."""
    on_offer.note(label, key, options, name)
    state = st.session_state.get(key)
    if state and not set(state) <= set(options):
        st.session_state[key] = [value for value in state if value in options]
    chosen = st.multiselect(
        label, options, format_func=name, key=key, bind="query-params", placeholder=placeholder, width=280
    )
    return tuple(option for option in options if option in chosen)


def one(
    label: str,
    key: str,
    options: Sequence[T],
    name: Callable[[T], str],
    placeholder: str,
    *,
    width: int = 210,
    **more: Any,
) -> T | None:
    """One of many, or None; a choice that is no longer among *options* is let go."""
    on_offer.note(label, key, options, name)
    if st.session_state.get(key) is not None and st.session_state[key] not in options:
        st.session_state[key] = None
    chosen: T | None = st.selectbox(
        label,
        options,
        index=None,
        format_func=name,
        key=key,
        bind="query-params",
        placeholder=placeholder,
        width=width,
        **more,
    )
    return chosen
