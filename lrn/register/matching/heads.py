"""The headings of a sheet: in which row they stand, and what becomes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from lrn import signs
from lrn.register import columns as c
from lrn.register.matching.matched_tab import MatchedTab, repeated, top
from lrn.register.matching.model import ASIDE, MONTH, PARTNER_NAMES, SheetMatch
from lrn.register.reading import spans
from lrn.register.reading.book import SheetTexts
from lrn.register.values.headers import LONGEST, SEARCH_ROWS, find_headers, read_as

SET_ASIDE = "Terzijde: "
"""Before the heading of a column that is kept aside where reading would know that heading: so it does not. It stands in
front, as reading looks beyond a number ("1 – …") and what is in brackets."""
SPECIAL = (PARTNER_NAMES, MONTH)


def heading_row(decided: SheetMatch, sheet: c.Sheet, texts: SheetTexts) -> int:
    """The row of the headings on *texts*, from 0: as decided, else where reading finds it, else the first."""
    if decided.heading_row:
        return min(decided.heading_row, max(texts.height, 1)) - 1
    found = find_headers(sheet, top(texts))
    return found.row if found else 0


def headings(texts: SheetTexts, row: int) -> list[str]:
    """The headings in *row*, each once: the second of two alike is "Datum (2)"; "" where there is none.

    One that is longer than any that reading knows is cut at ``LONGEST`` characters.
    """
    return _each_once(_typed(texts, row))


def _typed(texts: SheetTexts, row: int) -> list[str]:
    tops = _tops(texts, row)
    places = [(column, tops.get(position, row)) for position, column in enumerate(texts.columns)]
    return [" ".join(signs.seen(column[at]).split())[:LONGEST] if at < len(column) else "" for column, at in places]


def _each_once(headings: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    found: dict[str, None] = {}
    each = []
    for text in headings:
        made = text
        while made and made in found:
            seen[text] += 1
            made = f"{text} ({seen[text] + 1})"
        found[made] = None
        each.append(made)
    return each


def _tops(texts: SheetTexts, row: int) -> dict[int, int]:
    """By position the row in which a heading stands that is merged with an empty cell in *row*."""
    if not texts.merged or row >= texts.height:
        return {}
    return {
        span.left: span.top
        for span in spans.within(texts)
        if span.top < row <= span.bottom and not texts.columns[span.left][row].strip()
    }


def edit_headings(page: MatchedTab) -> None:
    """Give the columns of *page* the headings of the contract as decided, so that reading takes each for what it is."""
    if not page.height:
        return
    page.row = heading_row(page.decided, page.sheet, page.texts)
    if page.row >= page.height:
        return
    keys = headings(page.texts, page.row)
    tops = _tops(page.texts, page.row)
    typed = [page.columns[position][tops.get(position, page.row)] for position in range(len(keys))]
    new = _new_headings(page, keys, _typed(page.texts, page.row))
    new = {position: text for position, text in new.items() if text != typed[position]}
    again = _repeated(page, typed, list(new))
    for position, text in new.items():
        page.put(position, {tops.get(position, page.row): text} | dict.fromkeys(again, text), "kop")
    _silence_others(page)


def _new_headings(page: MatchedTab, keys: list[str], typed: list[str]) -> dict[int, str]:
    """By position the headings that are decided about, or that would be taken for one of those."""
    names = _still_meant(page.decided, keys, page.sheet)
    headers = {column.header for column in page.sheet.columns}
    new: dict[int, str] = {}
    for position, key in enumerate(keys):
        target = names.get(key)
        if target in headers and target not in new.values():
            new[position] = str(target)
        elif target is not None:
            if target in SPECIAL:
                page.special.setdefault(target, {})[position] = key
            if read_as(page.sheet, key):
                new[position] = SET_ASIDE + key
    taken = {text for text in new.values() if text in headers}
    for position, key in enumerate(keys):
        # Of two columns with one heading reading takes the first, which may be the other one.
        if position not in new and key and key not in names:
            column = read_as(page.sheet, key)
            if isinstance(column, c.Column) and column.header in taken:
                new[position] = SET_ASIDE + key
    # Where the first of two with one heading has another one now, the second is not to become the first.
    for position, text in enumerate(_each_once([new.get(position, key) for position, key in enumerate(typed)])):
        if position not in new and text != keys[position] and len(keys[position]) <= LONGEST:
            new[position] = keys[position]
    return new


def _still_meant(decided: SheetMatch, keys: list[str], sheet: c.Sheet) -> Mapping[str, str]:
    """What is left to do about the columns headed *keys* on a sheet where some of it, or all, may be done.

    "Naam" can be the old heading of one column and the new one of another: it is the new one where that other column
    has no longer its old heading, and the first has its new one.
    """
    names = decided.columns
    new = {key: _renamed(key, target, sheet) for key, target in names.items()}
    there = set(keys)
    come = {name for key, name in new.items() if key not in there} | _made(decided, sheet)
    meant: dict[str, str] = {}
    for key, target in names.items():
        is_done = new[key] != key and new[key] in there and (key in come or new[key].startswith(SET_ASIDE))
        if key in there and not is_done:
            meant[key] = target
        elif target in SPECIAL and new[key] in there:
            meant[new[key]] = target
    return meant


def is_left_to_do(decided: SheetMatch, keys: list[str], sheet: c.Sheet) -> bool:
    """Whether a column headed one of *keys* is to get another heading: not so on a sheet that was given back."""
    return any(_renamed(key, target, sheet) != key for key, target in _still_meant(decided, keys, sheet).items())


def _made(decided: SheetMatch, sheet: c.Sheet) -> set[str]:
    """The headings of columns that are added."""
    months = sheet is c.ACTIVITEITEN and MONTH in decided.columns.values()
    return {*(["ID"] if decided.make_ids else []), *(["Start", "Einde"] if months else [])}


def columns_given_back(decided: SheetMatch, sheet: c.Sheet, texts: SheetTexts) -> dict[str, str]:
    """What was decided about the columns of *sheet*, by the headings that they have in the workbook given back.

    What *texts*, those of the tab, have no column for is let go.
    """
    row = heading_row(decided, sheet, texts)
    there = set(headings(texts, row)) if row < texts.height else set()
    new = {key: _renamed(key, target, sheet) for key, target in decided.columns.items()}
    return {new[key]: target for key, target in decided.columns.items() if not there.isdisjoint((key, new[key]))}


def _renamed(key: str, target: str, sheet: c.Sheet) -> str:
    if target != ASIDE and target not in SPECIAL:
        return target
    return SET_ASIDE + key if read_as(sheet, key) else key


def _repeated(page: MatchedTab, typed: list[str], changed: list[int]) -> list[int]:
    """The rows below the headings in which these are *typed* again, those that are *changed* and another one."""
    others = [position for position, text in enumerate(typed) if text.strip() and position not in changed]
    if len(changed) + len(others) < 2:
        return []
    rows = repeated(page.columns, page.row, changed)
    return [r for r in rows if len(changed) > 1 or any(page.columns[p][r] == typed[p] for p in others)]


def _silence_others(page: MatchedTab) -> None:
    """See to it that reading takes no other row for the headings."""
    required = {column for column in page.sheet.columns if column.required}
    for _ in range(2 * SEARCH_ROWS):
        found = page.headers()
        if found is None or found.row == page.row:
            return
        places = {**{place: column for column, place in found.known.items()}, **dict.fromkeys(found.numbered.values())}
        if found.row > page.row:  # a row of data, of which the IDs and names stay what they are if they can
            places = {place: column for place, column in places.items() if column not in required} or places
        before = found.row
        for place in places:
            text = page.columns[place][before]
            if text.strip():
                page.put(place, {before: SET_ASIDE + " ".join(text.split())}, "kop terzijde")
