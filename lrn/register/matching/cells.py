"""The values of a column as they were decided: whole cells, and the pieces of a cell that holds several."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lrn.register import columns as c
from lrn.register.checking.rows import as_seen
from lrn.register.matching.groups import value_key
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.matching.moves import move
from lrn.register.reading import spans
from lrn.register.values.cell import reader
from lrn.register.values.terms import LONGEST, pieces_of


class Meant:
    """What the values of a column mean, by how they are typed: the very text goes before what reads the same."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._exact = {typed.strip(): new for typed, new in values.items()}
        self._alike: dict[str, str] = {}
        for typed, new in values.items():
            self._alike.setdefault(value_key(typed), new)

    def of(self, text: str) -> str | None:
        """What *text* means, or None when nothing was decided about it."""
        if not self._exact:
            return None
        text = text.strip()
        if text in self._exact:
            return self._exact[text]
        return self._alike.get(value_key(text)) if len(text) <= LONGEST else None


def edit_values(page: MatchedTab) -> None:
    """Put what was decided in the place of what is typed, in each column of the contract that something is said of."""
    for column in page.sheet.columns:
        values = page.decided.values.get(column.header)
        position = page.position(column.header) if values else None
        if values and position is not None:
            _edit_column(page, column, position, Meant(values))


def _edit_column(page: MatchedTab, column: c.Column, position: int, meant: Meant) -> None:
    replaced = _replacing(column, meant)
    cells = page.columns[position]
    first = page.row + 1
    new_by_text: dict[str, str | None] = {text: replaced(text) for text in set(cells[first:]) if text}
    changed = {text: new for text, new in new_by_text.items() if new is not None and new != text}
    new = {row: changed[cells[row]] for row in range(first, len(cells)) if cells[row] in changed} if changed else {}
    texts = page.texts
    if position in texts.kept.columns:  # what is shown may be what somebody decided about
        for row in range(first, min(len(cells), texts.height)):
            if row not in new and cells[row] and (shown := texts.kept.shown(row, position)) is not None:
                found = meant.of(shown)
                if found is not None and found != cells[row]:
                    new[row] = found
    for (row, place), error in texts.errors.items():
        if place == position and row >= first and (found := meant.of(error)) is not None:
            new[row] = found
    page.put(position, _without_moved(page, column, position, new), "waarde")


def _without_moved(page: MatchedTab, column: c.Column, position: int, new: dict[int, str]) -> dict[int, str]:
    """*new* with the cells empty whose value goes to another column, once it stands there.

    Where that column says something else already both stay as they are: which of them is true is not for us to say.
    """
    moves = {row: found for row, text in new.items() if (found := move(page.sheet, column, text))}
    if not moves:
        return new
    left = {row: text for row, text in new.items() if row not in moves}
    (header,) = {found.header for found in moves.values()}
    meant = Meant(page.decided.values.get(header, {}))
    merged = {span.top: span.bottom for span in page.texts.merged if span.left == position}
    rows = {row: range(row, merged.get(row, row) + 1) for row in moves}  # a merged cell is said of each of its rows
    there = page.position(header)
    if there is None and not page.has_room():
        return left
    held = spans.filled_down(page.now()).columns[there] if there is not None else []
    odd = {row for row, place in (*page.texts.errors, *page.texts.uncalculated) if place == there}
    filled: dict[int, str] = {}
    for row, found in moves.items():
        if meant.of(found.text) not in (None, found.text):  # it would not stay there
            continue
        said = [held[at].strip() if at < len(held) else "" for at in rows[row]]
        if odd.isdisjoint(rows[row]) and all(not other or found.is_said_by(other) for other in said):
            filled |= {at: found.text for at, other in zip(rows[row], said, strict=True) if not other}
            left[row] = ""
    if filled:
        page.put(page.with_column(header), filled, "waarde verplaatst")
    return left


def _replacing(column: c.Column, meant: Meant) -> Callable[[str], str | None]:
    """The function that gives what is to stand in the place of a text; None when that stays."""

    def whole(text: str) -> str | None:
        found = meant.of(text)
        return meant.of(as_seen(text)) if found is None else found

    if column.kind not in c.SEVERAL:
        return whole
    read = reader(column)

    def known(piece: str) -> str | None:
        return piece if meant.of(piece) is not None or not read(piece).remarks else None

    def each(text: str) -> str | None:
        found = whole(text)
        if found is not None:
            return found
        pieces = pieces_of(text, known)
        said = [meant.of(piece) for piece in pieces]
        if all(new is None for new in said):
            return None
        made = [piece if new is None else new for piece, new in zip(pieces, said, strict=True)]
        return "; ".join(dict.fromkeys(piece for piece in made if piece))

    return each
