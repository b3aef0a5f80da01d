"""Checks what a sheet is built of: its headings, the rows above them, and what every row must have."""

from __future__ import annotations

from itertools import islice
from typing import Any

from lrn import signs
from lrn import texts as words
from lrn.register.checking.headings import separator_in_one_column
from lrn.register.checking.rows import VALUE_LENGTH, SheetReading, seen_at
from lrn.register.columns import Column
from lrn.register.model import Severity
from lrn.register.rules import Rule
from lrn.register.values.cell import is_excel_error, reader
from lrn.register.values.headers import Headers, suggest_header
from lrn.register.values.remark import Remark, short
from lrn.terms import plain

_TRIED = 20  # values below a heading that may be misspelt


def check_headings(reading: SheetReading, headers: Headers) -> None:
    """Name the columns that the contract does not know, those that are there twice, and those without a heading."""
    for position, heading in headers.twice:
        _add_heading(reading, headers, position, heading, Rule.TWO_COLUMNS.say())
    missing = {column.header: column for column in reading.sheet.columns if column not in headers.known}
    for position, heading in headers.unknown:
        likely, sure = suggest_header(reading.sheet, heading)
        meant = missing.get(likely)
        if meant and (sure or _fits(reading, meant, position)):
            reading.misspelt.add(meant)
            rule = Rule.HEADING_NEEDED if meant.required and reading.numbers else Rule.LIKELY_HEADING
            _add_heading(reading, headers, position, heading, rule.say(likely, sure=sure))
        else:
            _add_heading(reading, headers, position, heading, Rule.UNKNOWN_COLUMN.say())
    if not headers.known:
        return
    for position, column in enumerate(reading.texts.columns):
        if not signs.seen(column[headers.row]).strip() and any(column[row - 1].strip() for row in reading.numbers):
            _add_heading(reading, headers, position, "", Rule.NO_HEADING.say())


def _fits(reading: SheetReading, column: Column, position: int) -> bool:
    """Whether what stands below a heading can be *column*: one of the first values is understood, or none is there.

    Deelnemers, above numbers of people, is nearly Deelname.
    """
    cells = reading.texts.columns[position]
    filled = islice((text for number in reading.numbers if (text := cells[number - 1].strip())), _TRIED)
    understood = [not read.remarks for read in map(reader(column), filled)]
    return any(understood) or not understood


def _add_heading(reading: SheetReading, headers: Headers, position: int, heading: str, told: Remark) -> None:
    heading = short(heading, VALUE_LENGTH)
    reading.note(told, headers.row + 1, position, heading, heading)


def check_rows_above(reading: SheetReading, heading_row: int) -> None:
    """Titles and groups of headings may stand above the headings; when a row there looks like data, all are named."""
    rows = {}
    for row in range(min(heading_row, reading.texts.height)):
        filled = [(place, text) for place, column in enumerate(reading.texts.columns) if (text := column[row].strip())]
        if len(filled) > 1:
            place, text = filled[0]
            rows[row] = reading.repeated(place, short(text, VALUE_LENGTH))
    needed = [reading.texts.columns[position] for column, position in reading.columns.items() if column.required]
    # A heading that is merged over two rows stands on both.
    rows = {row: text for row, text in rows.items() if not any(c[row] == c[heading_row] for c in needed)}
    if not any(all(column[row].strip() for column in needed) for row in rows):
        return
    for row, value in rows.items():
        reading.note(Rule.ABOVE_HEADINGS.say(), row + 1, value=value)


def check_totals(reading: SheetReading, rows: list[int]) -> None:
    """Name the *rows* of totals (from 0), which are no data."""
    for row in rows:
        filled = [place for place, column in enumerate(reading.texts.columns) if column[row].strip()]
        _add_row(reading, row, filled[0] if filled else 0, Rule.TOTAL.say())


def check_notes(reading: SheetReading, notes: dict[int, int]) -> None:
    """Name the rows that are no data but a note, by the row (from 0) the position of its text."""
    needed = words.listing(column.header for column in reading.sheet.columns if column.required)
    for row, position in notes.items():
        _add_row(reading, row, position, Rule.NOTE.say(kolommen=needed))


