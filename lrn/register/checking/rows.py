"""The rows of one sheet while they are being checked: what stands in their cells, and what is found about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_col_to_name

from lrn.register.columns import Column, Sheet
from lrn.register.model import Finding, Severity
from lrn.register.reading.book import SheetTexts
from lrn.register.values.personal import without_addresses
from lrn.register.values.remark import Remark

UNCALCULATED = "\ue000"  # stands in for the text of a formula without an outcome; nobody types this character
VALUE_LENGTH = 200  # characters of a value that a finding repeats
letters = cache(xl_col_to_name)


@dataclass(frozen=True)
class RepeatedTexts:
    """A column of texts that come back often: the ``words``, and in ``places`` which of them stands in each row."""

    words: list[str]
    places: np.ndarray


@dataclass
class SheetReading:
    """The rows of one sheet while they are being checked, column by column.

    A row is a position in every list of ``values``, which has one for each field of the contract. ``numbers`` holds
    the rows as Excel counts them, ``left_out`` the positions of the rows that are not counted, ``examples``, ``totals``
    and ``notes`` how many rows of the template, of totals and of notes were skipped, ``merged_ids`` the rows whose ID
    is merged with that of an earlier row, and that row, ``aside`` the unknown columns (heading, cells) and ``formats``
    the number format of each of them, ``misspelt`` the columns that are there under a heading that was not understood.
    """

    sheet: Sheet
    texts: SheetTexts
    columns: dict[Column, int] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)
    values: dict[str, list[Any]] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    examples: int = 0
    totals: int = 0
    notes: int = 0
    merged_ids: dict[int, int] = field(default_factory=dict)
    aside: list[tuple[str, list[Any]]] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    misspelt: set[Column] = field(default_factory=set)

    def counted(self) -> Sequence[int]:
        """The positions of the rows that count, in the workbook's order."""
        if not self.left_out:
            return range(len(self.numbers))
        return [i for i in range(len(self.numbers)) if i not in self.left_out]

    def of(self, *fields: str) -> Iterator[tuple[Any, ...]]:
        """The values of *fields* of each row."""
        return zip(*map(self.values.__getitem__, fields), strict=True)

    def left_empty(self, column: Column) -> Iterator[int]:
        """The positions of the rows with nothing in *column*, for a rule that asks to fill it in.

        Not of a cell that something was said of (it is an error, or was not understood), nor under a misspelt heading.
        """
        if column in self.misspelt:
            return
        told = {finding.row for finding in self.findings if finding.column == column.header}
        for i, value in enumerate(self.values[column.field]):
            if not value and self.numbers[i] not in told:
                yield i

    def typed(self, i: int, column: Column) -> str:
        """What stands in *column* of the row at position *i*, as the person sees it in Excel."""
        position = self.columns.get(column)
        if position is None:
            return ""
        return self.seen(i, position)

    def seen(self, i: int, position: int) -> str:
        """What stands in the column at *position* of the row at position *i*, as the person sees it in Excel."""
        return seen_at(self.texts, self.numbers[i] - 1, position)

    def repeated(self, position: int, text: str) -> str:
        """What a finding may repeat of a *text* in the column at *position*; nothing of a contact column."""
        if any(place == position for column, place in self.columns.items() if column.contact):
            return ""
        return without_addresses(text)

    def not_understood(self) -> dict[int, str]:
        """By row as Excel counts it: the headings whose value was not understood, from left to right, as one text."""
        found: dict[int, dict[str, None]] = {}
        for finding in self.in_order():
            if finding.severity is Severity.WAARSCHUWING:
                found.setdefault(finding.row, {})[finding.column] = None
        return {row: ", ".join(headings) for row, headings in found.items()}

    def in_order(self) -> list[Finding]:
        """The findings as the sheet is read: row by row, from left to right."""
        places = {column.header: position for column, position in self.columns.items()}
        return sorted(self.findings, key=lambda f: (f.row, places.get(f.column, len(places))))

    def add(self, i: int, column: Column, told: Remark) -> None:
        """Note what is *told* about *column* of the row at position *i*; a fout leaves the row out."""
        self.note(told, self.numbers[i], self.columns.get(column, 0), column.header, self.typed(i, column))
        if told.rule.severity is Severity.FOUT:
            self.left_out.add(i)

    def note(self, told: Remark, row: int, position: int = 0, heading: str = "", value: str = "") -> None:
        """Note what is *told* about the cell with *value*, in *row* as Excel counts and the column at *position*."""
        name, part = self.sheet.name, told.part or ""
        value, message = self.repeated(position, value[: 2 * VALUE_LENGTH]), without_addresses(told.message)
        if len(value) > VALUE_LENGTH:
            value = value[: VALUE_LENGTH - 1] + "…"
        where = (name, row, heading, f"{name}!{letters(position)}{row}", value)
        meant = (told.suggestion, told.sure, "", told.rule.name, part if part in value else "")
        self.findings.append(Finding(told.rule.severity, *where, message, *meant))


def cell_text(texts: SheetTexts, row: int, position: int) -> str:
    """The text of a cell; the error or the stand-in for a formula without an outcome where the cell holds that."""
    text = texts.columns[position][row]
    if text or not (texts.errors or texts.uncalculated):
        return text
    return texts.errors.get((row, position)) or (UNCALCULATED if (row, position) in texts.uncalculated else "")


def seen_at(texts: SheetTexts, row: int, position: int) -> str:
    """A cell as the person sees it in Excel; one that holds no text as its number format shows it."""
    if position in texts.kept.columns and texts.columns[position][row]:  # most columns are all text
        shown = texts.kept.shown(row, position)
        if shown is not None:
            return shown
    return as_seen(cell_text(texts, row, position))


def column_texts(texts: SheetTexts, rows: list[int], position: int) -> list[str]:
    """The texts of one column at *rows*, as :func:`cell_text` gives them."""
    if texts.errors or texts.uncalculated:
        return [cell_text(texts, row, position) for row in rows]
    column = texts.columns[position]
    if rows and rows[-1] - rows[0] + 1 == len(rows):
        return column[rows[0] : rows[-1] + 1]
    return [column[row] for row in rows]


def as_seen(text: str) -> str:
    """A cell's text as the person sees it in Excel: a date without the midnight that reading adds."""
    text = text.strip()
    if text == UNCALCULATED:
        return "(formule)"
    if text.endswith(" 00:00:00") and (found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2}) 00:00:00", text)):
        return f"{found[3]}-{found[2]}-{found[1]}"
    return text
