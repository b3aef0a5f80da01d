"""Reads one sheet: from texts to interpreted rows, each counted or left out with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from operator import methodcaller
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from lrn.register.columns import NO, VOORBEELD_ID, YES, Column, Kind, Sheet
from lrn.register.headers import Headers, find_headers, suggest_header
from lrn.register.model import Finding, Weight
from lrn.register.parse import SheetTexts
from lrn.register.reading import Read, Remark, short
from lrn.register.values import LATITUDES, LONGITUDES, all_degrees, is_empty_mark, is_excel_error, reader, taker
from lrn.terms import plain

UNCALCULATED = "\ue000"  # stands in for the text of a formula without an outcome; nobody types this character
VALUE_LENGTH = 200  # characters of a value that a finding repeats


_letters = cache(xl_col_to_name)


@dataclass
class SheetReading:
    """The rows of one sheet while they are being checked, column by column.

    A row is a position in every list of ``values``, which has one for each field of the contract. ``numbers`` holds
    the rows as Excel counts them, ``left_out`` the positions of the rows that are not counted, ``examples`` how many
    rows of the template were skipped, ``aside`` the unknown columns (heading, texts), ``misspelt`` the columns that
    are there under a heading that was not understood.
    """

    sheet: Sheet
    texts: SheetTexts
    columns: dict[Column, int] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)
    values: dict[str, list[Any]] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    examples: int = 0
    aside: list[tuple[str, list[str]]] = field(default_factory=list)
    misspelt: set[Column] = field(default_factory=set)

    def counted(self) -> list[int]:
        """The positions of the rows that count, in the workbook's order."""
        return [i for i in range(len(self.numbers)) if i not in self.left_out]

    def typed(self, i: int, column: Column) -> str:
        """What stands in *column* of the row at position *i*, as the person sees it in Excel."""
        position = self.columns.get(column)
        if position is None:
            return ""
        return _as_seen(_cell(self.texts, self.numbers[i] - 1, position))

    def not_understood(self) -> dict[int, str]:
        """By row as Excel counts it: the headings whose value was not understood, from left to right, as one text."""
        found: dict[int, dict[str, None]] = {}
        for finding in self.in_order():
            if finding.weight is Weight.WAARSCHUWING:
                found.setdefault(finding.row, {})[finding.column] = None
        return {row: ", ".join(headings) for row, headings in found.items()}

    def in_order(self) -> list[Finding]:
        """The findings as the sheet is read: row by row, from left to right."""
        places = {column.header: position for column, position in self.columns.items()}
        return sorted(self.findings, key=lambda f: (f.row, places.get(f.column, len(places))))

    def add(
        self, weight: Weight, i: int, column: Column, message: str, suggestion: str = "", *, sure: bool = False
    ) -> None:
        """Note a finding about *column* of the row at position *i*; a fout leaves the row out."""
        typed = self.typed(i, column)
        self.add_at(weight, i, column.header, self.columns.get(column, 0), typed, message, suggestion, sure=sure)

    def add_at(
        self,
        weight: Weight,
        i: int,
        heading: str,
        position: int,
        value: str,
        message: str,
        suggestion: str = "",
        *,
        sure: bool = False,
    ) -> None:
        """Like :meth:`add`, for a column that the contract does not hold: its heading, position and value."""
        row = self.numbers[i]
        cell = f"{self.sheet.name}!{_letters(position)}{row}"
        value = value if len(value) <= VALUE_LENGTH else value[: VALUE_LENGTH - 1] + "…"
        self.findings.append(Finding(weight, self.sheet.name, row, heading, cell, value, message, suggestion, sure))
        if weight is Weight.FOUT:
            self.left_out.add(i)


