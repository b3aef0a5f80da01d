"""A table on screen whose rows open: by a click on any cell, or from a list of names, which the keyboard reaches.

The card of a row opens in the page, not over it: the grid selects a cell whenever the focus comes back to it, and so a
dialog that is closed would open again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st
from pandas.io.formats.style import Styler

from lrn import texts
from lrn.measures.rows.listing import ROW
from lrn.ui.base import on_offer
from lrn.ui.parts import activity_card, partner_card

Opener = Callable[[str | None], None]
"""Called in a callback with the ID of the row that is to open, or with None when it was let go."""

CARDS = {"activiteiten": activity_card.card, "partners": partner_card.partner, "verbindingslijnen": partner_card.line}
"""How the card of each kind of row is drawn."""


def table(
    shown: pd.DataFrame | pa.Table | Styler,
    *,
    ids: Sequence[str],
    key: str,
    columns: dict[str, Any],
    alt: str,
    on_open: Opener,
    high: int,
    replaced: bool = False,
) -> None:
    """Draw *shown*, whose rows have *ids*, with *columns* as column configuration and at most *high* rows in view.

    A click on a row calls *on_open*. When what opens takes the place of the table (*replaced*), the cell is let go:
    on return the same row can be clicked again.
    """
    names = shown.column_names if isinstance(shown, pa.Table) else list(shown.columns)  # also of a Styler
    st.dataframe(
        shown,
        key=key,
        placeholder="",
        hide_index=True,
        height=36 * min(len(ids), high) + 39,
        column_config=columns,
        column_order=_row_second(names),
        on_select=partial(_clicked, key, ids, on_open, replaced),
        selection_mode="single-cell",
        alt=f"{alt}; een klik op een rij opent die",
    )


def _row_second(names: list[str]) -> list[str]:
    """The columns as they stand on screen: where a row stands in the workbook comes right after its name, or ends."""
    rest = [name for name in names if name != ROW]
    named = 2 if rest[:2] == ["van", "naar"] else 1
    return [*rest[:named], ROW, *rest[named:]] if ROW in names else rest


def chooser(
    kind: str,
    ids: Sequence[str],
    names: Sequence[str],
    *,
    key: str,
    on_open: Opener | None = None,
    in_address: bool = False,
) -> str | None:
    """A list of *names* to choose a row by: the grid itself answers to no key before it was clicked. Returns the ID.

    With *on_open* what opens takes the place of the list, and the choice is let go. With *in_address* it stands in
    the address, by its name and its ID, as the parameter *key*.
    """
    by_id = {i: f"{name} ({i})" if in_address else name for i, name in zip(ids, names, strict=True)}
    one = texts.COUNTED[kind][0]
    if in_address:
        on_offer.note(f"Open een {one}", key, ids, by_id.__getitem__)
    return st.selectbox(
        f"Open een {one}",
        ids,
        index=None,
        format_func=lambda identity: by_id.get(identity, identity),
        key=key,
        bind="query-params" if in_address else None,
        on_change=partial(_chosen, key, on_open) if on_open else None,
        placeholder=f"Klik op een rij, of kies een {one}",
        label_visibility="collapsed",
        width=330,
    )


def _clicked(key: str, ids: Sequence[str], on_open: Opener, replaced: bool) -> None:
    cells = st.session_state[key]["selection"]["cells"]
    on_open(ids[cells[0][0]] if cells and cells[0][0] < len(ids) else None)
    if replaced:
        st.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": []}}


def _chosen(key: str, on_open: Opener) -> None:
    on_open(st.session_state[key])
    st.session_state[key] = None
