"""Sheets in another shape: records in columns, and headings so far below the top that reading does not look there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from lrn.register.reading import spans
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.kept import ByRow, Columns, Kept
from lrn.register.reading.limits import COLUMN_LIMIT
from lrn.register.reading.xlsx import Span

_PADDED = re.compile(r"0\d+")


def turned(texts: SheetTexts) -> SheetTexts:
    """*texts* with its columns as rows: where a column was a record, a row is one.

    Of a sheet with more rows than a register may have columns the first ``COLUMN_LIMIT`` are taken: no list of headings
    is that long.
    """
    height, width = min(texts.height, COLUMN_LIMIT), len(texts.columns)
    kept = texts.kept
    values: Columns = {}
    for row in range(height):
        cells = [kept.value(row, position) for position in range(width)]
        if any(cell is not None for cell in cells):
            values[row] = cells
    return SheetTexts(
        [[column[row] for column in texts.columns] for row in range(height)],
        {(position, row): error for (row, position), error in texts.errors.items() if row < height},
        frozenset((position, row) for row, position in texts.uncalculated if row < height),
        read=texts.read,
        merged=tuple(Span(s.left, s.top, s.right, s.bottom) for s in texts.merged),
        kept=Kept(values, _across(kept.formats, width), _across(kept.texts, width), kept.codes),
    )


def _across(told: Callable[[int], ByRow], width: int) -> Callable[[int], ByRow]:
    """What *told* says by row of the cells in a column, said by column of those in a row."""

    def by_column(row: int) -> ByRow:
        return {position: found for position in range(width) if (found := told(position).get(row))}

    return by_column


def as_typed_from(texts: SheetTexts, row: int) -> SheetTexts:
    """*texts* from *row* on, as they would be typed on a new tab: nothing but text, and no cells that are merged.

    A day is 2026-10-01, a number with zeros before it keeps them, an error is what Excel shows.
    """
    texts = spans.filled_down(texts)
    return SheetTexts([list(_typed(texts, position, row)) for position in range(len(texts.columns))])


def _typed(texts: SheetTexts, position: int, first: int) -> Iterator[str]:
    errors = {row: error for (row, column), error in texts.errors.items() if column == position}
    kept = texts.kept if position in texts.kept.columns else Kept()
    for row, text in enumerate(texts.columns[position]):
        if row < first:
            continue
        value = kept.value(row, position)
        if value is None:
            yield text or errors.get(row, "")
        elif isinstance(value, date) and (not isinstance(value, datetime) or value.time() == time()):
            yield f"{value:%Y-%m-%d}"
        else:
            shown = kept.shown(row, position) or text
            yield shown if _PADDED.fullmatch(shown) else text
