"""With what figures are compared: the same selection on an earlier day, in this register or in a kept state of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd
from dateutil.relativedelta import relativedelta

from lrn import texts
from lrn.register.model import Register
from lrn.register.reading.snapshot import Snapshot
from lrn.selection import FIRST_DAY, JAAR, KWARTAAL, LAST_DAY, STAND, Selection, apply, comparison_label


@dataclass(frozen=True)
class Earlier:
    """What figures are compared with: a ``day`` before the peildatum, as ``asked`` (:attr:`Selection.vergelijk`).

    ``register`` is the kept state that is seen on that day, or None for the register itself.
    """

    day: date
    asked: str = JAAR
    register: Register | None = field(default=None, compare=False, repr=False)

    @property
    def kept(self) -> bool:
        """Whether it is a kept state."""
        return self.register is not None

    @property
    def when(self) -> str:
        """When that was, within a sentence: een jaar eerder, op 30 september 2026, in de stand van 31 augustus 2026."""
        if self.asked == JAAR:
            return texts.YEAR_EARLIER
        return f"in {self.what}" if self.kept else f"op {self.what}"

    @property
    def what(self) -> str:
        """What it is, to be compared with: een jaar eerder (30 november 2025), 30 september 2026, de stand van …"""
        day = texts.long_date(self.day)
        if self.asked == JAAR:
            return f"{texts.YEAR_EARLIER} ({day})"
        return f"de stand van {day}" if self.kept else day

    def selected(self, register: Register, selection: Selection) -> Register:
        """What *selection* held then; *register* is the whole register of now."""
        return apply(selection.on(self.day), self.register or register)


def earlier(selection: Selection, kept: Register | None = None) -> Earlier | None:
    """What the figures of *selection* are compared with; None without a peildatum.

    *kept* is the state that ``selection.vergelijk`` names, if it names one. What cannot be compared with, as it is not
    there or not before the peildatum, makes way for a year before.
    """
    peildatum, asked = selection.peildatum, selection.vergelijk
    if peildatum is None:
        return None
    day = _day(peildatum, asked, kept)
    if day is None or day >= peildatum:
        return Earlier(year_earlier(peildatum))
    return Earlier(day, asked, kept if asked.startswith(STAND) else None)


def _day(peildatum: date, asked: str, kept: Register | None) -> date | None:
    if asked == JAAR:
        return year_earlier(peildatum)
    if asked == KWARTAAL:
        return quarter_ends(peildatum, 2)[0]
    if asked.startswith(STAND):
        return kept.source.modified.date() if kept else None
    return date.fromisoformat(asked)


def kept_state(selection: Selection, states: Iterable[Snapshot]) -> Snapshot | None:
    """Which of the kept *states* the figures of *selection* are compared with; None where it names none of them."""
    return next((state for state in states if selection.vergelijk == f"{STAND}{state.key}"), None)


def year_earlier(day: date) -> date:
    """The same day a year before; 29 February looks back to 28 February."""
    return day - relativedelta(years=1)


def quarter_ends(last: date, amount: int) -> list[date]:
    """The last days of *amount* quarters, oldest first; the final one is *last* itself."""
    ends = pd.date_range(end=pd.Timestamp(last) - pd.offsets.QuarterEnd(1), periods=amount - 1, freq="QE")
    return [*(end.date() for end in ends), last]


def understood(text: str, states: Iterable[Snapshot] = ()) -> str | None:
    """What *text* asks to compare with (a value of ``Selection.vergelijk``), or None when that is not understood.

    "jaar", "kwartaal", a day (2026-09-30 or 30-9-2026), "stand:" and the name or the day of one of the kept *states*;
    or any of these as they are offered (:func:`lrn.selection.comparison_label`). Of two states of a day the newest.
    """
    wanted = " ".join(text.casefold().split())
    for choice in (JAAR, KWARTAAL):
        if wanted in (choice, comparison_label(choice).casefold()):
            return choice
    for pattern in ("%Y-%m-%d", "%d-%m-%Y"):
        with contextlib.suppress(ValueError):
            day = datetime.strptime(wanted, pattern).date()
            return day.isoformat() if FIRST_DAY <= day <= LAST_DAY else None
    newest_first = sorted(states, reverse=True)
    for state in newest_first:
        asked = f"{STAND}{state.key}"
        called = comparison_label(asked, newest_first), comparison_label(asked)  # also when it was the only one
        told = (asked, f"{STAND}{state.path.name}", *called, f"{STAND}{state.modified.date()}")
        if wanted in map(str.casefold, told):
            return asked
    return None
