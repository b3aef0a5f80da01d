"""One decision at a time: what was decided about a workbook, and one thing more.

Each function takes what was decided so far and the proposal that came of it, and returns what is decided from now on.
Only what a person said is in there: what is sure is proposed again at the next reading, and so stays shown as such.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lrn.register.matching.groups import Group, settle
from lrn.register.matching.model import (
    ASIDE,
    MONTH,
    PARTNER_NAMES,
    Certainty,
    Matching,
    Proposal,
    Records,
    SheetFound,
    SheetMatch,
)
from lrn.register.model import Finding
from lrn.register.rules import UNREAD, Rule

SHARED = (ASIDE, PARTNER_NAMES, MONTH)
"""What more than one column of a sheet can be."""
NOT_TAKEN = (Certainty.ASKED, Certainty.UNKNOWN)
_COLUMN = re.compile(r"!\$?([A-Z]{1,3})\$?\d+$")
_UNKNOWN = [rule.name for rule in Rule if rule.cause in (Rule.UNKNOWN_COLUMN.cause, UNREAD)]


def sheet_found(proposal: Proposal, tab: str) -> SheetFound:
    """What was found on the sheet called *tab*. Raises ``KeyError`` when it is not there."""
    return {sheet.tab: sheet for sheet in proposal.sheets}[tab]


def column(decided: Matching, proposal: Proposal, tab: str, heading: str, target: str) -> Matching:
    """The column headed *heading* is *target*; another column that was taken for it is kept aside."""
    match = _so_far(decided, proposal, tab)
    columns = {**match.columns, heading: target}
    for other in sheet_found(proposal, tab).columns:
        if target in SHARED or other.heading == heading:
            continue
        if columns.get(other.heading, other.target if other.certainty not in NOT_TAKEN else ASIDE) == target:
            columns[other.heading] = ASIDE
    return decided.with_sheet(replace(match, columns=columns))


def every_column(decided: Matching, proposal: Proposal, tab: str) -> Matching:
    """The columns that are asked about on the sheet called *tab* are what is proposed."""
    for found in sheet_found(proposal, tab).columns:
        if found.certainty is Certainty.ASKED:
            decided = column(decided, proposal, tab, found.heading, found.target)
    return decided


def sheet(decided: Matching, proposal: Proposal, tab: str, target: str) -> Matching:
    """The sheet called *tab* is *target* of the contract; another one that was taken for it is kept aside."""
    for other in proposal.sheets:
        if other.tab != tab and target != ASIDE and other.sheet == target and other.certainty not in NOT_TAKEN:
            decided = decided.with_sheet(replace(_so_far(decided, proposal, other.tab), sheet=ASIDE, columns={}))
    match = _so_far(decided, proposal, tab)
    same = sheet_found(proposal, tab).sheet == target
    return decided.with_sheet(replace(match, sheet=target, columns=match.columns if same else {}))


def layout(decided: Matching, proposal: Proposal, tab: str, heading_row: int, records: Records) -> Matching:
    """On the sheet called *tab* the headings are in *heading_row* (from 1), and *records* lie so.

    What was decided about its columns is let go: they have other headings now.
    """
    match = _so_far(decided, proposal, tab)
    return decided.with_sheet(replace(match, heading_row=heading_row, records=records, columns={}, values={}, left={}))


def ids(decided: Matching, proposal: Proposal, tab: str, *, make: bool) -> Matching:
    """Whether rows without an ID on the sheet called *tab* get one."""
    return decided.with_sheet(replace(_so_far(decided, proposal, tab), make_ids=make))


def value(decided: Matching, proposal: Proposal, group: Group, choice: str) -> Matching:
    """The cells of *group* are *choice*, as :func:`lrn.register.matching.groups.settle` has it."""
    tabs = [found.tab for found in proposal.sheets if found.sheet == group.sheet and found.certainty not in NOT_TAKEN]
    if tabs:
        decided = decided.with_sheet(_so_far(decided, proposal, tabs[0]))
    return settle(decided, proposal, group, choice)


def without_value(decided: Matching, sheet: str, column: str, value: str) -> Matching:
    """*decided* without what was said of *value* in *column* of *sheet* (as the contract calls them): it is asked anew,
    where the workbook still holds it."""
    for match in decided.sheets:
        if match.sheet != sheet:
            continue
        values = {typed: new for typed, new in match.values.get(column, {}).items() if typed != value}
        left = tuple(typed for typed in match.left.get(column, ()) if typed != value)
        decided = decided.with_sheet(
            replace(
                match,
                values={name: kept for name, kept in {**match.values, column: values}.items() if kept},
                left={name: kept for name, kept in {**match.left, column: left}.items() if kept},
            )
        )
    return decided


def _so_far(decided: Matching, proposal: Proposal, tab: str) -> SheetMatch:
    """What was decided about the sheet called *tab*; else how it is read now, with nothing decided about columns."""
    if match := decided.of(tab):
        return match
    found, read_with = sheet_found(proposal, tab), proposal.matching.of(tab)
    return SheetMatch(
        tab, found.sheet, found.heading_row, found.records, make_ids=read_with.make_ids if read_with else False
    )


def without_used(findings: list[Finding], proposal: Proposal) -> list[Finding]:
    """*findings* without those that call a column unknown of which *proposal* says that it is used all the same: for
    partners by name, or months."""
    used = {
        (sheet.sheet, column.letter)
        for sheet in proposal.sheets
        for column in sheet.columns
        if column.target in (PARTNER_NAMES, MONTH) and column.certainty not in NOT_TAKEN
    }
    return [f for f in findings if f.rule not in _UNKNOWN or (f.sheet, _letter(f)) not in used] if used else findings


def _letter(finding: Finding) -> str:
    found = _COLUMN.search(finding.cell)
    return found[1] if found else ""
