"""The tables of the workbook of a selection: those on a sheet of their own, and those under each other."""

from __future__ import annotations

from itertools import groupby
from typing import Any

Rows = list[tuple[Any, ...]]


def tables(book: Any) -> dict[str, Rows]:
    """The rows of each table by its name, the headings first; of ``Selectie`` its lines."""
    found: dict[str, Rows] = {}
    for sheet in book.worksheets:
        rows = list(sheet.iter_rows(values_only=True))
        if sheet.title == "Cijfers":
            for filled, block in groupby(rows[1:], key=any):
                if filled:
                    (name, *_), head, *body = block
                    wide = sum(cell is not None for cell in head)
                    found[name] = [head[:wide], *(row[:wide] for row in body)]
        else:
            found[sheet.title] = rows
    return found