def read_sheet(sheet: Sheet, texts: SheetTexts) -> SheetReading:
    """Interpret *texts* by the contract of *sheet*."""
    headers = find_headers(sheet, texts) or Headers(0, {}, {}, [], [])
    reading = SheetReading(sheet, texts, columns=headers.known)
    filled = _filled_rows(texts, headers)
    examples = _examples(sheet, texts, headers)
    data = [row for row in filled if row not in examples] if examples else filled
    reading.examples = len(filled) - len(data)
    reading.numbers = [row + 1 for row in data]
    _check_rows_above(reading, headers.row)
    for column in sheet.columns:
        position = headers.known.get(column)
        if position is None:
            reading.values[column.field] = [None] * len(data)
        else:
            _read_column(reading, column, _cells(texts, data, position))
    for number, position in headers.numbered.items():
        _read_numbered(reading, number, position)
    _check_headings(reading, headers)
    _check_required(reading, headers.row)
    if data:
        for position, heading in headers.unknown:
            reading.aside.append((heading, [texts.columns[position][row] for row in data]))
    return reading


def _filled_rows(texts: SheetTexts, headers: Headers) -> list[int]:
    """The rows below the headings that hold anything, from 0."""
    first = headers.row + 1
    filled = {row for row, _ in (*texts.errors, *texts.uncalculated) if row >= first}
    # Most rows have a first required column, so that the other columns need no look.
    lead = next((position for column, position in headers.known.items() if column.required), 0)
    others = [column for position, column in enumerate(texts.columns) if position != lead]
    leading = texts.columns[lead] if texts.columns else []
    for row in range(first, texts.height):
        if leading[row].strip() or any(column[row].strip() for column in others):
            filled.add(row)
    return sorted(filled)


def _examples(sheet: Sheet, texts: SheetTexts, headers: Headers) -> set[int]:
    """The rows of the template that only show how a row is filled in, from 0."""
    position = headers.known.get(next(column for column in sheet.columns if column.required))
    column = texts.columns[position] if position is not None else []
    return {row for row, text in enumerate(column) if text.strip().upper() == VOORBEELD_ID}


def _cell(texts: SheetTexts, row: int, position: int) -> str:
    """The text of a cell; the error or the stand-in for a formula without an outcome where the cell holds that."""
    text = texts.columns[position][row]
    if text or not (texts.errors or texts.uncalculated):
        return text
    return texts.errors.get((row, position)) or (UNCALCULATED if (row, position) in texts.uncalculated else "")


def _cells(texts: SheetTexts, rows: list[int], position: int) -> list[str]:
    """The texts of one column at *rows*, as :func:`_cell` gives them."""
    if texts.errors or texts.uncalculated:
        return [_cell(texts, row, position) for row in rows]
    column = texts.columns[position]
    if rows and rows[-1] - rows[0] + 1 == len(rows):
        return column[rows[0] : rows[-1] + 1]
    return [column[row] for row in rows]


def _read_column(reading: SheetReading, column: Column, cells: list[str]) -> None:
    take = taker(column)
    if take and column.kind is not Kind.NAME and not any(map(_is_odd, cells)):
        reading.values[column.field] = list(map(take, cells))
        return
    if column.kind in _BOUNDS and (numbers := all_degrees(cells, _BOUNDS[column.kind])) is not None:
        reading.values[column.field] = numbers
        return
    interpret = reader(column)
    reads = {text: interpret(text) for text in dict.fromkeys(cells)}
    for text in reads:
        if _is_odd(text) and (read := _without_outcome(text)):
            reads[text] = read
    if column.kind is Kind.NAME:
        reads = _one_spelling(reads)
    values = {text: read.value for text, read in reads.items()}
    reading.values[column.field] = [values[text] for text in cells]
    remarked = {text for text, read in reads.items() if read.remarks}
    if not remarked:
        return
    for i, text in enumerate(cells):
        if text not in remarked or (column.required and reads[text].value is None):
            continue  # a required cell without a value gets its fout later
        for remark in reads[text].remarks:
            reading.add(Weight(remark.weight), i, column, remark.message, remark.suggestion, sure=remark.sure)


