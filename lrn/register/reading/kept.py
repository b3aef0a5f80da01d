"""The cells of a sheet that hold no text: what they are, and how Excel shows them by their number format.

The contract reads texts; this is for what must be shown as its keeper sees it. Number formats are looked up for the
columns that are asked for only: most registers need none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from typing import Any

from lrn.register.reading.number_format import as_shown

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

    def filled_down(self, tops: Mapping[int, Mapping[int, int]]) -> Kept:
        """The same, with the value of a merged cell on each row: *tops* gives by position and row where it stands."""
        columns = dict(self.columns)
        for position in columns.keys() & tops.keys():
            cells = columns[position] = list(columns[position])
            cells += [None] * (max(tops[position]) + 1 - len(cells))
            for row, top in tops[position].items():
                cells[row] = cells[top]

        def with_covered(told: Callable[[int], ByRow], position: int) -> ByRow:
            by_row, covered = told(position), tops.get(position, {})
            return {**by_row, **{row: by_row.get(top, "") for row, top in covered.items()}} if covered else by_row

        return replace(
            self,
            columns=columns,
            formats=cache(partial(with_covered, self.formats)),
            texts=cache(partial(with_covered, self.texts)),
        )

    def without(self, places: Collection[tuple[int, int]]) -> Kept:
        """The same, but for the cells at *places* (row, position), which hold a text now."""
        columns = dict(self.columns)
        for row, position in places:
            if position in columns and row < len(columns[position]):
                if columns[position] is self.columns[position]:
                    columns[position] = list(columns[position])
                columns[position][row] = None  # type: ignore[index]
        return replace(self, columns=columns)

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
        return str(cell)
    if kind is float:
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if kind is date:
        return f"{cell} 00:00:00"
    if kind is datetime:
        return str(cell.isoformat(" ", "seconds"))
    if kind is timedelta or kind is time:
        return as_shown(cell)
    return str(cell)
