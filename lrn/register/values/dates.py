"""Reads a date in the spellings that Dutch people use, the day before the month."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from lrn import signs
from lrn.register.rules import Rule
from lrn.register.values.periods import as_dutch, likely_day, month_numbers
from lrn.register.values.remark import Read, Remark
from lrn.register.values.synonyms import no_end
from lrn.terms import key

_TIME = r"(?:(?:[T ]|, ?)(?P<uur>\d{1,2})[:.](?P<minuut>\d{2})(?P<rest>.*))?"
_YEAR = r"'?(?P<jaar>\d{4}|\d{2})"
_WEEKDAY = r"(?:[a-z]+dag,? |(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]* )?"
_ISO = re.compile(rf"^(?P<jaar>\d{{4}})(?P<teken>[-/.])(?P<maand>\d{{1,2}})[-/.](?P<dag>\d{{1,2}}){_TIME}$")
_BARE = re.compile(
    r"^(?P<jaar>\d{4})(?P<maand>\d{2})(?P<dag>\d{2})(?:T(?P<uur>\d{2})(?P<minuut>\d{2})(?:\d{2})?(?P<rest>.*))?$"
)
DAY_FIRST = re.compile(
    rf"^{_WEEKDAY}(?P<dag>\d{{1,2}}) ?(?P<teken>[-/. ]) ?(?P<maand>\d{{1,2}}) ?[-/. ] ?{_YEAR}{_TIME}$", re.IGNORECASE
)
_WRITTEN = re.compile(
    rf"^{_WEEKDAY}(?P<dag>\d{{1,2}})(?:e|ste|de)?[ .-]+(?P<naam>[a-z]+)[., ]*[ .-]{_YEAR}{_TIME}$", re.IGNORECASE
)
ENGLISH = re.compile(  # as English people and their programs write it: Sep 5, 2026
    rf"^{_WEEKDAY}(?P<naam>[a-z]{{3,}})\.? (?P<dag>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<jaar>\d{{4}}){_TIME}$",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"^\d{5}$")
_ZONE = re.compile(
    r"(?:UTC|GMT)?(?P<teken>[+-])(?P<uur>\d{2}):?(?P<minuut>\d{2})?(?: ?\(.*\))?|Z|UTC|GMT", re.IGNORECASE
)
_SECONDS = re.compile(r"(?::(?P<seconde>\d{2})(?:[.,]\d+)?)?")
FIRST_YEAR, LAST_YEAR = 1910, 2199

# A number typed in a cell for dates becomes a day by the count of Excel: 2028 is 20-07-1905, or 21-07-1909 where the
# workbook counts from 1904, as those of an old Mac do. So no day before FIRST_YEAR is believed.
_DAYS_FROM = (date(1899, 12, 30), date(1904, 1, 1))
_FIRST_TYPED = 1900  # the year in which the smallest of such numbers fall
_YEARS = range(1900, 2101)


def date_value(text: str, *, last: bool = False) -> Read:
    """A ``datetime.date``: 2026-10-01, 1-10-2026, 1/10/26 or 1 oktober 2026, day before month.

    A moment with a zone is the day in Amsterdam. *last* says that of an incomplete date the last day is meant.
    """
    typed = " ".join(text.split())
    if not typed:
        return Read(None)
    text = even(typed)
    m = _ISO.match(text) or _BARE.match(text) or DAY_FIRST.match(text)
    month = int(m["maand"]) if m else None
    if m is None and (m := _WRITTEN.match(text) or ENGLISH.match(text)):
        month = month_numbers().get(key(m["naam"]))
    if m is None or month is None:
        return Read(None, (_no_date(typed, last=last),))
    year, day = year_of(m["jaar"]), int(m["dag"])
    found = day_of(year, month, day)
    if found is None:
        return Read(None, (_no_such_day(typed, m, year, month, day, last=last),))
    if found.year < FIRST_YEAR:
        return Read(None, (_number_typed(found, last=last),))
    return Read(_in_amsterdam(found, m))


def even(text: str) -> str:
    """A date as it was meant: without the apostrophe that says it is a text, the full stop after it, other dashes."""
    return " ".join(signs.with_hyphens(text).split()).lstrip("'’").rstrip(".,;")


def _no_date(text: str, *, last: bool) -> Remark:
    likely, missing = likely_day(text, last=last)
    if missing:
        return (Rule.NO_DAY if missing == "een dag" else Rule.NO_DAY_OR_MONTH).say(likely, voorbeeld=likely)
    if _SERIAL.match(text):  # the number that Excel keeps for a day
        day = as_dutch(_DAYS_FROM[0] + timedelta(days=int(text)))
        return Rule.NO_DATE.say(day, waarde=text)
    return Rule.NO_DATE.say(no_end(text) if last else "", waarde=text)


def _no_such_day(text: str, m: re.Match[str], year: int, month: int, day: int, *, last: bool) -> Remark:
    """What to say of a date with a month or day that does not exist, or in a year that cannot be meant."""
    swapped = day_of(year, day, month)
    if m.re is DAY_FIRST and swapped:  # 10/25/2026
        return Rule.MONTH_BEFORE_DAY.say(as_dutch(swapped), waarde=text)
    if m.re is _ISO and year > LAST_YEAR and (number := _number_of(year, month, day)):
        likely, _ = likely_day(str(number), last=last)  # 202609: year and month
        if likely:
            return Rule.MONTH_TYPED.say(likely, getal=number, jaar=year)
    return Rule.NO_SUCH_DAY.say(waarde=text)


def _number_typed(day: date, *, last: bool) -> Remark:
    """What to say of a day that is only there because a number was typed in a cell for dates."""
    shown = f"{day:%d-%m-%Y}"
    for number in ((day - origin).days for origin in _DAYS_FROM):
        if number in _YEARS:
            likely, _ = likely_day(str(number), last=last)
            meant = likely or f"{'31-12' if last else '1-1'}-{number}"
            return Rule.YEAR_TYPED.say(meant, getal=number, datum=shown)
    return Rule.NUMBER_TYPED.say(datum=shown)


def _number_of(year: int, month: int, day: int) -> int:
    """The number that Excel keeps for this day; 0 when there is no such day."""
    try:
        return (date(year, month, day) - _DAYS_FROM[0]).days
    except ValueError:
        return 0


def _in_amsterdam(day: date, m: re.Match[str]) -> date:
    """*day*, or the one before or after it where the moment in *m* has a zone in which Amsterdam lives another day."""
    if not m["uur"]:
        return day
    seconds = _SECONDS.match(m["rest"])
    zone = _ZONE.fullmatch(m["rest"][seconds.end() if seconds else 0 :].strip())
    if zone is None or int(m["uur"]) > 23 or int(m["minuut"]) > 59:
        return day
    offset = timedelta()
    if zone["teken"]:
        offset = timedelta(hours=int(zone["uur"]), minutes=int(zone["minuut"] or 0))
    if offset > timedelta(hours=14):
        return day  # 09:00-17:00 says until when, and no zone
    moment = datetime(
        day.year, day.month, day.day, int(m["uur"]), int(m["minuut"]),
        tzinfo=timezone(-offset if zone["teken"] == "-" else offset),
    )  # fmt: skip
    return moment.astimezone(_amsterdam()).date()


@cache
def _amsterdam() -> ZoneInfo:
    return ZoneInfo("Europe/Amsterdam")


def day_first(text: str) -> date | None:
    """The day that a text such as 9/5/2026 is with the day before the month: 9 May. None where it is none."""
    return _in_order(text, "dag", "maand")


def month_first(text: str) -> date | None:
    """The day that a text such as 9/5/2026 is with the month before the day: 5 September. None where it is none."""
    return _in_order(text, "maand", "dag")


def _in_order(text: str, day: str, month: str) -> date | None:
    m = DAY_FIRST.match(even(text))
    found = day_of(year_of(m["jaar"]), int(m[month]), int(m[day])) if m else None
    return _in_amsterdam(found, m) if m and found and found.year >= FIRST_YEAR else None


def year_of(digits: str) -> int:
    """A year of two or four digits."""
    return int(digits) + (2000 if len(digits) == 2 else 0)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day; None where there is no such day, or none that a register can mean."""
    try:
        return date(year, month, day) if _FIRST_TYPED <= year <= LAST_YEAR else None
    except ValueError:
        return None
