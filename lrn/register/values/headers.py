"""Finds the row with headings on a sheet and says which column of the contract each one is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lrn import signs
from lrn import vocabulary as v
from lrn.register.columns import Column, Kind, Sheet
from lrn.register.reading.book import SheetTexts
from lrn.terms import Likely, key, plain

LONGEST = 200  # characters; no heading of the contract is longer, and matching a whole page takes long
SEARCH_ROWS = 15  # a title or a remark may stand above the headings

_BRACKETS = re.compile(r"\([^)]*\)")
# "1", "Ingrediënt 1", "1. Uitdagingen"; a number and a name without a sign between them is asked for its name.
_NUMBERED = re.compile(r"^(?:ingredi[ëe]nt)?\s*(\d{1,2})\s*(?:[.):–-].*|(?<=\s)(\D.*))?$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Headers:
    """Where the headings are (``row``, from 0) and what each column of the sheet is.

    ``known`` maps a contract column to its position, ``numbered`` an ingredient's number to its position,
    ``unknown`` and ``twice`` hold (position, heading as typed).
    """

    row: int
    known: dict[Column, int]
    numbered: dict[int, int]
    unknown: list[tuple[int, str]]
    twice: list[tuple[int, str]]


def find_headers(sheet: Sheet, texts: SheetTexts) -> Headers | None:
    """The headings of *sheet* in *texts*, or None when no row in the first fifteen holds a known heading."""
    best: Headers | None = None
    for row in range(min(SEARCH_ROWS, texts.height)):
        headers = _match(sheet, row, [column[row] for column in texts.columns])
        if headers.known and (best is None or _score(headers) > _score(best)):
            best = headers
    return best


def suggest_header(sheet: Sheet, heading: str) -> tuple[str, bool]:
    """The contract's heading that *heading* was probably meant to be ("" when none), and whether that is sure."""
    return Likely({key(column.header): column.header for column in sheet.columns}).find(heading)


def read_as(sheet: Sheet, heading: str) -> Column | int | None:
    """The column of *sheet* that *heading* is taken for, or the number of an ingredient; None for neither."""
    found = _match(sheet, 0, [heading])
    return next(iter(found.known), None) or next(iter(found.numbered), None)


def _score(headers: Headers) -> tuple[int, int]:
    return sum(column.required for column in headers.known), len(headers.known)


def _match(sheet: Sheet, row: int, headings: list[str]) -> Headers:
    headers = Headers(row, {}, {}, [], [])
    left = {position: heading for position, heading in enumerate(headings) if signs.seen(heading).strip()}
    own = {_compact(column.header): column for column in sheet.columns}
    aliases = {_compact(alias): column for column in sheet.columns for alias in column.aliases}
    # A column's own heading goes before an alias, wherever the two stand.
    for names in (own, aliases):
        for position, heading in list(left.items()):
            if len(heading) > LONGEST:
                continue
            column = names.get(_compact(heading)) or names.get(_compact(_BRACKETS.sub(" ", heading)))
            if column is None or (names is aliases and column in headers.known):
                continue
            del left[position]
            if column in headers.known:
                headers.twice.append((position, heading))
            else:
                headers.known[column] = position
    has_ingredients = any(column.kind is Kind.INGREDIENTS for column in sheet.columns)
    for position, heading in left.items():
        number = _ingredient_number(heading) if has_ingredients and len(heading) <= LONGEST else 0
        if number and number not in headers.numbered:
            headers.numbered[number] = position
        else:
            headers.unknown.append((position, heading))
    return headers


def _ingredient_number(heading: str) -> int:
    """The ingredient (1–11) that a column of its own is headed with; 0 for "10 jaar lustrum" or "1e contactpersoon"."""
    found = _NUMBERED.match(heading.strip())
    number = int(found.group(1)) if found else 0
    if found is None or number not in v.INGREDIENT:
        return 0
    name = found.group(2)
    return number if not name or v.INGREDIENT_NAMEN.find(name) == str(number) else 0


def _compact(heading: str) -> str:
    """A heading without any space or break in it: a narrow column is headed "Start⏎datum" or "Arbeids-⏎marktregio"."""
    return plain(heading).replace(" ", "")
