"""What is what on a sheet before its cells are read: the headings, the rows of data, and those that are no data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lrn import signs
from lrn.register.checking.notes import rows_of_notes
from lrn.register.checking.totals import rows_of_totals
from lrn.register.columns import Kind, Sheet
from lrn.register.reading import spans
from lrn.register.reading.book import SheetTexts
from lrn.register.values.headers import Headers, find_headers


@dataclass(frozen=True)
class Outline:
    """The texts of a sheet as they are read, and what stands where; rows from 0.

    ``texts`` have the value of a merged cell on each row that it covers, but for an ID: ``merged_ids`` holds the rows
    whose ID is merged with that of an earlier row, and which. ``rows`` are those below the headings that hold
    anything, without ``totals`` and ``notes`` (by row the position of its text). ``headers`` is None when no heading is
    known.
    """

    texts: SheetTexts
    headers: Headers | None
    rows: list[int]
    totals: list[int] = field(default_factory=list)
    notes: dict[int, int] = field(default_factory=dict)
    merged_ids: dict[int, int] = field(default_factory=dict)


def outline(sheet: Sheet, raw: SheetTexts) -> Outline:
    """The outline of *sheet*, of which the workbook holds *raw*."""
    headers = find_headers(sheet, spans.filled_down(raw))
    if headers is None:
        return Outline(raw, None, _filled_rows(raw, Headers(0, {}, {}, [], [])))
    raw = _without_unseen(raw, [place for column, place in headers.known.items() if column.required])
    texts = spans.filled_down(raw)
    merged_ids: dict[int, int] = {}
    for column, position in headers.known.items():
        if column.kind is Kind.ID and texts.columns[position] is not raw.columns[position]:
            own = [*texts.columns[position][: headers.row + 1], *raw.columns[position][headers.row + 1 :]]
            texts = replace(texts, columns=[*texts.columns[:position], own, *texts.columns[position + 1 :]])
            covered = spans.covered_in(spans.within(raw), position)
            merged_ids = {row: top for row, top in covered if top > headers.row and not own[row].strip()}
    rows = _filled_rows(raw, headers)
    identity = next((position for column, position in headers.known.items() if column.required), None)
    totals = rows_of_totals(raw, rows, identity) if identity is not None else set()
    notes = rows_of_notes(sheet, raw, headers, [row for row in rows if row not in totals])
    if totals or notes:
        rows = [row for row in rows if row not in totals and row not in notes]
    return Outline(texts, headers, rows, sorted(totals), notes, merged_ids)


def _without_unseen(texts: SheetTexts, positions: list[int]) -> SheetTexts:
    """*texts* in which a cell with only signs that nobody sees is empty, in the columns at *positions*."""
    changed = {}
    for position in positions:
        column = texts.columns[position]
        if not all(map(str.isascii, column)) and signs.any_unseen("".join({text.lstrip()[:1] for text in column})):
            changed[position] = [text if signs.seen(text).strip() else "" for text in column]
    if not changed:
        return texts
    return replace(texts, columns=[changed.get(place, column) for place, column in enumerate(texts.columns)])


def _filled_rows(texts: SheetTexts, headers: Headers) -> list[int]:
    """The rows below the headings that hold anything."""
    first = headers.row + 1
    # Most rows have a first required column, so that the other columns need no look.
    lead = next((position for column, position in headers.known.items() if column.required), 0)
    leading = texts.columns[lead] if texts.columns else []
    if all(map(str.strip, leading[first:])):
        return list(range(first, texts.height))
    filled = {row for row, _ in (*texts.errors, *texts.uncalculated) if row >= first}
    others = [column for position, column in enumerate(texts.columns) if position != lead]
    for row in range(first, texts.height):
        if leading[row].strip() or any(signs.seen(column[row]).strip() for column in others):
            filled.add(row)
    return sorted(filled)
