"""Tables that PowerPoint itself draws: cells are text, numbers stand right or in the middle, colours are classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from lrn import style, texts
from lrn.export.slides import form
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.colours import faint
from lrn.export.slides.fit import LEADING, Paragraph, shorten, wrap
from lrn.export.slides.page import Page, clean, named
from lrn.export.slides.written import solid, write

_PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's own "No Style, No Grid"
_SIDE, _ABOVE = 0.12, 0.04  # centimetres of a cell that stay free
NUMBER = PP_ALIGN.RIGHT
HIGHEST = 1.05  # centimetres of a row; a table need not fill its box


_FULL = 13.6  # shares that a page is wide: the labels and seven places


@dataclass(frozen=True)
class TableCell:
    """What stands in a cell: its text, a colour behind it (#RRGGBB or ""), and how it stands."""

    text: str
    colour: str = ""
    bold: bool = False
    align: PP_ALIGN = PP_ALIGN.LEFT


def table(
    page: Page,
    box: Box,
    rows: Sequence[Sequence[TableCell]],
    shares: Sequence[float],
    *,
    name: str,
    alt: str,
    sizes: Sequence[float] = (13, 12, 11, 10, 9),
    highest: float = HIGHEST,
    lines: int = 2,
    header: bool = True,
    merged: Sequence[tuple[int, int, int]] = (),
    head: float = HIGHEST,
) -> Any:
    """A table of *rows* (the first is the header) with columns as wide as *shares* say.

    The first of *sizes* is taken at which every cell fits in its row, in at most *lines* lines; at the last what is
    too long ends in an ellipsis. The first row is *head* centimetres high where the others are higher. *merged* are
    (column, first row, last row) that become one cell.
    """
    widths = [round(box.width * share / sum(shares)) for share in shares]
    rooms = [(across - 2 * cm(_SIDE)) / POINT / page.house.stretch for across in widths]
    height = min(box.height // len(rows), cm(highest))
    above = min(height, cm(head))
    if above < height:
        height = min((box.height - above) // (len(rows) - 1), cm(highest))
    heights = [above, *[height] * (len(rows) - 1)]
    size = _size(rows, rooms, height, sizes, lines)
    place = page.placeholder(PP_PLACEHOLDER.TABLE, idx=form.TABLE)
    if place is None:
        frame = page.shapes.add_table(
            len(rows), len(widths), Emu(box.left), Emu(box.top), Emu(sum(widths)), Emu(sum(heights))
        )
    else:
        frame = place.insert_table(len(rows), len(widths))
        frame.left, frame.top, frame.width, frame.height = box.left, box.top, sum(widths), sum(heights)
    made = frame.table
    properties = made._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = _PLAIN
    made.first_row, made.horz_banding = header, False
    for column, across in zip(made.columns, widths, strict=True):
        column.width = Emu(across)
    for r, (row, drawn, high) in enumerate(zip(rows, made.rows, heights, strict=True)):
        drawn.height = Emu(high)
        most = max(_fitting(high, size), 1) if lines > 1 else 1
        for cell, room, place in zip(row, rooms, drawn.cells, strict=True):
            text = shorten(clean(cell.text), size, room, lines=min(lines, most), bold=cell.bold)
            _fill(place, cell, text, size, rule=r > 0 and not cell.colour)
    for column, first, last in merged:
        made.cell(first, column).merge(made.cell(last, column))
    return named(frame, name, alt)


def counts(
    page: Page,
    box: Box,
    *,
    corner: str,
    row_labels: Sequence[str],
    column_labels: Sequence[str],
    values: Sequence[Sequence[int]],
    name: str,
    alt: str,
    groups: tuple[str, Sequence[str]] | None = None,
    beside: Sequence[bool] = (),
) -> Any:
    """A cross table of counts, coloured by class as on screen; *groups* (heading, a name for each row) stands first.

    Columns that stand *beside* what was chosen, to compare, are fainter.
    """
    pale = beside or [False] * len(column_labels)
    breaks = style.count_breaks([value for row in values for value in row])
    head = [
        TableCell(corner, bold=True),
        *(
            TableCell(label, bold=not light, align=PP_ALIGN.CENTER)
            for label, light in zip(column_labels, pale, strict=True)
        ),
    ]
    rows = [head]
    for label, row in zip(row_labels, values, strict=True):
        colours = [page.house.colour(next(b.colour for b in breaks if b.holds(value))) for value in row]
        cells = [
            TableCell(texts.number(value), faint(colour) if light else colour, align=PP_ALIGN.CENTER)
            for value, colour, light in zip(row, colours, pale, strict=True)
        ]
        rows.append([TableCell(label), *cells])
    shares: list[float] = [3.0, *([1.35] * len(column_labels))]
    merged = []
    if groups:
        heading, names = groups
        shares.insert(0, 1.3)
        shown = ["" if n and name == names[n - 1] else name for n, name in enumerate(names)]
        rows = [[TableCell(text, bold=True), *row] for text, row in zip([heading, *shown], rows, strict=True)]
        starts = [n for n, text in enumerate(shown, start=1) if text]
        ends = [*(start - 1 for start in starts[1:]), len(names)]
        merged = [(0, start, end) for start, end in zip(starts, ends, strict=True) if end > start]
    # A few columns need not be as wide as the page.
    room = Box(box.left, box.top, round(box.width * min(1, (sum(shares) + 1) / _FULL)), box.height)
    return table(page, room, rows, shares, name=name, alt=alt, merged=merged, sizes=(13, 12, 11, 10, 9, 8, 7))


def _fitting(height: int, size: float) -> int:
    """How many lines of *size* fit in a row of *height*."""
    return int((height - 2 * cm(_ABOVE)) / POINT / (size * LEADING))


def _size(
    rows: Sequence[Sequence[TableCell]], rooms: Sequence[float], height: int, sizes: Sequence[float], lines: int
) -> float:
    for size in sizes:
        most = min(_fitting(height, size), lines)
        if most >= 1 and all(
            len(wrap(clean(cell.text), size, room, bold=cell.bold)) <= most
            for row in rows
            for cell, room in zip(row, rooms, strict=True)
        ):
            return size
    return sizes[-1]


def _fill(made: Any, cell: TableCell, text: str, size: float, *, rule: bool) -> None:
    # Ink on a coloured cell whatever the theme, the theme's own colour of text elsewhere.
    colour = style.INK if cell.colour else ""
    write(made, [Paragraph(text, bold=cell.bold, after=0)], size, colour=colour, align=cell.align)
    side, above = cm(_SIDE), cm(_ABOVE)
    properties = parse_xml(
        f'<a:tcPr {nsdecls("a")} marL="{side}" marR="{side}" marT="{above}" marB="{above}" anchor="ctr">'
        f"{_RULED if rule else _BORDERED}{solid(cell.colour) if cell.colour else _NOTHING}</a:tcPr>"
    )
    for present in made._tc.findall(qn("a:tcPr")):
        made._tc.remove(present)
    made._tc.append(properties)


_NOTHING = "<a:noFill/>"
_GREY, _WHITE = solid(style.CONTEXT), '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
_THIN, _WIDE = POINT // 2, POINT * 3 // 2
_BORDERED = "".join(f'<a:{side} w="{_WIDE}">{_WHITE}</a:{side}>' for side in ("lnL", "lnR", "lnT", "lnB"))
"""White lines between coloured cells,"""
_RULED = f'<a:lnL w="{_WIDE}">{_NOTHING}</a:lnL><a:lnR w="{_WIDE}">{_NOTHING}</a:lnR><a:lnT w="{_THIN}">{_GREY}</a:lnT>'
"""and a thin rule above others."""
