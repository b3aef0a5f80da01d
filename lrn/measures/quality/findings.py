"""The findings about a register: by severity, by sheet, by college."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from lrn import texts
from lrn.register.model import Register, Severity

_ORDER = {severity.value: place for place, severity in enumerate(Severity)}


def findings(
    register: Register,
    *,
    severities: Collection[str] = (),
    sheets: Collection[str] = (),
    colleges: Collection[str] = (),
) -> pd.DataFrame:
    """The findings that are chosen, the gravest first and then in the order of the workbook.

    A column for each field of :class:`~lrn.register.model.Finding`. An empty choice chooses all; a college chooses
    the findings on its own activities and on what belongs to them.
    """
    found = register.bevindingen
    keep = pd.Series(True, index=found.index)
    for chosen, column in ((severities, "severity"), (sheets, "sheet"), (colleges, "college")):
        if chosen:
            keep &= found[column].isin(list(chosen))
    found = found[keep]
    return found.iloc[found["severity"].map(_ORDER).argsort(kind="stable")].reset_index(drop=True)


def per_sheet(register: Register) -> pd.DataFrame:
    """Per sheet of the workbook: werkblad, geteld, uitgesloten, fout, waarschuwing, opmerking.

    The sheets of the contract with the number of rows that count and that are left out; then the sheets that only
    have findings.
    """
    counts = _counts(register.bevindingen["sheet"], register)
    names = [rows.sheet for rows in register.rows]
    names += [name for name in counts.index if name not in names]
    frame = counts.reindex(names, fill_value=0)
    frame.insert(0, "geteld", [register.rows_of(name).counted for name in names])
    frame.insert(1, "uitgesloten", [register.rows_of(name).left_out for name in names])
    return frame.rename_axis("werkblad").reset_index()


def per_college(register: Register) -> pd.DataFrame:
    """Per college, alphabetically: college, fout, waarschuwing, opmerking; "Zonder college" last, if it has any."""
    names = register.bevindingen["college"].where(register.bevindingen["college"] != "", texts.WITHOUT_COLLEGE)
    counts = _counts(names, register)
    order = sorted(counts.index, key=lambda name: (name == texts.WITHOUT_COLLEGE, name.casefold()))
    return counts.reindex(order).rename_axis("college").reset_index()


def _counts(names: pd.Series, register: Register) -> pd.DataFrame:
    """How many findings of each severity there are by name, every severity a column."""
    severities = register.bevindingen["severity"]
    counts = pd.crosstab(names, severities) if len(severities) else pd.DataFrame()
    return counts.reindex(columns=list(_ORDER), fill_value=0).rename_axis(columns=None)
