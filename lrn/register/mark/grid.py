"""The cells of one worksheet: finding them, making them where there are none, and how wide and high they are."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from lrn.register.mark.package import BROKEN, NotMarkable
from lrn.register.mark.schema import WORKSHEET, Cell, CellRange, child, new_element, number, q, yes

_POINT = 4 / 3  # pixels
_TEXTS = ("s", "str", "inlineStr")


class Grid:
    """The cells of a worksheet. A row or cell without an address stands right after the one before it."""

    def __init__(self, root: Any) -> None:
        """Raises :class:`NotMarkable` when *root* is no worksheet."""
        if root.tag != q("worksheet"):
            raise NotMarkable(BROKEN)
        self._root = root
        self._data = child(root, "sheetData", WORKSHEET)
        self._rows: dict[int, Any] = {}
        at = 0
        for row in self._data.iterchildren(q("row")):
            at = number(row.get("r"), at + 1)
            self._rows.setdefault(at, row)
        self._numbers = sorted(self._rows)

    def cell(self, at: Cell) -> Any:
        """The ``c`` element at *at*, made in the style of its row or column when there is none."""
        row = self._row(at.row)
        cells = dict(_cells(row))
        if at.column in cells:
            return cells[at.column]
        previous = max((column for column in cells if column < at.column), default=None)
        new = new_element(row, "c", r=at.ref)
        style = number(row.get("s")) if yes(row.get("customFormat")) else self._column_style(at.column)
        if style:
            new.set("s", str(style))
        if previous is None:
            row.insert(0, new)
        else:
            cells[previous].addnext(new)
        self._widen(row, at)
        return new

    def of_texts(self, columns: Collection[int], but: Collection[Cell]) -> set[int]:
        """Which of *columns* hold more texts than numbers, the cells in *but* aside."""
        more: Counter[int] = Counter()
        for at, row in self._rows.items():
            for column, cell in _cells(row):
                filled = column in columns and (cell.find(q("v")) is not None or cell.find(q("is")) is not None)
                if filled and Cell(at, column) not in but:
                    kind = cell.get("t", "n")
                    more[column] += 1 if kind in _TEXTS else -1 if kind == "n" else 0
        return {column for column, amount in more.items() if amount > 0}

    def restyle(self, styles: Mapping[int, int]) -> bool:
        """Give each cell whose style is in *styles* the other one; whether there was such a cell."""
        wanted = {str(old): str(new) for old, new in styles.items()}
        found = [cell for cell in self._data.iter(q("c")) if cell.get("s") in wanted]
        for cell in found:
            cell.set("s", wanted[cell.get("s")])
        return bool(found)

    def shown_at(self, cells: Iterable[Cell]) -> dict[Cell, Cell]:
        """Where each of *cells* is shown: itself, or the first cell of the merged area that it lies in."""
        shown = {cell: cell for cell in cells}
        for merged in self._root.iterfind(f"{q('mergeCells')}/{q('mergeCell')}"):
            area = CellRange.read(merged.get("ref", ""))
            if area is None:
                continue
            if area.size < len(shown):
                inside = [
                    Cell(row, column)
                    for row in range(area.first.row, area.last.row + 1)
                    for column in range(area.first.column, area.last.column + 1)
                ]
            else:
                inside = [cell for cell in shown if area.holds(cell)]
            shown |= {cell: area.first for cell in inside if cell in shown}
        return shown

    def column_width(self, column: int) -> int:
        """The width of a column in pixels (Calibri 11, near enough to place a note)."""
        found = self._column(column)
        if found is not None and yes(found.get("hidden")):
            return 0
        form = self._root.find(q("sheetFormatPr"))
        default = form.get("defaultColWidth") if form is not None else None
        width = _decimal(found.get("width") if found is not None else default, 8.43)
        return round(width * 7 + 5)

    def row_height(self, row: int) -> int:
        """The height of a row in pixels; of a row that Excel fits to its text, what is known of it."""
        found = self._rows.get(row)
        if found is not None and yes(found.get("hidden")):
            return 0
        form = self._root.find(q("sheetFormatPr"))
        default = _decimal(form.get("defaultRowHeight") if form is not None else None, 15)
        return round(_decimal(found.get("ht") if found is not None else None, default) * _POINT)

    def _row(self, at: int) -> Any:
        if at not in self._rows:
            place = bisect_left(self._numbers, at)
            new = new_element(self._data, "row", r=str(at))
            if place:
                self._rows[self._numbers[place - 1]].addnext(new)
            else:
                self._data.insert(0, new)
            self._rows[at] = new
            insort(self._numbers, at)
        return self._rows[at]

    def _column(self, at: int) -> Any:
        for column in self._root.iterfind(f"{q('cols')}/{q('col')}"):
            if number(column.get("min")) <= at <= number(column.get("max")):
                return column
        return None

    def _column_style(self, at: int) -> int:
        column = self._column(at)
        return number(column.get("style")) if column is not None else 0

    def _widen(self, row: Any, at: Cell) -> None:
        """Keep true what the sheet says about its own size, for who trusts it."""
        dimension = self._root.find(q("dimension"))
        area = CellRange.read(dimension.get("ref", "")) if dimension is not None else None
        if area is not None and not area.holds(at):
            dimension.set("ref", area.with_cell(at).ref)
        first, _, last = row.get("spans", "").partition(":")
        if last:
            row.set("spans", f"{min(number(first, 1), at.column)}:{max(number(last, 1), at.column)}")


def walk(start: int, offset: int, distance: int, size: Any, last: int) -> tuple[int, int]:
    """The row or column, and the pixels into it, at *distance* from *offset* pixels into *start*.

    *size* gives the pixels of a row or column. No more than two hundred are passed, and none beyond *last*.
    """
    left = offset + distance
    for at in range(start, min(start + 200, last)):
        if left < size(at):
            return at, left
        left -= size(at)
    return min(start + 200, last), 0


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row with their columns."""
    at = 0
    for cell in row.iterchildren(q("c")):
        address = Cell.read(cell.get("r", ""))
        at = address.column if address else at + 1
        yield at, cell


def _decimal(text: str | None, default: float) -> float:
    """A positive number from an attribute; *default* when it is none (and for nan)."""
    try:
        value = float(text) if text else default
    except ValueError:
        return default
    return value if 0 <= value <= 1000 else default
