"""The compact set: how much there is, and how that was a year before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd
from dateutil.relativedelta import relativedelta

from lrn import vocabulary as v
from lrn.register.model import Register
from lrn.selection import Selection, apply, on_network_theme, running_on


@dataclass(frozen=True)
class Totals:
    """Counts of one selection; ``aandeel_netwerkthema`` is a share (0–1), None without activities."""

    activiteiten: int
    partners: int
    verbindingslijnen: int
    netwerkthema: int

    @property
    def aandeel_netwerkthema(self) -> float | None:
        """Share of the activities that is on the netwerkthema."""
        return self.netwerkthema / self.activiteiten if self.activiteiten else None


@dataclass(frozen=True)
class Change:
    """The same selection a year before its peildatum.

    ``sindsdien_voorbij``: activities that ran then by their dates but are afgerond or gestopt now. The definition
    of *actief* leaves them out on any peildatum, so they are told apart instead of hiding in the difference.
    """

    peildatum: date
    totals: Totals
    sindsdien_voorbij: int


def totals(selected: Register) -> Totals:
    """Activities, partners taking part, lines, and activities on the netwerkthema in *selected*."""
    return Totals(
        activiteiten=len(selected.activiteiten),
        partners=len(selected.partners),
        verbindingslijnen=len(selected.verbindingslijnen),
        netwerkthema=int(on_network_theme(selected.activiteiten).sum()),
    )


def year_before(register: Register, selection: Selection) -> Change | None:
    """What *selection* held a year before its peildatum; None when it has no peildatum.

    *register* is the whole register.
    """
    if selection.peildatum is None:
        return None
    day = year_earlier(selection.peildatum)
    ever = apply(selection.on(None), register).activiteiten
    return Change(day, totals(apply(selection.on(day), register)), int(ended_since(ever, day).sum()))


def year_earlier(day: date) -> date:
    """The same day a year before; 29 February looks back to 28 February."""
    return day - relativedelta(years=1)


def ended_since(activiteiten: pd.DataFrame, day: date) -> pd.Series:
    """Which activities ran on *day* by their dates, but are afgerond or gestopt now; a boolean series.

    Without an Einde nobody knows until when a finished activity ran; it is not guessed.
    """
    gone = activiteiten["status"].isin(v.VOORBIJE_STATUSSEN) & activiteiten["einde"].notna()
    return gone & running_on(activiteiten, day)
