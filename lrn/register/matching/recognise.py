"""What the columns of a sheet are: by what was decided, what the contract calls them, or what seems to be meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from lrn.register import columns as c
from lrn.register.checking.rows import as_seen, letters
from lrn.register.matching.assign import Candidate, assign, header_of
from lrn.register.matching.column_sample import LOOK, evidence
from lrn.register.matching.fits import are_ticks
from lrn.register.matching.heads import headings
from lrn.register.matching.layout import Layout
from lrn.register.matching.model import ASIDE, MONTH, PARTNER_NAMES, Certainty, ColumnFound, SheetMatch
from lrn.register.matching.months import month_said
from lrn.register.matching.synonyms import ALIKE, is_contact, meanings, names_activity
from lrn.register.reading.book import SheetTexts
from lrn.register.values.headers import find_headers
from lrn.register.values.personal import without_addresses
from lrn.register.values.remark import short

EXAMPLES, EXAMPLE_LENGTH = 3, 60
MOST_COLUMNS = 256  # of a sheet that are told of, beside those that are known
FEWEST_MONTHS = 2  # columns headed with a month that are a calendar
_CONTACT = [column for sheet in c.SHEETS for column in sheet.columns if column.contact]
_PERIOD = {c.ACTIVITEITEN.column(field).header for field in ("start", "einde")}

Told = tuple[str, Certainty, str]  # target, how sure, and why


def columns_of(sheet: c.Sheet, layout: Layout, match: SheetMatch) -> list[ColumnFound]:
    """The columns with a heading, from left to right. One heading of the contract goes to one column."""
    texts, row = layout.texts, layout.row or 0
    names = headings(texts, row)
    cells = {n: column[row + 1 :] for n, column in enumerate(texts.columns) if names[n]}
    told: dict[int, Told] = {
        n: (match.columns[names[n]], Certainty.DECIDED, "") for n in cells if names[n] in match.columns
    }
    known = _known(sheet, names, told)
    # A required column without a value says nothing: another may hold what is missing there.
    required = {column.header for column in sheet.columns if column.required}
    empty = {n: known.pop(n) for n, header in list(known.items()) if header in required and not any(cells[n])}
    told |= {n: (header, Certainty.CONTRACT, "") for n, header in known.items()}
    left = [n for n in cells if n not in told and n not in empty][:MOST_COLUMNS]
    taken = {target for target, *_ in told.values()}
    months = _months(sheet, names, left, cells, taken)
    told |= dict.fromkeys(months, (MONTH, Certainty.SURE, "kop is een maand, met kruisjes eronder"))
    free = [field for field in _fields(sheet) if header_of(sheet, field) not in taken]
    candidates = [Candidate(n, names[n], evidence(cells[n])) for n in left if n not in months]
    matches = assign(sheet, candidates, free, cells)
    told |= {n: (header_of(sheet, found.field), found.certainty, found.why) for n, found in matches.items()}
    told |= _of_empty(empty, told)
    told |= _other_names(sheet, names, [n for n in left if n not in told], told)
    aside = {n: (ASIDE, Certainty.UNKNOWN, _why_not(sheet, names[n], told)) for n in (*left, *empty) if n not in told}
    return [_column(names[n], n, cells[n], *found) for n, found in sorted((told | aside).items())]


def _known(sheet: c.Sheet, names: Sequence[str], told: Mapping[int, Told]) -> dict[int, str]:
    """By position what the contract calls so, but for what somebody decided about."""
    found = find_headers(sheet, SheetTexts([[name] for name in names]))
    if found is None:
        return {}
    taken = {target for target, *_ in told.values()}
    known = {position: column.header for column, position in found.known.items() if column.header not in taken}
    ingredients = next((column.header for column in sheet.columns if column.kind is c.Kind.INGREDIENTS), "")
    known |= dict.fromkeys(found.numbered.values(), ingredients)
    return {position: header for position, header in known.items() if position not in told}


def _of_empty(empty: Mapping[int, str], told: Mapping[int, Told]) -> dict[int, Told]:
    """What the empty columns are after all, where no other is taken for it."""
    taken = {target for target, certainty, _ in told.values() if certainty is not Certainty.ASKED}
    return {n: (header, Certainty.CONTRACT, "") for n, header in empty.items() if header not in taken}


def _other_names(
    sheet: c.Sheet, names: Sequence[str], left: Sequence[int], told: Mapping[int, Told]
) -> dict[int, Told]:
    """A column that says to hold the names of the activities, where one headed Naam may hold those of people."""
    header = c.ACTIVITEITEN.column("naam").header
    known = next((n for n, (target, sure, _) in told.items() if target == header and sure is Certainty.CONTRACT), None)
    if sheet is not c.ACTIVITEITEN or known is None or names_activity(names[known]):
        return {}
    others = [n for n in left if names_activity(names[n])][:1]
    return dict.fromkeys(others, (header, Certainty.ASKED, f"kop lijkt op {header}; nu is dat kolom {letters(known)}"))


def _why_not(sheet: c.Sheet, name: str, told: Mapping[int, Told]) -> str:
    """In Dutch why a column with a telling heading is kept aside: another one is taken for what it says."""
    meant = {header_of(sheet, field) for field, level in meanings(sheet, name).items() if level >= ALIKE}
    found = [(target, n) for n, (target, *_) in told.items() if target in meant]
    return f"{found[0][0]} is al kolom {letters(found[0][1])}" if found else ""


def _months(
    sheet: c.Sheet, names: Sequence[str], left: Sequence[int], cells: Mapping[int, Sequence[str]], taken: set[str]
) -> set[int]:
    """The columns that are headed with a month and hold ticks; none where Start and Einde have a column."""
    if sheet is not c.ACTIVITEITEN or taken >= _PERIOD:
        return set()
    months = {n for n in left if month_said(names[n]) and are_ticks(cells[n])}
    return months if len(months) >= FEWEST_MONTHS and any(any(cells[n]) for n in months) else set()


def _fields(sheet: c.Sheet) -> list[str]:
    """What a column of *sheet* can be, in the order of the contract."""
    return [*(column.field for column in sheet.columns), *([PARTNER_NAMES] if sheet is c.ACTIVITEITEN else [])]


def _column(
    heading: str, position: int, cells: Sequence[str], target: str, certainty: Certainty, why: str
) -> ColumnFound:
    filled = len(cells) - cells.count("")
    examples = () if _is_personal(heading, target) else tuple(_examples(cells))
    return ColumnFound(heading, letters(position), examples, filled, target, certainty, why)


def _is_personal(heading: str, target: str) -> bool:
    """Whether a column holds who somebody is, or how that person can be reached."""
    if target in [column.header for column in _CONTACT] or is_contact(heading):
        return True
    return target == ASIDE and any(column.field in meanings(c.ACTIVITEITEN, heading) for column in _CONTACT)


def _examples(cells: Iterable[str]) -> Iterator[str]:
    """The first values that differ, as a person sees them."""
    seen: set[str] = set()
    for cell in islice(filter(None, cells), LOOK):
        text = short(without_addresses(as_seen(cell[: 4 * EXAMPLE_LENGTH])), EXAMPLE_LENGTH)
        if text and text not in seen:
            seen.add(text)
            yield text
            if len(seen) == EXAMPLES:
                return
