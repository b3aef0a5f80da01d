"""What to say of a sheet without the headings of the contract: which there are, or that all stand in column A."""

from __future__ import annotations

import csv

from lrn import texts as words
from lrn.register.columns import Sheet
from lrn.register.reading.book import SheetTexts
from lrn.register.values.headers import SEARCH_ROWS, find_headers
from lrn.register.values.personal import without_addresses
from lrn.register.values.remark import short

LONGEST_LINE = 10_000  # characters of a cell that is split
MOST, LONGEST = 8, 30  # headings that a sentence names, and characters of each


def separator_in_one_column(sheet: Sheet, texts: SheetTexts) -> str:
    """What separates the headings of *sheet* where all of them stand in one cell; "" where they do not.

    That is how a .csv looks that was pasted in Excel, or opened by one that expects another sign.
    """
    needed = {column for column in sheet.columns if column.required}
    for row in range(min(SEARCH_ROWS, texts.height)):
        filled = [text for column in texts.columns if (text := column[row].strip())]
        if len(filled) != 1 or filled[0] != texts.columns[0][row].strip() or len(filled[0]) > LONGEST_LINE:
            continue
        for separator in words.SEPARATORS:
            headings = next(csv.reader([" ".join(filled[0].splitlines())], delimiter=separator), [])
            found = find_headers(sheet, SheetTexts([[heading] for heading in headings])) if len(headings) > 1 else None
            if found and needed <= found.known.keys():
                return separator
    return ""


def headings_on(sheet: Sheet, texts: SheetTexts) -> list[str]:
    """The headings on *sheet*, as a sentence can name them: of the row that has known ones, else of the first row."""
    found = find_headers(sheet, texts)
    rows = [found.row] if found else range(min(SEARCH_ROWS, texts.height))
    for row in rows:
        headings = [shown for column in texts.columns if (shown := _shown(column[row]))]
        if headings:
            more = len(headings) - MOST
            return [*headings[:MOST], f"nog {words.number(more)}"] if more > 0 else headings
    return []


def _shown(text: str) -> str:
    return short(without_addresses("".join(sign if sign.isprintable() else " " for sign in text)), LONGEST)
