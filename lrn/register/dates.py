"""Reads a date in the spellings that Dutch people use, the day before the month."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache

from babel.dates import get_month_names

from lrn.register.reading import Read, Remark, short
from lrn.terms import key


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    for locale in ("en", "nl"):  # an English Excel writes 1 Oct 2026
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                months[key(name)] = number
    return months | {"mrt": 3, "sept": 9, "mei": 5}


_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$|^(\d{4})(\d{2})(\d{2})$")
_DUTCH = re.compile(r"^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?'?(\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$")
_WRITTEN = re.compile(
    r"^(?:[a-z]+dag,? )?(\d{1,2})(?:e|ste|de)?[ .-]+([a-z]+)[., ]*[ .-]'?(\d{4}|\d{2})$", re.IGNORECASE
)
_MONTH = re.compile(r"^([a-zA-Z]+)\.? (\d{4})$")
_YEAR = re.compile(r"^(19|20)\d{2}$")
_SERIAL = re.compile(r"^\d{5}$")
FIRST_YEAR, LAST_YEAR = 1900, 2199


def date_value(text: str) -> Read:
    """A ``datetime.date``: 2026-10-01, 1-10-2026, 1/10/26 or 1 oktober 2026, day before month."""
    text = " ".join(text.split())
    if not text:
        return Read(None)
    if m := _ISO.match(text):
        year, month, day = m.groups()[:3] if m[1] else m.groups()[3:]
        found = _date(int(year), int(month), int(day))
    elif m := _DUTCH.match(text):
        found = _date(_year(m[3]), int(m[2]), int(m[1]))
    elif (m := _WRITTEN.match(text)) and (month := _months().get(key(m[2]))):
        found = _date(_year(m[3]), month, int(m[1]))
    else:
        likely = _likely_date(text)
        advice = "" if likely else "; schrijf dag-maand-jaar, zoals 15-9-2026, of laat de cel leeg"
        return Read(None, (Remark(f"“{short(text)}” is geen datum{advice}", likely),))
    if found is None:
        meant = f"{m[2]}-{m[1]}-{_year(m[3])}" if m.re is _DUTCH and _date(_year(m[3]), int(m[1]), int(m[2])) else ""
        return Read(None, (Remark(f"“{short(text)}” is geen datum die bestaat", meant),))  # 10/25/2026: month first
    return Read(found)


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == 2 else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _likely_date(text: str) -> str:
    """The first day that an incomplete date can mean, or the day an Excel serial number stands for."""
    if _YEAR.match(text):
        return f"1-1-{text}"
    if (m := _MONTH.match(text)) and (month := _months().get(key(m[1]))):
        return f"1-{month}-{m[2]}"
    if _SERIAL.match(text):
        day = date(1899, 12, 30) + timedelta(days=int(text))
        return f"{day.day}-{day.month}-{day.year}"
    return ""


def as_timestamp(day: date | None) -> datetime | None:
    """A date as midnight of that day, as pandas keeps it."""
    return datetime(day.year, day.month, day.day) if day else None
