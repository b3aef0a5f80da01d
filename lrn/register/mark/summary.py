"""The sheet "Te verbeteren": what is found, the gravest first, each with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lrn.cells import runs
from lrn.register.mark.notes import certainty
from lrn.register.mark.package import serialised
from lrn.register.mark.rows import HEADING_FILL, HEADING_LINE, LINE, worksheet, write_cell, write_row
from lrn.register.mark.schema import WORKSHEET, Cell, CellRange, child, sub
from lrn.register.mark.styles import TONES, Styles
from lrn.register.model import Finding, Severity

NOTHING_FOUND = "Alles klopt: elke rij telt mee en elke waarde is herkend."

# Heading and width in characters.
COLUMNS = (
    ("Soort", 15),
    ("Werkblad", 18),
    ("Cel", 8),
    ("Kolom", 20),
    ("Waarde", 30),
    ("Wat is er aan de hand?", 58),
    ("Bedoelt u?", 26),
    ("Hoe zeker", 15),
    ("College", 22),
)
_WIDTHS = [width for _, width in COLUMNS]
_MOST_LINKS = 65_000  # Excel takes no more than 65,530 on a sheet


@dataclass(frozen=True)
class MarkedFinding:
    """A finding, the name that its sheet has in this workbook, and its cell; no cell when there is no such place."""

    finding: Finding
    sheet: str
    cell: Cell | None


def quoted(sheet: str) -> str:
    """The name of a sheet as formulas and links write it."""
    return "'" + sheet.replace("'", "''") + "'"


def table_area(entries: Sequence[MarkedFinding]) -> CellRange:
    """The cells that the table takes, headings included."""
    return CellRange(Cell(1, 1), Cell(1 + len(entries), len(COLUMNS)))


def summary(entries: Sequence[MarkedFinding], styles: Styles) -> bytes:
    """The worksheet that lists *entries*, as XML; adds to *styles* what it needs."""
    root = worksheet(CellRange(Cell(1, 1), Cell(max(len(entries), 1) + 1, len(COLUMNS))), _WIDTHS, showGridLines="0")
    properties = child(root, "sheetPr", WORKSHEET)
    sub(properties, "tabColor", rgb=TONES[Severity.FOUT])
    sub(properties, "pageSetUpPr", fitToPage="1")
    _write_rows(sub(root, "sheetData"), entries, styles)

    area = table_area(entries).ref
    if entries:
        sub(root, "autoFilter", ref=area)
        _write_links(root, entries)
    sub(root, "pageMargins", left="0.4", right="0.4", top="0.6", bottom="0.6", header="0.3", footer="0.3")
    sub(root, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    sub(sub(root, "headerFooter"), "oddFooter").text = "&L&A&R&P / &N"
    # A value like 2024 is shown as it was typed: no green corner for a number that is stored as text.
    sub(sub(root, "ignoredErrors"), "ignoredError", sqref=area, numberStoredAsText="1")
    return serialised(root)


def _write_rows(data: Any, entries: Sequence[MarkedFinding], styles: Styles) -> None:
    heading = styles.own(bold=True, fill=HEADING_FILL, line=HEADING_LINE)
    text, link = styles.own(line=LINE), styles.own(line=LINE, link=True)
    prefixed = styles.own(line=LINE, quote=True)
    tones = {severity: styles.own(line=LINE, fill=TONES[severity]) for severity in Severity}

    write_row(data, 1, [(name, heading) for name, _ in COLUMNS], _WIDTHS)
    if not entries:  # on one line: nothing stands to the right of it
        write_cell(sub(data, "row", r="2"), Cell(2, 1), NOTHING_FOUND, styles.own(wrap=False))
    for number, entry in enumerate(entries, 2):
        finding = entry.finding
        place = entry.cell.ref if entry.cell else ""
        told = (finding.column, finding.value, finding.message, finding.suggestion, certainty(finding), finding.college)
        write_row(
            data,
            number,
            [
                (str(finding.severity), tones[finding.severity]),
                (entry.sheet, prefixed if runs(entry.sheet) else text),
                (place, link if place else text),
                *((words, prefixed if runs(words) else text) for words in told),
            ],
            _WIDTHS,
        )


def _write_links(root: Any, entries: Sequence[MarkedFinding]) -> None:
    placed = [(number, entry) for number, entry in enumerate(entries, 2) if entry.cell][:_MOST_LINKS]
    links = sub(root, "hyperlinks") if placed else None
    for number, entry in placed:
        assert entry.cell is not None
        place = f"{quoted(entry.sheet)}!{entry.cell.ref}"
        sub(links, "hyperlink", ref=Cell(number, 3).ref, location=place, display=entry.cell.ref)
