"""The findings by cause: what one choice settles, in the order of what it does to the figures."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from lrn import vocabulary as v
from lrn.measures.quality import unread
from lrn.register import columns as c
from lrn.register.checking.rows import VALUE_LENGTH
from lrn.register.matching.groups import LEAVE, MAKE_IDS, Group, is_left, value_key
from lrn.register.matching.model import Certainty, ColumnFound
from lrn.register.matching.moves import as_choice
from lrn.register.model import Finding, Register, Severity
from lrn.register.rules import UNREAD, Rule
from lrn.register.values.ingredients import pair_meanings
from lrn.register.values.remark import EMPTY
from lrn.register.writing.validation import allowed

_SHEETS = {sheet.name: sheet for sheet in c.SHEETS}
_BETWEEN = re.compile(r"[/,;+&]| en ")
_ID = c.ACTIVITEITEN.column("id").header
# What a column of Activiteiten is about: who counts as active, where, with what; then the rest.
_ABOUT = {
    (c.ACTIVITEITEN.name, c.ACTIVITEITEN.column(field).header): part
    for part, fields in enumerate(
        (
            ("status", "start", "einde"),
            ("gemeente", "regio", "breedtegraad", "lengtegraad"),
            ("ingredienten", "themas", "netwerkthema"),
        ),
        2,
    )
    for field in fields
}
_THE_REST, _COUNTS_ALL_THE_SAME = 5, 6
# Rules of which the suggestion is no text to put in the cell.
_NOT_TO_WRITE = (Rule.OWN_COLUMN, Rule.TURNED_DEGREES)
# The cell would lose what it says: the netwerkthema is read there all the same.
_NOT_TO_CHANGE = (Rule.OWN_COLUMN,)
# The cell holds the other kind of place, that has a column of its own.
_ELSEWHERE = (Rule.A_REGION, Rule.A_MUNICIPALITY)


def grouped(register: Register) -> tuple[Group, ...]:
    """The groups that nobody settled yet; each finding is in one of them, but for those that were left as they are.

    First the columns that are not read, then what leaves rows out, who counts as active, where, with which ingredients
    and themes, the rest, and what counts all the same. Of each the largest first.
    """
    told = _Told(register)
    groups = [_group(register, told, column, places) for (_, column, *_), places in told.by_cause().items()]
    groups += _not_read(register, {(group.sheet, group.column) for group in groups if group.cause == UNREAD})
    if register.proposal:
        decided = register.proposal.matching
        groups = [group for group in groups if not is_left(decided, register.proposal, group)]
    return tuple(sorted(groups, key=_order))


class _Told:
    """The findings of a register as lists, one for each field: most are only counted, of which there may be many."""

    def __init__(self, register: Register) -> None:
        self._lists = {name: register.bevindingen[name].tolist() for name in Finding._fields}

    def of(self, field: str, places: Iterable[int]) -> list[Any]:
        """What the findings at *places* have in *field*."""
        values = self._lists[field]
        return [values[place] for place in places]

    def finding(self, place: int) -> Finding:
        """The finding at *place*."""
        severity, *rest = (values[place] for values in self._lists.values())
        return Finding(Severity(severity), *rest)

    def by_cause(self) -> dict[tuple[str, ...], list[int]]:
        """The places of the findings that belong together, by sheet, column (as :func:`_column`), and the rest."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        keys = cache(value_key)
        lists = (self._lists[name] for name in ("sheet", "column", "severity", "rule", "part", "suggestion"))
        for place, (sheet, column, severity, rule, part, suggestion) in enumerate(zip(*lists, strict=True)):
            cause = Rule[rule].cause
            found[sheet, _column(column, cause, suggestion), severity, cause, keys(part)].append(place)
        return found


def _column(column: str, cause: str, suggestion: str) -> str:
    """The contract's heading of the column that a finding is about; "" for one that the contract does not know."""
    if cause == UNREAD:
        return suggestion or column
    return "" if cause in (Rule.UNKNOWN_COLUMN.cause, Rule.NO_HEADING.cause) else column


def _group(register: Register, told: _Told, column: str, places: list[int]) -> Group:
    first = told.finding(places[0])
    rule = Rule[first.rule]
    if rule.cause == UNREAD:
        return _column_group(register, first.sheet, column, [told.finding(place) for place in places])
    rows = tuple(sorted(set(told.of("row", places))))
    value = Counter(told.of("part", places)).most_common(1)[0][0]
    cells = _cells(told.of("value", places)) if value else ()
    offered = _offered(register, first, column, value) if cells and rule not in _NOT_TO_CHANGE else []
    proposed = first.suggestion if cells and rule not in _NOT_TO_WRITE else ""
    sure = first.sure and bool(proposed)
    if rule in _ELSEWHERE and cells and (elsewhere := _elsewhere(first, column, value)):
        offered, proposed = [elsewhere, *offered], proposed or elsewhere
    empty = rule in (Rule.EMPTY, Rule.EMPTY_CELLS)
    if empty and column == _ID:
        offered, proposed = [MAKE_IDS], MAKE_IDS
    return Group(
        first.sheet,
        column,
        value,
        f"geen {column}" if empty else rule.cause,
        len(places),
        rows,
        first.severity,
        proposed,
        sure,
        tuple(dict.fromkeys([*([proposed] if proposed else []), *offered, LEAVE])),
        unread.of_value(first.sheet, column, first.severity, rule.cause, len(rows)),
        first.message,
        cells,
    )


