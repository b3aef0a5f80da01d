"""What the values of a table become in a file: one of the few things that a cell can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from numbers import Integral, Real
from typing import Any

import numpy as np
import pandas as pd

from lrn import texts
from lrn.cells import storable
from lrn.register.reading.number_format import as_shown
from lrn.register.values.personal import without_addresses

EXACT = 10**15  # Excel keeps fifteen digits


@dataclass(frozen=True)
class Share:
    """A share (0–1) of *of* activities: a percentage with as many decimals as on screen, nothing when they are few."""

    value: float
    of: int


@dataclass(frozen=True)
class Formatted:
    """A number that reads as its number format has it: 0.125 by ``0.0%`` is 12,5%."""

    value: float
    code: str

    def __str__(self) -> str:
        return as_shown(self.value, self.code)


CellValue = str | int | float | datetime | Share | Formatted | None
"""A missing value is None; a date is midnight of its day."""


def formatted(table: pd.DataFrame, codes: Mapping[str, str]) -> pd.DataFrame:
    """*table* with ``Formatted`` numbers in the columns that *codes* gives a number format."""
    columns = {
        name: table[name].map(lambda value, code=code: None if pd.isna(value) else Formatted(float(value), code))
        for name, code in codes.items()
        if name in table
    }
    return table.assign(**{name: column.astype(object) for name, column in columns.items()}) if columns else table


def rows(table: pd.DataFrame) -> Iterable[tuple[CellValue, ...]]:
    """The rows of *table*, by position, as headings may stand there twice; also when it has no columns."""
    columns = [map(to_cell, table.iloc[:, position]) for position in range(table.shape[1])]
    return zip(*columns, strict=True)


def to_cell(value: Any) -> CellValue:
    """*value* as one of the few things that a cell can hold; None for an empty one."""
    if isinstance(value, str):
        return to_text(value) or None
    if isinstance(value, Formatted):
        return value if np.isfinite(value.value) else None
    if isinstance(value, Share):
        return value if not texts.is_few(value.of) and np.isfinite(value.value) else None
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return None
    if isinstance(value, bool | np.bool_):
        return "ja" if value else "nee"
    if isinstance(value, Integral):
        return int(value) if abs(int(value)) < EXACT else str(value)
    if isinstance(value, Real | Decimal):
        return float(value) if np.isfinite(float(value)) else None
    if isinstance(value, np.datetime64):
        value = pd.Timestamp(value)
    if isinstance(value, date):
        return _day(value)
    return to_text(value) or None


def to_text(value: object) -> str:
    """*value* as a text that a file can hold, without e-mail addresses and telephone numbers."""
    return storable(without_addresses(str(value)))


def _day(value: date) -> datetime | str:
    """A date as midnight of that day, without a time zone; as text where Excel has no such day."""
    when = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    when = datetime(when.year, when.month, when.day, when.hour, when.minute, when.second)
    return when if when.year >= 1900 else written(when)


def written(when: datetime) -> str:
    """01-10-2026, and 01-10-2026 14:05 when it is not midnight."""
    day = f"{when.day:02}-{when.month:02}-{when.year:04}"
    return f"{day} {when:%H:%M}" if has_time(when) else day


def has_time(when: datetime) -> bool:
    """Whether *when* is not midnight."""
    return (when.hour, when.minute, when.second) != (0, 0, 0)
