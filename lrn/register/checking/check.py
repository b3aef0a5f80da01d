"""Checks the texts of a workbook against the contract, and names everything that was not understood.

Severities: a *fout* leaves a row out, a *waarschuwing* leaves a value out, an *opmerking* leaves nothing out.
Every row below the headings that holds anything is counted or has a fout; only the template's examples, rows of
totals and notes are skipped.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

import numpy as np

from lrn import texts
from lrn.register import columns as c
from lrn.register.checking import twice
from lrn.register.checking.activities import check_activities
from lrn.register.checking.headings import headings_on, separator_in_one_column
from lrn.register.checking.references import Known, resolve_endpoints, resolve_ids
from lrn.register.checking.rows import RepeatedTexts, SheetReading
from lrn.register.checking.sheet import read_sheet
from lrn.register.model import Finding, Severity, SheetRows
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.rules import Rule
from lrn.terms import Likely, key

SEVERAL = tuple(column.field for column in c.ACTIVITEITEN.columns if column.kind in (c.Kind.TERMS, c.Kind.INGREDIENTS))
KENMERKEN = tuple(field for field in SEVERAL if field not in ("themas", "ingredienten"))

ColumnValues = dict[str, Any]  # by column a list of values, or ``RepeatedTexts``


class NoRegister(Exception):
    """The workbook misses what a register must have: ``missing`` headings, or the required sheet when that is empty.

    ``present`` names the sheets that are there, or the headings on the sheet that misses some. ``separator`` is what
    stands between them where all stand in column A.
    """

    def __init__(self, missing: list[str], present: list[str], separator: str = "") -> None:
        super().__init__(missing)
        self.missing, self.present, self.separator = missing, present, separator


@dataclass(frozen=True)
class Checked:
    """A register before it becomes frames: ``tables`` by the name they have in ``Register``, findings in order.

    ``aside`` holds the columns that the contract does not know, by sheet: heading and cells, the rows first.
    ``formats`` has the number format of each of them, ``read`` by sheet the headings of the contract that were read.
    """

    tables: dict[str, ColumnValues]
    findings: list[Finding]
    rows: list[SheetRows]
    aside: dict[str, list[tuple[str, list[Any]]]]
    is_sample: bool
    formats: dict[str, list[str]] = field(default_factory=dict)
    read: dict[str, list[str]] = field(default_factory=dict)


def check(book: Book, today: date) -> Checked:
    """What *book* holds by the contract, and the findings about it. Raises :class:`NoRegister`.

    *today* decides which activities were not updated for a year.
    """
    sheets = _by_contract(book)
    if c.ACTIVITEITEN.name not in sheets:
        raise NoRegister([], list(book.sheets))
    readings = {sheet.name: read_sheet(sheet, sheets.get(sheet.name, SheetTexts())) for sheet in c.SHEETS}
    activities, partners, deelnames, lines = (readings[sheet.name] for sheet in c.SHEETS)
    needed = [column for column in c.ACTIVITEITEN.columns if column.required]
    missing = [column.header for column in needed if column not in activities.columns]
    if missing:
        separator = separator_in_one_column(c.ACTIVITEITEN, activities.texts)
        raise NoRegister(missing, headings_on(c.ACTIVITEITEN, activities.texts), separator)

    check_activities(activities, today)
    twice.check_partners(partners)
    unknown_sheets = _unknown_sheets(sheets)
    misspelt = {finding.suggestion for finding in unknown_sheets}
    known, known_partners = Known.of(activities), Known.of(partners, unread=c.PARTNERS.name in misspelt)
    referring = resolve_ids(deelnames, "activiteit", known) + resolve_endpoints(lines, known)
    _say_who_refers(activities, referring)
    _say_who_refers(partners, resolve_ids(deelnames, "partner", known_partners))

    understood = activities.not_understood()
    activities.values["niet_begrepen"] = [understood.get(number) for number in activities.numbers]
    colleges = _colleges(activities)
    findings = [finding for reading in readings.values() for finding in _with_college(reading, colleges)]
    return Checked(
        tables={
            "activiteiten": _table(activities, without=SEVERAL),
            "ingredienten": _long(activities, "ingredienten", "nr"),
            "themas": _long(activities, "themas", "thema"),
            "kenmerken": _kenmerken(activities),
            "partners": _table(partners),
            "deelnames": _table(deelnames),
            "verbindingslijnen": _table(lines),
        },
        findings=findings + unknown_sheets,
        rows=[
            SheetRows(name, len(r.numbers) - len(r.left_out), len(r.left_out), r.examples, r.totals, r.notes)
            for name, r in readings.items()
        ],
        aside={name: [("rij", r.numbers), *r.aside] for name, r in readings.items() if r.aside},
        is_sample=c.VOORBEELD_BLAD in sheets,
        formats={name: ["", *r.formats] for name, r in readings.items() if r.aside},
        read={name: _read(r) for name, r in readings.items() if name in sheets},
    )


def _read(reading: SheetReading) -> list[str]:
    """The headings of the contract that were read; Ingrediënten also where each has a column of its own."""
    several = {column for column in reading.sheet.columns if column.kind is c.Kind.INGREDIENTS}
    by_number = {column for column in several if any(reading.values[column.field])}
    return [column.header for column in reading.sheet.columns if column in reading.columns or column in by_number]


def _by_contract(book: Book) -> dict[str, SheetTexts]:
    """The sheets by the name that the contract has for them."""
    names = c.called(book.sheets)
    return {names[name]: sheet for name, sheet in book.sheets.items()}


def _say_who_refers(reading: SheetReading, referring: Counter[str]) -> None:
    """Add to the fout of a row that is left out how many other rows refer to it in vain."""
    if not referring:
        return
    rows = {reading.numbers[i]: reading.values["id"][i] for i in reading.left_out}
    for n, finding in enumerate(reading.findings):
        identity = rows.get(finding.row)
        if finding.severity is Severity.FOUT and identity is not None and (amount := referring.pop(identity, 0)):
            told = f"{finding.message}. {texts.referring(amount, identity)}"
            reading.findings[n] = finding._replace(message=told)


def _colleges(activities: SheetReading) -> dict[str, str]:
    """The college of each activity by its ID; of two rows with one ID the first counts."""
    found: dict[str, str] = {}
    for identity, college in zip(activities.values["id"], activities.values["college"], strict=True):
        if identity and college:
            found.setdefault(identity, college)
    return found


def _with_college(reading: SheetReading, colleges: dict[str, str]) -> list[Finding]:
    """The findings in order, each with the college of the activity that its row is, or belongs to."""
    if not reading.findings:
        return []
    if reading.sheet is c.ACTIVITEITEN:
        names = reading.values["college"]
    elif reading.sheet is c.DEELNAMES:
        names = [colleges.get(identity) for identity in reading.values["activiteit"]]
    elif reading.sheet is c.VERBINDINGSLIJNEN:
        ends = zip(reading.values["van"], reading.values["naar"], strict=True)
        names = [colleges.get(van) or colleges.get(naar) for van, naar in ends]
    else:
        return reading.in_order()
    by_row = dict(zip(reading.numbers, names, strict=True))
    return [
        finding._replace(college=college) if (college := by_row.get(finding.row)) else finding
        for finding in reading.in_order()
    ]


def _table(reading: SheetReading, without: tuple[str, ...] = ()) -> ColumnValues:
    """The counted rows of *reading*, a list of values for each field, and the row in the workbook."""
    counted = reading.counted()
    columns = {field: values for field, values in reading.values.items() if field not in without}
    columns["rij"] = reading.numbers
    if len(counted) == len(reading.numbers):
        return columns
    return {field: [values[i] for i in counted] for field, values in columns.items()}


def _long(reading: SheetReading, source: str, target: str) -> ColumnValues:
    """One row per value of the field *source*, which holds several: activiteit, *target*."""
    several = reading.values[source]
    rows = reading.counted()
    if reading.left_out:
        several = [several[i] for i in rows]
    amounts = [len(values) if values else 0 for values in several]
    return {
        "activiteit": RepeatedTexts(reading.values["id"], np.repeat(np.array(rows, dtype=np.int32), amounts)),
        target: list(chain.from_iterable(filter(None, several))),
    }


def _kenmerken(reading: SheetReading) -> ColumnValues:
    """One row per value of the other fields that hold several: activiteit, veld, waarde."""
    tables = [_long(reading, field, "waarde") for field in KENMERKEN]
    amounts = [len(table["waarde"]) for table in tables]
    return {
        "activiteit": RepeatedTexts(
            reading.values["id"], np.concatenate([table["activiteit"].places for table in tables])
        ),
        "veld": RepeatedTexts(list(KENMERKEN), np.repeat(np.arange(len(KENMERKEN), dtype=np.int32), amounts)),
        "waarde": list(chain.from_iterable(table["waarde"] for table in tables)),
    }


def _unknown_sheets(sheets: dict[str, SheetTexts]) -> list[Finding]:
    known = {sheet.name for sheet in c.SHEETS} | set(c.TEXT_SHEETS)
    known |= {name for name in sheets if re.fullmatch(rf"{c.TE_VERBETEREN} \(\d+\)", name)}  # there was one already
    missing = Likely({key(sheet.name): sheet.name for sheet in c.SHEETS if sheet.name not in sheets})
    findings = []
    for name, sheet in sheets.items():
        if name in known or not (sheet.height or not sheet.read):
            continue
        meant, sure = missing.find(name)
        rule = Rule.LIKELY_SHEET if meant else Rule.UNKNOWN_SHEET
        about = (name, rule.words, meant, sure, "", rule.name)
        findings.append(Finding(rule.severity, name, 1, "", f"{name}!A1", *about))
    return findings
