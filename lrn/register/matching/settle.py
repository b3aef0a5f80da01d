"""A matching and a workbook that changed meanwhile: what moved with it, and what it names that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lrn.register import columns as c
from lrn.register.book import Book, SheetTexts
from lrn.register.headers import find_headers
from lrn.register.matching.model import (
    ASIDE,
    MONTH,
    PARTNER_NAMES,
    Certainty,
    Matching,
    Records,
    SheetFound,
    SheetMatch,
)
from lrn.register.matching.shapes import turned

BY_NAME = {sheet.name: sheet for sheet in c.SHEETS}


def settled(book: Book, decided: Matching) -> Matching:
    """*decided* as it goes for *book*: for a workbook that was given back the sheets have the contract's names, and the
    records of what were columns are rows."""
    called = {ours: tab for tab, ours in c.called(book.sheets).items()}
    sheets = []
    for match in decided.sheets:
        ours = called.get(match.sheet, "")
        if match.tab not in book.sheets and ours and decided.of(ours) is None:
            match = replace(match, tab=ours)
        texts = book.sheets.get(match.tab)
        if texts is not None and match.records is Records.COLUMNS and _is_turned_already(match, texts):
            match = replace(match, records=Records.ROWS, heading_row=0)
        sheets.append(match)
    return replace(decided, sheets=tuple(sheets))


def _is_turned_already(match: SheetMatch, texts: SheetTexts) -> bool:
    sheet = BY_NAME.get(match.sheet)
    if sheet is None:
        return False
    as_rows, as_columns = find_headers(sheet, texts), find_headers(sheet, turned(texts))
    return len(as_rows.known if as_rows else ()) > len(as_columns.known if as_columns else ())


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
