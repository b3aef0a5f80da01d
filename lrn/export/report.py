"""The workbook of a selection as a report: what was chosen first, then the figures, then the rows; fit to be printed.

The figures stand under each other on one sheet, each table under its name. Sheets link to each other, within the file.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pandas as pd
from xlsxwriter.worksheet import Worksheet

from lrn import texts
from lrn.cells import runs
from lrn.export.book import SafeWorkbook
from lrn.export.workbook import CREATED, SELECTIE, About, Looks, table_names, write_about, write_table

FIGURES = "Cijfers"
"""The sheet with every table of figures."""

LINKED_ROWS = 5_000  # Excel takes some 65,000 links on a sheet, and reads them slowly
_FIRST, _OTHERS, _MOST = 36, 13, 12  # characters of the first column and of each other one, and how many there may be
_A4, _MARGIN = 9, 0.5  # inches

Links = Mapping[str, Mapping[str, tuple[str, str]]]
"""By sheet and heading: on which sheet, under which heading, the same value stands."""


def as_report(
    about: About,
    figures: Mapping[str, pd.DataFrame],
    rows: Mapping[str, pd.DataFrame],
    *,
    printed: Mapping[str, int],
    links: Links,
    title: str,
) -> bytes:
    """An .xlsx: *about* (label, value), the tables of *figures* on one sheet, and a sheet for each of *rows*.

    Of a sheet of rows the first *printed* columns go on paper, each page with its headings.
    """
    out = io.BytesIO()
    with SafeWorkbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": title, "author": texts.APP, "created": CREATED})
        looks = Looks(book)
        first, told = book.add_worksheet(SELECTIE), book.add_worksheet(FIGURES)
        places = _write_figures(told, figures, looks)
        for name, table in rows.items():
            sheet = book.add_worksheet(name)
            (table_name,) = table_names([name])
            write_table(sheet, table, looks, table_name)
            _paper(sheet)
            sheet.repeat_rows(0)
            sheet.print_area(0, 0, len(table), min(printed[name], len(table.columns)) - 1)
            _link_rows(sheet, table, rows, links.get(name, {}), looks)
        write_about(first, about, looks)
        _contents(first, len(about) + 1, {**places, **{name: (name, 0) for name in rows}}, looks)
        _paper(first)
    return out.getvalue()


def _write_figures(sheet: Worksheet, figures: Mapping[str, pd.DataFrame], looks: Looks) -> dict[str, tuple[str, int]]:
    """Write the tables under each other; returns the sheet and row of each, by its name."""
    widths = [_FIRST, *[_OTHERS] * _MOST]
    for position, width in enumerate(widths):
        sheet.set_column(position, position, width + 1)
    sheet.write_string(0, 0, FIGURES, looks.title.plain)
    _link(sheet, (0, 1), (SELECTIE, 0), SELECTIE, looks)
    at, top = {}, 2
    for (name, table), table_name in zip(figures.items(), table_names(figures), strict=True):
        at[name] = FIGURES, top
        sheet.write_string(top, 0, name, looks.title.plain)
        wide = widths + [_OTHERS] * (len(table.columns) - len(widths))
        top = write_table(sheet, table, looks, table_name, top=top + 1, beside=wide) + 1
    _paper(sheet)
    return at


def _contents(sheet: Worksheet, top: int, places: Mapping[str, tuple[str, int]], looks: Looks) -> None:
    sheet.write_string(top, 0, "Inhoud", looks.bold.plain)
    for number, (name, place) in enumerate(places.items()):
        _link(sheet, (top + number, 1), place, name, looks)


def _link_rows(
    sheet: Worksheet,
    table: pd.DataFrame,
    rows: Mapping[str, pd.DataFrame],
    links: Mapping[str, tuple[str, str]],
    looks: Looks,
) -> None:
    """Have each value in a column of *links* lead to the row that it names."""
    if len(table) > LINKED_ROWS:
        return
    for heading, (name, there) in links.items():
        found = {value: number for number, value in enumerate(rows[name][there], start=1)}
        column = list(table.columns).index(heading)
        for number, value in enumerate(table[heading], start=1):
            if value in found:
                _link(sheet, (number, column), (name, found[value]), str(value), looks)


def _link(sheet: Worksheet, cell: tuple[int, int], to: tuple[str, int], text: str, looks: Looks) -> None:
    name, row = to
    look = looks.link.safe if runs(text) else looks.link.plain
    sheet.write_url(*cell, f"internal:'{name}'!A{row + 1}", look, string=text)


def _paper(sheet: Worksheet) -> None:
    """A4, as wide as the page, with the name of the sheet and the number of the page at the foot."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=0.75)
    sheet.set_footer("&L&A&R&P van &N")


def in_front(table: pd.DataFrame, first: Sequence[str]) -> pd.DataFrame:
    """*table* with the columns *first* before the others."""
    known = [name for name in first if name in table]
    return table[[*known, *(name for name in table.columns if name not in known)]]


def behind(table: pd.DataFrame, last: Sequence[str]) -> pd.DataFrame:
    """*table* with the columns *last* after the others."""
    return in_front(table, [name for name in table.columns if name not in last])
