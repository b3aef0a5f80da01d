"""From a workbook and what was decided about it to a proposal: what was found, and what it could be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lrn import texts as words
from lrn.register import columns as c
from lrn.register.matching.column_sample import LOOK
from lrn.register.matching.heads import heading_row, headings
from lrn.register.matching.layout import Layout, find_layout
from lrn.register.matching.model import (
    ASIDE,
    Certainty,
    Matching,
    Proposal,
    Records,
    SheetFound,
    SheetMatch,
)
from lrn.register.matching.recognise import MOST_COLUMNS, columns_of
from lrn.register.matching.settle import gone, settled
from lrn.register.matching.shapes import turned
from lrn.register.matching.synonyms import is_about, meanings, sheet_meant
from lrn.register.reading.book import Book, SheetTexts

_CLEAR = 0.3  # points by which a sheet must go before another that could be the same
_NAMED = 2.0  # points for a sheet whose name says what it is


def propose(book: Book, decided: Matching) -> Proposal:
    """What *book* holds beside the contract: *decided* is kept, what is sure is added, the rest asked or kept aside.

    The sheets come in the order of the workbook; those with words about the list are left out.
    """
    matching = settled(book, decided)
    called = c.called(book.sheets)
    drafts: dict[str, _Draft] = {}
    others: list[str] = []
    decided_sheets = {match.sheet for match in matching.sheets if match.tab in book.sheets}
    for tab, texts in book.sheets.items():
        known = matching.of(tab)
        sheet = c.BY_NAME.get(known.sheet if known else called[tab])
        if sheet is not None and (known or sheet.name not in decided_sheets):
            drafts[tab] = _draft(tab, texts, sheet, known, Certainty.DECIDED if known else Certainty.CONTRACT)
        elif not known and texts.columns and called[tab] not in c.TEXT_SHEETS:
            others.append(tab)
    free = [sheet for sheet in c.SHEETS if sheet.name not in {draft.sheet.name for draft in drafts.values()}]
    drafts |= _guessed(book, others, free, alone=not drafts)
    found: list[SheetFound] = []
    for tab, texts in book.sheets.items():
        if tab in drafts:
            found.append(drafts[tab].found)
            if (match := drafts[tab].match) and drafts[tab].found.certainty is not Certainty.ASKED:
                matching = matching.with_sheet(match)
        elif texts.columns and called[tab] not in c.TEXT_SHEETS:
            found.append(_aside(tab, texts, matching.of(tab)))
    return Proposal(tuple(found), matching, tuple(gone(book, decided, matching, found)))


@dataclass(frozen=True)
class _Draft:
    """A sheet as one of the contract: what is found, and what a matching must say of it (None: nothing)."""

    sheet: c.Sheet
    found: SheetFound
    match: SheetMatch | None


def _draft(tab: str, texts: SheetTexts, sheet: c.Sheet, known: SheetMatch | None, certainty: Certainty) -> _Draft:
    match = known or SheetMatch(tab, sheet.name)
    layout = _layout(sheet, texts, known)
    if layout.row is None:
        missing = tuple(column.header for column in sheet.columns if column.required)
        why = "geen rij met koppen gevonden: zet boven elke kolom een kop"
        found = SheetFound(tab, sheet.name, certainty, why, rows=_filled_rows(texts, 0), missing=missing)
        return _Draft(sheet, found, known)
    columns = columns_of(sheet, layout, match)
    taken = {column.target for column in columns if column.certainty not in (Certainty.ASKED, Certainty.UNKNOWN)}
    asked = {column.target for column in columns if column.certainty is Certainty.ASKED}
    rows = _filled_rows(layout.texts, layout.row + 1)
    ids = next((column for column in sheet.columns if column.kind is c.Kind.ID), None)
    filled = {column.target for column in columns if column.filled}
    make_ids = match.make_ids or bool(ids and ids.header not in taken & filled and rows)
    missing = tuple(
        column.header
        for column in sheet.columns
        if column.required and column.header not in taken and not (column is ids and make_ids)
    )
    absent = tuple(h for column in sheet.columns if (h := column.header) not in taken | asked and h not in missing)
    sure = {column.heading: column.target for column in columns if column.certainty is Certainty.SURE}
    made = replace(match, columns={**match.columns, **sure}, make_ids=make_ids, records=layout.records)
    found_by_reading = layout.records is Records.ROWS and heading_row(SheetMatch(tab), sheet, texts) == layout.row
    made = replace(made, heading_row=0 if found_by_reading and not match.heading_row else layout.row + 1)
    found = SheetFound(
        tab,
        sheet.name,
        certainty,
        "",
        layout.row + 1,
        layout.records,
        rows,
        tuple(columns),
        missing,
        absent,
        rows if make_ids and not (ids and ids.header in taken & filled) else 0,
    )
    is_plain = known is None and certainty is Certainty.CONTRACT and made == SheetMatch(tab, sheet.name)
    return _Draft(sheet, found, None if is_plain else made)


def _layout(sheet: c.Sheet, texts: SheetTexts, known: SheetMatch | None) -> Layout:
    """Where the headings are: where it was decided, if they are still there, else where they are found."""
    if known is None or not (known.heading_row or known.records is Records.COLUMNS):
        return find_layout([sheet], texts)
    shaped = turned(texts) if known.records is Records.COLUMNS else texts
    row = max(known.heading_row, 1) - 1
    if row < shaped.height and (not known.columns or set(headings(shaped, row)) & known.columns.keys()):
        return Layout(shaped, row, known.records)
    return find_layout([sheet], texts)


def _filled_rows(texts: SheetTexts, first: int) -> int:
    """How many rows from *first* on hold anything."""
    if any("" not in column[first:] for column in texts.columns):  # as of most lists; looking at every row takes longer
        return max(texts.height - first, 0)
    return sum(map(any, zip(*(column[first:] for column in texts.columns), strict=True)))


def _guessed(book: Book, tabs: Sequence[str], free: Sequence[c.Sheet], *, alone: bool) -> dict[str, _Draft]:
    """Which of *tabs* are which of the *free* sheets of the contract; *alone*: the workbook has no other sheets."""
    lists = {tab: book.sheets[tab] for tab in tabs if not is_about(tab) and _is_list(book.sheets[tab])}
    only = next(iter(lists)) if alone and len(lists) == 1 else ""
    drafts: list[tuple[float, str, _Draft]] = []
    for tab, texts in lists.items():
        for sheet in free:
            draft = _draft(tab, texts, sheet, None, Certainty.ASKED)
            if tab == only and sheet is c.ACTIVITEITEN:
                return {tab: _told(draft, Certainty.SURE, "het enige blad met een lijst")}
            points = _sheet_points(draft, tab)
            if points > 0:
                drafts.append((points, tab, draft))
    chosen: dict[str, _Draft] = {}
    for points, tab, draft in sorted(drafts, key=lambda found: -found[0]):
        if tab in chosen or draft.sheet.name in {other.sheet.name for other in chosen.values()}:
            continue
        rival = max((p for p, t, d in drafts if t != tab and t not in chosen and d.sheet is draft.sheet), default=0.0)
        chosen[tab] = _told(draft, *_sheet_certainty(draft, tab, points, rival))
    return chosen


def _is_list(texts: SheetTexts) -> bool:
    """Whether a sheet has rows of several cells, and not only lines of text."""
    return sum(sum(map(bool, column[:LOOK])) > 1 for column in texts.columns[:MOST_COLUMNS]) > 1


def _sheet_points(draft: _Draft, tab: str) -> float:
    """How much says that a tab is that sheet: its name, and how many of its columns are explained by it."""
    named = _NAMED if sheet_meant(tab) == draft.sheet.name else 0.0
    if not draft.found.columns or (not named and draft.found.missing):
        return 0.0
    if not named and not _tells(draft):
        return 0.0
    filled = 1 - len(draft.found.absent) / len(draft.sheet.columns)  # of the contract's columns
    if draft.found.records is Records.COLUMNS:  # it may be a list of what the headings mean
        named -= 0.5
    return named + _recognised(draft) / len(draft.found.columns) + filled / 2 + 0.02 * _recognised(draft)


def _recognised(draft: _Draft) -> int:
    return sum(column.certainty not in (Certainty.ASKED, Certainty.UNKNOWN) for column in draft.found.columns)


def _tells(draft: _Draft) -> bool:
    """Whether the columns can only be those of that sheet: a list of organisations has names and towns as well."""
    if draft.sheet is not c.PARTNERS:
        return True
    for column in draft.found.columns:
        if column.target == c.PARTNERS.column("soort").header and column.certainty is not Certainty.ASKED:
            return True
        if column.target == c.PARTNERS.column("naam").header and "naam" not in meanings(c.ACTIVITEITEN, column.heading):
            return True
    return False


def _sheet_certainty(draft: _Draft, tab: str, points: float, rival: float) -> tuple[Certainty, str]:
    sheet, found = draft.sheet, draft.found
    recognised = _recognised(draft)
    said = f"{recognised} van de {words.count(len(found.columns), 'kolom', 'kolommen')} herkend"
    if sheet_meant(tab) == sheet.name:
        said = f"de naam lijkt op {sheet.name}, {said}"
    sure = not found.missing and recognised >= 2 and points > rival + _CLEAR
    return (Certainty.SURE if sure else Certainty.ASKED), said


def _told(draft: _Draft, certainty: Certainty, why: str) -> _Draft:
    why = draft.found.why or why
    if not draft.found.heading_row:
        certainty = Certainty.ASKED
    return replace(draft, found=replace(draft.found, certainty=certainty, why=why))


def _aside(tab: str, texts: SheetTexts, known: SheetMatch | None) -> SheetFound:
    certainty = Certainty.DECIDED if known else Certainty.UNKNOWN
    layout = find_layout(c.SHEETS, texts)
    row = 0 if layout.row is None else layout.row + 1
    return SheetFound(tab, ASIDE, certainty, "", row, layout.records, _filled_rows(layout.texts, row))
