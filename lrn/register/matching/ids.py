"""Makes IDs for rows that have none, in the style of those that are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from lrn import signs
from lrn.register import columns as c
from lrn.register.checking.notes import is_decorated
from lrn.register.checking.rows import column_texts
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.values.cell import all_ids, id_of
from lrn.terms import plain

STYLE = {c.ACTIVITEITEN.name: "A-", c.PARTNERS.name: "P-", c.VERBINDINGSLIJNEN.name: "L-"}
DIGITS = 3  # of a number that is made where there is none to go by
USUAL = 3  # one in so many rows with only a name, and that is how the list is; else it is the heading of some rows

_NUMBERED = re.compile(r"(.*?)(\d{1,6})", re.DOTALL)
_LINES = "-–—=*_~"  # of signs around what is a heading and no name: "--- afgerond ---"


def new_ids(sheet: c.Sheet, there: Iterable[str]) -> Iterator[str]:
    """IDs without end, each of which no row of *sheet* has yet. *there* are those it has."""
    found = [(text, _NUMBERED.fullmatch(text.strip())) for text in there if text.strip()]
    numbered = [(match[1], match[2]) for _, match in found if match]
    prefix, width = STYLE[sheet.name], DIGITS
    if numbered:
        usual, amount = Counter(before for before, _ in numbered).most_common(1)[0]
        if 2 * amount >= len(found):
            digits = [number for before, number in numbered if before == usual]
            padded = any(number.startswith("0") and number != "0" for number in digits)
            prefix, width = usual, Counter(map(len, digits)).most_common(1)[0][0] if padded else 1
    family = _letters(prefix)
    last = max((int(number) for before, number in numbered if _letters(before) == family), default=0)
    taken = {id_of(text) for text, _ in found}
    made = (f"{prefix}{number:0{width}}" for number in count(last + 1))
    yield from (identity for identity in made if id_of(identity) not in taken)


def _letters(prefix: str) -> str:
    return plain(prefix).replace(" ", "")


def make_ids(page: MatchedTab) -> tuple[int, list[int]]:
    """Give each row of *page* that holds a record and has no ID one.

    Returns how many, and the rows (from 0) that have no more than a name, which seem to be a heading above some rows.
    """
    rows, bare = rows_without(page)
    if not rows:
        return 0, bare
    position = page.position("ID")
    if position is None and not page.has_room():
        return 0, bare
    there = page.columns[position][page.row + 1 :] if position is not None else []
    made = new_ids(page.sheet, there)
    page.put(page.with_column("ID"), dict(zip(rows, made, strict=False)), "ID gemaakt")
    return len(rows), bare


def rows_without(page: MatchedTab) -> tuple[list[int], list[int]]:
    """The rows that hold a record and have no ID; and those with only a name, where other rows have more.

    A heading between the rows (--- afgerond ---) is neither.
    """
    found = page.outline() if page.sheet.name in STYLE else None
    if found is None or found.headers is None:
        return [], []
    texts = page.now()
    required = [column for column in page.sheet.columns if column.required and column.header != "ID"]
    places = [found.headers.known.get(column) for column in required]
    if None in places:  # no row can count, whatever its ID
        return [], []
    position = page.position("ID")
    keys = all_ids(column_texts(texts, found.rows, position)) if position is not None else [None] * len(found.rows)
    without = [row for row, key in zip(found.rows, keys, strict=True) if key is None]
    if not without:
        return [], []
    again = set(page.repeated())
    needed = [found.texts.columns[place] for place in places if place is not None]
    named = [
        row for row in found.rows if row not in again and all(signs.seen(column[row]).strip() for column in needed)
    ]
    rows = sorted(set(without).intersection(named))
    if len(needed) > 1:
        return rows, []
    others = [column for place, column in enumerate(texts.columns) if place not in (position, places[0])]
    bare = {row for row in named if not any(column[row].strip() for column in others)}
    if USUAL * len(bare) >= len(named):
        bare = {row for row in bare if _is_heading(needed[0][row].strip())}
    told = [row for row in rows if row in bare and not is_decorated(needed[0][row].strip())]
    return [row for row in rows if row not in bare], told


def _is_heading(text: str) -> bool:
    """Whether a name that stands alone on its row is written as what stands above some rows."""
    return text.endswith(":") or not text[:2].strip(_LINES) or not text[-2:].strip(_LINES) or not plain(text)
