"""Checks what a sheet is built of: its headings, the rows above them, and what every row must have."""

from __future__ import annotations

from itertools import islice
from typing import Any

from lrn import signs
from lrn import texts as words
from lrn.register.causes import Cause
from lrn.register.checking.headings import separator_in_one_column
from lrn.register.checking.rows import VALUE_LENGTH, SheetReading, letters, seen_at
from lrn.register.columns import Column
from lrn.register.model import Finding, Severity
from lrn.register.values.cell import is_excel_error, reader
from lrn.register.values.headers import Headers, suggest_header
from lrn.register.values.personal import without_addresses
from lrn.register.values.remark import short
from lrn.terms import plain

_WITHOUT = "Zonder deze kolom telt geen rij op dit blad mee"
_TRIED = 20  # values below a heading that may be misspelt
CALCULATE = "open de werkmap in Excel en sla die op"
REPAIR = "herstel de formule of typ de waarde"


def check_headings(reading: SheetReading, headers: Headers) -> None:
    """Name the columns that the contract does not know, those that are there twice, and those without a heading."""
    for position, heading in headers.twice:
        message = "Deze kolom staat er twee keer en alleen de eerste telt. Haal een van beide weg"
        _add_heading(reading, headers, position, heading, Severity.WAARSCHUWING, message, Cause.TWO_COLUMNS)
    missing = {column.header: column for column in reading.sheet.columns if column not in headers.known}
    for position, heading in headers.unknown:
        likely, sure = suggest_header(reading.sheet, heading)
        meant = missing.get(likely)
        if meant and (sure or _fits(reading, meant, position)):
            reading.misspelt.add(meant)
            needed = meant.required and reading.numbers
            severity = Severity.FOUT if needed else Severity.WAARSCHUWING
            message = f"Deze kolomkop kennen we niet{f'. {_WITHOUT}' if needed else ', dus de kolom telt niet mee'}"
            _add_heading(reading, headers, position, heading, severity, message, Cause.UNREAD, likely, sure=sure)
        else:
            message = "Deze kolom kennen we niet en gebruiken we niet voor de cijfers. U kunt de kolom laten staan"
            _add_heading(reading, headers, position, heading, Severity.OPMERKING, message, Cause.UNKNOWN_COLUMN)
    if not headers.known:
        return
    for position, column in enumerate(reading.texts.columns):
        if not signs.seen(column[headers.row]).strip() and any(column[row - 1].strip() for row in reading.numbers):
            message = "Deze kolom heeft geen kop, dus lezen we die niet. Geef de kolom een kop of maak de cellen leeg"
            _add_heading(reading, headers, position, "", Severity.OPMERKING, message, Cause.NO_HEADING)


def _fits(reading: SheetReading, column: Column, position: int) -> bool:
    """Whether what stands below a heading can be *column*: one of the first values is understood, or none is there.

    Deelnemers, above numbers of people, is nearly Deelname.
    """
    cells = reading.texts.columns[position]
    filled = islice((text for number in reading.numbers if (text := cells[number - 1].strip())), _TRIED)
    understood = [not read.remarks for read in map(reader(column), filled)]
    return any(understood) or not understood


def _add_heading(
    reading: SheetReading,
    headers: Headers,
    position: int,
    heading: str,
    severity: Severity,
    message: str,
    cause: Cause,
    meant: str = "",
    *,
    sure: bool = False,
) -> None:
    name, row, heading = reading.sheet.name, headers.row + 1, short(heading, VALUE_LENGTH)
    cell = f"{name}!{letters(position)}{row}"
    reading.findings.append(Finding(severity, name, row, heading, cell, heading, message, meant, sure, "", cause))


def check_rows_above(reading: SheetReading, heading_row: int) -> None:
    """Titles and groups of headings may stand above the headings; when a row there looks like data, all are named."""
    rows = {}
    for row in range(min(heading_row, reading.texts.height)):
        filled = [text for column in reading.texts.columns if (text := column[row].strip())]
        if len(filled) > 1:
            rows[row] = short(filled[0], VALUE_LENGTH)
    needed = [reading.texts.columns[position] for column, position in reading.columns.items() if column.required]
    # A heading that is merged over two rows stands on both.
    rows = {row: text for row, text in rows.items() if not any(c[row] == c[heading_row] for c in needed)}
    if not any(all(column[row].strip() for column in needed) for row in rows):
        return
    for row, value in rows.items():
        name, number = reading.sheet.name, row + 1
        message = (
            "Deze rij staat boven de kolomkoppen, dus lezen we die niet. Zet de rij eronder als die mee moet tellen"
        )
        about = (value, message, "", False, "", Cause.ABOVE_HEADINGS)
        reading.findings.append(Finding(Severity.OPMERKING, name, number, "", f"{name}!A{number}", *about))


def check_totals(reading: SheetReading, rows: list[int]) -> None:
    """Name the *rows* of totals (from 0), which are no data."""
    for row in rows:
        filled = [place for place, column in enumerate(reading.texts.columns) if column[row].strip()]
        _add_row(reading, row, filled[0] if filled else 0, "Dit is een totaalrij en telt niet mee", Cause.TOTAL)


