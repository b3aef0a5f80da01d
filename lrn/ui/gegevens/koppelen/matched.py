"""What is said of a register that is read with a matching, and of one that could do with one."""

from __future__ import annotations

from lrn import texts
from lrn.measures.quality.by_cause import grouped
from lrn.register.columns import KOPPELING, SHEETS
from lrn.register.matching.model import ASIDE
from lrn.register.model import Register
from lrn.register.rules import UNREAD, Rule
from lrn.ui.base import cache, preview

MOST = 3  # effects that are told


def sentence(register: Register) -> str:
    """With which matching *register* is read and how much that says, a Dutch sentence; "" without one."""
    matching = register.proposal.matching if register.proposal else None
    if not matching:
        return ""
    sheets = [match for match in matching.sheets if match.sheet != ASIDE]
    columns = sum(target != ASIDE for match in sheets for target in match.columns.values())
    values = sum(len(of_column) for match in sheets for of_column in match.values.values())
    told = [texts.count(len(sheets), "werkblad", "werkbladen")]
    told += [texts.count(columns, "kolom", "kolommen")] if columns else []
    told += [texts.count(values, "waarde", "waarden")] if values else []
    return f"Gelezen met een koppeling{_where(register)}: {texts.listing(told)}."


def _where(register: Register) -> str:
    if (tried := preview.current()) and tried.register is register:
        return " (wat u koos, en wat we herkenden)" if tried.decided else " (wat we herkenden)"
    if file := cache.matching_path(register.source.path):
        return f" (“{file.name}”)"
    return f" (op het blad {KOPPELING})"


def unread(register: Register) -> list[str]:
    """What follows from columns and sheets of the contract that are not read, where the workbook has others instead;
    Dutch sentences without a full stop, the largest effect first."""
    groups = grouped(register)
    others = {group.sheet for group in groups if group.cause == Rule.UNKNOWN_COLUMN.cause}
    told = [
        group.effect
        for group in groups
        if group.cause == UNREAD and group.column and (group.count or group.sheet in others)
    ]
    if any(sheet.name not in register.read for sheet in SHEETS):
        sheets = [group.sheet for group in groups if group.cause == Rule.UNKNOWN_SHEET.cause]
        told += [f"Werkblad {sheet} niet gelezen: niets op dit blad telt mee" for sheet in sheets]
    return told
