"""*Koppelen*, the values that were settled: what was chosen for each, and the way back."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from lrn import texts
from lrn.register.columns import ACTIVITEITEN
from lrn.register.matching import decide
from lrn.register.matching.model import ASIDE
from lrn.register.values.remark import short
from lrn.ui.base import preview
from lrn.ui.base.escaping import escape
from lrn.ui.base.previewed import Preview

MOST = 60  # choices that are drawn
_KEY = "gekozen_waarden"


class Outcome(NamedTuple):
    """What *value* in *column* of *sheet* became: ``new``, "" for an empty cell, None when it stays as it is.

    ``tab`` is where IDs were made, else "".
    """

    sheet: str
    column: str
    value: str
    new: str | None
    tab: str = ""


def chosen(tried: Preview) -> list[Outcome]:
    """Each value that was settled, by sheet and column."""
    found = []
    made = {sheet.tab: sheet.ids_made for sheet in tried.proposal.sheets}
    for match in tried.proposal.matching.sheets:
        if match.sheet == ASIDE:
            continue
        decided = tried.decided.of(match.tab)
        if decided and decided.make_ids and made.get(match.tab):
            found.append(Outcome(match.sheet, "ID", "geen ID", "een ID gemaakt", match.tab))
        for column in dict.fromkeys([*match.values, *match.left]):
            found += [Outcome(match.sheet, column, *told) for told in match.values.get(column, {}).items()]
            found += [Outcome(match.sheet, column, value, None) for value in match.left.get(column, ())]
    return found


def left(tried: Preview) -> int:
    """How many values stay as they are because somebody said so."""
    return sum(one.new is None for one in chosen(tried))


def show(tried: Preview) -> None:
    """Draw what was chosen, behind a line that says how much; nothing when nothing was."""
    found = chosen(tried)
    if not found:
        return
    # Its label changes with each choice, and with that it would close: so it is told to stay as it is.
    with st.expander(
        f"Wat u koos ({texts.number(len(found))})",
        expanded=st.session_state.get(_KEY, False),
        on_change="rerun",
        key=_KEY,
        icon=":material/history:",
    ) as box:
        if not box.open:
            return
        heading = ""
        for number, one in enumerate(found[:MOST]):
            told = one.column if one.sheet == ACTIVITEITEN.name else f"{one.column} ({one.sheet})"
            if told != heading:
                st.markdown(f"**{escape(told)}**")
                heading = told
            _choice(one, number)
        if len(found) > MOST:
            st.caption(f"Nog {texts.number(len(found) - MOST)} staan in de koppeling die u kunt meenemen.")


def _choice(one: Outcome, number: int) -> None:
    new = "blijft staan" if one.new is None else f"**{escape(short(one.new))}**" if one.new else "leeg"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{escape(short(one.value))} → {new}", width="content")
        st.button(
            "Neem terug",
            type="tertiary",
            icon=":material/undo:",
            on_click=_take_back,
            args=(one,),
            key=f"neem_terug_{number}",
        )


def _take_back(one: Outcome) -> None:
    if one.tab:
        preview.decide(decide.ids, one.tab, make=False)
    else:
        preview.decide(lambda decided, _: decide.without_value(decided, one.sheet, one.column, one.value))
