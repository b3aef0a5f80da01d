"""Reads one sheet: from texts to interpreted rows, each counted or left out with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lrn import signs
from lrn.register.checking.colleges import name_key
from lrn.register.checking.date_columns import ends_too_soon, turned
from lrn.register.checking.date_order import Proofs, add, mostly_day_first, order, read_together, shown_month_first
from lrn.register.checking.excel_made import as_typed
from lrn.register.checking.merged import check_merged
from lrn.register.checking.outline import outline
from lrn.register.checking.own import own_column
from lrn.register.checking.rows import UNCALCULATED, SheetReading, column_texts
from lrn.register.checking.structure import (
    check_headings,
    check_notes,
    check_required,
    check_rows_above,
    check_totals,
)
from lrn.register.columns import NO, VOORBEELD_ID, YES, Column, Kind, Sheet
from lrn.register.reading.book import SheetTexts
from lrn.register.rules import Rule
from lrn.register.values.cell import is_empty_mark, is_excel_error, reader, taker
from lrn.register.values.headers import Headers
from lrn.register.values.places import LATITUDES, LONGITUDES, all_degrees
from lrn.register.values.remark import Read, Remark, short


def read_sheet(sheet: Sheet, texts: SheetTexts) -> SheetReading:
    """Interpret *texts* by the contract of *sheet*."""
    found = outline(sheet, texts)
    texts = found.texts
    headers = _as_shown(found.headers or Headers(0, {}, {}, [], []), texts)
    reading = SheetReading(sheet, texts, columns=headers.known)
    examples = _examples(sheet, texts, headers)
    data = [row for row in found.rows if row not in examples] if examples else found.rows
    reading.examples = len(found.rows) - len(data)
    reading.totals, reading.notes = len(found.totals), len(found.notes)
    reading.numbers = [row + 1 for row in data]
    reading.merged_ids = {row + 1: top + 1 for row, top in found.merged_ids.items()}
    check_rows_above(reading, headers.row)
    check_totals(reading, found.totals)
    check_notes(reading, found.notes)
    for column in sheet.columns:
        position = headers.known.get(column)
        if position is None:
            reading.values[column.field] = [None] * len(data)
        else:
            _read_column(reading, column, position, data)
    for number, position in headers.numbered.items():
        _read_numbered(reading, number, position)
    check_headings(reading, headers)
    check_required(reading, headers.row)
    check_merged(reading, headers.row)
    if data:
        for position, heading in headers.unknown:
            cells, shape = own_column(texts, data, position)
            reading.aside.append((heading, cells))
            reading.formats.append(shape)
    return reading


def _as_shown(headers: Headers, texts: SheetTexts) -> Headers:
    """*headers* with a year, day or number that heads a column of the workbook's own as Excel shows it."""
    unknown = [(position, texts.kept.shown(headers.row, position) or text) for position, text in headers.unknown]
    return replace(headers, unknown=unknown)


def _examples(sheet: Sheet, texts: SheetTexts, headers: Headers) -> set[int]:
    """The rows of the template that only show how a row is filled in, from 0."""
    position = headers.known.get(next(column for column in sheet.columns if column.required))
    column = texts.columns[position] if position is not None else []
    if VOORBEELD_ID not in "\n".join(column).upper():
        return set()
    return {row for row, text in enumerate(column) if text.strip().upper() == VOORBEELD_ID}


def _read_column(reading: SheetReading, column: Column, position: int, rows: list[int]) -> None:
    cells = column_texts(reading.texts, rows, position)
    take = taker(column)
    if take:
        cells, made = as_typed(reading.texts, column, rows, position, cells)
        _remark(reading, column, made)
    if column.kind is not Kind.NAME and take and not _any_odd(cells):
        reading.values[column.field] = take(cells)
        return
    if column.kind in _BOUNDS and (numbers := all_degrees(cells, _BOUNDS[column.kind])) is not None:
        reading.values[column.field] = numbers
        return
    values = _Values(_interpreter(column))
    reading.values[column.field] = list(map(values.__getitem__, cells))
    if column.kind is Kind.DATE:
        reading.values[column.field] = _read_dates(reading, column, position, rows, cells, values)
    if not values.remarks:
        return
    for i, text in enumerate(cells):
        if text not in values.remarks or (column.required and values[text] is None):
            continue  # a required cell without a value gets its fout later
        seen = reading.seen(i, position)
        for remark in values.remarks[text]:
            message = remark.message.replace(f"“{short(text)}”", f"“{short(seen)}”")
            part = seen if remark.part is None or remark.part == text else remark.part
            reading.add(i, column, remark._replace(message=message, part=part))


