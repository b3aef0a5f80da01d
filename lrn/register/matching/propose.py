"""From a workbook and what was decided about it to a proposal: what was found, and what it could be."""

from __future__ import annotations

from dataclasses import replace

from lrn.register import columns as c
from lrn.register.book import Book
from lrn.register.headers import find_headers
from lrn.register.matching.model import (
    ASIDE,
    Certainty,
    ColumnFound,
    Matching,
    Proposal,
    SheetFound,
    SheetMatch,
)
from lrn.register.matching.plan import BY_NAME, heading_row, headings
from lrn.register.rows import letters

EXAMPLES = 3


def propose(book: Book, decided: Matching) -> Proposal:
    """What *book* holds beside the contract: *decided* is kept, what is sure is added, the rest asked or kept aside."""
    called = c.called(book.sheets)
    sheets: list[SheetFound] = []
    matching = decided
    for tab, texts in book.sheets.items():
        match = decided.of(tab) or SheetMatch(tab, called[tab] if called[tab] in BY_NAME else ASIDE)
        sheet = BY_NAME.get(match.sheet)
        if sheet is None or not texts.height:
            continue
        row = heading_row(match, sheet, texts)
        found = find_headers(sheet, texts)
        known = {position: column.header for column, position in found.known.items()} if found else {}
        columns = []
        for position, heading in enumerate(headings(texts, row)):
            if not heading:
                continue
            cells = [text for text in texts.columns[position][row + 1 :] if text.strip()]
            examples = tuple(dict.fromkeys(cells))[:EXAMPLES]
            if heading in match.columns:
                target, certainty = match.columns[heading], Certainty.DECIDED
            elif position in known:
                target, certainty = known[position], Certainty.CONTRACT
            else:
                target, certainty = ASIDE, Certainty.UNKNOWN
            columns.append(ColumnFound(heading, letters(position), examples, len(cells), target, certainty))
        taken = {column.target for column in columns}
        missing = tuple(column.header for column in sheet.columns if column.required and column.header not in taken)
        sheets.append(
            SheetFound(
                tab,
                sheet.name,
                Certainty.CONTRACT if called[tab] == sheet.name else Certainty.DECIDED,
                heading_row=row + 1,
                rows=texts.height - row - 1,
                columns=tuple(columns),
                missing=missing,
            )
        )
    return replace(Proposal(), sheets=tuple(sheets), matching=matching)
