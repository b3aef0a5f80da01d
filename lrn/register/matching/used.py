"""Columns that are no column of the contract and count all the same: partners by name, and months."""

from __future__ import annotations

import re

from lrn.register.matching.decide import NOT_TAKEN
from lrn.register.matching.model import MONTH, PARTNER_NAMES, Proposal
from lrn.register.model import Finding
from lrn.register.rules import UNREAD, Rule

_COLUMN = re.compile(r"!\$?([A-Z]{1,3})\$?\d+$")
_UNKNOWN = [rule.name for rule in Rule if rule.cause in (Rule.UNKNOWN_COLUMN.cause, UNREAD)]


def without_used(findings: list[Finding], proposal: Proposal) -> list[Finding]:
    """*findings* without those that call a column unknown of which *proposal* says that it is used."""
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
