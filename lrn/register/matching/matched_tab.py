"""A sheet of the contract while its edits are being made: what is typed, what changes, and where which column is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from lrn.register.checking.outline import Outline, outline
from lrn.register.checking.rows import cell_text
from lrn.register.columns import Sheet
from lrn.register.matching.edits import CellEdit
from lrn.register.matching.model import SheetMatch
from lrn.register.reading import spans
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.limits import COLUMN_LIMIT
from lrn.register.values.headers import SEARCH_ROWS, Headers, find_headers


@dataclass
class MatchedTab:
    """``texts`` is what stands on the tab called ``tab``; on one that is ``added``, what it begins with.

    ``row`` is that of the headings, from 0. ``special`` has the positions of the columns that are no column of the
    contract but mean something (``PARTNER_NAMES``, ``MONTH``), with their headings.
    """

    sheet: Sheet
    tab: str
    texts: SheetTexts
    decided: SheetMatch
    added: bool = False
    row: int = 0
    special: dict[str, dict[int, str]] = field(default_factory=dict)
    columns: list[list[str]] = field(init=False)
    _changed: dict[int, dict[int, str]] = field(default_factory=dict)
    _headers: Headers | None = None
    _outline: Outline | None = None

    def __post_init__(self) -> None:
        self.columns = list(self.texts.columns)

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.columns[0]) if self.columns else 0

    def put(self, position: int, new: dict[int, str], why: str) -> None:
        """Have *new* (by row) stand in the column at *position*, which may lie beyond the last."""
        if not new:
            return
        height = max(self.height, max(new) + 1)
        if height > self.height:
            self.columns = [column + [""] * (height - len(column)) for column in self.columns]
        while position >= len(self.columns):
            self.columns.append([""] * height)
        changed = self._changed.setdefault(position, {})
        if position < len(self.texts.columns) and self.columns[position] is self.texts.columns[position]:
            self.columns[position] = list(self.columns[position])
        column = self.columns[position]
        for row, text in new.items():
            column[row] = text
            changed[row] = why
        self._outline = None
        if any(row < SEARCH_ROWS for row in new):
            self._headers = None

    def edits(self) -> Iterator[CellEdit]:
        """What changes on a tab that was there, column by column."""
        odd = bool(self.texts.errors or self.texts.uncalculated)
        for position, changed in sorted(self._changed.items()):
            was: Sequence[str] = self.texts.columns[position] if position < len(self.texts.columns) else ()
            now = self.columns[position]
            for row, why in sorted(changed.items()):
                old = was[row] if row < len(was) else ""
                if odd and not old and row < len(was):
                    old = cell_text(self.texts, row, position)
                if old != now[row]:
                    yield CellEdit(self.tab, row, position, old, now[row], why)

    def rows(self) -> list[list[str]]:
        """All rows, for a tab that is added."""
        return [list(cells) for cells in zip(*self.columns, strict=True)]

    def now(self) -> SheetTexts:
        """The sheet as it stands with what was changed so far; cells that hold no text are not told of."""
        if not self._changed:
            return self.texts
        return replace(
            self.texts,
            columns=self.columns,
            errors={(r, p): e for (r, p), e in self.texts.errors.items() if r not in self._changed.get(p, ())},
            uncalculated=frozenset((r, p) for r, p in self.texts.uncalculated if r not in self._changed.get(p, ())),
        )

    def outline(self) -> Outline | None:
        """What is what on the sheet now; None when reading takes another row for the headings, or none."""
        if self._outline is None:
            self._outline = outline(self.sheet, self.now())
        found = self._outline.headers
        return self._outline if found is not None and found.row == self.row else None

    def headers(self) -> Headers | None:
        """What reading takes for the headings now."""
        if self._headers is None:
            self._headers = find_headers(self.sheet, top(self.now()))
        return self._headers

    def position(self, header: str) -> int | None:
        """Where the contract's column *header* is, as reading finds it; None when it is not there."""
        found = self.headers()
        return next((p for column, p in found.known.items() if column.header == header), None) if found else None

    def has_room(self, amount: int = 1) -> bool:
        """Whether a register may have so many more columns to the right."""
        return len(self.columns) + amount <= COLUMN_LIMIT

    def with_column(self, header: str) -> int:
        """Where the contract's column *header* is; it is added on the right when it is not there yet."""
        position = self.position(header)
        if position is None:
            position = len(self.columns)
            self.put(position, dict.fromkeys((self.row, *self.repeated()), header), "kolom erbij")
        return position

    def repeated(self) -> list[int]:
        """The rows below the headings in which they are said again."""
        found = self.headers()
        if found is None or found.row != self.row:
            return []
        places = [position for column, position in found.known.items() if column.required] or [*found.known.values()]
        return repeated(self.columns, self.row, places)

    def filled_height(self) -> int:
        """The number of rows up to the last that holds anything."""
        last = max((row for row, _ in (*self.texts.errors, *self.texts.uncalculated)), default=-1)
        row = self.height - 1
        while row > last and not any(column[row].strip() for column in self.columns):
            row -= 1
        return row + 1


def top(texts: SheetTexts) -> SheetTexts:
    """The first rows of *texts*, among which reading looks for headings, as it sees them."""
    rows = replace(
        texts,
        columns=[column[:SEARCH_ROWS] for column in texts.columns],
        errors={place: error for place, error in texts.errors.items() if place[0] < SEARCH_ROWS},
        uncalculated=frozenset(place for place in texts.uncalculated if place[0] < SEARCH_ROWS),
    )
    return spans.filled_down(rows)


def repeated(columns: list[list[str]], row: int, places: Iterable[int]) -> list[int]:
    """The rows below *row* whose cells at *places* all hold what stands there."""
    said = [(columns[place], columns[place][row]) for place in places]
    if not said or not said[0][1].strip():
        return []
    first, heading = said[0]
    if heading not in first[row + 1 :]:
        return []
    return [at for at in range(row + 1, len(first)) if all(column[at] == text for column, text in said)]
