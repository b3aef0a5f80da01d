"""Reads one sheet: from texts to interpreted rows, each counted or left out with a reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from xlsxwriter.utility import xl_col_to_name

from lrn.register.columns import NO, YES, Column, Kind, Sheet
from lrn.register.headers import Headers, find_headers, suggest_header
from lrn.register.model import Finding, Weight
from lrn.register.reading import Read, Remark
from lrn.register.values import reader
from lrn.terms import plain


@dataclass
class SheetReading:
    """The rows of one sheet while they are being checked.

    Each row is a dict of the contract's fields, plus ``rij`` (the row as Excel counts it). ``left_out`` holds the
    rows that are not counted, ``aside`` the unknown columns as text.
    """

    sheet: Sheet
    columns: dict[Column, int] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    left_out: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[tuple[int, str], str] = field(default_factory=dict)
    aside: pd.DataFrame = field(default_factory=pd.DataFrame)

    def counted(self) -> list[dict[str, Any]]:
        """The rows that count, in the workbook's order."""
        return [row for row in self.rows if row["rij"] not in self.left_out]

    def not_understood(self, number: int) -> list[str]:
        """The headings of row *number* with a value that was not understood, from left to right."""
        found = [f for f in self.in_order() if f.row == number and f.weight is Weight.WAARSCHUWING]
        return list(dict.fromkeys(finding.column for finding in found))

    def in_order(self) -> list[Finding]:
        """The findings as the sheet is read: row by row, from left to right."""
        places = {column.header: position for column, position in self.columns.items()}
        return sorted(self.findings, key=lambda f: (f.row, places.get(f.column, len(places))))

    def add(self, weight: Weight, row: dict[str, Any], column: Column, message: str, suggestion: str = "") -> None:
        """Note a finding about *column* of *row*; a fout leaves the row out."""
        number = row["rij"]
        position = self.columns.get(column)
        self.findings.append(
            Finding(
                weight=weight,
                sheet=self.sheet.name,
                row=number,
                column=column.header,
                cell=f"{self.sheet.name}!{xl_col_to_name(position or 0)}{number}",
                value=self.texts.get((number, column.field), ""),
                message=message,
                suggestion=suggestion,
            )
        )
        if weight is Weight.FOUT:
            self.left_out.add(number)


def read_sheet(sheet: Sheet, frame: pd.DataFrame) -> SheetReading:
    """Interpret *frame* (texts, first row is row 1 of the sheet) by the contract of *sheet*."""
    reading = SheetReading(sheet)
    headers = find_headers(sheet, frame) or Headers(0, {}, {}, [], [])
    reading.columns = headers.known
    body = frame.iloc[headers.row + 1 :]
    filled = body.apply(lambda column: column.str.strip() != "").any(axis=1) if len(body) else pd.Series(dtype=bool)
    body = body[filled] if len(body) else body
    numbers = [int(index) + 1 for index in body.index]
    reading.rows = [{"rij": number} | {column.field: None for column in sheet.columns} for number in numbers]

    _check_rows_above(reading, frame.iloc[: headers.row])
    for column, position in headers.known.items():
        _read_column(reading, column, body.iloc[:, position].tolist())
    for number, position in headers.numbered.items():
        _read_numbered(reading, number, position, body.iloc[:, position].tolist())
    _check_headings(reading, headers)
    _check_required(reading)
    if headers.unknown and len(body):
        positions = [position for position, _ in headers.unknown]
        reading.aside = body.iloc[:, positions].set_axis([heading for _, heading in headers.unknown], axis=1)
        reading.aside.insert(0, "rij", numbers, allow_duplicates=True)
    return reading


def _read_column(reading: SheetReading, column: Column, cells: list[str]) -> None:
    interpret = reader(column)
    known: dict[str, Read] = {}
    spellings: dict[str, str] = {}
    for row, text in zip(reading.rows, cells, strict=True):
        read = known.get(text)
        if read is None:
            read = known[text] = interpret(text)
        value = read.value
        if column.kind is Kind.NAME and value:
            # The first spelling of a college stands for all: "zorg en welzijn" and "Zorg en Welzijn" are one.
            value = spellings.setdefault(plain(value) or value.casefold(), value)
        row[column.field] = value
        if text.strip():
            reading.texts[row["rij"], column.field] = _as_seen(text)
        for remark in read.remarks:
            reading.add(Weight(remark.weight), row, column, remark.message, remark.suggestion)


