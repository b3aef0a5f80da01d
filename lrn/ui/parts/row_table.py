"""A table on screen whose rows open: by a click on any cell, or from a list of names, which the keyboard reaches.

The card of a row opens in the page, not over it: the grid selects a cell whenever the focus comes back to it, and so a
dialog that is closed would open again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st
from pandas.io.formats.style import Styler

from lrn import texts
from lrn.ui.base import on_offer
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.browser.page import is_narrow
from lrn.ui.parts import activity_card, partner_card, row_search
from lrn.ui.parts.columns import NAMES, WIDEST, WRAPPED, as_text, wide

Opener = Callable[[str | None], None]
"""Called in a callback with the ID of the row that is to open, or with None when it was let go."""

CARDS = {"activiteiten": activity_card.card, "partners": partner_card.partner, "verbindingslijnen": partner_card.line}
"""How the card of each kind of row is drawn."""


_ROW, _HEAD = 36, 39  # pixels
_ON_NARROW = (165, 120)  # pixels of the two columns that fit on a page of 320
_LOOKED_AT = 1000  # names that the width of a column is measured by


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
    """Draw *shown*, whose rows have *ids*: the *columns*, each with its configuration, at most *high* rows in view.

    The columns that name a row are as wide as the longest name, or as they are configured; on a narrow page there are
    two columns, and a click opens the rest. A click on a row calls *on_open*. When what opens takes the place of the
    table (*replaced*), the cell is let go: on return the same row can be clicked again.
    """
    columns, height = _fitted(shown, columns)
    # The key tells page.js that Tab passes the cells by: who reaches one selects it, and would open its row.
    with st.container(key=f"opent {key}"):
        st.dataframe(
            shown,
            key=key,
            placeholder="",
            hide_index=True,
            height=height * min(len(ids), high if height == _ROW else high // 2 + 1) + _HEAD,
            row_height=None if height == _ROW else height,
            column_config=columns,
            column_order=list(columns),
            on_select=partial(_clicked, key, ids, on_open, replaced),
            selection_mode="single-cell",
            alt=f"{alt}; een klik op een rij opent die",
        )


def _fitted(shown: pd.DataFrame | pa.Table | Styler, columns: dict[str, Any]) -> tuple[dict[str, Any], int]:
    """Those of *columns* that there is room for, as wide as they must be, and how high a row is."""
    if is_narrow():
        fit = zip(columns, _ON_NARROW, strict=False)
        return {name: columns[name] | {"width": width} for name, width in fit}, WRAPPED
    rows: Any = shown
    if isinstance(shown, Styler):
        rows = rows.data
    names = {name: [str(cell) for cell in rows[name][:_LOOKED_AT]] for name in columns if name in NAMES}
    widths = {name: wide(cells) for name, cells in names.items()}
    wraps = any(wide(cells, sys.maxsize) > widths[name] for name, cells in names.items())
    fitted = columns | {
        name: columns[name] | {"width": min(width, columns[name].get("width") or WIDEST)}
        for name, width in widths.items()
    }
    return fitted, WRAPPED if wraps else _ROW


def plain(
    shown: pd.DataFrame,
    widths: Mapping[str, int],
    *,
    key: str,
    alt: str,
    most: int,
    narrow: Mapping[str, int] | None = None,
    columns: Mapping[str, Any] | None = None,
    wraps: bool = False,
) -> None:
    """Draw *shown*, whose rows have no card: the columns of *widths* (pixels), at most *most* pixels high.

    The others are in the download. On a narrow page there are two (those of *narrow*, else the first), and a click
    on a row shows all of it below the table. *columns* configures them; *wraps*: texts take more lines.
    """
    config = dict(columns or {})
    heading = {name: str((config.get(name) or {}).get("label") or name) for name in shown.columns}
    fits = dict(widths)
    if is_narrow():
        fits = dict(narrow or zip(widths, _ON_NARROW, strict=False))
    config |= {name: (config.get(name) or st.column_config.Column()) | {"width": width} for name, width in fits.items()}
    high = WRAPPED if wraps or is_narrow() else _ROW
    st.dataframe(
        shown,
        key=key,
        placeholder="",
        hide_index=True,
        height=min(high * len(shown) + _HEAD, most),
        row_height=high if high == WRAPPED else None,
        column_config=config,
        column_order=list(fits),
        on_select="rerun" if is_narrow() else "ignore",
        selection_mode="single-cell",
        alt=alt,
    )
    if not is_narrow():
        return
    cells = st.session_state[key]["selection"]["cells"]
    if cells and cells[0][0] < len(shown):
        with st.container(border=True, gap="xxsmall"):
            for name, cell in shown.iloc[cells[0][0]].items():
                st.markdown(f"**{escape(heading[str(name)])}** {escape(as_text(cell))}")
    else:
        paper.hint(f"open_{key}", "Tik op een rij om er alles van te lezen.")


def chooser(
    kind: str,
    ids: Sequence[str],
    names: Sequence[str],
    *,
    key: str,
    view: View | None = None,
    on_open: Opener | None = None,
    in_address: bool = False,
) -> str | None:
    """A list of *names* to choose a row by: the grid itself answers to no key before it was clicked. Returns the ID.

    With *on_open* what opens takes the place of the list, and the choice is let go. With *in_address* it stands in
    the address, by its name and its ID, as the parameter *key*. Many names are searched (``row_search``): in *view*,
    or without one by the words that the page itself has for it.
    """
    one = texts.COUNTED[kind][0]
    if view is None and not row_search.is_list(len(ids)):
        paper.hint(f"kies_{key}", f"Klik op een rij, of zoek hierboven de {one}.")
        return None
    by_id = {i: f"{name} ({i})" if in_address else name for i, name in zip(ids, names, strict=True)}
    found = row_search.offered(view, kind, by_id, key) if view else list(ids)
    if in_address:
        on_offer.note(f"Open een {one}", key, found, by_id.__getitem__)
    if not found:
        return None
    return st.selectbox(
        f"Open een {one}",
        found,
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
