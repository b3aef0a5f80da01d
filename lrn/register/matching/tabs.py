"""Which tab of a workbook is which sheet of the contract, and what the tabs are called from now on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import chain, count

from lrn.register import columns as c
from lrn.register.matching.heads import columns_given_back
from lrn.register.matching.model import Matching, Records, SheetMatch
from lrn.register.matching.shapes import turned
from lrn.register.reading.book import Book
from lrn.register.values.headers import SEARCH_ROWS
from lrn.terms import plain

LONGEST = 31  # characters of the name of a tab in Excel


def set_aside(tab: str, others: Iterable[str]) -> str:
    """The name of a tab that is kept and not read any more; none of *others* has it, whatever its capitals."""
    taken = {name.casefold() for name in others}
    ends = chain([" (terzijde)"], (f" (terzijde {number})" for number in count(2)))
    names = (tab[: LONGEST - len(end)].rstrip() + end for end in ends)
    return next(name for name in names if name.casefold() not in taken)


def needs_new_tab(match: SheetMatch) -> bool:
    """Whether the records of a sheet cannot be read where they are."""
    return match.records is Records.COLUMNS or match.heading_row > SEARCH_ROWS


def sheets_of(book: Book, matching: Matching) -> dict[str, SheetMatch]:
    """By sheet of the contract the tab that it is, and what was decided about that.

    What was decided about a workbook holds for it when it was given back, too: there the tabs have other names.
    """
    called = c.called(book.sheets)
    by_sheet = {ours: tab for tab, ours in called.items() if ours in c.BY_NAME}
    found = _given_back(book.sheets, by_sheet, matching)
    done = {match.tab for match in found.values()}
    for match in matching.sheets:
        if match.sheet in c.BY_NAME and match.tab in book.sheets and match.tab not in done:
            found.setdefault(match.sheet, match)
    for ours, tab in by_sheet.items():
        other = matching.of(tab)
        if other is None or (other.sheet not in c.BY_NAME and _is_there(set_aside(tab, ()), book.sheets)):
            found.setdefault(ours, SheetMatch(tab, ours))
    return found


def matching_given_back(book: Book, matching: Matching, renamed: Mapping[str, str]) -> Matching:
    """What was decided about *book*, as it goes with the workbook given back, in which tabs are *renamed*.

    With it that workbook is in the contract's form, and nothing of it is gone.
    """
    read = sheets_of(book, matching)
    found: list[SheetMatch] = []
    for match in matching.sheets:
        sheet = c.BY_NAME.get(match.sheet)
        tab = renamed.get(match.tab, match.tab)
        if match.tab not in book.sheets or (sheet and read[match.sheet].tab != match.tab):
            continue
        if sheet is None or needs_new_tab(match):
            found.append(SheetMatch(tab))
        if sheet is not None:
            now = _as_rows(match, sheet.name) if needs_new_tab(match) else replace(match, tab=tab)
            texts = book.sheets[match.tab]
            texts = turned(texts) if match.records is Records.COLUMNS else texts
            found.append(replace(now, columns=columns_given_back(match, sheet, texts)))
    return replace(matching, sheets=tuple(found))


def _as_rows(match: SheetMatch, tab: str) -> SheetMatch:
    return replace(match, tab=tab, records=Records.ROWS, heading_row=1)


def _given_back(tabs: Collection[str], by_sheet: dict[str, str], matching: Matching) -> dict[str, SheetMatch]:
    """By sheet of the contract what was decided about a tab that has the name of that sheet now.

    The name may be that of another tab that something was decided about; that one has its own new name then.
    """
    moved: dict[str, SheetMatch] = {}
    for match in matching.sheets:
        tab = by_sheet.get(match.sheet)
        if tab is None or (match.tab in tabs and not (match.tab == tab and needs_new_tab(match))):
            continue
        other = matching.of(tab)
        if other is None or _is_there(_new_name(other), tabs):
            now = _as_rows(match, tab) if needs_new_tab(match) else replace(match, tab=tab)
            moved.setdefault(match.sheet, now)
    return moved


def _is_there(name: str, tabs: Collection[str]) -> bool:
    return name.casefold() in {tab.casefold() for tab in tabs}


def _new_name(match: SheetMatch) -> str:
    return match.sheet if match.sheet in c.BY_NAME and not needs_new_tab(match) else set_aside(match.tab, ())


def new_names(book: Book, matching: Matching, sheets: dict[str, SheetMatch]) -> dict[str, str]:
    """By its old name the new one of each tab that gets another."""
    renamed: dict[str, str] = {}
    read = {match.tab: ours for ours, match in sheets.items()}
    ours_by_form = {plain(ours): ours for ours in c.BY_NAME}
    taken = list(book.sheets)
    for tab in book.sheets:
        ours = read.get(tab)
        if ours and needs_new_tab(sheets[ours]):
            renamed[tab] = set_aside(tab, taken)
        elif ours:
            if tab != ours and matching.of(tab) is not None:
                renamed[tab] = ours
            continue
        elif (form := ours_by_form.get(plain(tab))) and (form in sheets or matching.of(tab) is not None):
            renamed[tab] = set_aside(tab, taken)
        else:
            continue
        taken.append(renamed[tab])
    return renamed
