"""What has just begun, what ends soon, what has just ended: by Start and Einde, around the peildatum."""

from __future__ import annotations

from datetime import date

import pandas as pd
from dateutil.relativedelta import relativedelta

from lrn import vocabulary as v

SPAN = relativedelta(months=3)


def span(peildatum: date) -> tuple[date, date]:
    """Three months before and after *peildatum*: what is recent, and what is soon."""
    return peildatum - SPAN, peildatum + SPAN


def begun_since(activiteiten: pd.DataFrame, day: date) -> pd.Series:
    """Which activities have a Start on or after *day*; a boolean series."""
    return activiteiten["start"] >= pd.Timestamp(day)


def ending_by(activiteiten: pd.DataFrame, day: date) -> pd.Series:
    """Which activities have an Einde on or before *day*; a boolean series."""
    return activiteiten["einde"] <= pd.Timestamp(day)


def ended_between(activiteiten: pd.DataFrame, since: date, before: date) -> pd.Series:
    """Which activities have an Einde on or after *since* and before *before*; a boolean series.

    What is in verkenning has not begun, and so does not end.
    """
    ended = ending_by(activiteiten, before) & (activiteiten["einde"] != pd.Timestamp(before))
    return ended & (activiteiten["einde"] >= pd.Timestamp(since)) & ~activiteiten["status"].isin([v.VERKENNING])
