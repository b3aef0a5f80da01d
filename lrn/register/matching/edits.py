"""What changes in a workbook by its matching, and the workbook as texts with those changes made."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lrn.register.matching.model import Matching
from lrn.register.reading.book import Book, SheetTexts


class CellEdit(NamedTuple):
    """One cell that changes: the tab as the workbook calls it, row and column from 0, the text before and after, and
    why, in a few Dutch words ("kop", "waarde", "ID gemaakt")."""

    tab: str
    row: int
    column: int
    old: str
    new: str
    why: str


@dataclass(frozen=True)
class Edits:
    """All that changes: tabs that get another name, cells, and tabs that are added (rows of texts, headings first).

    A cell may lie to the right of the last column, or below the last row. Cells go by the tab's old name. ``notes``
    says in Dutch sentences what was understood by a rule, ``ids_made`` by a tab's old name how many rows got an ID.
    ``matching`` is what was decided as it goes with the workbook in which these edits are made.
    """

    renamed: dict[str, str] = field(default_factory=dict)
    cells: list[CellEdit] = field(default_factory=list)
    added: dict[str, list[list[str]]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    ids_made: dict[str, int] = field(default_factory=dict)
    matching: Matching = field(default_factory=Matching)

    def __bool__(self) -> bool:
        return bool(self.renamed or self.cells or self.added)


def applied(book: Book, edits: Edits) -> Book:
    """*book* with *edits* made. What is not edited is the very same object."""
    if not edits:
        return book
    by_tab: dict[str, list[CellEdit]] = defaultdict(list)
    for edit in edits.cells:
        by_tab[edit.tab].append(edit)
    sheets = {}
    for tab, texts in book.sheets.items():
        found = _edited(texts, by_tab[tab]) if by_tab[tab] else texts
        sheets[edits.renamed.get(tab, tab)] = found
    for tab, rows in edits.added.items():
        sheets[tab] = _sheet(rows)
    return replace(book, sheets=sheets)


def _edited(texts: SheetTexts, edits: list[CellEdit]) -> SheetTexts:
    columns = list(texts.columns)
    height = max(texts.height, *(edit.row + 1 for edit in edits))
    copied: set[int] = set()
    if height > texts.height:
        columns = [column + [""] * (height - len(column)) for column in columns]
        copied = set(range(len(columns)))
    for _, row, column, _, new, _ in edits:
        while column >= len(columns):
            columns.append([""] * height)
            copied.add(len(columns) - 1)
        if column not in copied:
            columns[column] = list(columns[column])
            copied.add(column)
        columns[column][row] = new
    places = {(edit.row, edit.column) for edit in edits}
    return replace(
        texts,
        columns=columns,
        errors={place: error for place, error in texts.errors.items() if place not in places},
        uncalculated=texts.uncalculated - places,
        kept=texts.kept.without(places),
    )


def _sheet(rows: list[list[str]]) -> SheetTexts:
    width = max(map(len, rows), default=0)
    return SheetTexts([[row[n] if n < len(row) else "" for row in rows] for n in range(width)])
