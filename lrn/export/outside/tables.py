"""The rows of a selection as typed tables, for programs that count with them: Parquet, and what stands on a map.

Headings, words and what is left out are those of the workbook (``lrn.export.selected``); other than there a date is a
day and a number a number, whatever stands in the other cells.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime

import numpy as np
import pandas as pd
import pyarrow as pa

from lrn.export.outside.asked import Asked
from lrn.export.selected import participations
from lrn.export.values import to_cell, written
from lrn.measures.rows import listing

TABLES = (*listing.SHEETS, "deelnames")
"""The tables of rows, by the word that asks for one."""

DAY = pd.ArrowDtype(pa.date32())


def rows(asked: Asked, kind: str) -> pd.DataFrame:
    """The rows of one of :data:`TABLES`, with Dutch headings and one type in each column (:func:`typed`)."""
    selected = asked.selected
    if kind == "deelnames":
        return typed(participations(selected))
    listed = listing.table(asked.register, getattr(selected, kind), kind=kind, within=selected)
    return typed(listed.rename(columns=listing.headings(asked.register, kind)))


def parquet(asked: Asked) -> bytes:
    """The table that is asked for, with in ``attrs`` where it comes from."""
    table = rows(asked, asked.table)
    table = table.set_axis(distinct(table.columns), axis=1)
    table.attrs.update(asked.about)
    out = io.BytesIO()
    table.to_parquet(out, index=False)
    return out.getvalue()


def distinct(headings: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """*headings*, in order, none as another or as one of *taken*, whatever the case: a number tells them apart.

    >>> distinct(["ID", "Fid", "id"], taken=["fid"])
    ['ID', 'Fid 2', 'id 2']
    """
    used, found = {name.lower() for name in taken}, []
    for heading in headings:
        name, number = heading, 1
        while name.lower() in used:
            number += 1
            name = f"{heading} {number}"
        used.add(name.lower())
        found.append(name)
    return found


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """*table* with one type in each column: text, number, day or moment; "" is missing.

    Addresses and telephone numbers are taken out of texts.
    """
    columns = [_typed(table.iloc[:, position]) for position in range(table.shape[1])]
    return pd.DataFrame(dict(enumerate(columns)), index=table.index).set_axis(table.columns, axis=1)


def _typed(column: pd.Series) -> pd.Series:
    if pd.api.types.is_integer_dtype(column):
        return column
    if pd.api.types.is_float_dtype(column):
        return column.replace([np.inf, -np.inf], np.nan)
    if pd.api.types.is_datetime64_any_dtype(column):
        return _days(column)
    cells = [to_cell(value) for value in column]
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {datetime}:
        return _days(pd.Series(cells, index=column.index, dtype="datetime64[s]"))
    if kinds and kinds <= {int, float}:
        return pd.Series(cells, index=column.index, dtype="float64")
    return pd.Series([None if cell is None else _told(cell) for cell in cells], index=column.index, dtype="string")


def _days(moments: pd.Series) -> pd.Series:
    """*moments* as days, unless one of them has a time."""
    if (moments.dt.normalize() != moments)[moments.notna()].any():
        return moments
    return pd.Series(moments.dt.date.where(moments.notna(), None), dtype=DAY)


def _told(cell: object) -> str:
    if isinstance(cell, datetime):
        return written(cell)
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)
