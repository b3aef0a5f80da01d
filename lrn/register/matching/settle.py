"""A matching and a workbook that changed meanwhile: what moved with it, and what it names that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lrn.register import columns as c
from lrn.register.book import Book
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


def gone(book: Book, matching: Matching, found: Iterable[SheetFound]) -> Iterator[str]:
    """What *matching* names that *book* no longer has, in Dutch sentences. *found* are the sheets as they are read."""
    by_tab = {sheet.tab: sheet for sheet in found}
    read = {sheet.sheet for sheet in by_tab.values()}
    for match in matching.sheets:
        if match.sheet == ASIDE:
            continue
        if match.tab not in book.sheets:
            if match.sheet not in read:
                yield f"Het werkblad {match.tab} is weg: {match.sheet} wordt niet gelezen."
            continue
        if match.tab in by_tab:
            yield from _gone_columns(match, by_tab[match.tab])


def _gone_columns(match: SheetMatch, found: SheetFound) -> Iterator[str]:
    there = {column.heading for column in found.columns}
    taken = {column.target for column in found.columns if column.certainty is not Certainty.ASKED}
    where = "" if match.sheet == c.ACTIVITEITEN.name else f" op het werkblad {match.tab}"
    said: set[str] = set()
    for heading, target in match.columns.items():
        if heading in there or target == ASIDE or (target in taken and target not in (PARTNER_NAMES, MONTH)):
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