_BOUNDS = {Kind.LATITUDE: LATITUDES, Kind.LONGITUDE: LONGITUDES}
_ODD = ("#", "Err:", " ", UNCALCULATED)  # how a text begins that may not be what it seems
_is_odd = methodcaller("startswith", _ODD)


def _without_outcome(text: str) -> Read | None:
    """What to say of a cell that holds an error of Excel, or a formula that was never worked out; else None."""
    if text == UNCALCULATED:
        return Read(None, (Remark(f"Hier staat een formule zonder uitkomst: {_CALCULATE}"),))
    if is_excel_error(text):
        message = f"Hier staat de Excel-fout {text.strip()} in plaats van een waarde: {_REPAIR}"
        return Read(None, (Remark(message),))
    return None


_CALCULATE = "open de werkmap in Excel en bewaar haar"
_REPAIR = "herstel de formule of typ de waarde"


def _one_spelling(reads: dict[str, Read]) -> dict[str, Read]:
    """The first spelling of a college stands for all: "zorg en welzijn" and "Zorg en Welzijn" are one."""
    spellings: dict[str, str] = {}
    return {
        text: Read(spellings.setdefault(plain(read.value) or read.value.casefold(), read.value)) if read.value else read
        for text, read in reads.items()
    }


def _as_seen(text: str) -> str:
    """A cell's text as the person sees it in Excel: a date without the midnight that reading adds."""
    text = text.strip()
    if text == UNCALCULATED:
        return "(formule)"
    if text.endswith(" 00:00:00") and (found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2}) 00:00:00", text)):
        return f"{found[3]}-{found[2]}-{found[1]}"
    return text


def _read_numbered(reading: SheetReading, number: int, position: int) -> None:
    """A column headed with the number of an ingredient: an x means that the activity has it."""
    column = next(column for column in reading.sheet.columns if column.kind is Kind.INGREDIENTS)
    values = reading.values[column.field]
    for i, text in enumerate(_cells(reading.texts, [number - 1 for number in reading.numbers], position)):
        mark = text.strip().casefold()
        if mark in YES or mark == str(number):
            values[i] = tuple(sorted({*(values[i] or ()), number}))
        elif mark and mark not in NO and not is_empty_mark(mark):
            seen = _as_seen(text)
            message = f"“{short(seen)}” is geen x; ingrediënt {number} telt hier niet mee"
            reading.add_at(Weight.WAARSCHUWING, i, str(number), position, seen, message, "x")


def _check_headings(reading: SheetReading, headers: Headers) -> None:
    """Name the columns that the contract does not know, those that are there twice, and those without a heading."""
    for position, heading in headers.twice:
        message = "Deze kolom staat er twee keer en alleen de eerste telt; haal een van beide weg"
        _add_heading(reading, headers, position, heading, Weight.WAARSCHUWING, message)
    missing = {column.header: column for column in reading.sheet.columns if column not in headers.known}
    for position, heading in headers.unknown:
        likely, sure = suggest_header(reading.sheet, heading)
        if meant := missing.get(likely):
            reading.misspelt.add(meant)
            needed = meant.required and reading.numbers
            weight = Weight.FOUT if needed else Weight.WAARSCHUWING
            message = f"Deze kolomkop is niet herkend; {_WITHOUT if needed else 'de kolom is terzijde gelegd'}"
            _add_heading(reading, headers, position, heading, weight, message, likely, sure=sure)
        else:
            message = "Deze kolom hoort niet bij het register en is terzijde gelegd; laat haar staan of haal haar weg"
            _add_heading(reading, headers, position, heading, Weight.OPMERKING, message)
    if not headers.known:
        return
    for position, column in enumerate(reading.texts.columns):
        if not column[headers.row].strip() and any(column[row - 1].strip() for row in reading.numbers):
            message = "Waarden onder een lege kolomkop worden niet gelezen; geef de kolom een kop of maak haar leeg"
            _add_heading(reading, headers, position, "", Weight.OPMERKING, message)


