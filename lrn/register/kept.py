"""The cells of a sheet that hold no text: what they are, and how Excel shows them by their number format.

The contract reads texts; this is for what must be shown as its keeper sees it. Number formats are looked up for the
columns that are asked for only: most registers need none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from lrn.register.number_format import as_shown

ByRow = Mapping[int, str]
Columns = dict[int, Sequence[Any]]
"""By its position each column that is not all text: its cells as the reader gave them, that of row 1 first."""


@dataclass(frozen=True)
class Kept:
    """``columns`` are those that are not all text.

    ``formats`` gives by row the number format of the cells in a column, ``texts`` how the file itself shows them, which
    an .ods tells. ``codes`` are the number formats that the workbook has at all, "" when they are not known before its
    cells are looked at. Rows and positions are from 0.
    """

    columns: Columns = field(default_factory=dict)
    formats: Callable[[int], ByRow] = lambda position: {}
    texts: Callable[[int], ByRow] = lambda position: {}
    codes: Callable[[], Collection[str]] = lambda: ("",)

    def value(self, row: int, position: int) -> Any:
        """The number, bool, date, datetime, time or timedelta in a cell; None for a text and an empty cell."""
        column = self.columns.get(position, ())
        value = column[row] if row < len(column) else None
        return None if isinstance(value, str) else value

    def shown(self, row: int, position: int) -> str | None:
        """A cell as Excel shows it; None for a text and an empty cell."""
        value = self.value(row, position)
        if value is None:
            return None
        return self.texts(position).get(row) or as_shown(value, self.format(row, position))

    def format(self, row: int, position: int) -> str:
        """The number format of a cell; "" when nothing is known of it."""
        return self.formats(position).get(row, "")


def plain_text(cell: Any) -> str:
    """A cell that is no text, as the contract reads it: 5 for 5.0, a day as 2026-10-01 00:00:00, 24:30."""
    kind = type(cell)
    if kind is str:
        return cell
    if kind is float:
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if kind is date:
        return f"{cell} 00:00:00"
    if kind is datetime:
        return cell.isoformat(" ", "seconds")
    if kind is timedelta or kind is time:
        return as_shown(cell)
    return str(cell)
