"""A row for each partner: the rows of one activity become one, and each of their partners stays one of its partners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrn import texts as words
from lrn.register import columns as c
from lrn.register.checking.outline import Outline
from lrn.register.checking.rows import column_texts, seen_at
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.matching.model import PARTNER_NAMES
from lrn.register.values.cell import all_ids
from lrn.register.values.remark import short

ALSO = "Ook genoemd"
"""The column that holds what further rows say where only one value counts."""
SAME = ("Gemeente", "Arbeidsmarktregio", "Locatie", "Start", "Einde")
"""Rows that differ in one of these are of two activities, whatever their names."""
CELL = 32_767  # characters in a cell of Excel
_WHY = "rij samengevoegd"


def join_rows(page: MatchedTab) -> list[str]:
    """Make one row of the rows of each activity; returns what there is to say.

    The first of them stays where it is, the others become empty. Values are put together where a cell may hold several;
    else the first one counts, and the others come in a column ``ALSO``.
    """
    partners = sorted(page.special.get(PARTNER_NAMES, ()))
    found = page.outline() if partners else None
    if found is None:
        return []
    made = [_Joined(page, found, partners, rows) for rows in _groups(page, found, partners)]
    made = [one for one in made if one.fits]
    if not made:
        return []
    new: dict[int, dict[int, str]] = {}
    for one in made:
        for position, text in one.cells.items():
            new.setdefault(position, {})[one.rows[0]] = text
    further = [row for one in made for row in one.rows[1:]]
    texts = page.now()
    for position in range(len(page.columns)):
        cells = column_texts(texts, further, position)
        emptied = {row: "" for row, text in zip(further, cells, strict=True) if text}
        page.put(position, new.get(position, {}) | emptied, _WHY)
    notes = [
        f"{words.count(len(made), 'activiteit staat', 'activiteiten staan')} op meer rijen, één per partner. We tellen "
        f"elke activiteit één keer; {words.count(len(further), 'rij noemt', 'rijen noemen')} een volgende partner."
    ]
    if differing := dict.fromkeys(heading for one in made for heading, _ in one.also):
        _add_also(page, {one.rows[0]: "; ".join(f"{h}: {text}" for h, text in one.also) for one in made if one.also})
        headings = words.listing(differing)
        notes.append(f"Verschillen die rijen bij {headings}, dan telt de eerste; de rest staat in de kolom {ALSO}.")
    return notes


def _groups(page: MatchedTab, found: Outline, partners: Sequence[int]) -> list[list[int]]:
    """The rows of each activity that has more than one, in order."""
    name, identity = page.position("Naam"), page.position("ID")
    if name is None:
        return []
    again = set(page.repeated())
    rows = [row for row in found.rows if row not in again]
    keys = all_ids(column_texts(found.texts, rows, identity)) if identity is not None else [None] * len(rows)
    if None not in keys and len(set(keys)) == len(keys):
        return []
    known = {column.header: position for column, position in found.headers.known.items()} if found.headers else {}
    leaders = _Leaders(
        found,
        partners,
        same=[place for header in SAME if (place := known.get(header)) is not None],
        others=[place for header, place in known.items() if header != "Naam"],
    )
    names = found.texts.columns[name]
    for row, key in zip(rows, keys, strict=True):
        leaders.add(row, key, " ".join(names[row].casefold().split()))
    return [[first, *further] for first, further in leaders.groups.items()]


class _Leaders:
    """Tells of each row, from top to bottom, of which earlier one it is a further row."""

    def __init__(self, found: Outline, partners: Sequence[int], same: Sequence[int], others: Sequence[int]) -> None:
        self._found, self._partners, self._same, self._others = found, partners, same, others
        self._by_id: dict[str, int] = {}
        self._by_name: dict[str, tuple[int, bool]] = {}
        self._names: dict[int, str] = {}
        self._last = self._before = -1
        self.groups: dict[int, list[int]] = {}

    def add(self, row: int, key: str | None, name: str) -> None:
        """Take the next row, with its ID as these are compared and its name."""
        leader = self._leader(row, key, name) if any(self._cells(row, self._partners)) else -1
        if leader >= 0 and name in ("", self._names[leader]):
            self.groups.setdefault(leader, []).append(row)
            self._last = leader
        else:
            self._names[row] = name
            if key is not None:
                self._by_id.setdefault(key, row)
            if name:
                self._by_name[name] = (row, key is not None)
            self._last = row
        self._before = row

    def _leader(self, row: int, key: str | None, name: str) -> int:
        if key is not None:
            return self._by_id.get(key, -1)
        if (top := self._found.merged_ids.get(row, -1)) in self._names:
            return top
        if name in self._by_name:
            one, has_id = self._by_name[name]
            is_next = (
                one == self._last if has_id else self._cells(one, self._partners) != self._cells(row, self._partners)
            )
            return one if is_next and self._agree(one, row) else -1
        only_a_partner = not name and not any(self._cells(row, self._others))
        return self._last if only_a_partner and self._before == row - 1 else -1

    def _cells(self, row: int, positions: Sequence[int]) -> list[str]:
        return [self._found.texts.columns[position][row].strip() for position in positions]

    def _agree(self, one: int, other: int) -> bool:
        pairs = zip(self._cells(one, self._same), self._cells(other, self._same), strict=True)
        return all(a == b or not a or not b for a, b in pairs)


class _Joined:
    """What the cells of several rows hold together: what changes in the first one, and what has no place there."""

    def __init__(self, page: MatchedTab, found: Outline, partners: Sequence[int], rows: list[int]) -> None:
        self.rows = rows
        self.cells: dict[int, str] = {}
        self.also: list[tuple[str, str]] = []
        columns = {place: column for column, place in found.headers.known.items()} if found.headers else {}
        for position in range(len(page.columns)):
            values = dict(self._values(found, rows, position))
            if not values:
                continue
            column = columns.get(position)
            text, *others = values
            if others and (position in partners or self._may_be_joined(page, column, position)):
                text = "; ".join(values)
            elif others and not (column and column.required):
                typed = " ".join(page.columns[position][page.row].split())
                heading = column.header if column else short(typed) or "zonder kop"
                self.also += ((heading, shown) for shown in list(values.values())[1:])
            if text != found.texts.columns[position][rows[0]].strip():
                self.cells[position] = text
        written = [*self.cells.values(), "; ".join(f"{heading}: {text}" for heading, text in self.also)]
        self.fits = max(map(len, written)) <= CELL

    @staticmethod
    def _values(found: Outline, rows: list[int], position: int) -> Iterator[tuple[str, str]]:
        """Each value once, as read and as seen."""
        for row, text in zip(rows, column_texts(found.texts, rows, position), strict=True):
            if text.strip():
                yield text.strip(), seen_at(found.texts, row, position)

    @staticmethod
    def _may_be_joined(page: MatchedTab, column: c.Column | None, position: int) -> bool:
        if column is None:
            return position not in page.texts.kept.columns
        return column.kind in c.SEVERAL or (column.kind is c.Kind.TEXT and not column.required)


def _add_also(page: MatchedTab, also: dict[int, str]) -> None:
    headings = [column[page.row] for column in page.columns]
    position = headings.index(ALSO) if ALSO in headings else len(headings)
    if position == len(headings):
        if not page.has_room():
            return
        page.put(position, {page.row: ALSO}, "kolom erbij")
    there = page.columns[position]
    page.put(position, {r: f"{there[r]}; {text}" if there[r] else text for r, text in also.items()}, _WHY)
