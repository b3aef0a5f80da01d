"""Says which day an incomplete date can mean: the first or the last one of a year, a school year, a month or a week.

Of *Start* and *Sinds* the first day is meant, of *Einde* the last. *Bijgewerkt* takes the first too: no row is taken
to be fresher than its keeper says, and the last day may be still to come.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from babel.dates import get_month_names

from lrn.terms import key

LONGEST = 60  # characters; no period takes more
SCHOOL_YEAR = 8  # the month in which it begins: 1 augustus to 31 juli (Wet educatie en beroepsonderwijs, 1.1.1)


class Period(NamedTuple):
    """The days that an incomplete date stands for, and what it does not say ("een dag")."""

    first: date
    last: date
    missing: str = "een dag"


@cache
def month_numbers() -> dict[str, int]:
    """The number of each month by its Dutch or English name, in full or cut off, as ``lrn.terms.key`` writes it."""
    months: dict[str, int] = {}
    for locale in ("en", "nl"):  # an English Excel writes 1 Oct 2026
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                months[key(name)] = number
    return months | {"sept": 9}


def period(text: str) -> Period | None:
    """The period that *text* names: "2026", "juni 2026", "schooljaar 2025-2026", "Q3 2026"; None when it names none."""
    text = re.sub(r"\s*([-/])\s*", r"\1", " ".join(text.split()).casefold())
    if len(text) > LONGEST:
        return None
    for pattern, read in _SPELLINGS:
        if found := pattern.fullmatch(text):
            try:
                named = read(found)
            except ValueError:  # week 54, the year 9999
                continue
            if named:
                return named
    return None


def likely_day(text: str, *, last: bool = False) -> tuple[str, str]:
    """The first or *last* day of the period that *text* names, as 1-9-2026, and what is missing; "" for neither."""
    words = text.split()
    sides = {" ".join(words[:amount]).casefold(): amount for amount in (3, 2, 1)}
    side = next((said for said in sides if said in _SIDES), "")
    if side and _SIDES[side] is not last:  # the end of 2026 is no first day
        return "", ""
    found = period(" ".join(words[sides[side] :]) if side else text)
    if found is None:
        return "", ""
    day = found.last if last else found.first
    return as_dutch(day), found.missing


def as_dutch(day: date) -> str:
    """A day as people type it: 1-10-2026."""
    return f"{day.day}-{day.month}-{day.year}"


def _year(found: re.Match[str]) -> int:
    said = found.groupdict()
    year = int(said.get("jaar") or f"20{said['kort']}")
    if not 1990 <= year <= 2100:
        raise ValueError("a number, and no year")
    return year


def _months(year: int, month: int, amount: int = 1, missing: str = "een dag") -> Period:
    years, end = divmod(month + amount - 2, 12)
    last = date(year + years, end + 1, monthrange(year + years, end + 1)[1])
    return Period(date(year, month, 1), last, missing)


def _whole_year(found: re.Match[str]) -> Period:
    return _months(_year(found), 1, 12, "een dag en een maand")


def _month(found: re.Match[str]) -> Period:
    return _months(_year(found), int(found["maand"]))


def _named_month(found: re.Match[str]) -> Period | None:
    month = month_numbers().get(key(found["maand"]))
    return _months(_year(found), month) if month else None


def _school_year(found: re.Match[str]) -> Period | None:
    year, end = _year(found), found["tot"]
    if int(end) % 100 != (year + 1) % 100:
        return None
    if len(end) == 2 and int(end) <= 12 and not found["woord"]:  # 2011-12 is December too
        return None
    return _months(year, SCHOOL_YEAR, 12, "een dag en een maand")


def _part(months: int) -> Callable[[re.Match[str]], Period]:
    """Reads a part of a year that is *months* long."""

    def read(found: re.Match[str]) -> Period:
        number = _ORDINALS.get(found["deel"]) or int(found["deel"])
        if number * months > 12:
            raise ValueError("no such part of a year")
        return _months(_year(found), (number - 1) * months + 1, months)

    return read


def _week(found: re.Match[str]) -> Period:
    monday = date.fromisocalendar(_year(found), int(found["week"]), 1)
    return Period(monday, monday + timedelta(days=6))


_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
# Words before a date that say which end of it is meant: whether that is the last.
_SIDES = {
    **dict.fromkeys(("eind", "einde", "ultimo", "tot en met", "t/m"), True),
    **dict.fromkeys(("begin", "vanaf", "sinds", "per"), False),
}
_FOUR = r"(?P<jaar>(?:19|20|21)\d{2})"
_YEAR = rf"(?:{_FOUR}|'?(?P<kort>\d{{2}}))"
_MONTH = r"(?P<maand>1[0-2]|0?[1-9])"
_NTH = r"(?P<deel>eerste|tweede|derde|vierde|[1-4])(?:e|ste|de)?"
_WORD = r"(?P<woord>(?:(?:school|studie|college)jaar|sj\.?|cursus(?:jaar)?) )"
_QUARTER = r"(?:q|k|kw|kwartaal ?)"
_WEEK = r"(?:week|wk|w)\.? ?(?P<week>\d{1,2})"

_SPELLINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?:jaar |kalenderjaar )?{_FOUR}", _whole_year),
        (rf"{_WORD}?{_YEAR}[-/]'?(?P<tot>(?:20|21)?\d{{2}})", _school_year),
        (rf"{_MONTH}[-/. ]{_FOUR}", _month),
        (rf"{_FOUR}[-/.]?{_MONTH}", _month),
        (rf"(?P<maand>[a-z]+)\.?[-/, ]*{_FOUR}", _named_month),
        (r"(?P<maand>[a-z]+)\.?(?:[-/]| ?')(?P<kort>\d{2})", _named_month),  # "okt 26" may be a day in any year
        (rf"{_FOUR}[-/ ](?P<maand>[a-z]+)\.?", _named_month),
        (rf"{_QUARTER}(?P<deel>[1-4])[-/, ]+(?:van )?{_YEAR}", _part(3)),
        (rf"{_FOUR}[-/, ]*{_QUARTER}(?P<deel>[1-4])", _part(3)),
        (rf"(?:het )?{_NTH} (?:kwartaal|kw)(?: van)? {_YEAR}", _part(3)),
        (rf"h(?P<deel>[12])[-/, ]+{_YEAR}", _part(6)),
        (rf"{_FOUR}[-/, ]*h(?P<deel>[12])", _part(6)),
        (rf"(?:de |het )?{_NTH} (?:half ?jaar|helft)(?: van)? {_YEAR}", _part(6)),
        (rf"{_WEEK}[-/, ]+(?:van )?{_YEAR}", _week),
        (rf"{_FOUR}[-/, ]*{_WEEK}", _week),
    )
)
