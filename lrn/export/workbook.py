"""Tables as .csv and .xlsx, for people who go on in Excel. The same table gives the same bytes.

What holds for both:

- No cell is a formula or a link, whatever someone typed in the register; characters that a file cannot hold are left
  out and a text ends where Excel's cell does (``lrn.cells``). In the workbook a text stays a text; a csv cannot say
  that 0484 is one, so Excel makes 484 of it.
- A number is a number and a date a date (dd-mm-yyyy, with the time where it is not midnight); a yes or no is ja or
  nee; what is missing, infinite included, is an empty cell; a ``Share`` (``lrn.export.values``) is a percentage and a
  ``Formatted`` number reads by its number format.
- A number or date that Excel would show as another one (more than 15 digits, before 1900) is written as a text.
- E-mail addresses and telephone numbers are taken out of texts, wherever someone typed them.
"""

from __future__ import annotations

import csv
import io
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lrn import style, texts
from lrn.cells import inert, runs, storable
from lrn.export.book import SafeWorkbook
from lrn.export.values import CellValue, Formatted, Share, has_time, rows, to_cell, to_text, written
from lrn.register.reading.number_format import GENERAL

About = Sequence[tuple[str, object]]
"""Lines (label, value) that say where tables come from."""

SELECTIE = "Selectie"
"""The last sheet of a workbook: what was chosen, from which register, and when."""

CREATED = datetime(2026, 1, 1)  # a fixed moment, else no two files would be the same
WIDEST = 60  # characters; a longer text goes on below
SHEET_NAME_LENGTH = 31
MANY_COLUMNS = 12  # from here on the first two (an ID and a name) stay in view too
LINE_HEIGHT, HIGHEST = 15, 405  # points; Excel has no row above 409
DAY, MOMENT = "dd-mm-yyyy", "dd-mm-yyyy hh:mm"
TABLE_STYLE = "Table Style Light 1"  # thin lines and a hint of grey
# A name that cannot be taken for a cell (A1, R1C1).
_TABLE_NAME = re.compile(r"(?!(?i:[a-z]{1,3}\d+|r\d*c?\d*|c\d*)$)[^\W\d]\w{0,254}")
# A heading of a table stands in two places of the file that must be equal; others than these are not worth that risk.
_PLAIN_HEADING = re.compile(r"(?!.*_x)[^\x00-\x1f]{1,255}")


def as_csv(table: pd.DataFrame) -> bytes:
    """*table* as a Dutch Excel opens it: UTF-8 with a mark, semicolons, decimal commas, the headings on line 1."""
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerow([inert(to_text(heading)) for heading in table.columns])
    lines.writerows([_field(cell) for cell in row] for row in rows(table))
    return out.getvalue().encode("utf-8-sig")


def as_workbook(
    sheets: Mapping[str, pd.DataFrame], about: About, *, about_sheet: str = SELECTIE, title: str = texts.APP
) -> bytes:
    """An .xlsx with a sheet for each table, and a last one, *about_sheet*, with the (label, value) lines of *about*.

    Headings are bold, stay in view and have a filter; the rows below them are a table of Excel's that is called as its
    sheet, where Excel allows that. Names of sheets are mended where Excel would refuse them. *title* is what the file
    is called from within.
    """
    out = io.BytesIO()
    with SafeWorkbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title, "author": texts.APP, "created": CREATED})
        looks = Looks(book)
        names = sheet_names(sheets)
        for name, table_name, table in zip(names, table_names(names), sheets.values(), strict=True):
            write_table(book.add_worksheet(name), table, looks, table_name)
        write_about(book.add_worksheet(about_sheet), about, looks)
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


def table_names(sheets: Iterable[str]) -> list[str]:
    """What the table on each sheet is called: as its sheet, with _ for what is no letter or figure; "" for none."""
    taken, names = {""}, []
    for sheet in sheets:
        name = re.sub(r"\W+", "_", sheet).strip("_")
        fits = _TABLE_NAME.fullmatch(name) and name.lower() not in taken
        taken.add(name.lower())
        names.append(name if fits else "")
    return names


def _cut(text: str, units: int) -> str:
    """*text* of at most *units* UTF-16 units, in which Excel counts."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")


def _field(cell: CellValue) -> str:
    """A cell as it stands in a csv. Only texts can run; a negative number is a number and needs no apostrophe."""
    match cell:
        case None:
            return ""
        case float():
            return np.format_float_positional(cell, trim="-").replace(".", ",")
        case datetime():
            return written(cell)
        case Share():
            return texts.percentage(cell.value, cell.of)  # Excel reads "38%" as 0,38
        case Formatted():  # Excel reads "24:30" as a time; without a format all digits count
            return _field(cell.value) if cell.code == GENERAL else str(cell)
        case str():
            return inert(cell)
        case _:
            return str(cell)


# ── Sheets ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class CellFormats:
    """How a cell looks. ``safe`` is for a text that Excel would run once someone edits the cell."""

    plain: Format
    safe: Format


class Looks:
    """The looks of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        def look(**more: object) -> CellFormats:
            both = {"valign": "top", **more}
            return CellFormats(book.add_format(both), book.add_format({**both, "quote_prefix": True}))

        self.text = look(text_wrap=True)
        self.bold = look(text_wrap=True, bold=True)
        self.title = look(bold=True, font_size=14)
        self.link = look(text_wrap=True, font_color=style.ACCENT, underline=1)
        self.number = look()
        self.day = look(num_format=DAY, align="left")
        self.moment = look(num_format=MOMENT, align="left")
        self.share = look(num_format="0%")
        self.fine_share = look(num_format="0.0%")
        self._formatted = cache(lambda code: look(num_format=code))

    def of(self, cell: CellValue) -> CellFormats:
        """The look that goes with the kind of *cell*."""
        match cell:
            case datetime():
                return self.moment if has_time(cell) else self.day
            case Share():
                return self.fine_share if texts.share_decimals(cell.of) else self.share
            case Formatted():
                return self._formatted(cell.code)
            case int() | float():
                return self.number
            case _:
                return self.text