def _cells(values: Iterable[str]) -> tuple[str, ...]:
    """The whole texts of the cells, each once, without those that are told in part only."""
    return tuple(
        text
        for text in dict.fromkeys(values)
        if text and len(text) < VALUE_LENGTH and "[e-mailadres]" not in text and "[telefoonnummer]" not in text
    )


def _offered(register: Register, finding: Finding, heading: str, value: str) -> list[str]:
    """What can be chosen for *value* beside what is proposed, before leaving it as it is."""
    column = next((column for column in _SHEETS[finding.sheet].columns if column.header == heading), None)
    if column is None:
        return []
    if column.kind is c.Kind.NAME:
        known = [name for name in register.colleges if value_key(name) != value_key(value)]
    else:
        pair = pair_meanings(value) if column.kind is c.Kind.INGREDIENTS else ()
        known = [*pair, *_named_in(column, value), *_allowed(column)]
    return [*known, *([] if column.required else [EMPTY])]


def _elsewhere(finding: Finding, heading: str, value: str) -> str:
    """The choice that has *value* moved to the column where such a place belongs; "" when the sheet has none."""
    sheet = _SHEETS[finding.sheet]
    column = next((column for column in sheet.columns if column.header == heading), None)
    return as_choice(sheet, column, value) if column else ""


@cache
def _allowed(column: c.Column) -> list[str]:
    """What can be typed in *column*; ingredients by their short name, as a list to choose from has little room."""
    return [i.label for i in v.INGREDIENTEN] if column.kind is c.Kind.INGREDIENTS else allowed(column)


def _named_in(column: c.Column, value: str) -> list[str]:
    """The municipalities that *value* names several of: they are offered first."""
    if column.kind is not c.Kind.MUNICIPALITY:
        return []
    municipalities = v.municipality_vocabulary()
    parts = [part.strip() for part in _BETWEEN.split(value)]
    if len(parts) < 2:
        return []
    codes = dict.fromkeys(code for part in parts if part and (code := municipalities.find(part)))
    return [municipalities.label(code) for code in codes]


def _not_read(register: Register, told: set[tuple[str, str]]) -> Iterator[Group]:
    """A group for each column that figures hang on and that was not read, but for those that are *told* already."""
    for sheet in c.SHEETS:
        read = register.read.get(sheet.name)
        if read is None:
            continue
        for column in sheet.columns:
            missing = column.header not in read and (sheet.name, column.header) not in told
            if missing and unread.of_column(sheet, column.header, read):
                yield _column_group(register, sheet.name, column.header, [])


def _column_group(register: Register, sheet: str, heading: str, findings: list[Finding]) -> Group:
    """The column called *heading* in the contract, which is not read; *findings* are what was said of that."""
    aside = _aside(register, sheet)
    misspelt = [f.value for f in findings if f.suggestion]
    likely = misspelt or [column.heading for column in aside if column.target == heading]
    choices = dict.fromkeys([*likely, *(column.heading for column in aside)])
    required = any(column.required and column.header == heading for column in _SHEETS[sheet].columns)
    proposed = likely[0] if likely else ""
    if heading == _ID:
        choices |= {MAKE_IDS: None}
        proposed = proposed or MAKE_IDS
    return Group(
        sheet,
        heading,
        "",
        UNREAD,
        len(findings),
        tuple(sorted({finding.row for finding in findings})),
        findings[0].severity if findings else Severity.FOUT if required else Severity.WAARSCHUWING,
        proposed,
        any(finding.sure for finding in findings),
        (*choices, LEAVE),
        unread.of_column(_SHEETS[sheet], heading, register.read.get(sheet, ())) or f"{heading} niet gelezen",
        findings[0].message if findings else "",
    )


def _aside(register: Register, sheet: str) -> list[ColumnFound]:
    """The columns of the workbook that nobody said anything of yet."""
    sheets = register.proposal.sheets if register.proposal else ()
    columns = [column for found in sheets if found.sheet == sheet for column in found.columns]
    return [column for column in columns if column.certainty in (Certainty.ASKED, Certainty.UNKNOWN)]


def _order(group: Group) -> tuple[Any, ...]:
    place = unread.rank(group.sheet, group.column)
    where = (group.sheet, group.column, value_key(group.value), group.cause)
    if group.cause == UNREAD:
        return (0, group.severity is not Severity.FOUT, place, *where)
    if group.severity is Severity.FOUT:
        part = 1
    elif group.severity is Severity.OPMERKING and group.cause != Rule.LIKE_ANOTHER.cause:
        part = _COUNTS_ALL_THE_SAME
    else:
        part = _ABOUT.get((group.sheet, group.column), _THE_REST)
    return (part, -group.count, place, *where)
