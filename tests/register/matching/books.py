"""Workbooks of lists of rows, and what becomes of them by a matching."""

from __future__ import annotations

from datetime import date

from lrn.register.checking.check import Checked, check
from lrn.register.matching.edits import Edits, applied
from lrn.register.matching.model import Matching, SheetMatch
from lrn.register.matching.plan import edits
from lrn.register.reading.book import Book, SheetTexts

TODAY = date(2026, 11, 30)


def sheet(*rows: str) -> SheetTexts:
    """A sheet of *rows*, the cells of each with | between them."""
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    width = max(map(len, cells), default=0)
    return SheetTexts([[row[n] if n < len(row) else "" for row in cells] for n in range(width)])


def lines(texts: SheetTexts) -> list[str]:
    """The rows of a sheet as :func:`sheet` takes them, without what is empty at their end."""
    return ["|".join(row).rstrip("|") for row in zip(*texts.columns, strict=True)]


def planned(tabs: dict[str, SheetTexts], *decided: SheetMatch) -> tuple[Edits, Book]:
    """The edits, and the workbook with them made.

    That workbook asks for no edits any more, by the same matching or by the one that goes along with it.
    """
    book, matching = Book(tabs), Matching(decided)
    found = edits(book, matching)
    given_back = applied(book, found)
    again = edits(given_back, matching)
    assert not again, again
    assert set(again.notes) <= set(found.notes), again.notes
    goes_along = edits(given_back, found.matching)
    assert not goes_along, goes_along
    assert goes_along.matching == found.matching
    return found, given_back


def read(book: Book) -> Checked:
    """What reading makes of *book*, of which every filled row is counted, left out with a reason, or a total."""
    checked = check(book, TODAY)
    for rows in checked.rows:
        left = {f.row for f in checked.findings if f.sheet == rows.sheet and f.severity == "fout"}
        assert rows.left_out == 0 or left, rows
    return checked