def write_table(
    sheet: Worksheet,
    table: pd.DataFrame,
    looks: Looks,
    name: str,
    *,
    top: int = 0,
    beside: Sequence[int] | None = None,
) -> int:
    """Write *table* from row *top* (0 is the first) of *sheet*; returns the row after it.

    *beside* are the widths of its columns when it shares the sheet with others; else they are as wide as they need.
    """
    headings = tuple(map(to_text, table.columns))
    body = list(rows(table))
    widths = list(beside[: len(headings)]) if beside else _widths(headings, body)
    if not beside:
        for position, width in enumerate(widths):
            sheet.set_column(position, position, width + 1)
        sheet.freeze_panes(1, 2 if len(headings) > MANY_COLUMNS else 0)
    write_row(sheet, top, headings, widths, [looks.bold] * len(headings))
    for number, row in enumerate(body, start=top + 1):
        write_row(sheet, number, row, widths, [looks.of(cell) for cell in row])
    if headings:
        _filter(sheet, headings, (top, 0, top + len(body), len(headings) - 1), looks, name)
    return top + len(body) + 1


def _widths(headings: Sequence[str], body: Sequence[Sequence[CellValue]]) -> list[int]:
    """How wide each column must be, in characters."""
    beside = [_width(heading) + 3 for heading in headings]  # room for the button of the filter
    for row in body:
        beside = [max(width, _width(cell)) for width, cell in zip(beside, row, strict=True)]
    return [min(width, WIDEST) for width in beside]


def _filter(
    sheet: Worksheet, headings: Sequence[str], area: tuple[int, int, int, int], looks: Looks, name: str
) -> None:
    """Give the headings a filter: as a table of Excel's that is called *name* where it can be, or else a plain one."""
    told_apart = len({heading.lower() for heading in headings}) == len(headings)
    if not (name and area[2] > area[0] and told_apart and all(map(_PLAIN_HEADING.fullmatch, headings))):
        sheet.autofilter(*area)
        return
    columns = [
        {"header": heading, "header_format": looks.bold.safe if runs(heading) else looks.bold.plain}
        for heading in headings
    ]
    sheet.add_table(*area, {"name": name, "columns": columns, "style": TABLE_STYLE})


def write_about(sheet: Worksheet, about: About, looks: Looks) -> None:
    """Write the (label, value) lines of *about*, from the first row of *sheet*."""
    widths = [26, WIDEST]
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width + 1)
    for number, (label, value) in enumerate(about):
        cell = to_cell(value)
        write_row(sheet, number, (to_text(label), cell), widths, [looks.bold, looks.of(cell)])


def write_row(
    sheet: Worksheet, number: int, row: Sequence[CellValue], widths: list[int], looks: Sequence[CellFormats]
) -> None:
    """Write one row, as high as its longest text: Excel would see to that itself, other programs do not."""
    for position, (cell, look) in enumerate(zip(row, looks, strict=True)):
        match cell:
            case str() if cell:
                sheet.write_string(number, position, cell, look.safe if runs(cell) else look.plain)
            case datetime():
                sheet.write_datetime(number, position, cell, look.plain)
            case Share() | Formatted():
                sheet.write_number(number, position, cell.value, look.plain)
            case int() | float():
                sheet.write_number(number, position, cell, look.plain)
    lines = max((_lines(cell, width) for cell, width in zip(row, widths, strict=True)), default=1)
    if lines > 1:
        sheet.set_row(number, min(lines * LINE_HEIGHT, HIGHEST))


def _width(cell: CellValue) -> int:
    """How many characters wide *cell* is; for a text its longest line."""
    match cell:
        case None:
            return 0
        case str():
            return max(map(len, cell.splitlines()), default=0)
        case datetime():
            return len(MOMENT if has_time(cell) else DAY)
        case Share():
            return len("12,5%")
        case Formatted():
            return len(str(cell))
        case _:
            return len(f"{cell:.15g}")


def _lines(cell: CellValue, width: int) -> int:
    """How many lines *cell* takes in a column of *width* characters."""
    if not isinstance(cell, str):
        return 1
    return sum(1 if len(line) <= width else len(textwrap.wrap(line, width)) for line in cell.splitlines())
