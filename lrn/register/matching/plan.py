"""From a workbook and a matching to the edits that bring the workbook in the contract's form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lrn.register import columns as c
from lrn.register.book import Book, SheetTexts
from lrn.register.headers import LONGEST, find_headers
from lrn.register.matching.edits import CellEdit, Edits
from lrn.register.matching.model import ASIDE, MONTH, PARTNER_NAMES, Matching, SheetMatch
from lrn.terms import plain

BY_NAME = {sheet.name: sheet for sheet in c.SHEETS}


def edits(book: Book, matching: Matching) -> Edits:
    """What changes in *book* by *matching*. A tab, column or value that is not there changes nothing."""
    renamed: dict[str, str] = {}
    cells: list[CellEdit] = []
    for decided in matching.sheets:
        texts = book.sheets.get(decided.tab)
        sheet = BY_NAME.get(decided.sheet)
        if texts is None or sheet is None:
            continue
        if decided.tab != sheet.name:
            renamed[decided.tab] = sheet.name
        cells += _cells(decided, sheet, texts)
    return Edits(renamed, cells)


def heading_row(decided: SheetMatch, sheet: c.Sheet, texts: SheetTexts) -> int:
    """The row of the headings on *texts*, from 0: as decided, else where reading finds it, else the first."""
    if decided.heading_row:
        return min(decided.heading_row, max(texts.height, 1)) - 1
    found = find_headers(sheet, texts)
    return found.row if found else 0


def headings(texts: SheetTexts, row: int) -> list[str]:
    """The headings in *row*, each once: the second of two alike is "Datum (2)"; "" where there is none.

    Of a heading longer than ``LONGEST`` that part: it is somebody's text, and no heading that is known.
    """
    seen: Counter[str] = Counter()
    found = []
    for column in texts.columns:
        text = " ".join(column[row][: 2 * LONGEST].split())[:LONGEST] if row < len(column) else ""
        seen[text] += 1
        found.append(f"{text} ({seen[text]})" if text and seen[text] > 1 else text)
    return found


def _cells(decided: SheetMatch, sheet: c.Sheet, texts: SheetTexts) -> Iterator[CellEdit]:
    row = heading_row(decided, sheet, texts)
    by_header = {column.header: column for column in sheet.columns}
    for position, heading in enumerate(headings(texts, row)):
        target = decided.columns.get(heading, heading)
        if target in (ASIDE, PARTNER_NAMES, MONTH) or target not in by_header:
            continue
        if heading != target:
            yield CellEdit(decided.tab, row, position, texts.columns[position][row], target, "kop")
        if values := decided.values.get(target):
            yield from _values(decided.tab, texts.columns[position], position, row, values)


def _values(tab: str, cells: Sequence[str], position: int, row: int, values: Mapping[str, str]) -> Iterator[CellEdit]:
    meant = {plain(typed): new for typed, new in values.items()}
    known: dict[str, str] = {}
    for place in range(row + 1, len(cells)):
        old = cells[place]
        if not old:
            continue
        if old not in known:
            known[old] = meant.get(plain(old), old)
        if known[old] != old:
            yield CellEdit(tab, place, position, old, known[old], "waarde")
