"""Rows of texts on a sheet of our own, and such a sheet as a whole."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from lxml import etree

from lrn.cells import runs
from lrn.register.mark.package import serialised
from lrn.register.mark.schema import LAST_ROW, MAIN_NS, Cell, CellRange, escaped, set_text, sub
from lrn.register.mark.styles import Styles

HEADING_FILL, HEADING_LINE, LINE = "FFEDEFF1", "FF8A8F94", "FFE3E6E8"
_LINE_HEIGHT, _MOST_LINES = 15, 10  # points; what is longer can still be read in the cell


def sheet_of(rows: Sequence[Sequence[str]], widths: Sequence[int], styles: Styles) -> bytes:
    """A worksheet with *rows* of texts, the headings first, as XML; adds to *styles* what it needs."""
    rows = rows[:LAST_ROW]
    area = CellRange(Cell(1, 1), Cell(max(len(rows), 1), len(widths)))
    root = worksheet(area, widths)
    heading = styles.own(bold=True, fill=HEADING_FILL, line=HEADING_LINE)
    text, prefixed = styles.own(line=LINE), styles.own(line=LINE, quote=True)
    data = sub(root, "sheetData")
    for number, row in enumerate(rows, 1):
        cells = [(words, heading if number == 1 else prefixed if runs(words) else text) for words in row]
        write_row(data, number, cells, widths)
    sub(sub(root, "ignoredErrors"), "ignoredError", sqref=area.ref, numberStoredAsText="1")
    return serialised(root)


def worksheet(area: CellRange, widths: Sequence[int], **view: str) -> Any:
    """The root of a worksheet that fills *area*, without its cells: the first row stays in view, columns have *widths*
    in characters. *view* goes with that view."""
    root = etree.fromstring(f'<worksheet xmlns="{MAIN_NS}"/>')
    sub(root, "dimension", ref=area.ref)
    shown = sub(sub(root, "sheetViews"), "sheetView", **view, workbookViewId="0")
    sub(shown, "pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")
    sub(shown, "selection", pane="bottomLeft", activeCell="A2", sqref="A2")
    sub(root, "sheetFormatPr", defaultRowHeight="15")
    columns = sub(root, "cols")
    for place, width in enumerate(widths, 1):
        sub(columns, "col", min=str(place), max=str(place), width=str(width), customWidth="1")
    return root


def write_row(data: Any, number: int, cells: Sequence[tuple[str, int]], widths: Sequence[int]) -> None:
    """A row of texts, each with its style, in columns of *widths* characters."""
    row = sub(data, "row", r=str(number))
    # Excel fits a row to its text when it opens the file, other programs do not.
    if (lines := max(_lines(words, width) for (words, _), width in zip(cells, widths, strict=False))) > 1:
        row.set("ht", str(min(lines, _MOST_LINES) * _LINE_HEIGHT))
    for column, (words, style) in enumerate(cells, 1):
        write_cell(row, Cell(number, column), words, style)


def write_cell(row: Any, at: Cell, words: str, style: int) -> None:
    """Always as text, never as a formula."""
    fill(sub(row, "c", r=at.ref, s=str(style)), words)


def fill(cell: Any, words: str) -> None:
    """Give an empty *cell* its text; none when that is empty."""
    if words := escaped(words):
        cell.set("t", "inlineStr")
        set_text(sub(sub(cell, "is"), "t"), words)


def _lines(words: str, width: int) -> int:
    """The lines that *words* take in a column of *width* digits; letters are a little narrower."""
    return sum(len(textwrap.wrap(line, round(width * 1.1))) or 1 for line in words[:5000].split("\n"))