def check_notes(reading: SheetReading, notes: dict[int, int]) -> None:
    """Name the rows that are no data but a note, by the row (from 0) the position of its text."""
    needed = words.listing(column.header for column in reading.sheet.columns if column.required)
    message = (
        "Deze rij lijkt een tussenkop of toelichting, en die telt niet mee. Moet de rij wel meetellen? Vul dan "
        f"{needed} in"
    )
    for row, position in notes.items():
        _add_row(reading, row, position, message, Cause.NOTE)


def _add_row(reading: SheetReading, row: int, position: int, message: str, cause: Cause) -> None:
    """Note what a whole row (from 0) is, at the cell at *position*."""
    name, value = reading.sheet.name, without_addresses(short(seen_at(reading.texts, row, position), VALUE_LENGTH))
    cell = f"{name}!{letters(position)}{row + 1}"
    about = (value, message, "", False, "", cause)
    reading.findings.append(Finding(Severity.OPMERKING, name, row + 1, "", cell, *about))


def _check_columns(reading: SheetReading, heading_row: int, required: list[Column]) -> bool:
    """Leave all rows out when a required column is not there, with one fout: none of them made a mistake."""
    missing = [column for column in required if column not in reading.columns] if reading.numbers else []
    if missing and (separator := separator_in_one_column(reading.sheet, reading.texts)):
        name, row = reading.sheet.name, heading_row + 1
        message = f"Alle kolommen staan in kolom A, dus geen rij telt mee: {words.split_column(separator)}"
        about = ("", message, "", False, "", Cause.ALL_IN_ONE)
        reading.findings.append(Finding(Severity.FOUT, name, row, "", f"{name}!A{row}", *about))
        reading.left_out.update(range(len(reading.numbers)))
        return True
    for column in missing:
        if column not in reading.misspelt:
            name, row = reading.sheet.name, heading_row + 1
            message = f"De kolom {column.header} ontbreekt. {_WITHOUT}"
            about = ("", message, "", False, "", Cause.UNREAD)
            reading.findings.append(Finding(Severity.FOUT, name, row, column.header, f"{name}!A{row}", *about))
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
            message = "Deze rij herhaalt de kolomkoppen en telt niet mee. Haal de rij weg"
            reading.add(Severity.FOUT, i, required[0], message, cause=Cause.REPEATED)
            repeated.add(number)
            continue
        _add_missing(reading, i, empty)
        if empty or identities is None:
            continue
        identity = identities[i]
        if identity in first_row:
            column = reading.sheet.column("id")
            message = f"ID staat al op rij {first_row[identity]}. Deze rij telt pas mee met een ander ID"
            reading.add(Severity.FOUT, i, column, message, cause=Cause.SAME_ID)
        else:
            first_row[identity] = number
    if repeated:  # of a heading in the place of a value there is nothing else to say
        kept = (f for f in reading.findings if f.row not in repeated or f.severity is Severity.FOUT)
        reading.findings = list(kept)


def _add_missing(reading: SheetReading, i: int, empty: list[Column]) -> None:
    """The fout of a row without a value in the required columns *empty*: one for all in which nothing stands."""
    told = {column: _missing(reading, i, column) for column in empty}
    if nothing := [column for column, (message, _) in told.items() if not message]:
        names = words.listing(column.header for column in nothing)
        message = f"Geen {names} ingevuld" if len(nothing) == 1 else f"{names} zijn niet ingevuld"
        told = {c: found for c, found in told.items() if found[0]}
        reading.add(Severity.FOUT, i, nothing[0], f"{message}, dus de rij telt niet mee", cause=Cause.EMPTY)
    for column, (message, cause) in told.items():
        reading.add(Severity.FOUT, i, column, message, cause=cause)


def _all_fine(values: list[list[Any]], heading: str) -> bool:
    """Whether nothing is missing, every ID (the first of *values*) is there once, and none repeats its heading."""
    identities = set(values[0])
    complete = all(None not in column for column in values)
    return complete and len(identities) == len(values[0]) and heading.upper() not in identities


def _missing(reading: SheetReading, i: int, column: Column) -> tuple[str, Cause]:
    """Why a required column has no value in a row where its cell holds something all the same; "" where it does not."""
    typed = reading.typed(i, column)
    if merged := reading.merged_ids.get(reading.numbers[i], 0) if column.field == "id" else 0:
        message = (
            f"{column.header} is samengevoegd met rij {merged}, dus deze rij telt niet mee: hef de samenvoeging op en "
            "geef de rij een eigen ID"
        )
        return message, Cause.MERGED
    if signs.seen(typed).strip():  # an error, or a formula without an outcome
        if is_excel_error(typed):
            message = f"Bij {column.header} staat de Excel-fout {typed}, dus de rij telt niet mee: {REPAIR}"
            return message, Cause.EXCEL_ERROR
        advice = words.capital(CALCULATE)
        message = f"De formule bij {column.header} heeft geen uitkomst, dus de rij telt niet mee. {advice}"
        return message, Cause.UNCALCULATED
    return "", Cause.EMPTY
