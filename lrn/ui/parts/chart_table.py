"""The figures of a chart as a table, each leading to the rows that it counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from textwrap import wrap
from typing import Any

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures.rows.evidence import Evidence
from lrn.ui.base.cache import View
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.browser.page import is_narrow
from lrn.ui.parts import evidence
from lrn.ui.parts.columns import WRAPPED, with_commas
from lrn.views.chart import Chart


def table(view: View, frame: pd.DataFrame, described: Chart, alt: str, *, values: str) -> pd.DataFrame:
    """The figures of a chart with Dutch headings, as drawn and returned; shares read as they do in the chart.

    A cross table holds *values* (aantal or aandeel). A click shows below the table where the rows are that the figures
    of that row count, and in a cross table those of that cell.
    """
    told = frame.assign(
        **{
            column: [
                "" if texts.is_few(total) else texts.percentage(share, 1 if described.cross else total)
                for share, total in zip(frame[column], frame[described.share_of], strict=True)
            ]
            for column in frame.columns
            if column.startswith("aandeel")
        }
    )
    if "verschil" in told:
        told["verschil"] = [texts.points(share) if share == share else "" for share in told["verschil"]]
    shown = described.as_table(told, values)
    leading(
        view,
        shown,
        partial(behind, frame, described, shown),
        key=f"{described.key}_cijfers",
        alt=f"Cijfers: {alt}",
        width=620,
    )
    return shown


def leading(
    view: View,
    shown: pd.DataFrame,
    counts: Callable[[int, str], list[Evidence]],
    *,
    key: str,
    alt: str,
    **options: Any,
) -> None:
    """Figures as a table: below it the way to the rows of the one that is clicked.

    *counts* says what the figures count that a click on a row (its position) and a column is about; *options* go to
    the table itself.
    """
    cell = clicked(shown, key=key, alt=alt, **options)
    asked = counts(*cell) if cell else []
    if asked:
        with paper.on_screen_only(f"achter_{key}"):
            for counted in asked:
                _link(view, counted)
    elif len(shown):
        invite(key)


def invite(key: str) -> None:
    """That a click on a figure in the table *key* leads on; not on paper."""
    paper.hint(f"klik_{key}", "Klik op een getal om te zien wat het telt.")


def clicked(
    shown: pd.DataFrame, *, key: str, alt: str, decimals: Mapping[str, int] | None = None, **options: Any
) -> tuple[int, str] | None:
    """Draw *shown*, a table of figures, and return the row (its position) and the column of the cell that is clicked.

    None while none is, or when the table has become shorter since. *decimals* as for ``tables.with_commas``.
    On a narrow page the names stay in sight while the figures are scrolled.
    """
    how = {"height": min(36 * (len(shown) + 1) + 3, 460)} | options
    if is_narrow():
        names, high = st.column_config.Column(width=_NAMES, pinned=True), _row_height(shown)
        how |= {
            "height": min(high * len(shown) + 39, 460),
            "row_height": high,
            "column_config": {**(options.get("column_config") or {}), shown.columns[0]: names},
        }
    selected = st.dataframe(
        with_commas(shown, decimals),
        key=key,
        hide_index=True,
        placeholder="",
        on_select="rerun",
        selection_mode="single-cell",
        alt=alt,
        **how,
    )
    cells = selected["selection"]["cells"]
    return cells[0] if cells and cells[0][0] < len(shown) else None


_NAMES = 130  # pixels of the names on a narrow page
_LETTERS, _LINE = 15, 21  # letters of a name that fit beside each other there, and pixels of a line


def _row_height(shown: pd.DataFrame) -> int:
    """How high each row is on a narrow page, in pixels, so that the longest name is seen whole."""
    lines = max((len(wrap(str(name), _LETTERS)) for name in shown.iloc[:, 0]), default=1)
    return max(WRAPPED, _LINE * lines + 4)


def behind(frame: pd.DataFrame, described: Chart, shown: pd.DataFrame, position: int, column: str) -> list[Evidence]:
    """What the figures count that a click on *column* in the row at *position* of the *shown* table is about.

    In a cross table that of one cell, none for the heading of a row; otherwise all figures of the row.
    """
    if not described.cross:
        row = frame.iloc[position].to_dict()
        return [counts(row) for counts in described.evidence.values()]
    rows, columns = described.cross
    heading = shown.iloc[position, 0]
    cell = frame[(frame[rows] == heading) & (frame[columns] == column)]
    return [described.evidence["aantal"](found) for found in cell.head(1).to_dict("records")]


def _link(view: View, counted: Evidence) -> None:
    amount = evidence.amount(view, counted)
    words = escape(", ".join(counted.phrases(evidence.names(view))))
    if not amount:
        st.caption(f"{texts.counted(counted.unit, 0)}: {words}")
        return
    evidence.link(counted, f"Bekijk {texts.the(counted.unit, amount)}: {words}")
