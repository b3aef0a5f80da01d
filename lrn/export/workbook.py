"""Tables as .csv and .xlsx, for people who go on in Excel. The same table gives the same bytes.

What holds for both:

- No cell is a formula or a link, whatever someone typed in the register; characters that a file cannot hold are left
  out and a text ends where Excel's cell does (``lrn.cells``). In the workbook a text stays a text; a csv cannot say
  that 0484 is one, so Excel makes 484 of it.
- A number is a number and a date a date (dd-mm-yyyy, with the time where it is not midnight); a yes or no is ja or
  nee; what is missing, infinite included, is an empty cell.
- A number or date that Excel would show as another one (more than 15 digits, before 1900) is written as a text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lrn.cells import inert, runs, storable
from lrn.export.book import Book

Cell = str | int | float | datetime | None

SELECTIE = "Selectie"
"""The last sheet of a workbook: what was chosen, from which register, and when."""

CREATED = datetime(2026, 1, 1)  # a fixed moment, else no two files would be the same
WIDEST = 60  # characters; a longer text goes on below
EXACT = 10**15  # Excel keeps fifteen digits
SHEET_NAME_LENGTH = 31
LINE_HEIGHT, HIGHEST = 15, 405  # points; Excel has no row above 409
DAY, MOMENT = "dd-mm-yyyy", "dd-mm-yyyy hh:mm"


def as_csv(table: pd.DataFrame) -> bytes:
    """*table* as a Dutch Excel opens it: UTF-8 with a mark, semicolons, decimal commas, the headings on line 1."""
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([inert(str(heading)) for heading in table.columns])
    lines.writerows([_field(cell) for cell in row] for row in _rows(table))
    return out.getvalue().encode("utf-8-sig")


def as_workbook(sheets: Mapping[str, pd.DataFrame], about: Sequence[tuple[str, str]]) -> bytes:
    """An .xlsx with a sheet for each table, and a last one, "Selectie", with the (label, value) lines of *about*.

    Headings are bold, stay in view and have a filter. Names of sheets are mended where Excel would refuse them.
    """
    out = io.BytesIO()
    with Book(out, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        looks = _Looks(book)
        for name, table in zip(sheet_names(sheets), sheets.values(), strict=True):
            _write_table(book.add_worksheet(name), table, looks)
        _write_about(book.add_worksheet(SELECTIE), about, looks)
    return out.getvalue()


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """The names as Excel accepts them, in the same order.

    No ``[]:*?/\\``, no apostrophe at either end, at most 31 characters, none empty, none twice (whatever the case),
    and neither "History" (Excel's own) nor "Selectie" (ours).
    """
    taken = {"history", SELECTIE.lower()}
    names = []
    for name in wanted:
        plain = re.sub(r"[\[\]:*?/\\\s]+", " ", storable(name)).strip(" '")
        plain = _cut(plain, SHEET_NAME_LENGTH).rstrip(" '") or "Blad"
        found, number = plain, 1
        while found.lower() in taken:
            number += 1
            found = f"{_cut(plain, SHEET_NAME_LENGTH - len(f' {number}'))} {number}"
        taken.add(found.lower())
        names.append(found)
    return names


def _cut(text: str, units: int) -> str:
    """*text* of at most *units* UTF-16 units, in which Excel counts."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")


# ── What a value becomes ─────────────────────────────────────────────────────────────────────────────────────


def _rows(table: pd.DataFrame) -> Iterable[tuple[Cell, ...]]:
    """The rows of *table*, by position, as headings may stand there twice; also when it has no columns."""
    columns = [map(_cell, table.iloc[:, position]) for position in range(table.shape[1])]
    return zip(*columns, strict=True)


def _cell(value: Any) -> Cell:
    """*value* as one of the few things that a cell can hold; None for an empty one."""
    if isinstance(value, str):
        return storable(value) or None
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if isinstance(value, bool | np.bool_):
        return "ja" if value else "nee"
    if isinstance(value, Integral):
        return int(value) if abs(int(value)) < EXACT else str(value)
    if isinstance(value, Real | Decimal):
        return float(value) if np.isfinite(float(value)) else None
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    if isinstance(value, date):
        return _day(value)
    return storable(str(value)) or None


