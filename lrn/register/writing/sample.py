"""Writes the sample register: an invented workbook that shows what the dashboard can do, untidiness included.

Its rows stand in ``data/voorbeeld/``, a .csv for each sheet; its lists and its explanation are those of the contract.
Always the same bytes.
"""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from lrn import texts
from lrn.register import columns as c
from lrn.register.writing.guide import BLADEN, CELLEN, FOUTJES, GECONTROLEERD, UITLEG, write_guide
from lrn.register.writing.validation import write_lists

FOLDER = Path(__file__).resolve().parents[3] / "data" / "voorbeeld"
CREATED = datetime(2026, 11, 23)  # the day on which it was "filled in"; a fixed moment, else no two files are the same
TITEL = "Voorbeeldregister Lerend Regionaal Netwerk (verzonnen gegevens)"
VOORBEELD = (
    "Dit is een voorbeeld: alles in dit bestand is verzonnen.",
    "Activiteiten, partners en contactgegevens bestaan niet. Namen van gemeenten en regio's zijn echt, de gegevens "
    "erbij niet.",
    "Een paar rijen zijn met opzet slordig ingevuld, zodat te zien is wat het dashboard daarover meldt.",
    "Beginnen met een eigen register? Verwijder dit werkblad en de rijen op de andere bladen, en laat de koppen staan.",
    "Zolang dit werkblad er is, zegt het dashboard op het scherm dat het om voorbeelddata gaat.",
)


def write_sample(path: Path) -> None:
    """Write the sample register to *path*."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd-mm-yyyy"}) as book:
        book.set_properties({"title": TITEL, "author": texts.APP, "created": CREATED})
        bold = book.add_format({"bold": True})
        intro = book.add_worksheet(c.VOORBEELD_BLAD)  # first, so that it is what opens
        intro.set_column(0, 0, 120)
        for number, line in enumerate(VOORBEELD):
            intro.write_string(number, 0, line, bold if number == 0 else None)
        for sheet in c.SHEETS:
            _write_sheet(book.add_worksheet(sheet.name), sheet, bold)
        write_lists(book)
        write_guide(book.add_worksheet(UITLEG), book, TITEL, (BLADEN, CELLEN, FOUTJES, *GECONTROLEERD))


def _write_sheet(target: Any, sheet: c.Sheet, bold: Any) -> None:
    """One sheet of data: headings in the contract's order that stay in view, and a filter."""
    with (FOLDER / f"{sheet.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    kinds = {column.header: column.kind for column in sheet.columns}
    headings = [*kinds, *(heading for heading in rows[0] if heading not in kinds)]  # one is not in the contract
    for position, heading in enumerate(headings):
        target.write_string(0, position, heading, bold)
        texts = [row.get(heading, "") for row in rows]
        target.set_column(position, position, min(60, max(map(len, (heading, *texts))) + 3))
        for number, text in enumerate(texts, start=1):
            target.write(number, position, _cell(text, kinds.get(heading)))
    target.freeze_panes(1, 2 if sheet.columns[0].field == "id" else 0)
    target.autofilter(0, 0, len(rows), len(headings) - 1)


def _cell(text: str, kind: c.Kind | None) -> date | float | str | None:
    """What someone who typed *text* in Excel would have: a day or a number where it is one, else text."""
    try:
        if kind is c.Kind.DATE:
            return date.fromisoformat(text)
        if kind in (c.Kind.LATITUDE, c.Kind.LONGITUDE):
            return float(text)
    except ValueError:
        pass
    return text or None
