"""What only shows once a column of dates is seen as a whole, or by the number format of its cells."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from lrn.register.checking.date_order import PROOFS, Order
from lrn.register.reading.kept import Kept
from lrn.register.reading.number_format import shows_day
from lrn.register.rules import Rule
from lrn.register.values.dates import day_of
from lrn.register.values.periods import as_dutch
from lrn.register.values.remark import Remark


def ends_too_soon(kept: Kept, rows: Sequence[int], position: int, days: Sequence[date | None]) -> dict[int, Remark]:
    """What to say of last days that show a month or a year only, by their place in *days*: opmerkingen.

    Excel makes 1-6-2026 of "juni 2026" and shows jun-26: an activity ends a month before its keeper thinks.
    """
    told: dict[int, Remark] = {}
    if all(code and shows_day(code) for code in kept.codes()):  # the cells need no look
        return told
    first = [i for i, day in enumerate(days) if day and day.day == 1 and position in kept.columns]
    for i in first:
        day = days[i]
        code = kept.format(rows[i], position)
        if day is None or (code and shows_day(code)) or (shown := kept.shown(rows[i], position)) is None:
            continue
        if end := _end_of_shown(code, shown, day):
            told[i] = Rule.MONTH_SHOWN.say(as_dutch(end), maand=shown, dag=as_dutch(day))
    return told


def turned(
    kept: Kept, rows: Sequence[int], position: int, days: Sequence[date | None], column: Order
) -> dict[int, Remark]:
    """What to say of days in which day and month may have changed places, by their place in *days*: opmerkingen.

    When a Dutch Excel opens a list with the month first, it makes days of 9/5/2026 and its like, and leaves 4/25/2026
    a text: the texts prove the month to be first, and none of the days is after the twelfth.
    """
    more = [proofs.month - proofs.day for proofs in column.proofs.values()]
    if min(more, default=0) < 1 or sum(more) < PROOFS:
        return {}
    real = {i: day for i, day in enumerate(days) if day and isinstance(kept.value(rows[i], position), date)}
    if any(day.day > 12 for day in real.values()):
        return {}
    return {
        i: Rule.TURNED.say(as_dutch(other))
        for i, day in real.items()
        if (other := day_of(day.year, day.day, day.month)) and other != day
    }


def _end_of_shown(code: str, shown: str, day: date) -> date | None:
    """The last day of the month or year that is all that a cell shows; None when it shows the day too."""
    if code:
        with_month = "m" in re.sub(r'"[^"]*"|\[[^\]]*\]', "", code).lower()
    else:  # an .ods, which says only how it is shown
        if not re.fullmatch(r"(?:[a-z]{3,}\.?|\d{1,2})?[-/ ']*(?:\d{4}|\d{2})", shown, re.IGNORECASE):
            return None
        with_month = re.fullmatch(r"\d{4}", shown) is None
    if with_month:
        return day.replace(day=monthrange(day.year, day.month)[1])
    return day.replace(month=12, day=31) if day.month == 1 else None
