"""What changes in a workbook by its matching, and the workbook as texts with those changes made."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import zip_longest
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

    def by_tab(self) -> dict[str, list[CellEdit]]:
        """The cells that change on each tab on which any does."""
        found: dict[str, list[CellEdit]] = {}
        for edit in self.cells:
            found.setdefault(edit.tab, []).append(edit)
        return found


def applied(book: Book, edits: Edits) -> Book:
    """*book* with *edits* made. What is not edited is the very same object."""
    if not edits:
        return book
    by_tab = edits.by_tab()
    sheets = {
        edits.renamed.get(tab, tab): _edited(texts, by_tab[tab]) if tab in by_tab else texts
        for tab, texts in book.sheets.items()
    }
    added = {tab: SheetTexts(list(map(list, zip_longest(*rows, fillvalue="")))) for tab, rows in edits.added.items()}
    return replace(book, sheets=sheets | added)


def _edited(texts: SheetTexts, edits: list[CellEdit]) -> SheetTexts:
    height = max(texts.height, *(edit.row + 1 for edit in edits))
    changed = {edit.column for edit in edits}
    columns = [*texts.columns, *([] for _ in range(max(changed) + 1 - len(texts.columns)))]
    for n, column in enumerate(columns):
        if n in changed or len(column) < height:
            columns[n] = column + [""] * (height - len(column))
    for _, row, n, _, new, _ in edits:
        columns[n][row] = new
    places = {(edit.row, edit.column) for edit in edits}
    return replace(
        texts,
        columns=columns,
        errors={place: error for place, error in texts.errors.items() if place not in places},
        uncalculated=texts.uncalculated - places,
        kept=texts.kept.without(places),
    )