def _as_seen(text: str) -> str:
    """A cell's text as the person sees it in Excel: a date without the midnight that reading adds."""
    text = text.strip()
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2}) 00:00:00", text):
        return f"{found[3]}-{found[2]}-{found[1]}"
    return text


def _read_numbered(reading: SheetReading, number: int, position: int, cells: list[str]) -> None:
    """A column headed with the number of an ingredient: an x means that the activity has it."""
    column = next(column for column in reading.sheet.columns if column.kind is Kind.INGREDIENTS)
    for row, text in zip(reading.rows, cells, strict=True):
        plain = text.strip().casefold()
        if plain in YES or plain == str(number):
            row[column.field] = tuple(sorted({*(row[column.field] or ()), number}))
        elif plain and plain not in NO:
            shown = Column(str(number), column.field, column.kind)
            remark = Remark(f"“{text.strip()[:60]}” is geen x; ingrediënt {number} telt hier niet mee", "x")
            before = reading.columns
            reading.columns = {**before, shown: position}
            reading.texts[row["rij"], column.field] = text.strip()
            reading.add(Weight.WAARSCHUWING, row, shown, remark.message, remark.suggestion)
            reading.columns = before


def _check_headings(reading: SheetReading, headers: Headers) -> None:
    """Name the columns that the contract does not know, and those that are there twice."""
    for position, heading in headers.twice:
        message = "Deze kolom staat er twee keer; alleen de eerste telt"
        reading.findings.append(_heading_finding(reading, headers, position, heading, Weight.WAARSCHUWING, message, ""))
    missing = {column.header for column in reading.sheet.columns if column not in headers.known}
    for position, heading in headers.unknown:
        likely = suggest_header(reading.sheet, heading) or ""
        meant = likely if likely in missing else ""
        weight = Weight.WAARSCHUWING if meant else Weight.OPMERKING
        message = "Deze kolom hoort niet bij het register en is terzijde gelegd"
        reading.findings.append(_heading_finding(reading, headers, position, heading, weight, message, meant))


def _heading_finding(
    reading: SheetReading, headers: Headers, position: int, heading: str, weight: Weight, message: str, meant: str
) -> Finding:
    row = headers.row + 1
    cell = f"{reading.sheet.name}!{xl_col_to_name(position)}{row}"
    return Finding(weight, reading.sheet.name, row, heading, cell, heading, message, meant)


def _check_rows_above(reading: SheetReading, above: pd.DataFrame) -> None:
    """A title above the headings is one cell; a row with more looks like data and is named."""
    for index, cells in zip(above.index, above.to_numpy(), strict=True):
        filled = [str(cell).strip() for cell in cells if str(cell).strip()]
        if len(filled) > 1:
            name, number = reading.sheet.name, int(index) + 1
            message = "Deze rij staat boven de kolomkoppen en wordt niet gelezen"
            finding = Finding(Weight.OPMERKING, name, number, "", f"{name}!A{number}", filled[0], message)
            reading.findings.append(finding)


def _check_required(reading: SheetReading) -> None:
    """Leave out rows without a required value, and rows whose ID an earlier counted row has."""
    required = [column for column in reading.sheet.columns if column.required]
    first_row: dict[str, int] = {}
    for row in reading.rows:
        typed = [plain(reading.texts.get((row["rij"], column.field), "")) for column in required]
        if typed == [plain(column.header) for column in required]:
            reading.add(Weight.FOUT, row, required[0], "Deze rij herhaalt de kolomkoppen en telt niet mee")
            continue
        empty = [column for column in required if row[column.field] is None]
        for column in empty:
            reading.add(Weight.FOUT, row, column, f"Geen {column.header} ingevuld; de rij telt niet mee")
        identity = row.get("id")
        if empty or identity is None:
            continue
        if identity in first_row:
            column = reading.sheet.column("id")
            reading.add(Weight.FOUT, row, column, f"ID staat al op rij {first_row[identity]}; deze rij telt niet mee")
        else:
            first_row[identity] = row["rij"]