def _read_dates(
    reading: SheetReading, column: Column, position: int, rows: list[int], cells: list[str], values: _Values
) -> list[Any]:
    """The days of a column, of which *values* has each by itself, once it is seen as a whole."""
    kept, found = reading.texts.kept, list(map(values.__getitem__, cells))
    seen = order(values)
    if seen.doubtful or seen.wrong:
        english = seen.english or shown_month_first(kept, rows, position)
        beside = Proofs() if seen.proofs else _proofs_beside(reading, column, rows)
        together = read_together(seen, beside, english=english)
        values.update({text: read.value for text, read in together.items()})
        values.remarks |= {text: read.remarks for text, read in together.items()}
        found = list(map(values.__getitem__, cells))
        _remark(reading, column, mostly_day_first(seen, cells))
        _remark(reading, column, turned(kept, rows, position, found, seen))
    if column.last:
        _remark(reading, column, ends_too_soon(kept, rows, position, found))
    return found


def _proofs_beside(reading: SheetReading, column: Column, rows: list[int]) -> Proofs:
    """What the other columns of dates on the sheet prove of the order of day and month."""
    others = [place for other, place in reading.columns.items() if other.kind is Kind.DATE and other is not column]
    return add(order(set(column_texts(reading.texts, rows, place))).together for place in others)


def _remark(reading: SheetReading, column: Column, remarks: dict[int, Remark]) -> None:
    for i, remark in remarks.items():
        reading.add(i, column, remark)


class _Values(dict[str, Any]):
    """What each text of a column means, interpreted when it is first asked for; ``remarks`` holds what was remarked."""

    def __init__(self, interpret: Callable[[str], Read]) -> None:
        super().__init__()
        self._interpret = interpret
        self.remarks: dict[str, tuple[Remark, ...]] = {}

    def __missing__(self, text: str) -> Any:
        read = self._interpret(text)
        if read.remarks:
            self.remarks[text] = read.remarks
        self[text] = read.value
        return read.value


def _interpreter(column: Column) -> Callable[[str], Read]:
    """The function that interprets the cells of *column*, also those that hold no value but an error."""
    read = reader(column)
    # What nobody sees makes no other value; free text is shown as it was typed.
    interpret = read if column.kind is Kind.TEXT else lambda text: read(signs.seen(text))
    spellings: dict[str, str] = {}

    def with_errors(text: str) -> Read:
        return (_without_outcome(text) if text.startswith(_ODD) else None) or interpret(text)

    def in_one_spelling(text: str) -> Read:
        """The first spelling of a college stands for all: "zorg/welzijn" and "Zorg en Welzijn" are one."""
        read = with_errors(text)
        if not read.value:
            return read
        return Read(spellings.setdefault(name_key(read.value, column), read.value))

    return in_one_spelling if column.kind is Kind.NAME else with_errors


_BOUNDS = {Kind.LATITUDE: LATITUDES, Kind.LONGITUDE: LONGITUDES}
_SIGNS = ("#", "Err:", UNCALCULATED)  # of a text that may not be what it seems
_ODD = (*_SIGNS, " ")  # how such a text begins


def _any_odd(cells: list[str]) -> bool:
    """Whether a text in *cells* may be an error; most columns have none, and all at once is quicker to ask."""
    together = "".join(cells)
    return any(sign in together for sign in _SIGNS) and any(text.startswith(_ODD) for text in cells)


def _without_outcome(text: str) -> Read | None:
    """What to say of a cell that holds an error of Excel, or a formula that was never worked out; else None."""
    if text == UNCALCULATED:
        return Read(None, (Rule.NO_OUTCOME.say(part=""),))
    return Read(None, (Rule.ERROR.say(part="", waarde=text),)) if is_excel_error(text) else None


def _read_numbered(reading: SheetReading, number: int, position: int) -> None:
    """A column headed with the number of an ingredient: an x means that the activity has it."""
    column = next(column for column in reading.sheet.columns if column.kind is Kind.INGREDIENTS)
    values = reading.values[column.field]
    for i, text in enumerate(column_texts(reading.texts, [number - 1 for number in reading.numbers], position)):
        mark = signs.seen(text).strip().casefold()
        if mark in YES or mark == str(number):
            values[i] = tuple(sorted({*(values[i] or ()), number}))
        elif mark and mark not in NO and not is_empty_mark(mark):
            seen = reading.seen(i, position)
            told = Rule.NO_CROSS.say(waarde=seen, nummer=number)
            reading.note(told, reading.numbers[i], position, str(number), seen)
