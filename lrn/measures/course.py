"""Course over time: how many activities were active at the end of each quarter, of all or of what is asked for."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

import pandas as pd

from lrn import texts
from lrn.measures.evidence import Evidence, narrowed
from lrn.measures.overview import ended_since
from lrn.register.model import Register
from lrn.selection import Selection, active_on

QUARTERS = 12  # three years of course


def per_quarter(register: Register, selection: Selection, **conditions: Hashable) -> pd.DataFrame:
    """Activities active at the end of each quarter: kwartaal, dag, aantal, sindsdien_voorbij, and what was asked.

    *register* is the whole register; the other filters of *selection* hold. The last quarter is counted on the
    peildatum (today's register without one ends at its checking day). *conditions* are those of
    :class:`lrn.measures.evidence.Evidence` (``thema="zorg"``, ``ingredient=3``), None for all; each is a column of
    the frame too. ``sindsdien_voorbij`` as in :class:`lrn.measures.overview.Change`.
    """
    last = selection.peildatum or register.checked_on
    frame = narrowed(register, selection.on(None), Evidence().also(**conditions)).activiteiten
    rows = [
        (texts.quarter(day), day, int(active_on(frame, day).sum()), int(ended_since(frame, day).sum()))
        for day in quarter_ends(last, QUARTERS)
    ]
    return pd.DataFrame(rows, columns=["kwartaal", "dag", "aantal", "sindsdien_voorbij"]).assign(**conditions)


def quarter_ends(last: date, amount: int) -> list[date]:
    """The last days of *amount* quarters, oldest first; the final one is *last* itself."""
    ends = pd.date_range(end=pd.Timestamp(last) - pd.offsets.QuarterEnd(1), periods=amount - 1, freq="QE")
    return [*(end.date() for end in ends), last]