def _day(value: date) -> datetime | str:
    """A date as midnight of that day, without a time zone; as text where Excel has no such day."""
    when = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    when = datetime(when.year, when.month, when.day, when.hour, when.minute, when.second)
    return when if when.year >= 1900 else _written(when)


def _written(when: datetime) -> str:
    """01-10-2026, and 01-10-2026 14:05 when it is not midnight."""
    day = f"{when.day:02}-{when.month:02}-{when.year:04}"
    return f"{day} {when:%H:%M}" if _has_time(when) else day


def _has_time(when: datetime) -> bool:
    return (when.hour, when.minute, when.second) != (0, 0, 0)


def _field(cell: Cell) -> str:
    """A cell as it stands in a csv. Only texts can run; a negative number is a number and needs no apostrophe."""
    match cell:
        case None:
            return ""
        case float():
            return np.format_float_positional(cell, trim="-").replace(".", ",")
        case datetime():
            return _written(cell)
        case str():
            return inert(cell)
        case _:
            return str(cell)


# ── Sheets ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Look:
    """How a cell looks. ``safe`` is for a text that Excel would run once someone edits the cell."""

    plain: Format
    safe: Format


class _Looks:
    """The looks of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        def look(**more: object) -> Look:
            both = {"valign": "top", **more}
            return Look(book.add_format(both), book.add_format({**both, "quote_prefix": True}))

        self.text = look(text_wrap=True)
        self.bold = look(text_wrap=True, bold=True)
        self.number = look()
        self.day = look(num_format=DAY, align="left")
        self.moment = look(num_format=MOMENT, align="left")

    def of(self, cell: Cell) -> Look:
        """The look that goes with the kind of *cell*."""
        match cell:
            case datetime():
                return self.moment if _has_time(cell) else self.day
            case int() | float():
                return self.number
            case _:
                return self.text


def _write_table(sheet: Worksheet, table: pd.DataFrame, looks: _Looks) -> None:
    headings = tuple(storable(str(heading)) for heading in table.columns)
    body = list(_rows(table))
    beside = [_width(heading) + 3 for heading in headings]  # room for the button of the filter
    for row in body:
        beside = [max(width, _width(cell)) for width, cell in zip(beside, row, strict=True)]
    widths = [min(width, WIDEST) for width in beside]
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width + 1)
    _write_row(sheet, 0, headings, widths, [looks.bold] * len(headings))
    for number, row in enumerate(body, start=1):
        _write_row(sheet, number, row, widths, [looks.of(cell) for cell in row])
    sheet.freeze_panes(1, 0)
    if headings:
        sheet.autofilter(0, 0, len(body), len(headings) - 1)


def _write_about(sheet: Worksheet, about: Sequence[tuple[str, str]], looks: _Looks) -> None:
    widths = [26, WIDEST]
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width + 1)
    for number, (label, value) in enumerate(about):
        _write_row(sheet, number, (storable(label), storable(value)), widths, [looks.bold, looks.text])


def _write_row(sheet: Worksheet, number: int, row: Sequence[Cell], widths: list[int], looks: Sequence[Look]) -> None:
    """Write one row, as high as its longest text: Excel would see to that itself, other programs do not."""
    for position, (cell, look) in enumerate(zip(row, looks, strict=True)):
        match cell:
            case str() if cell:
                sheet.write_string(number, position, cell, look.safe if runs(cell) else look.plain)
            case datetime():
                sheet.write_datetime(number, position, cell, look.plain)
            case int() | float():
                sheet.write_number(number, position, cell, look.plain)
    lines = max((_lines(cell, width) for cell, width in zip(row, widths, strict=True)), default=1)
    if lines > 1:
        sheet.set_row(number, min(lines * LINE_HEIGHT, HIGHEST))


def _width(cell: Cell) -> int:
    """How many characters wide *cell* is; for a text its longest line."""
    match cell:
        case None:
            return 0
        case str():
            return max(map(len, cell.splitlines()), default=0)
        case datetime():
            return len(MOMENT if _has_time(cell) else DAY)
        case _:
            return len(f"{cell:.15g}")


def _lines(cell: Cell, width: int) -> int:
    """How many lines *cell* takes in a column of *width* characters."""
    return sum(max(1, -(-len(line) // width)) for line in cell.splitlines()) if isinstance(cell, str) else 1
