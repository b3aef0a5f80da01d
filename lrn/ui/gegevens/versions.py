"""Chooses one side of a comparison: which state of the register, and on which peildatum."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import streamlit as st

from lrn import clock
from lrn.measures.compare.earlier import year_earlier
from lrn.measures.compare.versions import State
from lrn.register import load
from lrn.register.model import Register
from lrn.register.reading import snapshot
from lrn.selection import FIRST_DAY, LAST_DAY
from lrn.ui.base import cache, compare_with, on_offer, preview
from lrn.ui.base.cache import Store, View
from lrn.ui.parts import upload

Side = Literal["van", "naar"]
_LABELS: dict[Side, str] = {"van": "Eerdere stand", "naar": "Huidige stand"}
_BROUGHT = "_{}_werkmap"  # in the session: the register in a workbook that was brought for one side
NOW, SHARED, BROUGHT = compare_with.NOW, "Het register van iedereen", "Een andere werkmap…"


def choose(view: View, side: Side) -> State | None:
    """Draw the choice of one *side* and return it; None while a workbook has yet to be brought.

    Raises :class:`~lrn.register.model.Unreadable` when the chosen state cannot be read.
    """
    kept = snapshot.names(snapshot.from_environment())
    options = [NOW, *([SHARED] if preview.current() else []), *kept, BROUGHT]
    # Comparing a state with itself says nothing: the newest kept state that is another one, if there is any.
    source = view.register.source
    itself = (source.modified.replace(microsecond=0), Path(source.name).stem)
    others = (name for name, found in kept.items() if (found.modified, found.name) != itself)
    default = next(others, NOW) if side == "van" else NOW
    on_offer.note(_LABELS[side], side, options)
    if st.session_state.get(side) not in (None, *options):
        del st.session_state[side]
    chosen = st.selectbox(
        _LABELS[side],
        options,
        index=options.index(default),
        key=side,
        placeholder="Kies",
        bind="query-params",
        width=360,
        on_change=_forget_day,
        args=(side,),
    )
    register = _register(view, side, chosen, kept)
    if register is None:
        return None
    everything = view.selection.peildatum is None
    day = st.date_input(
        f"Peildatum {_LABELS[side].lower()}",
        value=_usual_day(view, side, chosen, kept),
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key=f"{side}_dag",
        bind="query-params",
        format="DD-MM-YYYY",
        disabled=everything,
        width=160,
    )
    selection = view.selection.on(None if everything else day or clock.today())
    key = ("state", register.source.version, register.checked_on, selection)
    return store(view).cached(key, lambda: State(register, selection))


def store(view: View) -> Store:
    """Where what is made of a comparison is kept: with a workbook that was brought, in this session only."""
    if any(_BROUGHT.format(side) in st.session_state for side in _LABELS):
        own: Store = st.session_state.setdefault("_vergelijking", Store(20))
        return own
    st.session_state.pop("_vergelijking", None)
    return view.store


def _register(view: View, side: Side, chosen: str, kept: dict[str, snapshot.Snapshot]) -> Register | None:
    if chosen != BROUGHT:
        st.session_state.pop(_BROUGHT.format(side), None)
    if chosen == NOW:
        return view.register
    if chosen == SHARED:
        return cache.open_register().register
    if chosen == BROUGHT:
        return _brought(side)
    return cache.open_file(kept[chosen].path)


def _brought(side: Side) -> Register | None:
    """The register in a workbook that the visitor brings for this comparison only; it stays in this session."""
    brought = upload.box(f"Werkmap {_LABELS[side].lower()}", key=f"{side}_werkmap", width=360)
    if brought is None:
        st.session_state.pop(_BROUGHT.format(side), None)
        return None
    known = st.session_state.get(_BROUGHT.format(side))
    if known is None or known[0] != brought.file_id:
        with preview.one_at_a_time(brought.name):
            known = (brought.file_id, load.load_content(brought.name, brought.getvalue()))
        st.session_state[_BROUGHT.format(side)] = known
    return known[1]


def _usual_day(view: View, side: Side, chosen: str, kept: dict[str, snapshot.Snapshot]) -> date:
    """The peildatum that goes with a state: a kept one is seen on its own day, today's workbook a year earlier."""
    day = view.selection.peildatum or clock.today()
    if chosen in kept:
        return kept[chosen].modified.date()
    return year_earlier(day) if side == "van" and chosen == NOW else day


def _forget_day(side: Side) -> None:
    st.session_state.pop(f"{side}_dag", None)
