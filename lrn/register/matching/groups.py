"""Findings with one cause, which one choice settles: what can be chosen, and what that writes in the cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lrn.register.matching.model import Matching, Proposal, SheetMatch
from lrn.register.model import Severity
from lrn.register.rules import UNREAD
from lrn.register.values.remark import EMPTY
from lrn.terms import plain

LEAVE = "(laat staan)"
"""A choice: the cells stay as they are, and are asked about no more."""
MAKE_IDS = "(maak een ID)"
"""A choice: each row without an ID gets one."""

_BESIDE_SIGNS = re.compile(r" ?([^\w\s]) ?")  # spaces that say nothing: 1 - 4


@dataclass(frozen=True)
class Group:
    """Findings with one cause in one column.

    ``sheet`` and ``column`` are called as in the contract. ``value`` is the part of the cells that it is about as most
    type it, "" when the cause is not a value; ``cells`` are the whole texts that hold it, each spelling once, where a
    choice can change it. ``count`` is the number of findings (0 for a column that is not read), ``rows`` where these
    are, as Excel counts. ``choices`` are as shown, and always end with ``LEAVE``; ``proposed`` is one of them, "" when
    none is. ``effect`` says in a Dutch sentence without a full stop what it does to the figures, ``message`` what the
    first of the findings says.
    """

    sheet: str
    column: str
    value: str
    cause: str
    count: int
    rows: tuple[int, ...]
    severity: Severity
    proposed: str = ""
    sure: bool = False
    choices: tuple[str, ...] = (LEAVE,)
    effect: str = ""
    message: str = ""
    cells: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this group from others, also after another reading of the workbook."""
        return "|".join((self.sheet, self.column, self.cause, value_key(self.value)))

    @property
    def title(self) -> str:
        """The group in one line: "8 × alle bij Ingrediënten: herkennen we niet"; the effect of a column not read."""
        if self.cause == UNREAD:
            return self.effect
        if self.value:
            return f"{self.count} × {self.value} bij {self.column}: {self.cause}"
        told = self.column.casefold() in self.cause.casefold()
        where = f" op {self.sheet}" if not self.column else "" if told else f" bij {self.column}"
        return f"{self.count} × {self.cause}{where}"

    @property
    def asks(self) -> bool:
        """Whether there is something to choose."""
        return len(self.choices) > 1


def value_key(text: str) -> str:
    """The form in which two values of a cell are one: without case, accents and signs, where these say nothing.

    Beside a figure a sign may say something (1-4 is not 1, 4), and "?" is nothing but a sign.
    """
    bare = plain(text)
    if bare and not re.search(r"\d", bare):
        return bare
    return _BESIDE_SIGNS.sub(r"\1", " ".join(text.split())).casefold()


def is_left(matching: Matching, proposal: Proposal | None, group: Group) -> bool:
    """Whether somebody decided that *group* stays as it is."""
    return _mark(group) in map(value_key, _decided(matching, proposal, group.sheet).left.get(group.column, ()))


def settle(matching: Matching, proposal: Proposal | None, group: Group, choice: str) -> Matching:
    """*matching* with *choice* made for all cells of *group*: one of its choices, or another text for its ``cells``.

    *proposal* tells what the sheet is called in the workbook; None when it is called what the contract calls it. Raises
    ``ValueError`` for what cannot be chosen.
    """
    if choice not in group.choices and not (choice and group.cells):
        raise ValueError(f"{choice!r} is no choice of {group.key}")
    sheet = _decided(matching, proposal, group.sheet)
    mark = _mark(group)
    kept = [value for value in sheet.left.get(group.column, ()) if value_key(value) != mark]
    if choice == LEAVE:
        kept.append(group.value or group.cause)
    left = {**sheet.left, group.column: tuple(kept)}
    sheet = replace(sheet, left={column: values for column, values in left.items() if values})
    if choice == MAKE_IDS:
        sheet = replace(sheet, make_ids=True)
    elif group.cause == UNREAD and choice != LEAVE:
        sheet = replace(sheet, columns={**sheet.columns, choice: group.column})
    elif choice != LEAVE:
        new = "" if choice == EMPTY else choice
        values = _followed(sheet.values.get(group.column, {}), group.value, new) | {group.value: new}
        sheet = replace(sheet, values={**sheet.values, group.column: values})
    return matching.with_sheet(sheet)


def _followed(values: Mapping[str, str], value: str, new: str) -> dict[str, str]:
    """*values* with *new* where an earlier choice made *value*: what is typed is replaced once."""
    return {typed: new if value_key(meant) == value_key(value) else meant for typed, meant in values.items()}


def _mark(group: Group) -> str:
    return value_key(group.value or group.cause)


def _decided(matching: Matching, proposal: Proposal | None, sheet: str) -> SheetMatch:
    """What was decided about the tab that is *sheet* of the contract; else how it is read, with nothing decided yet."""
    tabs = [found.tab for found in proposal.sheets if found.sheet == sheet] if proposal else []
    tabs += [decided.tab for decided in matching.sheets if decided.sheet == sheet]
    tab = tabs[0] if tabs else sheet
    if decided := matching.of(tab):
        return decided
    read = proposal.matching.of(tab) if proposal else None
    return replace(read, columns={}, values={}, left={}) if read else SheetMatch(tab, sheet)
