"""A matching and a workbook that changed meanwhile: what moved with it, and what it names that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lrn.register import columns as c
from lrn.register.matching.heads import is_left_to_do
from lrn.register.matching.model import (
    ASIDE,
    MONTH,
    PARTNER_NAMES,
    Certainty,
    Matching,
    SheetFound,
    SheetMatch,
)
from lrn.register.matching.tabs import sheets_of
from lrn.register.reading.book import Book
from lrn.register.values.remark import short


def settled(book: Book, decided: Matching) -> Matching:
    """*decided* as it goes for *book*: of a workbook that was given back the sheets are called otherwise now."""
    now = sheets_of(book, decided)
    found = {match.tab: match for match in decided.sheets}
    for match in decided.sheets:
        moved = now.get(match.sheet)
        if moved is not None and moved.columns is match.columns and moved != match:
            del found[match.tab]
            found[moved.tab] = moved
    return replace(decided, sheets=tuple(found.values()))


def gone(book: Book, decided: Matching, matching: Matching, found: Iterable[SheetFound]) -> Iterator[str]:
    """What was *decided* about and *book* does not have, in Dutch sentences; nothing of one that was given back.

    *matching* is what was decided as :func:`settled` has it, *found* are the sheets as they are read.
    """
    by_tab = {sheet.tab: sheet for sheet in found}
    read = {sheet.sheet for sheet in by_tab.values()}
    read_as = {sheet.sheet: sheet for sheet in by_tab.values() if sheet.certainty is not Certainty.ASKED}
    given_back = c.KOPPELING in c.called(book.sheets).values()
    for match in decided.sheets:
        sheet = read_as.get(match.sheet)
        if match.sheet == ASIDE or match.tab in book.sheets or sheet is None or given_back:
            continue
        if sheet.tab != match.sheet or _is_left_to_do(match, sheet):
            named = f"De koppeling noemt het werkblad “{short(match.tab)}”, dat er niet is"
            yield f"{named}: {match.sheet} lezen we van het werkblad “{short(sheet.tab)}”."
    for match in matching.sheets:
        if match.sheet == ASIDE:
            continue
        if match.tab not in book.sheets:
            if match.sheet not in read:
                yield f"Het werkblad {match.tab} is weg: {match.sheet} wordt niet gelezen."
            continue
        if match.tab in by_tab:
            yield from _gone_columns(match, by_tab[match.tab], given_back=given_back)


def _is_left_to_do(match: SheetMatch, found: SheetFound) -> bool:
    return is_left_to_do(match, [column.heading for column in found.columns], c.BY_NAME[match.sheet])


def _gone_columns(match: SheetMatch, found: SheetFound, *, given_back: bool) -> Iterator[str]:
    there = {column.heading for column in found.columns}
    letters = {column.target: column.letter for column in found.columns if column.certainty is not Certainty.ASKED}
    taken = letters.keys()
    given_back |= not _is_left_to_do(match, found)
    where = "" if match.sheet == c.ACTIVITEITEN.name else f" op het werkblad {match.tab}"
    said: set[str] = set()
    for heading, target in match.columns.items():
        if heading in there or target == ASIDE:
            continue
        if target in taken and target not in (PARTNER_NAMES, MONTH):
            if not given_back:
                named = f"De koppeling noemt de kolom “{short(heading)}”{where}, die er niet is"
                yield f"{named}: {target} lezen we uit kolom {letters[target]}."
            continue
        said.add(target)
        if target == MONTH:
            yield f"De kolom {heading}{where} is weg: die maand telt niet mee."
        elif target == PARTNER_NAMES:
            if PARTNER_NAMES not in taken:
                yield f"De kolom {heading}{where} is weg: de namen van partners worden niet gelezen."
        else:
            yield f"De kolom {heading}{where} is weg: {target} wordt niet gelezen."
    for target in dict.fromkeys((*match.values, *match.left)):
        if target not in taken and target not in said:
            yield f"De kolom {target}{where} is weg: wat u bij de waarden koos, doet niets meer."
