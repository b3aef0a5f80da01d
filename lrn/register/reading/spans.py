"""The cells of a sheet that are merged: the value that such a cell has on each row.

Excel keeps the value of a merged cell in its first cell only; who looks at the sheet sees it beside every row that the
cell covers. So it counts on each of those rows that holds anything of its own. An ID does not: there every row needs
one of its own. To the right nothing is filled in: one value does not belong in two columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lrn.register.reading.book import SheetTexts
from lrn.register.reading.limits import CELL_LIMIT
from lrn.register.reading.xlsx import Refused, Span


def within(texts: SheetTexts) -> list[Span]:
    """The merged cells of a sheet as far as its rows and columns go. Raises :class:`Refused` when they overlap much."""
    last_row, last_column = texts.height - 1, len(texts.columns) - 1
    spans = [
        Span(span.top, span.left, min(span.bottom, last_row), min(span.right, last_column))
        for span in texts.merged
        if span.top <= span.bottom and span.left <= span.right and span.top <= last_row and span.left <= last_column
    ]
    if sum(span.bottom - span.top + 1 for span in spans) > CELL_LIMIT:  # Excel lets no two of them overlap
        raise Refused("beschadigd")
    return spans


def filled_down(texts: SheetTexts) -> SheetTexts:
    """*texts* with the value of a merged cell on each row below its first that holds something of its own."""
    spans = [span for span in within(texts) if span.bottom > span.top] if texts.merged else []
    if not spans:
        return texts
    odd = {row for row, _ in (*texts.errors, *texts.uncalculated)}
    columns = list(texts.columns)
    tops: dict[int, dict[int, int]] = {}
    rows = {row for span in spans for row in range(span.top + 1, span.bottom + 1)}
    filled = {row for row in rows if row in odd or any(column[row].strip() for column in columns)}
    for span in spans:
        value = texts.columns[span.left][span.top]
        covered = [row for row in range(span.top + 1, span.bottom + 1) if row in filled] if value.strip() else []
        for row in covered:
            if columns[span.left] is texts.columns[span.left]:
                columns[span.left] = list(columns[span.left])
            if not columns[span.left][row].strip():
                columns[span.left][row] = value
                tops.setdefault(span.left, {})[row] = span.top
    return replace(texts, columns=columns, kept=texts.kept.filled_down(tops))


def covered_in(spans: Iterable[Span], column: int) -> Iterator[tuple[int, int]]:
    """Row, and the first row of the merged cell that covers it, for every covered row in *column*."""
    for span in spans:
        if span.left == column:
            yield from ((row, span.top) for row in range(span.top + 1, span.bottom + 1))
