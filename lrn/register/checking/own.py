"""Keeps the columns of a workbook's own as what they are: numbers, days, truths; all others as the texts one sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from lrn.register.checking.excel_made import TRUTHS
from lrn.register.checking.rows import cell_text, column_texts
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.kept import Kept
from lrn.register.reading.number_format import DURATION, simple

_TIME = re.compile(r"-?\d+:\d\d(?::\d\d)?")
_DAY = timedelta(days=1)


def own_column(texts: SheetTexts, rows: Sequence[int], position: int) -> tuple[list[Any], str]:
    """The cells at *rows* of a column that the contract does not know, and the number format they are shown by.

    All are of one kind, and None where nothing stands: float, bool, date, or datetime where some have a time. When they
    are not all of one kind they are texts, "" where nothing stands. A time is a number of days, as Excel keeps it.
    """
    kept = texts.kept
    cells = column_texts(texts, list(rows), position)
    if position not in kept.columns:
        return cells, ""
    values = [kept.value(row, position) if cell.strip() else None for row, cell in zip(rows, cells, strict=True)]
    kinds = {_kind(value) for value, cell in zip(values, cells, strict=True) if cell.strip()}
    shown = [kept.shown(row, position) if value is not None else None for row, value in zip(rows, values, strict=True)]
    if kinds <= {float} and any(seen in TRUTHS for seen in shown):  # LibreOffice keeps a truth of Excel as 1
        values = [None if seen is None else seen in ("WAAR", "TRUE") for seen in shown]
        kinds = {bool} if all(seen is None or seen in TRUTHS for seen in shown) else {str}
    if kinds == {date, datetime}:
        return [_at_midnight(value) for value in values], ""
    if len(kinds) != 1 or str in kinds:
        return [_as_text(texts, row, position, seen) for row, seen in zip(rows, shown, strict=True)], ""
    if kinds == {float}:
        return [_number(value) for value in values], _shape(kept, rows, position, values, shown)
    return values, ""


def _kind(value: Any) -> type:
    if value is None:
        return str
    if isinstance(value, bool):
        return bool
    return type(value) if isinstance(value, date) else float


def _number(value: Any) -> float | None:
    match value:
        case None:
            return None
        case timedelta():
            return value / _DAY
        case time():
            return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / _DAY
        case _:
            return float(value)


def _at_midnight(value: date | None) -> datetime | None:
    if value is None or isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day)


def _as_text(texts: SheetTexts, row: int, position: int, shown: str | None) -> str:
    """A cell among others of another kind; a truth as one says it in Dutch."""
    if shown is None:
        return cell_text(texts, row, position)
    return {"WAAR": "ja", "TRUE": "ja", "ONWAAR": "nee", "FALSE": "nee"}.get(shown, shown)


def _shape(kept: Kept, rows: Sequence[int], position: int, values: list[Any], shown: list[str | None]) -> str:
    """The number format that most cells of a column of numbers have; "" for a plain one."""
    if any(isinstance(value, time | timedelta) for value in values):
        return DURATION
    of_cells = (
        kept.format(row, position) or _told(seen) for row, seen in zip(rows, shown, strict=True) if seen is not None
    )
    ((code, _), *_) = Counter(of_cells).most_common(1) or [("", 0)]
    return simple(code)


def _told(shown: str) -> str:
    """The number format of a cell in an .ods, by how it is shown there."""
    if _TIME.fullmatch(shown):
        return DURATION
    number = re.search(r"\d[\d.,]*", shown)
    if number is None:
        return ""
    sign = "%" if shown.rstrip().endswith("%") else ""
    euro = '"€ "' if "€" in shown else ""
    if not sign and not euro:
        return ""
    decimals = re.search(r"[.,](\d{1,2}|\d{4,})$", number[0])
    return f"{euro}{'#,##0' if euro else '0'}{'.' + '0' * len(decimals[1]) if decimals else ''}{sign}"