def _add_heading(
    reading: SheetReading,
    headers: Headers,
    position: int,
    heading: str,
    weight: Weight,
    message: str,
    meant: str = "",
    *,
    sure: bool = False,
) -> None:
    name, row, heading = reading.sheet.name, headers.row + 1, short(heading, VALUE_LENGTH)
    cell = f"{name}!{_letters(position)}{row}"
    reading.findings.append(Finding(weight, name, row, heading, cell, heading, message, meant, sure))


def _check_rows_above(reading: SheetReading, heading_row: int) -> None:
    """Titles and groups of headings may stand above the headings; when a row there looks like data, all are named."""
    rows = {}
    for row in range(min(heading_row, reading.texts.height)):
        filled = [text for column in reading.texts.columns if (text := column[row].strip())]
        if len(filled) > 1:
            rows[row] = short(filled[0], VALUE_LENGTH)
    needed = [reading.texts.columns[position] for column, position in reading.columns.items() if column.required]
    if not any(all(column[row].strip() for column in needed) for row in rows):
        return
    for row, value in rows.items():
        name, number = reading.sheet.name, row + 1
        message = "Deze rij wordt niet gelezen: zet haar onder de kolomkoppen als zij meetelt"
        reading.findings.append(Finding(Weight.OPMERKING, name, number, "", f"{name}!A{number}", value, message))


_WITHOUT = "zonder deze kolom telt geen rij op dit blad mee"


def _check_columns(reading: SheetReading, heading_row: int, required: list[Column]) -> bool:
    """Leave all rows out when a required column is not there, with one fout: none of them made a mistake."""
    missing = [column for column in required if column not in reading.columns] if reading.numbers else []
    for column in missing:
        if column not in reading.misspelt:
            name, row = reading.sheet.name, heading_row + 1
            message = f"De kolom {column.header} ontbreekt; {_WITHOUT}"
            reading.findings.append(Finding(Weight.FOUT, name, row, column.header, f"{name}!A{row}", "", message))
    if missing:
        reading.left_out.update(range(len(reading.numbers)))
    return bool(missing)


def _check_required(reading: SheetReading, heading_row: int) -> None:
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
    for i, number in enumerate(reading.numbers):
        empty = [column for column, found in zip(required, values, strict=True) if found[i] is None]
        repeats = not empty and str(values[0][i]).casefold() == required[0].header.casefold()
        if repeats and [plain(reading.typed(i, column)) for column in required] == headings:
            message = "Deze rij herhaalt de kolomkoppen en telt niet mee; haal haar weg"
            reading.add(Weight.FOUT, i, required[0], message)
            continue
        for column in empty:
            reading.add(Weight.FOUT, i, column, _missing(reading.typed(i, column), column))
        if empty or identities is None:
            continue
        identity = identities[i]
        if identity in first_row:
            column = reading.sheet.column("id")
            message = f"ID staat al op rij {first_row[identity]}; deze rij telt pas mee met een ander ID"
            reading.add(Weight.FOUT, i, column, message)
        else:
            first_row[identity] = number


def _all_fine(values: list[list[Any]], heading: str) -> bool:
    """Whether nothing is missing, every ID (the first of *values*) is there once, and none repeats its heading."""
    identities = set(values[0])
    complete = all(None not in column for column in values)
    return complete and len(identities) == len(values[0]) and heading.upper() not in identities


def _missing(typed: str, column: Column) -> str:
    if typed:  # an error, or a formula without an outcome
        if is_excel_error(typed):
            return f"Bij {column.header} staat de Excel-fout {typed} en de rij telt niet mee: {_REPAIR}"
        return f"Bij {column.header} staat een formule zonder uitkomst en de rij telt niet mee: {_CALCULATE}"
    return f"Geen {column.header} ingevuld; de rij telt niet mee"
