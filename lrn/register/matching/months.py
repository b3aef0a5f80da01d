"""Months as columns, marked where an activity ran: they give its Start and its Einde."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from lrn import signs
from lrn import texts as words
from lrn.register.columns import NO, YES
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.matching.model import MONTH
from lrn.register.reading import spans
from lrn.register.values.cell import is_empty_mark
from lrn.register.values.periods import LONGEST, SCHOOL_YEAR, Period, as_dutch, month_numbers, period
from lrn.register.values.remark import short
from lrn.terms import key, plain

TOLD = 3  # marks that a note tells
_SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-/–]\s*(?:20)?(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NAMED = re.compile(r"([^\W\d_]+)\.?\s*(?:['’]?(\d\d|20\d\d))?")
_DAY = re.compile(r"(20\d\d)-(\d\d)-\d\d 00:00:00")

Month = tuple[int, int]  # year and month


def edit_months(page: MatchedTab) -> list[str]:
    """Give the rows of *page* the first day of the first month that is marked as Start, the last of the last as Einde.

    Only where these have no column of their own. Returns what there is to say.
    """
    wanted = [header for header in ("Start", "Einde") if page.position(header) is None]
    places = sorted(page.special.get(MONTH, ()))
    if not places or not wanted or not page.has_room(len(wanted)):
        return []
    months = months_of(page, places)
    if len(months) < len(places):
        return [
            "Bij de kolommen met maanden is niet duidelijk welk jaar het is, dus "
            f"{words.listing(wanted)} {'blijft' if len(wanted) == 1 else 'blijven'} leeg. Zet het jaar in elke kop, "
            "bijvoorbeeld jan 2026."
        ]
    marked, others = _marked(page, months)
    if not marked:
        return []
    found = {row: _days(ran) for row, ran in marked.items()}
    for header in wanted:
        days = {row: as_dutch(both.last if header == "Einde" else both.first) for row, both in found.items()}
        page.put(page.with_column(header), days, "uit de maanden")
    notes = [
        f"{words.capital(words.listing(wanted))} {'komt' if len(wanted) == 1 else 'komen'} bij "
        f"{words.count(len(found), 'activiteit', 'activiteiten')} uit de kolommen met maanden."
    ]
    if others:
        shown = words.listing(f"“{short(text, 30)}”" for text in others[:TOLD])
        notes.append(f"Bij de maanden staat ook iets anders dan een x ({shown}); dat telt als een x.")
    return notes


def months_of(page: MatchedTab, places: list[int]) -> dict[int, Month]:
    """By position the month that each column of *places* is about, where that can be known."""
    said = {place: month_said(page.texts.columns[place][page.row]) for place in places}
    months: dict[int, Month] = {}
    before: Month | None = None
    by_group: dict[str, list[int]] = {}
    for place, month in said.items():
        if month is None:
            return {}
        year, number = month
        group = "" if year else _above(page, place)
        if not year and group:
            by_group.setdefault(group, []).append(number)
            year = _year_of(group, number)
        if not year and before:
            year = before[0] + (number <= before[1])
        if not year:
            continue
        before = months[place] = (year, number)
    for group, numbers in by_group.items():
        if numbers != sorted(set(numbers)) and not _SCHOOL_YEAR.search(group):
            return {}  # "2026" above september to juni says nothing of the year after it
    return months


def month_said(heading: str) -> Month | None:
    """Year (0 when it is not said) and month of a heading; None when it names no month."""
    text = " ".join(signs.seen(heading).split()).casefold()
    if len(text) > LONGEST:
        return None
    if found := _DAY.fullmatch(text):
        return int(found[1]), int(found[2])
    text = text.removeprefix("maand ")
    if text.isdecimal() and 1 <= int(text) <= 12:
        return 0, int(text)
    if (found := _NAMED.fullmatch(text)) and (number := month_numbers().get(key(found[1]))):
        return (int(found[2][-2:]) + 2000 if found[2] else 0), number
    whole = period(text)
    if whole and (whole.first.year, whole.first.month) == (whole.last.year, whole.last.month) and whole.first.day == 1:
        return whole.first.year, whole.first.month
    return None


def _above(page: MatchedTab, place: int) -> str:
    """The nearest text with a year above the heading at *place* or to the left of that; else the name of the tab."""
    for row in range(page.row - 1, -1, -1):
        text = next((t for p in range(place, -1, -1) if (t := page.texts.columns[p][row].strip())), "")
        if _YEAR.search(text[:200]):
            return text[:200]
    return page.decided.tab if _YEAR.search(page.decided.tab) else ""


def _year_of(group: str, number: int) -> int:
    """The year of a month below *group*, which is a year or a school year."""
    found = _SCHOOL_YEAR.search(group)
    if found and int(found[2]) == (int(found[1]) + 1) % 100:
        return int(found[1]) + (number < SCHOOL_YEAR)
    years = set(_YEAR.findall(group))
    return int(years.pop()) if len(years) == 1 else 0


def _marked(page: MatchedTab, months: Mapping[int, Month]) -> tuple[dict[int, list[Month]], list[str]]:
    """By row the months that are marked there; and what is no x and counts as one."""
    found = page.outline()
    if found is None:
        return {}, []
    again = set(page.repeated())
    rows = [row for row in found.rows if row not in again]
    bars = {(span.top, span.left): span for span in spans.within(page.texts) if span.right > span.left}
    marked: dict[int, list[Month]] = {}
    others: dict[str, None] = {}
    for place in months:
        column = found.texts.columns[place]
        for row in rows:
            text = signs.seen(column[row]).strip()
            if not text or not _is_mark(text):
                continue
            if text.casefold() not in YES:
                others[text] = None
            ran = marked.setdefault(row, [])
            last = bars[row, place].right if (row, place) in bars else place  # a mark may be a bar of merged cells
            ran += (months[at] for at in range(place, last + 1) if at in months)
    return marked, list(others)


def _is_mark(text: str) -> bool:
    return bool(text.casefold() in YES or (text.casefold() not in NO and not is_empty_mark(text) and plain(text)))


def _days(ran: list[Month]) -> Period:
    (first, month), (last, end) = min(ran), max(ran)
    after = date(last + end // 12, end % 12 + 1, 1)
    return Period(date(first, month, 1), date.fromordinal(after.toordinal() - 1))
