"""Tells what a column of texts takes from a cell in which Excel did not leave what was typed as a text.

Excel makes a day of "1-5", a time of "24:30", a number of "1E5" and a truth of "true". Taken is what its keeper sees
there: 1-mei, and never 2026-05-01 00:00:00.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from lrn.register.columns import Column, Kind
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.number_format import is_scientific
from lrn.register.rules import Rule
from lrn.register.values.remark import Remark

IDENTITIES = (Kind.ID, Kind.ACTIVITY, Kind.PARTNER, Kind.ENDPOINT)
"""The kinds of column that one row is called by in another: there two numbers must not come to look the same."""

_TIME = re.compile(r"\d+:\d\d(?::\d\d)?(?:[.,]\d+)?")
_SCIENTIFIC = re.compile(r"-?\d(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE)
_PADDED = re.compile(r"0\d+")
TRUTHS = ("WAAR", "ONWAAR", "TRUE", "FALSE")


def as_typed(
    texts: SheetTexts, column: Column, rows: Sequence[int], position: int, cells: list[str]
) -> tuple[list[str], dict[int, Remark]]:
    """*cells* of *column* with what is seen in place of what the reader made of it, and remarks by place in *cells*."""
    if position not in texts.kept.columns:
        return cells, {}
    taken, told = list(cells), {}
    for i, row in enumerate(rows):
        shown = texts.kept.shown(row, position) if cells[i] else None
        if shown is None:
            continue
        value = texts.kept.value(row, position)
        made = made_of(value, shown, texts.kept.format(row, position))
        if made:
            told[i] = Rule.TEXT_BY_EXCEL.say(iets=made)
        if made == "een getal" or (not made and (shown.startswith("#") or _SCIENTIFIC.fullmatch(shown))):
            continue  # its digits tell more
        if made or column.kind not in IDENTITIES or _PADDED.fullmatch(shown):
            taken[i] = shown
    return taken, told


def made_of(value: object, shown: str, code: str) -> str:
    """What Excel made of a text: "een datum", "een tijd", "een getal" where that looks otherwise; "" for a number."""
    if isinstance(value, bool) or shown in TRUTHS:
        return "WAAR of ONWAAR"
    if isinstance(value, time | timedelta) or (_TIME.fullmatch(shown) and not isinstance(value, date)):
        return "een tijd"
    if isinstance(value, date):
        return "een datum"
    return "een getal" if (is_scientific(code) if code else _SCIENTIFIC.fullmatch(shown)) else ""