def _add_row(reading: SheetReading, row: int, position: int, told: Remark) -> None:
    """Note what a whole row (from 0) is, at the cell at *position*."""
    reading.note(told, row + 1, position, value=short(seen_at(reading.texts, row, position), VALUE_LENGTH))


def _check_columns(reading: SheetReading, heading_row: int, required: list[Column]) -> bool:
    """Leave all rows out when a required column is not there, with one fout: none of them made a mistake."""
    missing = [column for column in required if column not in reading.columns] if reading.numbers else []
    if missing and (separator := separator_in_one_column(reading.sheet, reading.texts)):
        reading.note(Rule.ALL_IN_ONE.say(raad=words.split_column(separator)), heading_row + 1)
    else:
        for column in missing:
            if column not in reading.misspelt:
                reading.note(Rule.NO_COLUMN.say(kolom=column.header), heading_row + 1, heading=column.header)
    if missing:
        reading.left_out.update(range(len(reading.numbers)))
    return bool(missing)


def check_required(reading: SheetReading, heading_row: int) -> None:
    """Leave out rows without a required value, and rows whose ID an earlier counted row has."""
    required = [column for column in reading.sheet.columns if column.required]
    if _check_columns(reading, heading_row, required):
        return
    headings = [plain(column.header) for column in required]
    values = [reading.values[column.field] for column in required]
    identities = reading.values.get("id")
    if identities is not None and _all_fine(values, required[0].header):
        return
    first_row: dict[str, int] = {}
    repeated: set[int] = set()
    for i, number in enumerate(reading.numbers):
        empty = [column for column, found in zip(required, values, strict=True) if found[i] is None]
        repeats = not empty and str(values[0][i]).casefold() == required[0].header.casefold()
        if repeats and [plain(reading.typed(i, column)) for column in required] == headings:
            reading.add(i, required[0], Rule.REPEATED.say())
            repeated.add(number)
            continue
        _add_missing(reading, i, empty)
        if empty or identities is None:
            continue
        identity = identities[i]
        if identity in first_row:
            reading.add(i, reading.sheet.column("id"), Rule.SAME_ID.say(rij=first_row[identity]))
        else:
            first_row[identity] = number
    if repeated:  # of a heading in the place of a value there is nothing else to say
        kept = (f for f in reading.findings if f.row not in repeated or f.severity is Severity.FOUT)
        reading.findings = list(kept)


def _add_missing(reading: SheetReading, i: int, empty: list[Column]) -> None:
    """The fout of a row without a value in the required columns *empty*: one for all in which nothing stands."""
    told = {column: _missing(reading, i, column) for column in empty}
    if nothing := [column for column, found in told.items() if found is None]:
        names = words.listing(column.header for column in nothing)
        one = len(nothing) == 1
        reading.add(i, nothing[0], Rule.EMPTY.say(kolom=names) if one else Rule.EMPTY_CELLS.say(kolommen=names))
    for column, found in told.items():
        if found is not None:
            reading.add(i, column, found)


def _all_fine(values: list[list[Any]], heading: str) -> bool:
    """Whether nothing is missing, every ID (the first of *values*) is there once, and none repeats its heading."""
    identities = set(values[0])
    complete = all(None not in column for column in values)
    return complete and len(identities) == len(values[0]) and heading.upper() not in identities


def _missing(reading: SheetReading, i: int, column: Column) -> Remark | None:
    """Why a required column has no value in a row where its cell holds something all the same; else None."""
    typed = reading.typed(i, column)
    if merged := reading.merged_ids.get(reading.numbers[i], 0) if column.field == "id" else 0:
        return Rule.MERGED_ID.say(rij=merged)
    if is_excel_error(typed):
        return Rule.ERROR_NEEDED.say(kolom=column.header, waarde=typed)
    return Rule.OUTCOME_NEEDED.say(kolom=column.header) if signs.seen(typed).strip() else None
